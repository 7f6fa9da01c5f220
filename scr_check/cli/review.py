"""`scr-check review`: the summary in Word with each finding as a comment at its words."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from scr_check.cli import options
from scr_check.cli.files import put, refuse_to_replace
from scr_check.cli.terminal import say
from scr_check.errors import UsageError

if TYPE_CHECKING:
    from scr_check.finding import FileReport


def review(
    path: Annotated[Path, typer.Argument(metavar="SUMMARY", help="The summary, in YAML or in Word.")],
    docx: Annotated[Path, typer.Option("--docx", help="Write the Word file with comments here.")],
    overview: options.OverviewOption = None,
    guidance: options.Guidance = None,
    min_confidence: options.MinConfidence = None,
    identities: options.Identities = None,
    config: options.Config = None,
    force: options.Force = False,
) -> None:
    """Write the summary as a Word file with each finding as a comment at the words that it is about.

    A summary in YAML is set in the order of the guidance; of a summary in Word it is a copy of that very file.
    """
    if docx.exists() and path.exists() and docx.samefile(path):
        raise UsageError(f"{docx} is the summary itself: name another file for the copy with comments")
    refuse_to_replace(docx, force)
    from scr_check.checker import Input, check
    from scr_check.cli.inputs import must_name_report
    from scr_check.config import SettingsFinder
    from scr_check.finding import Confidence

    sureness = Confidence(min_confidence.value) if min_confidence else None
    flags = {"overview": overview, "guidance": guidance, "identities": identities, "min_confidence": sureness}
    given = {name: value for name, value in flags.items() if value is not None}
    settings = SettingsFinder(given, config).settings_for(path)
    must_name_report(path, settings)
    (report,) = check([Input(path, settings)]).files
    if report.unreadable:
        raise UsageError(report.unreadable)
    put(docx, _copy_of_word(path, report) if report.lines == "paragraph" else _set_in_word(path, report))
    count = len(report.findings)
    say(f"wrote {docx} with {count} comment{'' if count == 1 else 's'}")


def _copy_of_word(path: Path, report: "FileReport") -> bytes:
    from scr_check.review import remarks_on
    from scr_check.writers.comments import with_comments

    return with_comments(path, remarks_on(report, report.source, lambda finding: finding.place))


def _set_in_word(path: Path, report: "FileReport") -> bytes:
    from scr_check.guidance import load_profile
    from scr_check.publication import publication_of
    from scr_check.readers.paragraph_places import ParagraphPlaces
    from scr_check.readers.summary import read_summary
    from scr_check.review import remarks_on
    from scr_check.writers.comments import texts_of, with_comments
    from scr_check.writers.publication import publication_document

    summary = read_summary(path).summary
    profile = load_profile(report.guidance or "wt2010", path.parent)
    content = publication_document(publication_of(summary, profile, draft=True))
    paragraphs = texts_of(content)
    places = ParagraphPlaces.among(summary, paragraphs)
    remarks = remarks_on(report, paragraphs, lambda finding: places.of(finding.pointer, finding.quote))
    return with_comments(content, remarks)
