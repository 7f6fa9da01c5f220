"""Guidance profiles: what is required, by whom and how sure, as data."""

from scr_check.guidance.profile import Profile

__all__ = ["Profile"]
