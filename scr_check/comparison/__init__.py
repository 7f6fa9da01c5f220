"""What the project exists for: holds every statement of a summary against the overview report."""

from scr_check.comparison.result import Comparison, Difference

__all__ = ["Comparison", "Difference"]
