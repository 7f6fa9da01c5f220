"""`scr-check extract`."""


def extract() -> None:
    """To come."""
