"""`scr-check explain`."""


def explain() -> None:
    """To come."""
