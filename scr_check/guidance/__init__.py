"""Guidance profiles: what is required, by whom and how sure, as data."""

from scr_check.guidance.profile import (
    Expected,
    Limits,
    Profile,
    Provision,
    load_profile,
    shipped_profiles,
)

__all__ = ["Expected", "Limits", "Profile", "Provision", "load_profile", "shipped_profiles"]
