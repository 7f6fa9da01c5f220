"""What a process remembers of its last check changes nothing in what it finds, and is all that it need not find again."""

from pathlib import Path
from shutil import copytree

import pytest

from scr_check.checker import Input, check_one
from scr_check.comparison import compare as comparing
from scr_check.reports_read import ReportsRead

EXAMPLE = Path(__file__).parents[2] / "examples" / "first"
EDITS = {
    "a statement": ("The hospital told nobody.", "The police told nobody."),
    "a line above it": (
        "summary_of_events:\n",
        "\n\nsummary_of_events:\n  - date: August 2009\n    text: None.\n",
    ),
    "a number": ("spent two nights in hospital.", "spent three nights in hospital."),
    "its neighbour": ("three nights in hospital.", "three nights in hospital. Two nights were enough."),
    "a denial": ("A nurse left a message", "No nurse left a message"),
    "the date of its event": ("- date: October 2009", "- date: March 2008"),
    "an alias": ("board: Ash", "aliases: {The nursery: Child Carers}\nboard: Ash"),
    "what an alias stands for": ("The nursery: Child Carers", "The nursery: Ashdale Police"),
    "a reference": ('overview: ["3.4"]', 'overview: ["3.2"]'),
    "nothing": ("board: Ash", "board: Ash"),
}


@pytest.fixture
def review(tmp_path):
    return copytree(EXAMPLE, tmp_path / "review")


@pytest.fixture
def judged(monkeypatch):
    """The statements that were held against the report, as they are."""
    texts = []

    def verdict(statement, report, find=comparing._verdict):
        texts.append(statement.sentence.text)
        return find(statement, report)

    monkeypatch.setattr(comparing, "_verdict", verdict)
    return texts


def save(path, old, new):
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_the_same_is_found_with_memory_and_without(review):
    remembering, found = ReportsRead(remember=True), []
    one = Input(review / "summary.yaml")
    for old, new in EDITS.values():
        save(one.path, old, new)
        afresh = check_one(one, ReportsRead())
        assert check_one(one, remembering) == afresh
        found.append(afresh)
    assert any(len(file.findings) > 2 for file in found)
    save(review / "overview-report.md", "told nobody", "told the health visitor")
    save(review / "overview-report.md", "11 August 2009", "11 September 2009")
    afresh = check_one(one, ReportsRead())
    assert check_one(one, remembering) == afresh
    assert afresh.findings != found[-1].findings


def test_only_what_has_changed_is_judged_again(review, judged):
    remembering, one = ReportsRead(remember=True), Input(review / "summary.yaml")
    check_one(one, remembering)
    assert len(judged) > 15
    judged.clear()
    save(one.path, *EDITS["a line above it"])
    check_one(one, remembering)
    assert judged == ["None."]
    judged.clear()
    save(one.path, *EDITS["a statement"])
    check_one(one, remembering)
    assert judged[-1] == "The police told nobody."
    assert len(judged) == 2  # with its neighbour


def test_a_process_that_checks_once_remembers_nothing(review):
    read = ReportsRead()
    check_one(Input(review / "summary.yaml"), read)
    assert read.read(review / "overview-report.md").memory is None
