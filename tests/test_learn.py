"""Learning across reviews: what recurs, with every member named; the same whoever reads the reviews."""

import json
import os
import signal
from dataclasses import replace
from itertools import islice
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html

from scr_check.learning.forms import as_text
from scr_check.learning.lessons import learning_from
from scr_check.learning.record import Asked, Record, content_words, record_of
from scr_check.learning.repeated import SAME, repeated
from scr_check.learning.running import records
from scr_check.resources import resource_folder

SUMMARY = """\
format: scr-summary/1
board: {place} Safeguarding Children Board
subject: Child {child}
review_process:
  completed_on: {year}-05-01
  contributors: [{{organisation: {place} Police, report: individual management review}}]
key_issues: [{{id: K1, title: Neglect, text: The neglect was not measured.}}]
lessons: [Neglect must be named.]
recommendations:
  - {{id: "1", text: {first}, addressed_to: [{place} Police]}}
  - {{id: "2", text: "{place} Council must repair bridge {child}.", addressed_to: [{place} Council]}}
action_plan:
  actions: [{{id: "1.1", recommendation: "1", organisation: {place} Police, status: {status}}}]
"""
ASKED = (
    ("Ashdale", "A", 2007, "Ashdale Police must train every officer to recognise neglect in homes they visit.", "completed"),
    ("Brook", "B", 2008, "All officers of Brook Police should be trained to recognise neglect in the homes that they visit.", "in progress"),
    ("Cold", "C", 2010, "Within 3 months Cold Police must ensure officers are trained in recognising neglect in homes they visit.", "not started"),
    ("Dene", "D", 2010, "Dene Police must buy new radios for the control room by March.", "not started"),
)  # fmt: skip


@pytest.fixture
def reviews(folder):
    for place, child, year, first, status in ASKED:
        text = SUMMARY.format(place=place, child=child, year=year, first=first, status=status)
        (folder / f"{child.lower()}.yaml").write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def learned(reviews, scr_check):
    def told(*arguments):
        ran = scr_check("learn", ".", "--format", "json", *arguments)
        assert ran.code == 0, ran.err
        return json.loads(ran.out)

    return told


def test_what_was_asked_before_is_found_across_the_years(learned):
    (group,) = learned()["repeated"]
    assert (
        group["history"]
        == "asked in 2007, 2008 and again in 2010, although the action was marked completed before"
    )
    assert [(one["year"], one["path"], one["ref"], one["statuses"]) for one in group["members"]] == [
        (2007, "a.yaml", "overview/1", ["completed"]),
        (2008, "b.yaml", "overview/1", ["in progress"]),
        (2010, "c.yaml", "overview/1", ["not started"]),
    ]


def test_every_theme_and_body_lists_its_reviews_with_references(learned):
    told = learned("--min-reviews", "4")
    themes = {one["name"]: one for one in told["themes"]}
    assert [one["refs"] for one in themes["Neglect"]["members"]] == [
        ["key issue K1", "lesson 1", "recommendation overview/1"],
        ["key issue K1", "lesson 1", "recommendation overview/1"],
        ["key issue K1", "lesson 1", "recommendation overview/1"],
        ["key issue K1", "lesson 1"],
    ]
    (police,) = [one for one in told["agencies"] if one["name"] == "Police"]
    assert police["members"][0]["refs"] == ["contributor", "recommendation overview/1", "action 1.1"]
    assert told["repeated"] == []


def test_json_fits_its_schema(reviews, learned):
    (reviews / "broken.yaml").write_text("format: scr-summary/1\nboard: [\n", encoding="utf-8")
    told = learned()
    assert all(told[name] for name in ("repeated", "agencies", "themes", "unread"))
    jsonschema.validate(
        told, json.loads((resource_folder("schemas") / "scr-learning-1.json").read_text("utf-8"))
    )


def test_the_text_fits_a_terminal(reviews):
    learning = learning_from(records([Path(f"{name}.yaml") for name in "abcd"]))
    narrow = as_text(learning, 80)
    assert max(map(len, narrow.splitlines())) <= 80
    assert narrow.split() == as_text(learning).split()


def test_the_text_and_the_page_name_every_member(reviews, scr_check):
    text = scr_check("learn", ".").out
    assert "  asked in 2007, 2008 and again in 2010, although the action was marked completed before" in text
    assert "    2008 Child B (b.yaml), overview/1 (100%) [in progress]: All officers of Brook Police" in text
    page = html.fromstring(scr_check("learn", ".", "--format", "html").out)
    assert not page.xpath("//script | //link | //img")
    assert len(page.xpath("(//details)[1]/ul/li")) == 3
    assert "2007: 1, 2008: 1, 2010: 2" in page.xpath("//svg/@aria-label")


def test_the_report_that_a_summary_names_is_read_too(reviews, learned):
    text = (reviews / "a.yaml").read_text(encoding="utf-8")
    (reviews / "a.yaml").write_text(text + "overview_report: report.md\n", encoding="utf-8")
    (reviews / "report.md").write_text(
        "# Report\n\n## 5 Analysis\n\n5.1 Neglect was seen and not named.\n", encoding="utf-8"
    )
    member = next(one for one in learned()["themes"] if one["name"] == "Neglect")["members"][0]
    assert (member["refs"][-1], member["report_paragraphs"]) == ("report 5.1", 1)
    member = next(one for one in learned("--summaries-only")["themes"] if one["name"] == "Neglect")[
        "members"
    ][0]
    assert member["report_paragraphs"] == 0


