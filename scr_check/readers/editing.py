"""What writing and reviewing leave in a document, told for its reader and for whoever publishes it."""

from dataclasses import dataclass


@dataclass(slots=True)
class Editing:
    """How often each was met: tracked changes, comments, stretches of hidden text, text kept elsewhere, ...

    `elsewhere` counts parts of the text that stand in another file, `unstored` numbers that the file does
    not hold.
    """

    changes: int = 0
    comments: int = 0
    hidden: int = 0
    elsewhere: int = 0
    unstored: int = 0

    def remarks(self) -> tuple[str, ...]:
        """How the file was read, a sentence for each."""
        said = (
            (self.changes, "Tracked changes were read as if all of them were accepted."),
            (self.comments, "Comments were not read."),
            (self.hidden, "Hidden text was not read."),
            (
                self.elsewhere,
                "Parts of the text that stand in another, linked file were not read.",
            ),
            (
                self.unstored,
                "Numbers made by AUTONUM or LISTNUM fields were not read.",
            ),
        )
        return tuple(sentence for count, sentence in said if count)

    def traces(self) -> tuple[str, ...]:
        """What should not be published with the file."""
        counts = (
            (self.changes, "1 tracked change", "{} tracked changes"),
            (self.comments, "1 comment by a reviewer", "{} comments by reviewers"),
            (self.hidden, "hidden text in 1 place", "hidden text in {} places"),
        )
        return tuple(one if count == 1 else many.format(count) for count, one, many in counts if count)
