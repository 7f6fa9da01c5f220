"""The columns of the tracker, and how a value is held in a cell."""

import re
from dataclasses import dataclass
from datetime import date, datetime

SHEET = "Actions"
EXPORTED = "as exported"  # a sheet that is not shown: what the cells held when the tracker was written
STATUSES = ("not started", "in progress", "completed", "not accepted")
KEY = "Key"
EDITABLE = {"Due": "due", "Status": "status", "Completed on": "completed_on", "Progress": "progress"}
HEADS = (
    *("Review", "Recommendation", "No.", "Action", "Lead", "Organisation"),
    *("Due", "Status", "Completed on", "Progress", "Position", "File", KEY),
)
WIDTHS = (14, 17, 8, 38, 20, 24, 14, 14, 14, 40, 20, 24, 6)
EXPORTED_HEADS = (KEY, "File", "Place", "No.", *EDITABLE)
_ISO = re.compile(r"\d{4}-\d\d-\d\d")


@dataclass(frozen=True, slots=True)
class Row:
    """An action as a tracker holds it: where it stands, and the fields that may be changed there, as text."""

    key: int
    file: str
    place: int
    id: str
    fields: dict[str, str]
    line: int = 0


def cell_of(text: str) -> str | date:
    """What stands in a cell for a text: a date of the calendar where it is one, so that Excel can sort by it."""
    if _ISO.fullmatch(text):
        try:
            return date.fromisoformat(text)
        except ValueError:
            return text
    return text


def text_of(cell: object) -> str:
    """The text that a cell stands for; a date as ISO date, a number without needless decimals.

    >>> text_of(datetime(2011, 3, 31)), text_of(3.0), text_of(None), text_of(" a  b ")
    ('2011-03-31', '3', '', 'a  b')
    """
    if cell is None:
        return ""
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    lines = str(cell).replace("\r\n", "\n").replace("\r", "\n").replace("_x000D_", "").split("\n")
    return "\n".join(line.rstrip() for line in lines).strip()
