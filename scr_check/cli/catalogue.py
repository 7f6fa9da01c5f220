"""The rules as the commands speak of them: those that look at a summary, and those that reading finds out."""

from dataclasses import dataclass

from scr_check.errors import UsageError
from scr_check.file_rules import BASIS, FILE_RULES
from scr_check.finding import Basis
from scr_check.guidance.profile import Profile, load_profile
from scr_check.readers.shape_faults import nearest
from scr_check.rules import CATALOGUE

DEFAULT_GUIDANCE = "wt2010"


@dataclass(frozen=True, slots=True)
class Entry:
    """A rule and what a profile provides for it (`severity` "off": the profile does not ask for it)."""

    code: str
    name: str
    category: str
    severity: str
    basis: Basis | None
    requirement: str
    reason: str
    needs_overview: bool
    needs_position: bool = False


def entries(guidance: str = DEFAULT_GUIDANCE) -> tuple[Entry, ...]:
    """Every rule in the order of its code, as the profile `guidance` has it; raises UsageError."""
    profile = load_profile(guidance)
    return tuple(sorted((*_file_entries(), *_rule_entries(profile)), key=lambda entry: entry.code))


def entry_for(code_or_name: str, guidance: str = DEFAULT_GUIDANCE) -> Entry:
    """The rule of this code or name; raises UsageError with the nearest one."""
    wanted = code_or_name.strip().strip("[]")
    known = {word: entry for entry in entries(guidance) for word in (entry.code.lower(), entry.name)}
    if found := known.get(wanted.lower()):
        return found
    near = nearest(wanted, known)
    hint = (
        f"did you mean {known[near].code} ({known[near].name})?" if near else "`scr-check rules` lists them"
    )
    raise UsageError(f"there is no rule {wanted}: {hint}")


def _file_entries() -> tuple[Entry, ...]:
    return tuple(
        Entry(
            rule.code,
            rule.name,
            rule.category,
            rule.severity.value,
            BASIS,
            rule.requirement,
            rule.reason,
            False,
        )
        for rule in FILE_RULES
    )


def _rule_entries(profile: Profile) -> tuple[Entry, ...]:
    found = []
    for rule in CATALOGUE:
        provision = profile.provision(rule.code)
        severity, basis = (provision.severity.value, provision.basis) if provision else ("off", None)
        found.append(
            Entry(
                rule.code,
                rule.name,
                rule.category,
                severity,
                basis,
                rule.requirement,
                rule.reason,
                rule.needs_overview,
                rule.needs_position,
            )
        )
    return tuple(found)
