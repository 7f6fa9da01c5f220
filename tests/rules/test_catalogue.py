"""The catalogue is whole: rules, families, examples, profile and page are about the same rules."""

import importlib
import pkgutil
import re
import sys
from pathlib import Path

import pytest
from example_files import EXAMPLES, waiting

from scr_check import rules
from scr_check.file_rules import FILE_RULES
from scr_check.guidance import load_profile, shipped_profiles
from scr_check.rule import Rule
from scr_check.rules import CATALOGUE

PROJECT = Path(__file__).parents[2]
CODES = {rule.code for rule in CATALOGUE}
CATEGORIES = {
    "structure",
    "review-process",
    "events",
    "key-issues",
    "recommendations",
    "action-plan",
    "faithfulness",
    "anonymity",
    "style",
}


def families():
    for module in pkgutil.iter_modules(rules.__path__):
        yield importlib.import_module(f"scr_check.rules.{module.name}")


def test_every_rule_of_every_family_is_in_the_catalogue_once():
    made = [value.code for family in families() for value in vars(family).values() if isinstance(value, Rule)]
    listed = [rule.code for family in families() for rule in getattr(family, "RULES", ())]
    assert sorted(made) == sorted(listed) == sorted(rule.code for rule in CATALOGUE)
    assert len(made) == len(set(made))


def test_codes_and_names_are_unique_also_among_file_rules():
    everything = [*CATALOGUE, *FILE_RULES]
    assert (
        len({rule.code for rule in everything}) == len({rule.name for rule in everything}) == len(everything)
    )


def test_every_rule_has_an_example():
    assert {path.stem for path in EXAMPLES.glob("*.yaml")} == CODES


def test_no_example_waits_for_anything():
    assert waiting() == {}


@pytest.mark.parametrize("name", shipped_profiles())
def test_profiles_speak_of_rules_that_exist(name):
    assert set(load_profile(name).provisions) <= CODES


def test_the_profile_of_2010_has_a_provision_for_every_rule():
    assert set(load_profile("wt2010").provisions) == CODES


@pytest.mark.parametrize("rule", CATALOGUE, ids=lambda rule: rule.code)
def test_rules_explain_themselves(rule):
    assert re.fullmatch(r"(STR|REV|EVT|KEY|REC|AP|FAI|ANO|STY)[123]\d\d", rule.code)
    assert re.fullmatch(r"[a-z]+(-[a-z]+)+", rule.name)
    assert rule.category in CATEGORIES
    assert rule.requirement.endswith(".")
    assert len(rule.reason.split()) > 5
    assert rule.needs_overview == (rule.code[-3] == "1")
    assert rule.needs_position == (rule.code[-3] == "3")


def test_the_page_of_rules_is_what_would_be_written_now(monkeypatch):
    monkeypatch.syspath_prepend(str(PROJECT / "tools"))
    page = importlib.import_module("rules_page")
    assert page.PAGE.read_text(encoding="utf-8") == page.page(), "run python tools/rules_page.py"
    sys.modules.pop("rules_page")
