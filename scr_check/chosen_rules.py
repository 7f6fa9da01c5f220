"""The rules that hold for a summary: those that its guidance asks for and its settings let through."""

from functools import lru_cache

from scr_check.config import Settings
from scr_check.documents.value import Value, value
from scr_check.file_rules import ALWAYS_APPLIED, BASIS, FILE_RULES, FileRule
from scr_check.finding import Basis, RuleCard, Severity
from scr_check.guidance.profile import Profile, Provision
from scr_check.rule import Rule
from scr_check.rules import CATALOGUE

EVERY_RULE: tuple[Rule | FileRule, ...] = (*CATALOGUE, *FILE_RULES)


@value
class ChosenRules(Value):
    """The rules to check a summary by, each with what its guidance provides, those about its file, and their cards."""

    of_content: tuple[tuple[Rule, Provision], ...]
    of_file: tuple[FileRule, ...]
    cards: tuple[RuleCard, ...]


@lru_cache(maxsize=16)
def chosen_rules(profile: Profile, settings: Settings, followed_up: bool) -> ChosenRules:
    """The rules for all summaries of this guidance and these settings; `followed_up`: with those on a plan's progress."""
    of_content = [
        (rule, provision)
        for rule in CATALOGUE
        if (provision := profile.provision(rule.code))
        and (followed_up or not rule.needs_position)
        and settings.applies(rule.code, rule.name, rule.category)
    ]
    of_file = [
        rule
        for rule in FILE_RULES
        if rule.code in ALWAYS_APPLIED or settings.applies(rule.code, rule.name, rule.category)
    ]
    cards = [card_of(rule, rule.severity, BASIS) for rule in of_file]
    cards += [card_of(rule, provision.severity, provision.basis) for rule, provision in of_content]
    return ChosenRules(tuple(of_content), tuple(of_file), tuple(cards))


def card_of(rule: Rule | FileRule, severity: Severity, basis: Basis) -> RuleCard:
    """What reports show of a rule."""
    return RuleCard(rule.code, rule.name, rule.category, severity, rule.requirement, rule.reason, basis)
