"""Guidance profiles: what is required, by whom and how sure, as data."""

from scr_check.guidance.profile import Limits, Profile, Provision, load_profile, shipped_profiles

__all__ = ["Limits", "Profile", "Provision", "load_profile", "shipped_profiles"]
