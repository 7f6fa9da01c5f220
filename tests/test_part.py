"""Parts of a document: plain values that pydantic checks, copies and writes as it does its own models."""

from dataclasses import FrozenInstanceError

import pytest
from pydantic import ValidationError

from scr_check.documents.summary import Action, ActionPlan, Period, Recommendation, Summary

DATA = {
    "board": "Northmoor Safeguarding Children Board",
    "aliases": {"Child T": ["T"]},
    "review_process": {"period_reviewed": {"from": "2006", "to": "2009"}, "diversity": ["none", "asked"]},
    "lessons": ["Ask."],
    "action_plan": {"as_at": "2010-05-01", "actions": [{"id": "1.10", "recommendation": ["overview/1"]}]},
}


def test_what_was_read_is_what_pydantic_makes_of_it():
    assert Summary.of(DATA) == Summary.model_validate(DATA)
    assert Summary.of(DATA).action_plan == ActionPlan(
        as_at="2010-05-01", actions=[Action(id="1.10", recommendation=["overview/1"])]
    )
    assert Summary.of({}) == Summary()


def test_it_is_written_under_the_names_of_the_format():
    assert Summary.of(DATA).model_dump(by_alias=True, exclude_defaults=True) == DATA
    assert Period(from_="2006").model_dump(by_alias=True, exclude_none=True) == {"from": "2006"}
    assert Summary.model_validate_json(Summary.of(DATA).model_dump_json(by_alias=True)) == Summary.of(DATA)


@pytest.mark.parametrize(
    "data", [{"bord": "x"}, {"status": "finished"}, {"lessons": "one"}, {"period": 1}, {"aliases": ["T"]}]
)
def test_data_of_another_shape_is_refused(data):
    with pytest.raises(ValidationError):
        Summary.model_validate(data)


def test_it_cannot_be_changed_but_copied():
    one = Recommendation(id="1", text="Train all staff.")
    with pytest.raises(FrozenInstanceError):
        one.id = "2"
    assert one.model_copy(update={"id": "2"}) == Recommendation(id="2", text="Train all staff.")
    assert Recommendation().addressed_to is not Recommendation().addressed_to


def test_it_tells_of_its_fields():
    told = Period.model_fields
    assert [info.alias or name for name, info in told.items()] == ["from", "to"]
    assert told["from_"].description.startswith("The first day: 2009-11-03")
    assert told["from_"].examples == ["2006-03-01"]
