"""The page, taken apart without a browser: its findings, and that it needs nothing but itself."""

import base64
import hashlib
import json
from dataclasses import replace
from itertools import pairwise

import pytest
from html_pages import OUTLINE, WEAKENED, file_of, page_of, text_of
from lxml import html
from review_files import SUMMARY

from scr_check.documents.place import Pointer
from scr_check.finding import Evidence, Report, Severity
from scr_check.reporters import REPORTERS, Look


def test_the_page_has_a_card_for_every_finding(page, scr_check):
    findings = scr_check("validate", "summary.yaml", "--format", "json").findings
    cards = page.xpath("//article")
    assert len(cards) == len(findings) > 20
    said = [text_of(card).casefold() for card in cards]
    for finding in findings:
        words = " ".join(finding["message"].replace("`", "").split()).casefold()
        assert any(words in one and finding["rule"].casefold() in one for one in said)


def test_the_differing_words_are_marked_on_both_sides(page):
    (card,) = page.xpath("//article[contains(., 'FAI104')]")
    summary, report = card.xpath(".//figure")
    assert [one.text for one in summary.xpath(".//mark")] == ["seven"]
    assert [one.text for one in report.xpath(".//mark")] == ["nine"]
    assert text_of(report).startswith("The overview report says 2.1 ")


def test_a_card_says_where_what_and_who():
    (card,) = page_of(file_of(WEAKENED)).xpath("//article")
    said = text_of(card)
    for words in (
        "Error: The duty is weaker than in the report",
        "Recommendation 1, text, line 4 of summary.yaml",
        "The summary says The Trust should consider training.",
        "The overview report says 9.3, page 71 The Trust must ensure training.",
        "What to write Write the report's “must ensure”",
        "How sure Likely: read the passage before you change anything.",
    ):
        assert words in said


def test_differing_words_are_found_where_the_finding_names_none():
    bare = replace(
        WEAKENED,
        text="The Trust must visit within five working days.",
        marked=(),
        evidence=(Evidence("overview", "The Trust must visit within two working days of birth."),),
    )
    marks = [one.text for one in page_of(file_of(bare)).xpath("//mark")]
    assert marks == ["five", "two", "of birth"]


def test_texts_that_are_not_alike_are_left_unmarked():
    other = (Evidence("overview", "Nobody had asked who lived in the home."),)
    page = page_of(file_of(replace(WEAKENED, marked=(), evidence=other)))
    assert not page.xpath("//mark")


def test_names_of_fields_are_set_apart():
    page = page_of(file_of(replace(WEAKENED, help="add `due:` to it", message="a stray ` sign")))
    assert [one.text for one in page.xpath("//article//code")] == ["due:"]
    assert "Add due: to it" in text_of(page)
    assert "A stray ` sign" in text_of(page)


def test_what_is_left_out_says_so():
    left_out = replace(WEAKENED, text="", marked=(), pointer=Pointer("/recommendations"))
    (card,) = page_of(file_of(left_out)).xpath("//article")
    assert "Nothing: this is not in the summary." in text_of(card)


def test_every_part_of_the_summary_has_its_section(page):
    headings = [text_of(one) for one in page.xpath("//section[@class='part']/h2")]
    assert headings[0] == "The summary as a whole"
    assert headings[1:] == [
        "Information about the review process",
        "Summary of events",
        "Key issues arising from the case",
        "Priorities for learning and change",
        "Conclusions",
        "Recommendations",
        "Action plan",
    ]


def test_a_part_without_findings_says_that_nothing_was_found():
    sections = page_of(file_of(WEAKENED)).xpath("//section[@class='part']")
    assert text_of(sections[0]) == "Key issues No mismatch found in this part."


@pytest.mark.parametrize(
    ("findings", "heading"),
    [
        ((WEAKENED,), "There is a problem"),
        ((replace(WEAKENED, severity=Severity.WARNING),), "There is something to look at"),
        ((replace(WEAKENED, severity=Severity.INFO),), "There is something to look at"),
        ((), "No mismatch found"),
    ],
)
def test_the_page_opens_with_what_is_wrong(findings, heading):
    page = page_of(file_of(*findings))
    (box,) = page.xpath("//section[starts-with(@class, 'problem')]")
    assert text_of(box.xpath("./h2")[0]) == heading
    assert len(box.xpath(".//a")) == len(findings)


