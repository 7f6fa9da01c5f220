"""Where editors find the schema that explains each field of a summary."""

import os
from pathlib import Path

SCHEMA = "scr-summary-1.json"


def schema_path(output: Path | None) -> str:
    """The schema as an editor finds it from `output`: the repository's own copy, else one beside it."""
    folder = (output.parent if output else Path()).resolve()
    for above in (folder, *folder.parents):
        if (above / "schemas" / SCHEMA).is_file():
            return Path(os.path.relpath(above / "schemas" / SCHEMA, folder)).as_posix()
        if (above / SCHEMA).is_file():
            return Path(os.path.relpath(above / SCHEMA, folder)).as_posix()
        if (above / ".git").exists():
            break
    return SCHEMA


def schema_text() -> str:
    """The schema itself."""
    from scr_check.resources import resource_folder

    return (resource_folder("schemas") / SCHEMA).read_text(encoding="utf-8")
