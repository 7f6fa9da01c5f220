"""Checks the executive summary of a Serious Case Review against its overview report and its guidance."""

__version__ = "0.1.0"
