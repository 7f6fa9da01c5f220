"""The JSON Schemas: as the models are now, and as lenient to an author's hand as reading is."""

import json

import jsonschema
import pytest
from ruamel.yaml import YAML

from scr_check.documents.schema import MODELS, schema_text
from scr_check.documents.summary import Summary
from scr_check.readers.shape import Record, Records, shape_of
from scr_check.resources import resource_folder


def schema(name):
    return json.loads((resource_folder("schemas") / name).read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", MODELS)
def test_a_schema_is_what_its_model_says_now(name):
    """Otherwise run `python -m scr_check.documents.schema`."""
    assert (resource_folder("schemas") / name).read_text(encoding="utf-8") == schema_text(name)


def test_there_is_no_schema_without_a_model():
    assert {path.name for path in resource_folder("schemas").glob("*.json")} == set(MODELS)


@pytest.mark.parametrize("name", MODELS)
def test_a_schema_is_one_and_explains_every_field(name):
    jsonschema.Draft7Validator.check_schema(schema(name))
    parts = [schema(name), *schema(name)["definitions"].values()]
    for part in parts:
        assert part["title"]
        assert part["description"]
        for field, about in part.get("properties", {}).items():
            assert about.get("description"), f"{part['title']}: {field}"
            assert about.get("title"), f"{part['title']}: {field}"


def test_examples_are_valid_where_they_stand():
    for part in [schema("scr-summary-1.json"), *schema("scr-summary-1.json")["definitions"].values()]:
        for about in part.get("properties", {}).values():
            for example in about.get("examples", []):
                jsonschema.validate(
                    example, about | {"definitions": schema("scr-summary-1.json")["definitions"]}
                )


UNQUOTED = """\
format: scr-summary/1
board:
aliases: {the PCT: NHS Northmoor}
review_process:
  decided_on: 2009-11-03
  period_reviewed: {from: 2006, to: 12:30}
  parallel_processes: no
  board_chair:
summary_of_events:
  - {date: 2006, text: yes}
key_issues:
recommendations:
  - {id: 1.10, addressed_to: The police, overview: 9.3}
action_plan:
  actions:
    - {id: 1.1, recommendation: 1, due: 2010-09-30, status: in progress}
"""


def validator():
    return jsonschema.Draft7Validator(schema("scr-summary-1.json"))


def as_an_editor_reads(text):
    """YAML 1.2: dates are texts, 1.10 is a number, yes and no are words."""
    content = YAML(typ="safe", pure=True)
    content.resolver.yaml_implicit_resolvers = {
        sign: [one for one in resolvers if one[0] != "tag:yaml.org,2002:timestamp"]
        for sign, resolvers in content.resolver.versioned_resolver.items()
    }
    return json.loads(json.dumps(content.load(text), default=str))


def test_values_without_quotation_marks_are_accepted():
    assert list(validator().iter_errors(as_an_editor_reads(UNQUOTED))) == []


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"bord": "x"}, "bord"),
        ({"status": "Draft"}, "Draft"),
        ({"conclusion": ["a"]}, "is not of type"),
        ({"recommendations": "none"}, "is not of type"),
        ({"recommendations": [{"set": "borad"}]}, "borad"),
    ],
)
def test_what_reading_refuses_an_editor_underlines(wrong, words):
    errors = list(validator().iter_errors({"format": "scr-summary/1"} | wrong))
    assert len(errors) == 1
    assert words in errors[0].message


def test_the_schema_of_a_summary_has_the_fields_that_reading_knows():
    def names(shape):
        if isinstance(shape, Records):
            yield from names(shape.each)
        if isinstance(shape, Record):
            yield from shape.fields
            for inner in shape.fields.values():
                yield from names(inner)

    content = schema("scr-summary-1.json")
    in_schema = {
        name for part in [content, *content["definitions"].values()] for name in part.get("properties", {})
    }
    assert in_schema == set(names(shape_of(Summary)))
