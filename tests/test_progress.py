"""The annual report: what has become of the actions, by review, organisation and theme, and since when."""

import json
import subprocess
from datetime import date

import jsonschema
import pytest
from lxml import html

from scr_check.progress import account_of, tracked
from scr_check.progress.text import as_text
from scr_check.readers.summary import read_summary
from scr_check.resources import resource_folder

SUMMARY = """\
format: scr-summary/1
status: published
board: Ashdale Safeguarding Children Board
subject: {subject}
review_process: {{completed_on: 2010-05-01}}
recommendations:
  - {{id: "1", text: All agencies must share information., addressed_to: [Ashdale Police]}}
  - {{id: "2", text: Train staff in neglect., addressed_to: [Ashdale Council]}}
action_plan:
  as_at: 2010-05-01
  actions:
{actions}
"""
T = """\
    - {id: "1.1", recommendation: "1", action: Write a protocol, organisation: Ashdale Police, due: 2010-06-30, status: completed, completed_on: 2010-06-20, progress: Signed.}
    - {id: "1.2", recommendation: "1", action: Audit it, organisation: Ashdale Police, due: within 3 months, status: in progress}
    - {id: "2.1", recommendation: "2", action: Train, organisation: ashdale police, due: 2011-01-31, status: not started}
"""
U = """\
    - {id: "1.1", recommendation: "2", action: Train, organisation: Ashdale Council, due: 2010-09-30, status: completed, completed_on: 2010-11-30}
    - {id: "2.1", recommendation: "2", action: Buy a tool, organisation: Ashdale Council, due: 2010-12-31, status: not accepted, progress: No money.}
    - {id: "2.2", recommendation: "2", action: Count, due: 2010-12-31}
"""


@pytest.fixture
def reviews(folder):
    for name, actions in (("t", T), ("u", U)):
        text = SUMMARY.format(subject=f"Child {name.upper()}", actions=actions)
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def account(reviews, scr_check):
    def told(*arguments, as_at="2010-10-31"):
        ran = scr_check("progress", "t.yaml", "u.yaml", "--as-at", as_at, "--format", "json", *arguments)
        assert ran.code == 0, ran.err
        return json.loads(ran.out)

    return told


def test_each_action_stands_in_one_way_on_the_day(account):
    told = account()
    assert told["all"] == {
        "actions": 6,
        "completed": 1,
        "in_progress": 0,
        "not_started": 1,
        "overdue": 2,
        "not_accepted": 1,
        "without_a_status": 1,
        "without_evidence": 0,
    }
    assert [(one["subject"], one["id"], one["days"]) for one in told["overdue"]] == [
        ("Child T", "1.2", 91),
        ("Child U", "1.1", 31),  # completed, but later than this day
    ]
    assert told["not_accepted"][0]["reason"] == "No money."


def test_a_later_day_shows_what_was_done_by_then(account):
    told = account(as_at="31 March 2011")
    assert (told["all"]["completed"], told["all"]["overdue"], told["all"]["without_evidence"]) == (2, 3, 1)
    assert [one["id"] for one in told["without_evidence"]] == ["1.1"]


def test_figures_by_organisation_and_by_theme(account):
    told = account()
    by_agency = {one["name"]: one["actions"] for one in told["by_agency"]}
    assert by_agency == {"Ashdale Police": 3, "Ashdale Council": 2, "no organisation named": 1}
    by_theme = {one["name"]: (one["actions"], one["overdue"]) for one in told["by_theme"]}
    assert by_theme == {"Training": (4, 1), "Neglect": (4, 1), "Sharing information": (2, 1)}


def test_what_has_changed_since_a_day(account):
    told = account("--since", "2010-06-15")
    assert told["since"] == {"name": "2010-06-15", "date": "2010-06-15"}
    changes = {
        one["subject"]: [(c["id"], c["what"], c["after"]) for c in one["changes"]] for one in told["reviews"]
    }
    assert changes == {
        "Child T": [("1.1", "completed", "2010-06-20"), ("1.2", "became overdue", "within 3 months")],
        "Child U": [("1.1", "became overdue", "2010-09-30")],
    }


@pytest.fixture
def git(reviews):
    (reviews / ".git").rmdir()

    def ran(*arguments):
        command = ["git", "-c", "user.name=N", "-c", "user.email=n@example.org", *arguments]
        return subprocess.run(command, cwd=reviews, check=True, capture_output=True)

    ran("init", "-q")
    ran("add", "t.yaml")
    ran("commit", "-q", "-m", "Publish")
    ran("tag", "published")
    return ran


def test_what_has_changed_since_a_revision(git, reviews, account):
    text = (reviews / "t.yaml").read_text(encoding="utf-8")
    text = text.replace("status: completed, completed_on: 2010-06-20", "status: in progress")
    text = text.replace("status: not started", "status: completed").replace("2011-01-31", "2011-03-31")
    (reviews / "t.yaml").write_text(text.replace('id: "1.2"', 'id: "1.3"'), encoding="utf-8")
    told = account("--since", "published")
    first, second = told["reviews"]
    assert [(c["id"], c["what"], c["before"], c["after"]) for c in first["changes"]] == [
        ("1.1", "status changed", "completed", "in progress"),
        ("1.3", "added", "", "in progress"),
        ("2.1", "completed", "not started", "completed"),
        ("2.1", "new date", "2011-01-31", "2011-03-31"),
        ("1.2", "taken out", "in progress", ""),
    ]
    assert {c["what"] for c in second["changes"]} == {"added"}
    assert ("AP303", "action 1.1 was `completed` in published and is `in progress` now") in [
        (f["rule"], f["message"]) for f in first["findings"]
    ]


