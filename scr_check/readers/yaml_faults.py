"""What went wrong with a YAML text, in plain words."""

_TAB = "is indented with a tab here: use spaces"

# Words of the parsers' own messages (the C parser's and the pure one's) -> what to tell an author.
_IN_PLAIN_WORDS = {
    "expected a single document": "holds more than one document (three dashes part them): keep one",
    "anchor or alias": (
        "uses a YAML anchor or alias (a word after & or *): write the text out, or put it in quotation marks"
    ),
    "too deep": "is nested far deeper than any summary is: close a bracket or take out a level",
    "merge key": "uses a YAML merge key (<<): write the fields out",
    "key is not a word": "has a field whose name is not a plain word: write a name and a colon",
    "mapping values are not allowed": (
        "has a colon inside plain text here: put the text in quotation marks, or on the lines below "
        "after a |; if it is a field of its own, line it up with the fields above it"
    ),
    "sequence entries are not allowed": "has a dash after a colon: start the list on the line below",
    "scanning a block scalar": "has text after a | or > here: start the text on the line below",
    "could not find expected ':'": "has a line without a colon here: write a field name, a colon and a space",
    "expected <block end>": "is not indented as the lines above it: line it up with its neighbours",
    "did not find expected key": (
        "cannot be followed here: line the text up with its neighbours, and put text that holds "
        "quotation marks in quotation marks of the other kind"
    ),
    "did not find expected '-' indicator": "is not indented as the list above it: line the dashes up",
    "expected '-'": "is not indented as the list above it: line the dashes up",
    "unexpected end of stream": "has a quotation mark that is opened but not closed",
    "document separator": "has a quotation mark that is opened but not closed",
    "expected ',' or ']'": "has a square bracket that is opened but not closed",
    "expected ',' or '}'": "has a curly bracket that is opened but not closed",
    "escape": ("has a backslash inside double quotation marks: use single ones or write the backslash twice"),
    "cannot start any token": "has text that begins with a special sign here: put it in quotation marks",
    "undefined tag": "has text that begins with an exclamation mark here: put the text in quotation marks",
    "special characters are not allowed": "holds a control character that text does not have: delete it",
    "control characters are not allowed": "holds a control character that text does not have: delete it",
    "unacceptable character": "holds a control character that text does not have: delete it",
    "duplicate": "has the same field twice",
}


def plain_words(problem: str | None, context: str | None, sign: str = "") -> str:
    """What to tell the author about a parser's `problem` at `sign`: a sentence without its subject."""
    said = f"{problem or ''} {context or ''}"
    if sign == "\t":
        return _TAB
    return next(
        (plain for words, plain in _IN_PLAIN_WORDS.items() if words in said),
        "cannot be read as YAML here: check the indentation, the colons and the quotation marks",
    )


def is_left_open(plain: str) -> bool:
    """Whether something was opened and not closed: then the place to show is where it was opened."""
    return "not closed" in plain
