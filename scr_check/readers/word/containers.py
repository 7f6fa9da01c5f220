"""What stands in a container of blocks: wrappers opened, duplicates and deletions left out."""

from collections.abc import Iterator

from lxml import etree

from scr_check.readers.word.names import (
    ALTERNATE,
    CHOICE,
    DROPPED,
    FALLBACK,
    SDT,
    SDT_CONTENT,
    TEXT_BOX,
    TRANSPARENT,
    VAL,
    T,
    W,
)
from scr_check.readers.word.properties import switch

_CONTROL, _GALLERY, _PLACEHOLDER = W + "sdtPr", f"{W}docPartObj/{W}docPartGallery", W + "showingPlcHdr"


def within(parent: etree._Element) -> Iterator[etree._Element]:
    """The children of `parent` in order, as though wrappers were not there; a table of contents as it is."""
    levels = [iter(parent)]
    while levels:
        child = next(levels[-1], None)
        if child is None:
            levels.pop()
        elif child.tag in TRANSPARENT:
            levels.append(iter(child))
        elif child.tag == ALTERNATE:
            levels.append(iter(chosen(child)))
        elif child.tag == SDT and not is_contents(child):
            levels.append(iter(controlled(child)))
        elif child.tag not in DROPPED:
            yield child


def is_contents(control: etree._Element) -> bool:
    """Whether a content control holds the table of contents."""
    properties = control.find(_CONTROL)
    gallery = None if properties is None else properties.find(_GALLERY)
    return gallery is not None and gallery.get(VAL, "").casefold() == "table of contents"


def controlled(control: etree._Element) -> list[etree._Element]:
    """What stands in a content control, nothing while it only shows its prompt."""
    content = control.find(SDT_CONTENT)
    if content is None or switch(control.find(_CONTROL), _PLACEHOLDER):
        return []
    return list(content)


def chosen(alternate: etree._Element) -> list[etree._Element]:
    """The children of the one branch of alternate content that is to be read: the first that holds text."""
    branches = [*alternate.iterchildren(CHOICE), *alternate.iterchildren(FALLBACK)]
    for branch in branches:
        if next(branch.iter(T), None) is not None:
            return list(branch)
    return list(branches[0]) if branches else []


def text_boxes(drawing: etree._Element) -> Iterator[etree._Element]:
    """The contents of the text boxes of a drawing, each once."""
    levels = [iter([drawing])]
    while levels:
        child = next(levels[-1], None)
        if child is None:
            levels.pop()
        elif child.tag == TEXT_BOX:
            yield child
        else:
            levels.append(iter(chosen(child) if child.tag == ALTERNATE else list(child)))
