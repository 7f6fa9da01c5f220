"""The tracker in Excel: made to be worked in, and read back into the summaries without touching anything else."""

import zipfile
from datetime import date

import pytest
from lxml import etree
from openpyxl import load_workbook

SUMMARY = """\
# yaml-language-server: $schema=x.json
format: scr-summary/1
board:   Ashdale Safeguarding Children Board   # odd spaces stay
subject: Child A
status: published

recommendations:
  - {id: "1", text: Train all staff., addressed_to: [Ashdale Police]}
action_plan:
  as_at: 2010-05-01
  actions:
    # the first
    - id: "1.10"
      recommendation: "1"
      action: "=SUM(A1) is text"
      lead: Head of Training   # post, not name
      organisation: Ashdale Police
      due: 2010-09-30   # agreed in May
      status: in progress   # ask again in June

    - id: "1.2"
      recommendation: "1"
      organisation: Ashdale Police
      due: within 3 months
      status: not started
      progress: |
        First line.

        Third line.

    # the last
    - {id: "1.3", recommendation: "1", status: completed, completed_on: 2010-08-01}
lessons: [One.]
"""


@pytest.fixture
def tracker(scr_check, folder):
    """Makes the tracker of a summary, lets a function work in it, and reads it back."""

    def worked_in(change, text=SUMMARY, encoding="utf-8"):
        (folder / "summary.yaml").write_bytes(text.encode(encoding))
        assert (
            scr_check("progress", "summary.yaml", "--as-at", "2010-10-01", "-o", "t.xlsx", "--force").code
            == 0
        )
        book = load_workbook("t.xlsx")
        change(book["Actions"])
        book.save("t.xlsx")
        return scr_check("import-progress", "t.xlsx")

    return worked_in


def cell(sheet, line, head):
    heads = [one.value for one in sheet[1]]
    return sheet.cell(line, heads.index(head) + 1)


def after(folder):
    return (folder / "summary.yaml").read_bytes().decode("utf-8")


def test_the_tracker_is_made_to_be_worked_in(scr_check, folder):
    (folder / "summary.yaml").write_text(SUMMARY, encoding="utf-8")
    scr_check("progress", "summary.yaml", "--as-at", "2010-10-01", "-o", "t.xlsx")
    book = load_workbook("t.xlsx")
    sheet = book["Actions"]
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("D2", "A1:M4")
    assert '"not started,in progress,completed,not accepted"' in [
        v.formula1 for v in sheet.data_validations.dataValidation
    ]
    assert [cell(sheet, line, "Position").value for line in (2, 3, 4)] == [
        "red: overdue by 1 day",
        "amber: not started, no date that can be followed up",
        "green: completed",
    ]
    assert cell(sheet, 2, "No.").value == "1.10"
    assert (cell(sheet, 2, "Action").value, cell(sheet, 2, "Action").data_type) == ("=SUM(A1) is text", "s")
    assert cell(sheet, 2, "Due").value.date() == date(2010, 9, 30)
    assert book["as exported"].sheet_state == "veryHidden"


def test_a_row_is_as_high_as_its_text_and_grows_with_it(scr_check, folder):
    text = SUMMARY.replace("=SUM(A1) is text", "Write to every officer who visits homes. " * 5)
    (folder / "summary.yaml").write_text(text, encoding="utf-8")
    scr_check("progress", "summary.yaml", "--as-at", "2010-10-01", "-o", "t.xlsx")
    with zipfile.ZipFile("t.xlsx") as book:
        rows = etree.fromstring(book.read("xl/worksheets/sheet1.xml")).iterfind(".//{*}row")
    heights = [(float(row.get("ht")), row.get("customHeight", "0")) for row in rows]
    assert heights[:2] == [(15.0, "0"), (90.0, "0")]  # a height that is not custom is fitted anew


def test_nothing_changed_in_the_tracker_changes_nothing(tracker, folder):
    ran = tracker(lambda sheet: None)
    assert (ran.code, after(folder)) == (0, SUMMARY)
    assert "nothing has changed in the tracker" in ran.err


def complete(sheet):
    cell(sheet, 2, "Status").value = "Completed"
    cell(sheet, 2, "Completed on").value = date(2010, 9, 28)
    cell(sheet, 2, "Progress").value = "Done: 40 of 42 officers; see minutes"


COMPLETED = SUMMARY.replace(
    "      status: in progress   # ask again in June\n",
    "      status: completed   # ask again in June\n"
    "      completed_on: 2010-09-28\n"
    '      progress: "Done: 40 of 42 officers; see minutes"\n',
)


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_only_what_was_changed_is_written(tracker, folder, line_end, encoding):
    ran = tracker(complete, SUMMARY.replace("\n", line_end), encoding)
    assert ran.code == 0
    assert "summary.yaml: 3 fields changed" in ran.err
    assert (folder / "summary.yaml").read_bytes() == COMPLETED.replace("\n", line_end).encode(encoding)


def in_row(line, **values):
    def change(sheet):
        for head, value in values.items():
            cell(sheet, line, head.replace("_", " ")).value = value

    return change


