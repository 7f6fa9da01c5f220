"""Rewordings: what a recommendation reworded by another hand may not set off, and what one false word must."""

from pathlib import Path

import pytest
from reports import differences, made, told
from ruamel.yaml import YAML

from scr_check.comparison.recommendations import recommendation_differences

_WORDINGS = YAML(typ="safe").load(Path(__file__).with_name("rewordings.yaml"))
_KINDS = ("weakened", "narrowed", "detail", "readdressed")
_FAITHFUL = [(entry["report"], text) for entry in _WORDINGS for text in entry["faithful"]]
_FALSE = [(entry["report"], text) for entry in _WORDINGS for kind in _KINDS for text in entry.get(kind, ())]


def found(report: str, text: str) -> list[str]:
    return [d.message for d in differences(recommendation_differences, told(text), made(report))]


@pytest.mark.parametrize(("report", "text"), _FAITHFUL)
def test_another_wording_of_the_same_passes(report: str, text: str) -> None:
    assert found(report, text) == []


@pytest.mark.parametrize(("report", "text"), _FALSE)
def test_one_thing_made_false_is_found(report: str, text: str) -> None:
    assert found(report, text)
