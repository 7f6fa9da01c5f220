"""Checks summaries: reads each, checks it under its guidance, and reports on every one that was asked for."""

import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from datetime import date
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from scr_check.case_check import CaseCheck, Input, by_place
from scr_check.chosen_rules import EVERY_RULE, card_of
from scr_check.config import Settings
from scr_check.documents.fault import Fault
from scr_check.documents.place import Place, Pointer
from scr_check.errors import UsageError
from scr_check.file_rules import BASIS, FILE_RULES, file_rule, finding_of
from scr_check.finding import FileReport, Report
from scr_check.guidance.profile import load_profile
from scr_check.paragraph_report import in_paragraphs
from scr_check.readers.shape_faults import nearest
from scr_check.readers.summary import SummaryFile, UnreadableSummary, read_summary
from scr_check.reports_read import ReportsRead

if TYPE_CHECKING:
    from scr_check.readers.word_summary import WordSummary

__all__ = ["Input", "check"]

_WORTH_SHARING = 24  # summaries from which a second process takes less time than it needs to start
_SHARE = (
    16  # summaries at most handed to a process at a time, and so few that none is left waiting at the end
)


def check(inputs: Iterable[Input], jobs: int = 1) -> Report:
    """The findings of every input, in their order; what cannot be read is reported and hides nothing else.

    At most `jobs` processes share the work when there is enough of it; each reads a report once, however
    many summaries name it. Raises UsageError when a setting makes no sense.
    """
    return report_of(checked(list(inputs), jobs))


def report_of(files: Iterable[FileReport]) -> Report:
    """What was found in these files, today."""
    return Report(tuple(files), date.today().isoformat())


def checked(
    wanted: Sequence[Input], jobs: int = 1, reports: ReportsRead | None = None
) -> Iterator[FileReport]:
    """The report on each summary as soon as it is there; `reports` keeps what earlier checks have read."""
    for chosen in {one.settings.select + one.settings.ignore for one in wanted}:
        _refuse_unknown(chosen)
    for folder in {one.settings.semantic for one in wanted} - {None}:
        _refuse_no_model(folder)
    if jobs > 1 and len(wanted) >= _WORTH_SHARING:
        yield from _shared(wanted, jobs)
    else:
        kept = ReportsRead() if reports is None else reports
        yield from (check_one(one, kept, jobs) for one in wanted)


def processors() -> int:
    """How many processors this process may use."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:  # not on Linux
        return os.cpu_count() or 1


_reports = ReportsRead()  # of a process that shares the work, kept from one share to the next


def _shared(wanted: Sequence[Input], jobs: int) -> Iterator[FileReport]:
    import gc
    from concurrent.futures import ProcessPoolExecutor

    size = max(1, min(_SHARE, len(wanted) // (4 * jobs)))
    shares = [wanted[at : at + size] for at in range(0, len(wanted), size)]
    rare = gc.get_threshold()  # as this process has it; one that was not forked would not
    with ProcessPoolExecutor(min(jobs, len(shares)), initializer=_share_quietly, initargs=rare) as pool:
        yield from chain.from_iterable(pool.map(_checked_share, shares))


def _share_quietly(*garbage: int) -> None:
    """Ctrl-C reaches every process of the command: only the first one answers it."""
    import gc
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.set_threshold(*garbage)
    gc.freeze()


def _checked_share(share: Sequence[Input]) -> list[FileReport]:
    return [check_one(one, _reports) for one in share]


def check_one(one: Input, reports: ReportsRead, jobs: int = 1) -> FileReport:
    """The report on one summary, by at most `jobs` processes; `reports` keeps the overview reports already read."""
    try:
        word = _word_summary(one)
        file = word.file if word else read_summary(one.path, one.text)
    except UnreadableSummary as error:
        return _unreadable(one.path, error)
    try:
        profile = load_profile(_guidance(file, one.settings), one.path.parent)
    except UsageError as error:
        if one.settings.guidance:
            raise
        return _without_guidance(one, file, str(error))
    report = CaseCheck(one, file, profile, reports, jobs).report()
    return in_paragraphs(report, word) if word else report


def _word_summary(one: Input) -> "WordSummary | None":
    """The summary where it is a Word file on disk."""
    if one.text is not None or one.path.suffix.lower() != ".docx":
        return None
    from scr_check.readers.word_summary import read_word_summary

    named = one.settings.guidance or one.settings.default_guidance or "wt2010"
    with suppress(UsageError):  # told where the guidance is loaded
        return read_word_summary(one.path, load_profile(named, one.path.parent).headings)
    return read_word_summary(one.path)


def _refuse_unknown(chosen: tuple[str, ...]) -> None:
    """A slip in the name of a rule would leave it out, or all others, without a word."""
    known = {word for rule in EVERY_RULE for word in (rule.code, rule.name, rule.category)}
    for one in chosen:
        if one not in known and not any(word.startswith(one.upper()) for word in known):
            near = nearest(one, known)
            hint = f"did you mean {near}?" if near else "`scr-check rules` lists them"
            raise UsageError(f"there is no rule, name or category {one}: {hint}")


def _refuse_no_model(folder: Path | None) -> None:
    """Said before any summary is read; the model itself is loaded where it is first asked."""
    if folder:
        from scr_check.entailment import refuse_no_model

        refuse_no_model(folder)


def _guidance(file: SummaryFile, settings: Settings) -> str:
    if settings.guidance:
        return settings.guidance
    return file.summary.guidance if "guidance" in file.given else settings.default_guidance or "wt2010"


def _unreadable(path: Path, error: UnreadableSummary) -> FileReport:
    place = error.source.place(error.offset, error.offset + 1) if error.source else Place(1, 1, 1, 1)
    finding = finding_of(Fault("FIL201", Pointer(""), place, str(error)))
    lines = error.source.lines if error.source else ()
    card = card_of(file_rule("FIL201"), finding.severity, BASIS)
    return FileReport(
        path.as_posix(), findings=(finding,), source=lines, unreadable=str(error), rules=(card,)
    )


def _without_guidance(one: Input, file: SummaryFile, sentence: str) -> FileReport:
    pointer = Pointer("/guidance")
    faults = (*file.faults, Fault("FIL208", pointer, file.places.of(pointer), sentence))
    findings = sorted(map(finding_of, faults), key=by_place)
    return FileReport(
        path=one.path.as_posix(),
        guidance=file.summary.guidance,
        overview_report=file.summary.overview_report,
        findings=tuple(findings),
        source=file.source.lines,
        unreadable=f"{one.path.as_posix()}: {sentence}",
        rules=tuple(card_of(rule, rule.severity, BASIS) for rule in FILE_RULES),
    )
