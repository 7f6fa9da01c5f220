"""Ways to damage a file, each from its bytes and a source of chance to other bytes."""

import copy
import io
import re
import zipfile
import zlib

from lxml import etree

VALUES = ("", "-1", "0", "8", "9", "99999999999", "x", "\u0663", "\u00b2", "true", "none", "restart")
ODD = (
    "\u00ad",
    "\u2028",
    "\x0c",
    "\x0b",
    "\u0663",
    "\u00b2",
    "\u0130",
    "\ufb03",
    "\ufeff",
    "\t",
    "|",
    "[^1]",
    "**",
)
LINES = (
    "",
    "# ",
    "---",
    "|---|---|",
    "| a | b |",
    "(a) ",
    "9.1 Recommendation 1. ",
    "1.",
    "    ",
    "- ",
    "> ",
    "[^1]: ",
)
NUMBER = re.compile(rb"(?<![\w.])-?\d+(?:\.\d+)?(?![\w.])")
STREAM = re.compile(rb"<</Length \d+/Filter/FlateDecode>>stream\n(.*?)\nendstream", re.DOTALL)


def zipped_anew(content, chance):
    """A zip with one of its XML parts damaged, sometimes also a bit of the whole."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w") as new:
        names = [name for name in old.namelist() if name.endswith((".xml", ".rels"))]
        chosen = chance.choice(names)
        for name in old.namelist():
            part = old.read(name)
            new.writestr(name, _mutated(part, chance) if name == chosen else part)
    return flipped(out.getvalue(), chance) if chance.random() < 0.2 else out.getvalue()


def _mutated(content, chance):
    """An XML part with some elements taken out, doubled, moved, renamed, or with other values."""
    root = etree.fromstring(content)
    elements = list(root.iter(etree.Element))
    for _ in range(chance.choice((1, 3, 10))):
        element, other = chance.choice(elements), chance.choice(elements)
        match chance.randrange(5):
            case 0 if element.getparent() is not None:
                element.getparent().remove(element)
            case 1 if sum(1 for _ in element.iter()) < 300:
                other.insert(chance.randrange(len(other) + 1), copy.deepcopy(element))
            case 2 if element.attrib:
                element.set(chance.choice(list(element.attrib)), chance.choice(VALUES))
            case 3:
                element.tag = other.tag
            case 4:
                element.text = chance.choice(("", "\u00ad", "text", " "))
    return etree.tostring(root)


def drawn(content, chance):
    """A PDF that draws something else, or whose objects say something else."""
    match chance.randrange(4):
        case 0:
            return flipped(content, chance)
        case 1:
            return content[: chance.randrange(len(content))]
        case 2:
            return _renumbered(content, chance)
        case _:
            return STREAM.sub(lambda found: _redrawn(found[1], chance), content)


def _redrawn(packed, chance):
    marks = _shuffled(zlib.decompress(packed).split(b"\n"), chance, (b"", b"Q", b"ET", b"9 9 m 99 9 l S"))
    data = zlib.compress(_renumbered(b"\n".join(marks), chance))
    return b"<</Length %d/Filter/FlateDecode>>stream\n%b\nendstream" % (len(data), data)


def _renumbered(content, chance):
    """Some numbers put for one another, or for others."""
    share = chance.choice((0.001, 0.02))
    others = (b"0", b"-1", b"1", b"7", b"99999", b"2147483648", b"0.00001")
    return NUMBER.sub(lambda found: chance.choice(others) if chance.random() < share else found[0], content)


def rewritten(content, chance):
    """A text with lines or words taken out, doubled, moved or changed, or with a bit flipped."""
    if chance.random() < 0.15:
        return flipped(content, chance)
    text = content.decode("utf-8", errors="replace")
    lines = _shuffled(text.split("\n"), chance, LINES)
    place = chance.randrange(len(lines))
    lines[place] = " ".join(_shuffled(lines[place].split(" "), chance, ODD))
    mixed = "\n".join(lines)
    start = chance.randrange(len(mixed))
    mixed = mixed[:start] + chance.choice(ODD) + mixed[start + chance.choice((0, 1, 5)) :]
    return mixed.encode("utf-8") if chance.random() < 0.9 else mixed.encode("cp1252", errors="replace")


def edited(content, chance):
    """A text with a line or a word changed, so that most of its shape is kept."""
    if chance.random() < 0.1:
        return flipped(content, chance)
    lines = content.decode("utf-8", errors="replace").split("\n")
    place = chance.randrange(len(lines))
    if chance.random() < 0.3:
        return "\n".join(_shuffled(lines, chance, LINES, 1)).encode("utf-8")
    start, mark, rest = lines[place].partition(": ")
    lines[place] = start + mark + " ".join(_shuffled(rest.split(" "), chance, (*ODD, *VALUES), 1))
    return "\n".join(lines).encode("utf-8")


def _shuffled(items, chance, others, times=0):
    """Items with some taken out, doubled, moved, or replaced by `others`."""
    items = list(items)
    for _ in range(times or chance.choice((1, 3, 10, 40))):
        if not items:
            break
        place, other = chance.randrange(len(items)), chance.randrange(len(items))
        match chance.randrange(5):
            case 0:
                items.pop(place)
            case 1:
                items.insert(other, items[place])
            case 2:
                items[place], items[other] = items[other], items[place]
            case 3:
                items[place] = chance.choice(others)
            case 4:
                items[place] += chance.choice(others)
    return items or list(others[:1])


def flipped(content, chance):
    """Bytes with a few bits the other way round."""
    whole = bytearray(content)
    for _ in range(chance.choice((1, 1, 5, 50))):
        whole[chance.randrange(len(whole))] ^= 1 << chance.randrange(8)
    return bytes(whole)
