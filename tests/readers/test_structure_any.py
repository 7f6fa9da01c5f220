"""Whatever blocks a reader hands on: nothing breaks, and nothing that was written is lost."""

from hypothesis import given, settings
from hypothesis import strategies as st

from scr_check.readers.blocks import Block, Document
from scr_check.readers.structure import overview_of
from scr_check.readers.structure.wording import clean

LINES = st.sampled_from(
    """1 Introduction
4.9 The strategy discussion
6.12 The panel found this.
2.5 kg was recorded.
3.10.2010 was the date.
(a) whether it was done;
• a bullet
Recommendation 4
Recommendation 4: act.
R1. The Board must act on this.
9.3 Recommendation 1. Northmoor Police must act.
Contents
Glossary
Appendix A: Action plan
Annexe C: key to identities
Northmoor Primary Care Trust
CAF = an assessment
Action: act. Lead: nurse. By: May 2011
Child T: Tyler Kettleby, born 3 April 2010
The panel makes 3 recommendations.
OR = overview report; PCT = management review

1.
A
“
— — —
the Board ("the")""".splitlines()
)
CELLS = st.sampled_from(
    [
        "",
        "1",
        "OR 1, PCT 2-4",
        "Action",
        "Lead",
        "By when",
        "Rec",
        "Reference",
        "Name",
        "Completed 1 May 2011",
    ]
)
ROWS = st.lists(st.lists(CELLS, max_size=5).map(tuple), max_size=5).map(tuple)
BLOCKS = st.builds(
    Block,
    kind=st.sampled_from(["heading", "paragraph", "item", "table", "note"]),
    text=LINES | st.text(max_size=30),
    number=st.none()
    | st.sampled_from(["", "1.", "(a)", "(ii)", "6.12", "6.12.", "Recommendation 4", "Appendix A", "•"]),
    level=st.integers(0, 9),
    bold=st.booleans(),
    page=st.none() | st.integers(1, 200),
    rows=ROWS,
)


@settings(max_examples=100, deadline=None)
@given(st.lists(BLOCKS, max_size=14))
def test_any_blocks_can_be_read(blocks):
    overview = overview_of(Document(tuple(blocks)))
    assert overview.model_validate(overview.model_dump()) == overview


@settings(max_examples=100, deadline=None)
@given(
    st.lists(
        st.sampled_from(["The panel met.", "Nobody asked; nobody knew.", "She was seen (once).", "Why?"]),
        max_size=8,
    )
)
def test_no_paragraph_is_lost(texts):
    blocks = [Block("heading", "Analysis"), *(Block("paragraph", text) for text in texts)]
    assert [p.text for p in overview_of(Document(tuple(blocks))).paragraphs] == [
        clean(text) for text in texts
    ]
