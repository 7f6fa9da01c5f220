"""Lines over tables that tell whose recommendations a table lists: "Table 6: Northmoor Homes"."""

import re
from collections.abc import Sequence
from dataclasses import replace

from scr_check.readers.structure.names import Names
from scr_check.readers.structure.outline import Heading, Placed
from scr_check.readers.structure.sets import body_in, sets_named
from scr_check.readers.structure.titles import title_words
from scr_check.readers.structure.vocabulary import alternatives
from scr_check.readers.structure.wording import is_sentence

_NUMBER = re.compile(rf"(?:{alternatives('caption')})\s+\w{{1,4}}\s*[:.)–—-]*\s*", re.IGNORECASE)
_LONGEST = 20  # words of a caption


def captioned(placed: Sequence[Placed], index: int, names: Names) -> Placed:
    """A table's place, with the line over it as its nearest heading where that names a set or a body."""
    place, before = placed[index], placed[index - 1].block if index else None
    if before is None or before.kind != "paragraph" or before.number or len(before.text.split()) > _LONGEST:
        return place
    text = _NUMBER.sub("", before.text, count=1)
    if is_sentence(before.text.rstrip(":")) or not (sets_named(text) or body_in(text, names)):
        return place
    level = place.path[-1].level + 1 if place.path else 1
    over = Heading(text, title_words(text), None, level, place.section)
    return replace(place, path=(*place.path, over))
