"""Coverage: how many of the report's recommendations and actions the summary carries."""

from scr_check.comparison.actions import pair_actions
from scr_check.comparison.index import ReportIndex
from scr_check.comparison.names import Names
from scr_check.comparison.pairing import Pairing
from scr_check.comparison.recommendations import pair_recommendations
from scr_check.documents.summary import Summary


def list_coverage(summary: Summary, index: ReportIndex, names: Names) -> dict[str, dict[str, int]]:
    """The contract's figures for `recommendations` and `actions`: in_overview, in_summary, matched."""
    return {
        "recommendations": _figures(pair_recommendations(summary, index, names)),
        "actions": _figures(pair_actions(summary, index, names)),
    }


def _figures(pairing: Pairing) -> dict[str, int]:
    matched = len(pairing.pairs)
    return {
        "in_overview": matched + len(pairing.only_report),
        "in_summary": matched + len(pairing.only_summary),
        "matched": matched,
    }
