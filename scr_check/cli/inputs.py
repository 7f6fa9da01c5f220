"""The summaries to check, with their settings: named, found in folders, read from standard input."""

import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from scr_check.checker import Input
from scr_check.cli.paths import Wanted, is_summary, summaries_under, wanted_files
from scr_check.config import Settings, SettingsFinder
from scr_check.documents.value import Value, value
from scr_check.errors import UnreadableDocument, UsageError
from scr_check.readers.source import LARGEST, decode
from scr_check.readers.summary import read_summary, read_text

STDIN = Path("-")


@value
class Gathering(Value):
    """How arguments become inputs."""

    finder: SettingsFinder
    stdin_name: Path
    only_summaries: bool
    force_exclude: bool

    def of(self, paths: Sequence[Path]) -> list[Input]:
        """What the arguments mean; raises UsageError for one that means nothing."""
        inputs = [self._stdin()] if STDIN in paths else []
        for wanted in wanted_files([path for path in paths if path != STDIN]):
            settings = self.finder.settings_for(wanted.path)
            excluded = settings.excludes(wanted.path) and (self.force_exclude or not wanted.named)
            if not excluded and not self._passed_over(wanted):
                must_name_report(wanted.path, settings)
                inputs.append(Input(wanted.path, settings))
        return inputs

    def naming(self, reports: Iterable[Path]) -> list[Input]:
        """The summaries in and under the current folder that name one of these overview reports."""
        wanted = {report.resolve() for report in reports}
        inputs = []
        for path in summaries_under(Path()):
            settings = self.finder.settings_for(path)
            if not settings.excludes(path) and _report_of(path, {one.name for one in wanted}) in wanted:
                inputs.append(Input(path, settings))
        return inputs

    def _passed_over(self, wanted: Wanted) -> bool:
        """Whether a hook handed over some other YAML file; a file that is missing is never passed over."""
        return self.only_summaries and wanted.named and wanted.path.is_file() and not is_summary(wanted.path)

    def _stdin(self) -> Input:
        text = decode(sys.stdin.buffer.read(LARGEST + 1), str(self.stdin_name))
        return Input(self.stdin_name, self.finder.settings_for(self.stdin_name), text)


def must_name_report(path: Path, settings: Settings) -> None:
    """Raise UsageError for a Word file without a report: it cannot name one, and little would be checked."""
    if path.suffix.lower() == ".docx" and settings.overview is None:
        raise UsageError(f"{path} is a Word file and names no overview report: add --overview REPORT")


def _report_of(path: Path, names: set[str]) -> Path | None:
    """The overview report of the summary at `path`, when its text holds one of the `names` at all."""
    try:
        text = read_text(path)
        if not any(name in text for name in names):
            return None
        report = read_summary(path, text).summary.overview_report
    except UnreadableDocument:
        return None
    return (path.parent / report.strip()).resolve() if report else None
