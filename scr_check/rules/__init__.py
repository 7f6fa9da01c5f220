"""Every rule that looks at a summary: one module a family, all of them in `CATALOGUE`."""

from scr_check.rule import Rule
from scr_check.rules import (
    action_plan,
    anonymity,
    events,
    faithfulness,
    identifiers,
    key_issues,
    progress,
    recommendations,
    review_dates,
    review_process,
    structure,
    style,
)

CATALOGUE: tuple[Rule, ...] = (
    *structure.RULES,
    *review_process.RULES,
    *review_dates.RULES,
    *events.RULES,
    *key_issues.RULES,
    *recommendations.RULES,
    *action_plan.RULES,
    *progress.RULES,
    *faithfulness.RULES,
    *anonymity.RULES,
    *identifiers.RULES,
    *style.RULES,
)
