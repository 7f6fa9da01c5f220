"""A second opinion only ever adds what is possible, says the same each time, and is refused in one sentence."""

import json
import sys

import pytest
from review_files import REPORT, SUMMARY
from small_model import write_model

NARROW = "--select", "faithfulness"
DENIAL = "It was a serious failure that the information was not shared with the police."
TWO = '{"id2label": {"0": "entailment", "1": "contradiction"}}'  # the model has three
OPEN = """\
  - text: The police held the information.
  - text: The Board held a review.
"""
SAYS = "a language model reads this as contradicted by the overview report"


@pytest.fixture
def review(folder):
    """A summary with two open statements: the report denies what the first says, and denies nothing of the other."""
    (folder / "report.md").write_text(REPORT, encoding="utf-8")
    text = SUMMARY.replace("summary_of_events:\n", "summary_of_events:\n" + OPEN)
    (folder / "summary.yaml").write_text(text, encoding="utf-8")
    return folder


def found(ran):
    return [(one["rule"], one["message"], one["confidence"]) for one in ran.findings]


def checked(scr_check, *arguments):
    return scr_check("validate", "summary.yaml", "--format", "json", *NARROW, *arguments)


def test_what_the_model_contradicts_is_added_as_possible_and_nothing_is_taken_away(scr_check, review):
    write_model(review / "model", "held")
    alone, asked = checked(scr_check), checked(scr_check, "--semantic", "model")
    assert [one for one in found(asked) if one not in found(alone)] == [
        ("FAI111", f"{SAYS} (paragraph 3.1)", "possible")
    ]
    assert set(found(alone)) <= set(found(asked))
    (added,) = (one for one in asked.findings if one["message"].startswith(SAYS))
    assert (added["line"], added["column"], added["end_column"]) == (11, 11, 43)  # all of the sentence
    assert added["evidence"][0]["text"] == DENIAL


def test_it_is_not_asked_where_the_rules_speak(scr_check, review):
    write_model(review / "model", "the")  # to which everything is contradicted
    alone, asked = checked(scr_check), checked(scr_check, "--semantic", "model")
    assert "/review_process/circumstances" in {one["pointer"] for one in alone.findings}
    added = [one["pointer"] for one in asked.findings if one["message"].startswith(SAYS)]
    assert added == ["/summary_of_events/0/text"]


def test_it_says_the_same_each_time(scr_check, review):
    write_model(review / "model", "held")
    runs = {checked(scr_check, "--semantic", "model").out for _ in range(3)}
    assert len(runs) == 1


def test_a_model_can_stand_in_the_settings(scr_check, review):
    write_model(review / "model", "held")
    (review / "scr-check.toml").write_text('semantic = "model"\n', encoding="utf-8")
    assert any(message.startswith(SAYS) for _, message, _ in found(checked(scr_check)))
    assert "the language model in" in scr_check("doctor").out


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (lambda model: None, "is no folder with a model: model.onnx is missing"),
        (lambda model: write_model(model).joinpath("tokenizer.json").unlink(), "tokenizer.json is missing"),
        (lambda model: write_model(model).joinpath("config.json").write_text("{"), "cannot be read as JSON"),
        (lambda model: write_model(model).joinpath("config.json").write_text("{}"), "has no id2label"),
        (lambda model: write_model(model).joinpath("config.json").write_text(TWO), "can compare two texts"),
        (
            lambda model: (
                write_model(model).joinpath("config.json").write_text('{"id2label": {"0": "good"}}')
            ),
            "names no label for contradiction",
        ),
        (
            lambda model: write_model(model).joinpath("model.onnx").write_bytes(b"x"),
            "holds no model that can compare two texts",
        ),
    ],
)
def test_a_folder_without_a_model_is_refused_in_one_sentence(scr_check, review, spoil, words):
    spoil(review / "model")
    ran = checked(scr_check, "--semantic", "model")
    assert (ran.code, ran.out, ran.err.count("\n")) == (2, "", 1)
    assert words in ran.err
    (review / "scr-check.toml").write_text('semantic = "model"\n', encoding="utf-8")
    assert scr_check("doctor").code == 1


def test_without_the_extra_part_it_says_how_to_get_it(scr_check, review, monkeypatch):
    write_model(review / "model", "held")
    monkeypatch.delitem(sys.modules, "scr_check.entailment", raising=False)
    monkeypatch.setitem(sys.modules, "onnxruntime", None)
    ran = checked(scr_check, "--semantic", "model")
    assert (ran.code, ran.out) == (2, "")
    assert 'pip install "scr-check[semantic]"' in ran.err
    assert json.loads(checked(scr_check).out)["files"]
