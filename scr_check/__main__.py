"""Starts the command."""


def main() -> None:
    """Run the command line."""
