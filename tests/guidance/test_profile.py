"""Guidance profiles: data that decides which rules are applied, how severely, and on whose authority."""

import re
from pathlib import Path

import pytest

from scr_check.checker import Input, check
from scr_check.documents.summary import Action, ReviewProcess, Summary
from scr_check.errors import UsageError
from scr_check.finding import Severity
from scr_check.guidance import load_profile, shipped_profiles
from scr_check.guidance.profile_file import COLUMNS, PARTS, PROCESS
from scr_check.rules import CATALOGUE

BASE = Path(__file__).parents[1] / "rules" / "base" / "summary.yaml"
RULES = Path(__file__).parents[2] / "scr_check" / "rules"
TINY = """
name = "tiny"
title = "A parish's own advice"
wanted = ["panel_members[].name"]

[sections]
lessons = "What the parish should learn"

[limits]
recommendations_in_one_set = 1
months_to_complete = 3
sentence_words = 25
narrative_words = 10
long_report_words = 1000

[sources.vestry]
name = "Resolution of the vestry"
standing = "custom"
verified = false

[rules]
STR206 = { severity = "info", source = "vestry" }
REV213 = { severity = "error", source = "vestry" }
"""


def own(folder, text, name="own.toml"):
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_statutory_guidance_is_an_error_and_advice_is_not():
    profile = load_profile("wt2010")
    for code, provision in profile.provisions.items():
        standing, severity = provision.basis.standing, provision.severity
        if re.fullmatch(r"ANO10[1-6]|ANO209", code):
            assert severity is Severity.ERROR
        elif standing != "statutory guidance":
            assert severity is not Severity.ERROR, code


def test_wording_that_was_not_verified_is_said_to_be_so():
    provision = load_profile("wt2010").provisions["AP207"]
    assert not provision.verified
    assert "wording not verified" in provision.basis.source


def test_no_paragraph_number_of_chapter_8_is_cited():
    sources = {provision.basis.source for provision in load_profile("wt2010").provisions.values()}
    assert not [source for source in sources if "8." in source or "paragraph" in source]


def test_a_second_profile_changes_rules_levels_words_and_limits(tmp_path):
    own(tmp_path, TINY, "tiny.toml")
    text = BASE.read_text(encoding="utf-8").replace("guidance: wt2010", "guidance: tiny.toml")
    text = text.replace("overview_report: overview.yaml", f"overview_report: {BASE.parent / 'overview.yaml'}")
    lesson = text[text.index("lessons:") : text.index("conclusion:")]
    (tmp_path / "summary.yaml").write_text(text.replace(lesson, ""), encoding="utf-8")
    report = check([Input(tmp_path / "summary.yaml")])
    assert sorted((one.rule, one.severity.value, one.message) for one in report.findings()) == [
        ("REV213", "error", "the review took longer than 3 months and the summary does not say why"),
        ("STR206", "info", "the part `What the parish should learn` is missing or empty"),
    ]
    assert {one.basis.standing for one in report.findings()} == {"custom"}


def test_no_rule_knows_which_profile_it_is():
    for path in RULES.glob("*.py"):
        text = path.read_text(encoding="utf-8")
        assert not re.search(rf"\b(?:{'|'.join(shipped_profiles())})\b", text), path
        assert "profile.name" not in text, path


def test_a_boards_own_profile_lays_its_tables_over_the_one_it_extends(tmp_path):
    path = own(
        tmp_path,
        'extends = "wt2010"\nname = "own"\ntitle = "Own"\n[limits]\nsentence_words = 30\n'
        '[rules]\nREC206 = { severity = "error" }\nSTY202 = { severity = "off" }\n',
    )
    profile, base = load_profile(path), load_profile("wt2010")
    assert profile.limits.sentence_words == 30
    assert profile.limits.narrative_words == base.limits.narrative_words
    assert profile.provisions["REC206"].severity is Severity.ERROR
    assert profile.provisions["REC206"].basis == base.provisions["REC206"].basis
    assert profile.provision("STY202") is None
    assert profile.sections == base.sections


def test_a_profile_is_found_beside_the_summary(tmp_path):
    own(tmp_path, 'extends = "wt2010"\nname = "own"\ntitle = "Own"\n')
    assert load_profile("own.toml", beside=tmp_path).name == "own"


