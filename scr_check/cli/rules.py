"""`scr-check rules`."""


def rules() -> None:
    """To come."""
