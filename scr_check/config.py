"""Settings: from the command line, and from the `scr-check.toml` or `pyproject.toml` nearest to each file."""

import tomllib
from collections.abc import Mapping
from dataclasses import replace
from difflib import get_close_matches
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

from scr_check.documents.value import Value, value
from scr_check.errors import UsageError
from scr_check.finding import Confidence, Severity


@value
class Settings(Value):
    """How one summary is checked; `guidance` overrules the summary's own, `default_guidance` fills in.

    `select` and `ignore` hold rule codes, beginnings of codes, names or categories (no `select`: all).
    `exclude` holds patterns for paths under `root`, the folder of the configuration file. `semantic` is a folder with
    a language model for a second opinion.
    """

    guidance: str | None = None
    default_guidance: str | None = None
    overview: Path | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    fail_on: Severity = Severity.ERROR
    min_confidence: Confidence = Confidence.POSSIBLE
    baseline: Path | None = None
    identities: Path | None = None
    semantic: Path | None = None
    exclude: tuple[str, ...] = ()
    root: Path | None = None
    git_aware: bool = False

    def applies(self, code: str, name: str, category: str) -> bool:
        """Whether a rule is to be applied."""
        chosen = not self.select or any(_fits(one, code, name, category) for one in self.select)
        return chosen and not any(_fits(one, code, name, category) for one in self.ignore)

    def excludes(self, path: Path) -> bool:
        """Whether `path` is left out by the configuration."""
        if self.root is None or not self.exclude:
            return False
        absolute = path.absolute()
        if not absolute.is_relative_to(self.root):
            return False
        inside = absolute.relative_to(self.root)
        return any(_matches(inside, pattern) for pattern in self.exclude)


def _fits(chosen: str, code: str, name: str, category: str) -> bool:
    return code.startswith(chosen.upper()) or chosen in (name, category)


def _matches(path: Path, pattern: str) -> bool:
    wanted = pattern.rstrip("/")
    whole = path.as_posix()
    return (
        fnmatch(whole, wanted)
        or fnmatch(whole, f"{wanted}/*")
        or ("/" not in wanted and any(fnmatch(part, wanted) for part in path.parts))
    )


class SettingsFinder:
    """The settings for each file: `flags` of the command line over the nearest configuration file."""

    def __init__(self, flags: Mapping[str, Any], config: Path | None = None) -> None:
        self._flags = dict(flags)
        self._config = config
        self._by_folder: dict[Path, Settings] = {}

    def settings_for(self, path: Path) -> Settings:
        """The settings that hold for the file at `path`; raises UsageError for a faulty configuration."""
        folder = path.absolute().parent
        if folder not in self._by_folder:
            found = self._config or nearest_config(folder)
            settings = read_config(found) if found else Settings()
            self._by_folder[folder] = replace(settings, **self._flags)
        return self._by_folder[folder]


def nearest_config(folder: Path) -> Path | None:
    """The configuration file for `folder`: in it or above it, up to `.git` and never from a home folder.

    Two colleagues see the same results: nothing outside what they share is read.
    """
    home = Path.home()
    for place in (folder, *folder.parents):
        if place == home and place != folder:
            return None
        own = place / "scr-check.toml"
        if own.is_file():
            return own
        project = place / "pyproject.toml"
        if project.is_file() and _own_table(project) is not None:
            return project
        if (place / ".git").exists():
            return None
    return None


def read_config(path: Path) -> Settings:
    """The settings in a configuration file; raises UsageError naming the file and the key."""
    table = _own_table(path) or {} if path.name == "pyproject.toml" else _toml(path)
    root = path.absolute().parent
    values = {_field(key, path): _value(key, value, path, root) for key, value in table.items()}
    return Settings(**values, root=root)


def _own_table(path: Path) -> dict[str, Any] | None:
    table = _toml(path).get("tool", {}).get("scr-check")
    return table if isinstance(table, dict) else None


def _toml(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except FileNotFoundError:
        raise UsageError(f"{path} does not exist: check the name after --config") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError) as error:
        raise UsageError(f"{path} cannot be read as TOML: {error}") from None


_KEYS = {
    "guidance": "default_guidance",
    "select": "select",
    "ignore": "ignore",
    "fail-on": "fail_on",
    "min-confidence": "min_confidence",
    "baseline": "baseline",
    "identities": "identities",
    "semantic": "semantic",
    "exclude": "exclude",
}
_WORDS: dict[str, type[Severity] | type[Confidence]] = {"fail-on": Severity, "min-confidence": Confidence}


def _field(key: str, path: Path) -> str:
    if key in _KEYS:
        return _KEYS[key]
    near = get_close_matches(key.replace("_", "-"), _KEYS, 1)
    hint = f"did you mean `{near[0]}`?" if near else f"the settings are {', '.join(_KEYS)}"
    raise UsageError(f"{path}: `{key}` is not a setting; {hint}")


def _value(key: str, value: Any, path: Path, root: Path) -> Any:
    if key in ("select", "ignore", "exclude"):
        if isinstance(value, list) and all(isinstance(one, str) for one in value):
            return tuple(value)
        raise UsageError(f"{path}: `{key}` takes a list of texts in square brackets")
    if not isinstance(value, str):
        raise UsageError(f"{path}: `{key}` takes one text in quotation marks")
    if key in _WORDS:
        words = [one.value for one in _WORDS[key]]
        if value not in words:
            raise UsageError(f"{path}: `{key}` takes {', '.join(words)}, not `{value}`")
        return _WORDS[key](value)
    return root / value if key in ("baseline", "identities", "semantic") else value