@pytest.mark.parametrize("count", [12, 13])
def test_every_error_has_a_link_however_many(count):
    (box,) = page_of(file_of(*(WEAKENED,) * count)).xpath("//section[@class='problem']")
    assert len(box.xpath(".//a")) == count
    assert bool(box.xpath(".//details")) == (count > 12)


def test_every_link_leads_to_a_place_of_its_own_on_the_page(page):
    ids = page.xpath("//@id")
    assert len(set(ids)) == len(ids)
    targets = [one.removeprefix("#") for one in page.xpath("//a/@href")]
    assert len(targets) > 40
    assert set(targets) <= set(ids)


def test_the_page_needs_nothing_but_itself(review, scr_check):
    text = scr_check("validate", "summary.yaml", "--format", "html").out
    page = html.fromstring(text)
    assert not page.xpath("//link | //img | //iframe | //*[@src]")
    assert not [one for one in page.xpath("//@href") if not one.startswith("#")]
    assert "url(" not in text
    assert "@import" not in text
    assert "http://" not in text
    assert "https://" not in text


def test_only_the_script_of_the_page_may_run(page):
    (script,) = page.xpath("//script")
    digest = base64.b64encode(hashlib.sha256(script.text.encode()).digest()).decode()
    (policy,) = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert f"script-src 'sha256-{digest}'" in policy
    assert "default-src 'none'" in policy


@pytest.mark.parametrize(
    "words", ["<script>alert(1)</script>", "{{ 7 * 7 }}", "</article><h1>x</h1>", '" onclick="x']
)
def test_words_of_a_document_stay_words(words):
    hostile = replace(
        WEAKENED,
        message=words,
        help=words,
        where=words,
        text=words,
        marked=((0, 3),),
        evidence=(Evidence("overview", words, ref=words, highlight=((1, 2),)),),
    )
    page = page_of(replace(file_of(hostile), path=words, outline=replace(OUTLINE, subject=words)))
    assert len(page.xpath("//script")) == 1
    assert len(page.xpath("//h1")) == 1
    assert not page.xpath("//*[@onclick]")
    assert text_of(page).count(" ".join(words.split())) >= 5


def test_no_sign_of_a_document_can_turn_the_words_around():
    turned = replace(WEAKENED, text="The \u202eTrust", marked=())
    assert "\u202e" not in REPORTERS["html"](Report((file_of(turned),)), Look())


def test_headings_go_down_one_step_at_a_time(review, scr_check):
    (review / "second.yaml").write_text("format: scr-summary/1\n", encoding="utf-8")
    for arguments in (["summary.yaml"], ["summary.yaml", "second.yaml"]):
        page = html.fromstring(scr_check("validate", *arguments, "--format", "html").out)
        levels = [int(one.tag[1]) for one in page.xpath("//h1 | //h2 | //h3 | //h4 | //h5")]
        assert levels.count(1) == 1
        assert all(after <= before + 1 for before, after in pairwise(levels))


def test_several_summaries_share_a_page(review, scr_check):
    (review / "broken.yaml").write_text("format: [", encoding="utf-8")
    page = html.fromstring(scr_check("validate", "summary.yaml", "broken.yaml", "--format", "html").out)
    assert text_of(page.xpath("//h1")[0]) == "Check of 2 summaries"
    assert [text_of(one) for one in page.xpath("//nav[@aria-label='Summaries']//li")][1] == (
        "broken.yaml (broken.yaml): not checked"
    )
    ids = page.xpath("//@id")
    assert len(set(ids)) == len(ids)
    assert "broken.yaml, line 1" in text_of(page.xpath("//div[@id='s2']")[0])


def test_the_page_stays_small_enough_to_send(review, scr_check):
    many = json.dumps([{"id": f"K{number}"} for number in range(300)])
    (review / "summary.yaml").write_text(f"{SUMMARY}key_issues: {many}\n", encoding="utf-8")
    text = scr_check("validate", "summary.yaml", "--format", "html").out
    assert text.count("<article") > 300
    assert len(text.encode()) < 1_000_000