OWN = 'extends = "wt2010"\nname = "a"\ntitle = "A"\n'
FAULTS = {
    "unknown name": ("wt2011", None, "did you mean wt2010?"),
    "missing file": ("gone.toml", None, "does not exist"),
    "not TOML": ("own.toml", "[rules", "can be read"),
    "misspelt table": ("own.toml", OWN + "[limit]\nx = 1\n", "`limit` is not known; did you mean `limits`"),
    "wrong level": (
        "own.toml",
        OWN + '[rules]\nREC206 = {severity = "grave"}\n',
        "`rules.REC206.severity` is none of",
    ),
    "no table": ("own.toml", OWN + "rules = 3\n", "`rules` is not a table"),
    "no number": (
        "own.toml",
        OWN + '[limits]\nsentence_words = "ten"\n',
        "`limits.sentence_words` is not a whole",
    ),
    "no list": ("own.toml", OWN + 'wanted = "names"\n', "`wanted` is not a list"),
    "unknown source": (
        "own.toml",
        OWN + '[rules]\nREC206 = {source = "custom"}\n',
        "names the source `custom`",
    ),
    "unknown rule": (
        "own.toml",
        OWN + '[rules]\nAP299 = {severity = "info", source = "template"}\n',
        "there is no rule AP299; did you mean `AP20",
    ),
    "unknown field": (
        "own.toml",
        OWN + '[sections]\nkey_isues = "What we found"\n',
        "`sections.key_isues` is not known; did you mean `key_issues`",
    ),
    "unknown wish": (
        "own.toml",
        'wanted = ["actions[].scopes"]\n' + OWN,
        r"`wanted` holds `actions\[\].scopes`, which is not known; did you mean `actions\[\].scope`",
    ),
    "unknown limit": (
        "own.toml",
        OWN + "[limits]\nsentence_word = 30\n",
        "did you mean `sentence_words`",
    ),
    "unknown setting of a rule": (
        "own.toml",
        OWN + '[rules]\nREC206 = {severty = "info"}\n',
        "`rules.REC206.severty` is not known; did you mean `severity`",
    ),
    "nothing looked for": (
        "own.toml",
        OWN + '[expected.voice]\npart = "key_issues"\nwhat = "the voice"\n',
        "`expected.voice` needs either `heading`, or `what` and `words`",
    ),
    "rule without source": (
        "own.toml",
        TINY.replace(', source = "vestry"', "", 1),
        "`rules.STR206.source` is missing",
    ),
    "nothing but a name": ("own.toml", 'name = "a"\n', "`title` is missing"),
    "extends an extension": (
        "own.toml",
        'extends = "first.toml"\nname = "a"\ntitle = "A"\n',
        "extend that one",
    ),
}


@pytest.mark.parametrize(("name", "text", "told"), FAULTS.values(), ids=FAULTS)
def test_a_faulty_profile_is_told_in_one_sentence(name, text, told, tmp_path):
    own(tmp_path, 'extends = "wt2010"\nname = "first"\ntitle = "First"\n', "first.toml")
    if text:
        own(tmp_path, text)
    with pytest.raises(UsageError, match=told) as raised:
        load_profile(name, beside=tmp_path)
    assert "\n" not in str(raised.value)


def test_every_rule_of_the_catalogue_can_be_switched_off(tmp_path):
    off = "".join(f'{rule.code} = {{ severity = "off" }}\n' for rule in CATALOGUE)
    path = own(tmp_path, f'extends = "wt2010"\nname = "own"\ntitle = "Own"\n[rules]\n{off}')
    assert load_profile(path).provisions == {}


def test_the_fields_that_a_profile_may_name_are_those_of_the_format():
    assert set(PROCESS) == set(ReviewProcess.__annotations__)
    assert set(PARTS) == set(Summary.__annotations__) - {
        *("format", "guidance", "status", "board", "subject", "overview_report", "aliases")
    }
    assert set(COLUMNS) < set(Action.__annotations__)


SHIPPED = [load_profile(name) for name in shipped_profiles()]


