"""Where the files beside the code are: inside the package when installed, one folder up in a working copy."""

from pathlib import Path

from scr_check.errors import UsageError

_PACKAGE = Path(__file__).parent


def resource_folder(name: str) -> Path:
    """The folder `templates`, `schemas` or `examples/rules`; UsageError when the installation lacks it."""
    working_copy = _PACKAGE.parent
    folders = [_PACKAGE / name]
    if (working_copy / "pyproject.toml").is_file():  # else the folder above is everybody's site-packages
        folders.append(working_copy / name)
    for folder in folders:
        if folder.is_dir():
            return folder
    raise UsageError(f"the folder {name} is missing from this installation: install scr-check again")
