"""A baseline: findings known already, so that only new ones count; it holds no text of the documents."""

import json
import os
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from scr_check.errors import UsageError
from scr_check.finding import FileReport, Finding, Report, Silenced, key_of

FORMAT = "scr-baseline/1"


@dataclass(frozen=True, slots=True)
class Known:
    """A finding of a baseline, `count` times in one file."""

    file: str
    key: str
    rule: str
    count: int


@dataclass(frozen=True, slots=True)
class Baselined:
    """What is left of a report beside a baseline, and which findings of the baseline are gone."""

    report: Report
    left_out: int
    gone: tuple[Known, ...]


def write_baseline(report: Report, path: Path) -> int:
    """Write the findings of `report` to `path` as known; how many there are. Raises UsageError."""
    files: dict[str, list[dict[str, Any]]] = {}
    total = 0
    for file in report.files:
        counts = Counter((key_of(found), found.rule) for found in _known_kinds(file))
        total += counts.total()
        files[_name(file.path, path)] = [
            {"rule": rule, "key": key, "count": count} for (key, rule), count in sorted(counts.items())
        ]
    content = {"format": FORMAT, "files": dict(sorted(files.items()))}
    try:
        path.write_text(json.dumps(content, indent=1) + "\n", encoding="utf-8")
    except OSError as error:
        raise UsageError(
            f"{path} cannot be written ({(error.strerror or 'unknown reason').lower()})"
        ) from None
    return total


def read_baseline(path: Path) -> tuple[Known, ...]:
    """The findings known in `path`; raises UsageError when it is missing or no baseline."""
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
        if content["format"] != FORMAT:
            raise UsageError(f"{path} is not a baseline of this version: write it anew with --write-baseline")
        return tuple(
            Known(file, str(one["key"]), str(one["rule"]), int(one["count"]))
            for file, known in content["files"].items()
            for one in known
        )
    except OSError:
        raise UsageError(f"{path} cannot be opened: write a baseline with --write-baseline {path}") from None
    except (ValueError, KeyError, TypeError, AttributeError):
        raise UsageError(f"{path} is not a baseline: write it anew with --write-baseline") from None


def beside_baseline(report: Report, known: Iterable[Known], path: Path) -> Baselined:
    """`report` without what the baseline at `path` knows; files that were not checked are passed over."""
    left = {(one.file, one.key): one.count for one in known}
    rules = {(one.file, one.key): one.rule for one in known}
    checked = {_name(file.path, path) for file in report.files if not file.unreadable}
    files = tuple(_parted(file, left, path) for file in report.files)
    gone = tuple(
        Known(file, key, rules[file, key], count)
        for (file, key), count in left.items()
        if count and file in checked
    )
    before = sum(len(file.findings) for file in report.files)
    left_out = before - sum(len(file.findings) for file in files)
    return Baselined(replace(report, files=files), left_out, gone)


def _parted(file: FileReport, left: dict[tuple[str, str], int], path: Path) -> FileReport:
    """The file's report with what the baseline knows put aside."""
    name = _name(file.path, path)
    new, aside = [], list(file.silenced)
    for finding in file.findings:
        known = (name, key_of(finding))
        if finding.category != "file" and left.get(known, 0) > 0:
            left[known] -= 1
            aside.append(Silenced(finding, f"known in {path.name}", "baseline"))
        else:
            new.append(finding)
    return replace(file, findings=tuple(new), silenced=tuple(aside))


def _known_kinds(file: FileReport) -> Iterable[Finding]:
    """A file that cannot be read is never known already."""
    return (finding for finding in file.findings if finding.category != "file")


def _name(file: str, baseline: Path) -> str:
    """The file's path from the baseline's folder: a baseline may be shared, and used from anywhere."""
    target = Path(file).absolute()
    try:
        return Path(os.path.relpath(target, baseline.absolute().parent)).as_posix()
    except ValueError:  # on another drive
        return target.as_posix()
