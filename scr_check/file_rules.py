"""The rules about files and their shape, which reading itself finds: what each requires and why."""

from scr_check.documents.fault import Fault
from scr_check.documents.value import Value, value
from scr_check.finding import Basis, Confidence, Finding, Severity

ALWAYS_APPLIED = ("FIL201", "FIL202", "FIL208", "FIL214")  # nothing that was not read may look like a pass
BASIS = Basis("scr-summary/1, the format of a summary", "file format")


@value
class FileRule(Value):
    """A rule without a check of its own: it is found out while a file is read."""

    code: str
    name: str
    category: str
    severity: Severity
    requirement: str
    reason: str
    wrong: str = ""  # lines of a summary that it finds, and what to write instead
    right: str = ""
    needs_overview: bool = False


FILE_RULES = (
    FileRule(
        "FIL201",
        "unreadable-summary",
        "file",
        Severity.ERROR,
        "A summary is a text file that can be read.",
        "What cannot be read cannot be checked, and silence about it would look like a pass.",
    ),
    FileRule(
        "FIL202",
        "unreadable-overview",
        "file",
        Severity.ERROR,
        "The overview report that a summary names can be read.",
        "Without it nobody can tell whether the summary says what the report says.",
    ),
    FileRule(
        "FIL203",
        "unknown-field",
        "structure",
        Severity.ERROR,
        "Every field of a summary is one that the format knows.",
        "What stands under a misspelt name is not read: to every rule it is missing.",
        "bord: Northmoor Safeguarding Children Board",
        "board: Northmoor Safeguarding Children Board",
    ),
    FileRule(
        "FIL204",
        "wrong-type",
        "structure",
        Severity.ERROR,
        "Every field holds text, a list or fields of its own, as the format asks.",
        "What stands in the wrong form is not read as its author meant it.",
        "lessons:\n  - The police: all officers were told",
        'lessons:\n  - "The police: all officers were told"',
    ),
    FileRule(
        "FIL205",
        "duplicate-field",
        "structure",
        Severity.ERROR,
        "No field stands twice in one place.",
        "Only one of the two can be read, and a reader may have meant the other.",
        "board: Northmoor\nsubject: Child T\nboard: Northmoor Board",
        "board: Northmoor Board\nsubject: Child T",
    ),
    FileRule(
        "FIL206",
        "unknown-value",
        "structure",
        Severity.ERROR,
        "A field that takes one of a few words holds one of them.",
        "The words decide what is checked: a set or a status that is not known is passed over.",
        "status: ready",
        "status: for-publication",
    ),
    FileRule(
        "FIL207",
        "no-overview-report",
        "structure",
        Severity.WARNING,
        "A summary names the overview report that it summarises.",
        "Chapter 8 asks that the summary accurately reflects the overview report; without the report "
        "nothing that the summary says can be held against it.",
        "board: Northmoor Board",
        "board: Northmoor Board\noverview_report: overview-report.docx",
    ),
    FileRule(
        "FIL208",
        "unknown-guidance",
        "file",
        Severity.ERROR,
        "A summary names a guidance profile that there is.",
        "The profile says what is required; without one nothing can be checked.",
        "guidance: wt2009",
        "guidance: wt2010",
    ),
    FileRule(
        "FIL209",
        "report-not-committed",
        "file",
        Severity.WARNING,
        "The overview report that a commit is checked against is the one in that commit.",
        "A report that git will not commit as it is makes a check that a colleague cannot repeat.",
    ),
    FileRule(
        "FIL210",
        "silenced-without-reason",
        "structure",
        Severity.WARNING,
        "A comment that silences a rule says why.",
        "The next reader has to know whether the fault was weighed or waved through.",
        "lessons: [See all.]  # scr-check: ignore[STR206]",
        "lessons: [See all.]  # scr-check: ignore[STR206] because the Board agreed one lesson",
    ),
    FileRule(
        "FIL211",
        "silences-nothing",
        "structure",
        Severity.WARNING,
        "A comment that silences a rule stands where that rule would speak.",
        "What is left over would hide the fault when it comes back.",
        "board: Northmoor  # scr-check: ignore[STR999] because it is so",
        "board: Northmoor",
    ),
    FileRule(
        "FIL212",
        "cannot-be-silenced",
        "structure",
        Severity.WARNING,
        "Rules about identities and about the file itself are not silenced from inside the document.",
        "A name that must not be published stays one whatever a comment says.",
        "bord: Northmoor  # scr-check: ignore[FIL203] because we call it so",
        "board: Northmoor",
    ),
    FileRule(
        "FIL213",
        "words-of-no-part",
        "structure",
        Severity.WARNING,
        "Everything in a summary written in Word stands under a heading that says which part it is.",
        "What belongs to no part is read by people and checked by nobody.",
    ),
    FileRule(
        "FIL214",
        "not-checked",
        "file",
        Severity.WARNING,
        "Every part of a summary can be checked.",
        "A fault in scr-check itself ends no more than the one check, which is told so that nobody takes it for a pass.",
    ),
)

_BY_CODE = {rule.code: rule for rule in FILE_RULES}


def file_rule(code: str) -> FileRule:
    """The file rule of this code."""
    return _BY_CODE[code]


def finding_of(fault: Fault) -> Finding:
    """The finding that a fault of shape becomes."""
    rule = file_rule(fault.code)
    return Finding(
        rule=rule.code,
        name=rule.name,
        category=rule.category,
        severity=rule.severity,
        confidence=Confidence.CERTAIN,
        message=fault.message,
        help=fault.help,
        pointer=fault.pointer,
        place=fault.place,
        basis=BASIS,
    )
