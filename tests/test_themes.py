"""Themes: told by their words, and quickly."""

import re

import pytest

from scr_check.themes import _themes, themes_in

TOLD = {
    "The health visitor was not informed": (),
    "GPs must notify the health visitor of every attendance at A&E": ("Sharing information", "Injuries and medical examination"),
    "Two appointments were missed; he DID NOT ATTEND the third": ("Missed appointments",),
    "The MARAC did not hear of it": ("Domestic abuse",),
    "Officers' pharmacies": (),
}  # fmt: skip


@pytest.mark.parametrize(("text", "themes"), TOLD.items())
def test_a_theme_is_told_by_its_words_whatever_the_case(text, themes):
    assert themes_in(text) == themes


def test_the_letters_that_are_looked_for_first_can_never_hide_a_pattern():
    for words in _themes().values():
        for needed, pattern in words:
            outside = re.sub(r"\((?:[^()]|\([^()]*\))*\)", "", pattern.pattern)
            assert "|" not in outside, pattern.pattern
            assert pattern.pattern.removeprefix(r"\b").startswith(needed)
            assert pattern.pattern == pattern.pattern.lower()
