"""The page for its tests, made from findings given by hand."""

from lxml import html

from scr_check.documents.place import Place, Pointer
from scr_check.finding import Confidence, Evidence, FileReport, Finding, Outline, Report, Severity
from scr_check.reporters import REPORTERS, Look

WEAKENED = Finding(
    rule="REC104",
    name="recommendation-weakened",
    category="recommendations",
    severity=Severity.ERROR,
    confidence=Confidence.LIKELY,
    message="the duty is weaker than in the report",
    help="write the report's “must ensure”",
    pointer=Pointer("/recommendations/0/text"),
    place=Place(4, 11, 4, 26),
    where="Recommendation 1, text",
    text="The Trust should consider training.",
    marked=((10, 25),),
    evidence=(
        Evidence("overview", "The Trust must ensure training.", ref="9.3", page=71, highlight=((10, 21),)),
    ),
)
OUTLINE = Outline(
    subject="Child T", parts=(("key_issues", "Key issues"), ("recommendations", "Recommendations"))
)


def page_of(*files):
    return html.fromstring(REPORTERS["html"](Report(files, "2010-05-01"), Look()))


def file_of(*findings, **more):
    return FileReport("summary.yaml", guidance="wt2010", findings=findings, outline=OUTLINE, **more)


def text_of(node):
    return " ".join(node.text_content().split())