CHANGES = {
    "a block is rewritten within its indentation": (
        in_row(3, Progress="New.\nSecond line."),
        ("        First line.\n\n        Third line.\n", "        New.\n        Second line.\n"),
    ),
    "a block is emptied": (
        in_row(3, Progress=None),
        ("      progress: |\n        First line.\n\n        Third line.\n", "      progress: \n"),
    ),
    "a date replaces a time scale": (
        in_row(3, Due=date(2010, 12, 1)),
        ("      due: within 3 months\n", "      due: 2010-12-01\n"),
    ),
    "curly brackets take a new field": (
        in_row(4, Progress="All, of them"),
        ("completed_on: 2010-08-01}", 'completed_on: 2010-08-01, progress: "All, of them"}'),
    ),
    "a text that YAML would mistake is quoted": (
        in_row(2, Progress="yes"),
        ("in progress   # ask again in June\n", 'in progress   # ask again in June\n      progress: "yes"\n'),
    ),
    "several lines become a block": (
        in_row(2, Progress="One: a\n- two # three"),
        (
            "in progress   # ask again in June\n",
            "in progress   # ask again in June\n      progress: |\n        One: a\n        - two # three\n",
        ),
    ),
    "a field is emptied and its comment stays": (
        in_row(2, Due=None),
        ("due: 2010-09-30   # agreed", "due:    # agreed"),
    ),
}


@pytest.mark.parametrize(("change", "replaced"), CHANGES.values(), ids=CHANGES)
def test_each_way_of_writing_keeps_the_rest(tracker, folder, change, replaced):
    assert SUMMARY.count(replaced[0]) == 1
    ran = tracker(change)
    assert ran.code == 0, ran.err
    assert after(folder) == SUMMARY.replace(*replaced)


def test_rows_may_be_sorted(tracker, folder):
    def swap(sheet):
        for column in range(1, sheet.max_column + 1):
            upper, lower = sheet.cell(2, column), sheet.cell(3, column)
            upper.value, lower.value = lower.value, upper.value
        cell(sheet, 3, "Status").value = "completed"

    tracker(swap)
    assert after(folder) == SUMMARY.replace("status: in progress   #", "status: completed   #")


def test_what_was_changed_on_both_sides_is_left_alone_and_told(tracker, folder):
    def both(sheet):
        cell(sheet, 2, "Status").value = "completed"
        cell(sheet, 3, "Status").value = "in progress"
        text = SUMMARY.replace("status: in progress   #", "status: not accepted   #")
        (folder / "summary.yaml").write_text(text, encoding="utf-8")

    ran = tracker(both)
    assert ran.code == 1
    assert "not taken over, since the summary was changed too: row 2, `Status` of action 1.10" in ran.err
    assert "status: not accepted   #" in after(folder)
    assert "status: not started" not in after(folder)


def test_an_action_is_found_again_after_others_were_added(tracker, folder):
    def grown(sheet):
        cell(sheet, 3, "Status").value = "completed"
        text = SUMMARY.replace("    # the first\n", '    - {id: "0.1"}\n')
        (folder / "summary.yaml").write_text(text, encoding="utf-8")

    assert tracker(grown).code == 0
    assert after(folder).count("status: completed") == 2


@pytest.mark.parametrize(
    ("before", "after_"),
    [
        ("  as_at: 2010-05-01\n", "  as_at: 2010-10-01\n"),
        ("", "  as_at: 2010-10-01\n"),
    ],
    ids=["there", "not there"],
)
def test_the_changed_plan_shows_a_new_position(tracker, scr_check, folder, before, after_):
    tracker(lambda sheet: None, SUMMARY.replace("  as_at: 2010-05-01\n", before))
    book = load_workbook("t.xlsx")
    complete(book["Actions"])
    book.save("t.xlsx")
    assert scr_check("import-progress", "t.xlsx", "--as-at", "1 October 2010").code == 0
    assert after(folder) == COMPLETED.replace("  as_at: 2010-05-01\n", after_)


def test_a_dry_run_writes_nothing(tracker, scr_check, folder):
    tracker(lambda sheet: None)
    book = load_workbook("t.xlsx")
    complete(book["Actions"])
    book.save("t.xlsx")
    ran = scr_check("import-progress", "t.xlsx", "--dry-run")
    assert "3 fields would change" in ran.err
    assert after(folder) == SUMMARY


FAULTS = {
    "no such status": (in_row(2, Status="done"), "row 2: the status is none of"),
    "a row of one's own": (in_row(5, Action="More"), "row 5: this action is not from a summary"),
    "a row twice": (in_row(5, Key=1, Action="More"), "row 5: this row is a copy of another"),
    "a column renamed": (in_row(1, Due="Deadline"), "the column `Due` is missing"),
}


@pytest.mark.parametrize(("change", "told"), FAULTS.values(), ids=FAULTS)
def test_what_cannot_be_meant_is_told_and_nothing_written(tracker, folder, change, told):
    def spoil(sheet):
        complete(sheet)
        change(sheet)

    ran = tracker(spoil)
    assert (ran.code, after(folder)) == (2, SUMMARY)
    assert told in ran.err


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("gone.xlsx", None, "does not exist"),
        ("old.xls", b"\xd0\xcf\x11\xe0", "is not an .xlsx file"),
        ("bad.xlsx", b"PK\x03\x04 broken", "damaged"),
    ],
)
def test_what_is_no_tracker_is_told(scr_check, folder, name, content, told):
    if content:
        (folder / name).write_bytes(content)
    ran = scr_check("import-progress", name)
    assert ran.code == 2
    assert told in ran.err
