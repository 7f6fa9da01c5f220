"""Values that property elements of Word carry: on or off, whole numbers, names."""

from lxml import etree

from scr_check.readers.word.names import VAL

_LARGEST = 2**31 - 1


def value(parent: etree._Element | None, tag: str) -> str | None:
    """The value of the child `tag` of a properties element, None when there is no such child or value."""
    child = None if parent is None else parent.find(tag)
    return None if child is None else child.get(VAL)


def switch(parent: etree._Element | None, tag: str) -> bool | None:
    """Whether the property `tag` is set on or off, None when nothing is said about it."""
    child = None if parent is None else parent.find(tag)
    return None if child is None else is_on(child)


def is_on(property_: etree._Element) -> bool:
    """Whether a property that is there is switched on: without a value it is."""
    return property_.get(VAL) not in ("0", "false", "off", "none")


def whole(text: str | None) -> int | None:
    """A whole number as Word stores it, None for anything else."""
    if text is None or len(text) > 11:
        return None
    try:
        number = int(text)
    except ValueError:
        return None
    return number if abs(number) <= _LARGEST else None