def test_an_overview_report_alone_is_a_review_too(scr_check, folder):
    report = "# Ashdale Safeguarding Children Board\n\n## 6 Recommendations\n\n6.1 **Recommendation 1.** Ashdale Police must train officers to recognise neglect in homes.\n"
    for name in ("one.md", "two.md"):
        (folder / name).write_text(report, encoding="utf-8")
    told = json.loads(scr_check("learn", "one.md", "two.md", "--format", "json").out)
    assert [one["path"] for one in told["repeated"][0]["members"]] == ["one.md", "two.md"]


def test_what_cannot_be_read_is_told_and_hides_nothing(reviews, scr_check):
    (reviews / "broken.yaml").write_text("format: scr-summary/1\nboard: [\n", encoding="utf-8")
    text = (reviews / "d.yaml").read_text(encoding="utf-8") + "overview_report: gone.docx\n"
    (reviews / "d.yaml").write_text(text, encoding="utf-8")
    ran = scr_check("learn", ".")
    assert ran.code == 0
    assert "broken.yaml, line" in ran.err
    assert "d.yaml: its overview report could not be read" in ran.out
    assert "4 reviews, 8 recommendations" in ran.out
    assert scr_check("learn", "broken.yaml").code == 2
    assert "does not exist" in scr_check("learn", "gone.yaml").err


def test_several_processes_give_the_same_as_one(reviews, scr_check):
    many(reviews, 12)
    one, two = (scr_check("learn", ".", "--format", "json", "--jobs", jobs).out for jobs in "12")
    assert one == two


def test_the_order_of_the_reviews_does_not_matter(reviews):
    found = list(records([Path(f"{name}.yaml") for name in "abcd"]))
    assert learning_from(found) == learning_from(reversed(found))


def test_two_files_of_one_review_are_one_review():
    record = Record("a.yaml", "Board", "Child A", 2010, asked=(Asked("1", "t", tuple("abcd"), (), ()),))
    assert repeated([record, replace(record, path="b.yaml")]) == ()
    assert repeated([record, replace(record, path="b.yaml", year=2011)])[0].reviews == 2
    assert learning_from([record, replace(record, path="b.yaml")]).repeats == ()


words = st.frozensets(st.sampled_from("abcdefghij"), min_size=4, max_size=8)


@settings(max_examples=150, deadline=None)
@given(st.lists(words, max_size=14))
def test_no_recommendation_that_is_nearly_the_same_as_a_first_is_missed(sets):
    """Against the plain way: each is held against every first that stands before it."""
    given_records = [
        Record(f"{place:02}", asked=(Asked("1", "", tuple(sorted(one)), (), ()),))
        for place, one in enumerate(sets)
    ]
    firsts, plainly = [], {}
    for place, one in enumerate(sets):
        alike = [(len(one & sets[first]) / len(one | sets[first]), -first) for first in firsts]
        nearest = max((pair for pair in alike if pair[0] >= SAME), default=None)
        if nearest is None:
            firsts.append(place)
        plainly.setdefault(place if nearest is None else -nearest[1], []).append(f"{place:02}")
    expected = sorted(group for group in plainly.values() if len(group) > 1)
    assert sorted([one.record.path for one in group.members] for group in repeated(given_records)) == expected


def test_names_numbers_and_the_words_that_all_share_do_not_count():
    one = content_words("Within 3 months Ashdale Police must train all officers", ("Ashdale Police",))
    assert one == ("offic", "train")
    assert one == content_words("In 2010 officers should be trained")


def many(folder, count):
    """So many more reviews in the folder."""
    paths = [folder / f"m{number:03}.yaml" for number in range(count)]
    for number, path in enumerate(paths):
        place, child, year, first, status = ASKED[number % len(ASKED)]
        text = SUMMARY.format(
            place=place, child=f"{child}{number}", year=year + number % 5, first=first, status=status
        )
        path.write_text(text, encoding="utf-8")
    return paths


def test_a_cluster_that_loses_a_worker_loses_nothing_and_does_nothing_twice(reviews):
    distributed = pytest.importorskip("distributed", reason="Dask is an extra: scr-check[cluster]")
    from scr_check.learning.cluster import records_on

    paths = many(reviews, 60)
    report = Path(__file__).parents[1] / "examples/dhr/good/overview-report.md"
    for path in paths:  # enough work that both workers have some when one is lost
        path.write_text(f"{path.read_text(encoding='utf-8')}overview_report: {report}\n", encoding="utf-8")
    wanted = [record_of(str(path), path.as_posix()) for path in paths]
    local = {
        "host": "127.0.0.1",
        "dashboard_address": "127.0.0.1:0",
        "local_directory": str(reviews / "dask"),
    }
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, silence_logs="CRITICAL", **local
    ) as cluster:
        coming = records_on(cluster.scheduler_address, paths)
        found = list(islice(coming, 4))
        lost = next(iter(cluster.workers.values())).pid
        os.kill(lost, signal.SIGKILL)
        found += coming
    assert sorted(one.path for one in found) == [path.as_posix() for path in paths]
    assert learning_from(found) == learning_from(wanted)


def test_a_cluster_that_is_not_there_is_told(reviews, scr_check):
    pytest.importorskip("distributed", reason="Dask is an extra: scr-check[cluster]")
    ran = scr_check("learn", ".", "--cluster", "nonsense://x")
    assert ran.code == 2
    assert "no Dask scheduler answers there" in ran.err