@pytest.mark.parametrize("profile", SHIPPED, ids=lambda profile: profile.name)
def test_a_shipped_profile_speaks_of_its_own_guidance_and_says_what_was_not_verified(profile):
    for code, provision in profile.provisions.items():
        assert provision.verified == ("not verified" not in provision.basis.source), code
        assert ("chapter 8" in provision.basis.source) <= (profile.name == "wt2010"), code
        asked_by_practice = provision.basis.standing in ("practice", "custom")
        assert asked_by_practice or provision.verified <= (profile.name == "wt2010"), code


def test_what_a_homicide_review_asks_for_is_drafted_and_read_back(scr_check, folder):
    assert scr_check("scaffold", "--guidance", "dhr2016", "-o", "summary.yaml").code == 0
    text = (folder / "summary.yaml").read_text(encoding="utf-8")
    for asked in ("- name:", "scope:", "milestones:", "# SUMMARY CHRONOLOGY", "pseudonym"):
        assert asked in text
    assert "board_chair" not in text
    assert set(scr_check("validate", "summary.yaml", "--format", "json").rules) == {"STR209", "FIL207"}


@pytest.mark.parametrize("name", ["lcspr", "sar"])
def test_a_single_report_is_compared_with_nothing(name, scr_check, folder):
    assert scr_check("scaffold", "--guidance", name, "-o", "summary.yaml").code == 0
    text = (folder / "summary.yaml").read_text(encoding="utf-8")
    assert "overview" not in "".join(line for line in text.splitlines() if not line.startswith("#")).replace(
        "overview_author", ""
    )
    ran = scr_check("validate", "summary.yaml", "--format", "json")
    assert set(ran.rules) == {"STR209"}
    (folder / "summary.yaml").write_text(
        text.replace("[fill in: what was found, and the underlying reasons for it]", "Nobody called."),
        encoding="utf-8",
    )
    found = scr_check("validate", "summary.yaml", "--format", "json").findings
    assert [f["message"] for f in found if f["rule"] == "STR213"] == [
        "the part `Findings` does not speak of systemic or underlying reasons"
    ]


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("dhr2016", "Executive summary"),
        ("lcspr", "Local child safeguarding practice review"),
        ("sar", "Safeguarding adults review"),
    ],
)
def test_a_document_is_called_what_its_guidance_calls_it(name, title, scr_check, folder):
    assert scr_check("scaffold", "--guidance", name, "-o", "summary.yaml").code == 0
    text = (folder / "summary.yaml").read_text(encoding="utf-8")
    assert f"# {title}. Replace every" in text
    (folder / "summary.yaml").write_text(f"format: scr-summary/1\nguidance: {name}\nsubject: Adult B\n")
    assert f"# {title}: Adult B\n" in scr_check("render", "summary.yaml", "--draft").out
    assert (
        f"Check of the {title[:1].lower()}{title[1:]}: Adult B"
        in scr_check("validate", "summary.yaml", "--format", "html").out
    )
    assert f"# {title}: [fill in: " in scr_check("scaffold", "--guidance", name, "--format", "md").out


@pytest.mark.parametrize(
    ("name", "columns"),
    [
        ("dhr2016", "Scope | Action | Lead officer | Lead agency | Key milestones | Target date | Outcome"),
        ("wt2010", "Action | Lead | Organisation | By when | Outcome for children | Monitoring"),
    ],
)
def test_the_columns_of_the_plan_come_in_the_order_of_the_guidance(name, columns, scr_check):
    draft = scr_check("scaffold", "--guidance", name, "--format", "md").out
    assert f"| No. | Recommendation | {columns} | Status |" in draft


def test_a_board_adds_a_heading_and_a_limit_of_its_own(scr_check, folder):
    own(
        folder,
        'extends = "wt2010"\nname = "own"\ntitle = "Own"\n[limits]\nrecommendations_in_one_set = 1\n'
        '[expected.voice]\npart = "key_issues"\nheading = "The voice of the child"\n',
    )
    (folder / "summary.yaml").write_text(
        "format: scr-summary/1\nguidance: own.toml\nkey_issues: [{title: Records, text: None kept.}]\n"
        "recommendations: [{id: a, text: Do this.}, {id: b, text: Do that.}]\n",
        encoding="utf-8",
    )
    rules = scr_check("validate", "summary.yaml", "--format", "json").rules
    assert {"STR213", "REC206"} <= set(rules)