def test_a_revision_that_is_none_is_told(git, scr_check):
    ran = scr_check("progress", "t.yaml", "--since", "publishd")
    assert ran.code == 2
    assert "neither a date (2010-03-31) nor a revision" in ran.err


def test_the_rules_on_plans_are_applied_for_that_day(account):
    told = account(as_at="2011-06-30")
    assert [(one["subject"], [f["rule"] for f in one["findings"]]) for one in told["reviews"]] == [
        ("Child T", ["AP302", "AP212", "AP211", "AP211"]),
        ("Child U", ["AP302", "AP301", "AP212", "AP211"]),
    ]


@pytest.mark.parametrize("since", [(), ("--since", "2010-06-15")])
def test_json_fits_its_schema(account, since):
    told = account(*since, as_at="2011-03-31")
    assert all(told[name] for name in ("overdue", "not_accepted", "without_evidence"))
    jsonschema.validate(
        told, json.loads((resource_folder("schemas") / "scr-progress-1.json").read_text("utf-8"))
    )


def test_the_text_names_what_is_late_and_by_how_much(reviews, scr_check):
    out = scr_check("progress", ".", "--as-at", "2010-10-31").out
    assert "Position on 31 October 2010: 2 reviews, 6 actions" in out
    assert "  Child T, action 1.2 (Ashdale Police): 91 days, due within 3 months (1 August 2010)" in out
    assert "t.yaml:13: info[AP211] action 1.2 was due before 2010-10-31 and is not completed" in out


def test_a_narrow_terminal_is_not_written_over(reviews):
    summary = read_summary(reviews / "t.yaml").summary
    account = account_of([tracked("reviews/child-t/summary.yaml", summary)], date(2010, 10, 31))
    for width in (60, 80, 100):
        lines = as_text(account, width).splitlines()
        assert max(map(len, lines)) <= max(width, 74), width
    told = " ".join(as_text(account, 80).split())
    assert "due within 3 months (1 August 2010)" in told
    assert {word for line in as_text(account).splitlines() for word in line.split()} == set(told.split())


def test_the_section_for_the_annual_report(reviews, scr_check, folder):
    assert scr_check("progress", ".", "--as-at", "2010-10-31", "-o", "annual.md").code == 0
    text = (folder / "annual.md").read_text(encoding="utf-8")
    assert text.startswith("## Actions taken following reviews\n")
    assert "| Child T | 3 | 1 | 0 | 1 | 1 | 0 | 0 |" in text
    assert (
        "| Child T, action 1.2: Audit it | Ashdale Police | within 3 months (1 August 2010) | 91 days | no explanation given |"
        in text
    )
    assert "\n\n\n\n" not in text
    assert scr_check("progress", ".", "-o", "annual.md").code == 2  # nothing is written over without --force


def test_a_boards_own_template_is_filled(reviews, scr_check, folder):
    (folder / "own.md").write_text("{{ day }}: {{ account.whole.completed }} done\n", encoding="utf-8")
    ran = scr_check("progress", ".", "--as-at", "2010-10-31", "--format", "md", "--template", "own.md")
    assert ran.out == "31 October 2010: 1 done\n"
    assert scr_check("progress", ".", "--template", "own.md").code == 2


def test_the_page_is_one_file_with_a_chart_that_is_told_in_words(reviews, scr_check):
    text = SUMMARY.format(subject="'Child <i>T</i>'", actions=T)
    (reviews / "t.yaml").write_text(text, encoding="utf-8")
    page = html.fromstring(scr_check("progress", ".", "--as-at", "2010-10-31", "--format", "html").out)
    assert not page.xpath("//script | //link | //img | //i")
    assert page.xpath("//svg/@aria-label")[0] == "1 completed, 1 not started, 1 overdue"
    widths = [float(width) for width in page.xpath("(//svg)[1]/rect/@width")]
    assert sum(widths) == pytest.approx(400, abs=0.1)


def test_a_summary_that_cannot_be_read_is_told_and_the_others_are_reported(reviews, scr_check):
    (reviews / "broken.yaml").write_text("format: scr-summary/1\nboard: [\n", encoding="utf-8")
    ran = scr_check("progress", ".", "--as-at", "2010-10-31")
    assert ran.code == 2
    assert "broken.yaml" in ran.err
    assert "2 reviews, 6 actions" in ran.out


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--as-at", "soon"), "write a date"),
        (("--format", "xlsx"), "cannot be printed"),
        (("summary.docx",), "`scr-check import`"),
    ],
)
def test_what_makes_no_sense_is_told(reviews, scr_check, arguments, told):
    ran = scr_check("progress", *(arguments if "docx" in arguments[0] else ("t.yaml", *arguments)))
    assert (ran.code, told in ran.err) == (2, True)
