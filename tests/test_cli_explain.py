"""The rules listed and explained, from the same words that findings show."""

import json

import pytest

from scr_check.file_rules import FILE_RULES
from scr_check.rules import CATALOGUE

CODES = sorted(rule.code for rule in (*CATALOGUE, *FILE_RULES))


def test_every_rule_is_listed_once_in_order(scr_check):
    lines = scr_check("rules").out.splitlines()
    assert [line.split()[0] for line in lines] == CODES


def test_the_list_as_json_has_what_each_rule_requires_and_who_asks_for_it(scr_check):
    listed = json.loads(scr_check("rules", "--format", "json").out)
    assert [entry["code"] for entry in listed] == CODES
    for entry in listed:
        assert entry["requirement"]
        assert entry["severity"] in ("error", "warning", "info", "off")
        assert (entry["basis"] is None) == (entry["severity"] == "off")


def test_the_list_can_be_cut_to_a_category(scr_check):
    listed = json.loads(scr_check("rules", "--format", "json", "--category", "file").out)
    assert {entry["category"] for entry in listed} == {"file"}


@pytest.mark.parametrize("code", CODES)
def test_every_rule_can_be_explained(scr_check, code):
    ran = scr_check("explain", code)
    assert ran.code == 0
    assert ran.out.startswith(f"{code}: ")


@pytest.mark.parametrize("word", ["ap203", "AP203", "action-without-date", "[AP203]"])
def test_a_rule_is_found_by_code_or_name(scr_check, word):
    out = scr_check("explain", word).out
    assert out.startswith("AP203: action-without-date")
    assert "chapter 8" in out
    assert "Found:" in out
    assert "Not found:" in out


@pytest.mark.parametrize("rule", [rule for rule in FILE_RULES if rule.wrong], ids=lambda rule: rule.code)
def test_the_examples_of_file_rules_are_true(validate, rule):
    def found(lines):
        return rule.code in validate(f"format: scr-summary/1\n{lines}\n").rules

    assert found(rule.wrong)
    assert not found(rule.right)
