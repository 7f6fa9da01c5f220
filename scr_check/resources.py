"""Where the files beside the code are: inside the package when installed, one folder up in a working copy."""

from pathlib import Path

from scr_check.errors import UsageError

_PACKAGE = Path(__file__).parent


def resource_folder(name: str) -> Path:
    """The folder `templates`, `schemas` or `examples/rules`; raises UsageError when the installation lacks it."""
    for above in (_PACKAGE, _PACKAGE.parent):
        folder = above / name
        if folder.is_dir():
            return folder
    raise UsageError(f"the folder {name} is missing from this installation: install scr-check again")
