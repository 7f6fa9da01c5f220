"""Personal names in prose, and what only looks like them."""

import pytest

from scr_check.language.people import names_in

NAMES = {
    "The midwife, Bernadette Quill, called.": ["Bernadette Quill"],
    "Dr Anil Deshpande and Mrs. Frayne came.": ["Dr Anil Deshpande", "Mrs. Frayne"],
    "PC Thackrah took notes; DS N. Orrick signed.": ["PC Thackrah", "DS N. Orrick"],
    "Head of Governance, Beverley Cawthorn-Pym": ["Beverley Cawthorn-Pym"],
    "Gareth O’Neill rang Fiona McAllister.": ["Gareth O’Neill", "Fiona McAllister"],
    "A letter from S. Kettleby was lost.": ["S. Kettleby"],
    "Stacey said that Tyler slept.": ["Stacey", "Tyler"],
}
NO_NAMES = [
    "Child T. The mother. Baby M. Young Person K. Mr A and Dr B met Adult C.",
    "The Royal Infirmary, the Crown Court and the Detective Superintendent were told in March.",
    "Every Child Matters, Working Together and Lord Laming's report; Professor Munro's review.",
    "Strategy Meeting, Initial Child Protection Conference, Local Safeguarding Children Board.",
    "HV1 told SW2. The GP and the Named Nurse for Safeguarding Children agreed on Monday.",
    "The Primary Care Trust's Head of Midwifery; the Chief Executive of the Probation Trust.",
]


@pytest.mark.parametrize(("text", "names"), NAMES.items())
def test_names_are_found_as_written(text, names):
    assert names_in(text) == names


@pytest.mark.parametrize("text", NO_NAMES)
def test_roles_bodies_and_references_are_no_names(text):
    assert names_in(text) == []


def test_known_words_are_no_names():
    assert (
        names_in(
            "Ann Holloway chairs the Board; Tindale Homes lets the flat.", {"Ann", "Holloway", "Tindale"}
        )
        == []
    )
