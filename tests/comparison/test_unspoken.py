"""Things that a summary tells of and the report nowhere does."""

import pytest
from reports import chapters

from scr_check.comparison.compare import compare, index_report
from scr_check.documents.overview import Section
from scr_check.documents.summary import KeyIssue, Summary

TOLD = [
    "The manager closed the file in May without reading the letter. This was a serious error.",
    "The uncle, who had been drinking, was seen at the flat on 3 June 2009.",
]


@pytest.mark.parametrize(
    ("text", "unspoken"),
    [
        ("The manager closed the file without reading the letter, and later resigned.", ["resigned"]),
        ("The manager, who was given a written reprimand, closed the file unread.", ["reprimand"]),
        ("The manager was not dismissed.", []),
        ("The uncle was drunk when he was seen at the flat.", []),
        ("The manager closed the file without having read the letter.", []),
    ],
)
def test_what_the_report_says_nothing_of(text, unspoken):
    report = index_report(chapters({Section.ANALYSIS: TOLD}))
    found = compare(Summary(subject="Child Z", key_issues=[KeyIssue(text=text)]), report).differences
    told = [one for one in found if one.message.startswith("the overview report says nothing of this")]
    assert [one.quote for one in told] == unspoken
    assert {one.kind for one in told} <= {"unsupported-claim"}
