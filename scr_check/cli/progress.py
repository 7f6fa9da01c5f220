"""`scr-check progress`: what has become of the actions, for the Board's annual report."""

import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from scr_check.cli import options
from scr_check.cli.files import give, refuse_to_replace
from scr_check.cli.terminal import look_of, say
from scr_check.errors import UnreadableDocument, UsageError

if TYPE_CHECKING:
    from scr_check.config import Settings
    from scr_check.documents.summary import Summary
    from scr_check.finding import Finding
    from scr_check.progress import Account
    from scr_check.progress.changes import Since
    from scr_check.rule import Position

# The rules that follow a plan up; the others have been answered by the time it was published.
_RULES = ("AP209", "AP210", "AP211", "AP212", "AP216", "AP217", "AP301", "AP302", "AP303")
_WRITTEN_DATE = re.compile(
    r"\d{4}-\d\d(?:-\d\d)?|\d{1,2}[/.]\d{1,2}[/.]\d{2,4}|(?:\d{1,2} )?[A-Za-z]{3,9} \d{4}"
)


class ProgressForm(StrEnum):
    """The forms of the account."""

    TEXT = "text"
    JSON = "json"
    MARKDOWN = "md"
    HTML = "html"
    EXCEL = "xlsx"


_FORMS = {".json": "json", ".md": "md", ".markdown": "md", ".html": "html", ".htm": "html", ".xlsx": "xlsx"}


def progress(
    paths: Annotated[
        list[Path], typer.Argument(metavar="REVIEWS...", help="Summaries, folders or patterns.")
    ],
    as_at: Annotated[
        str | None, typer.Option("--as-at", metavar="DATE", help="The day to report on. Default: today.")
    ] = None,
    since: Annotated[
        str | None,
        typer.Option(
            "--since",
            metavar="DATE|REVISION",
            help="Also what has changed since then, or since a git revision.",
        ),
    ] = None,
    form: Annotated[
        ProgressForm | None,
        typer.Option("--format", "-f", help="Default: the suffix of the output file, else text."),
    ] = None,
    output: options.OutputFile = None,
    template: Annotated[
        Path | None, typer.Option("--template", help="The Board's own Jinja template for md or html.")
    ] = None,
    guidance: options.Guidance = None,
    config: options.Config = None,
    force: options.Force = False,
) -> None:
    """Tell what has become of the actions of many reviews: done, under way, overdue, refused, without evidence.

    Figures over all, by review, by organisation and by theme; a section for the annual report (md, html); a
    tracker in Excel, which `scr-check import-progress` reads back. Exits 2 when a summary cannot be read.
    """
    wanted = form or ProgressForm(_FORMS.get(output.suffix.lower() if output else "", "text"))
    _must_make_sense(wanted, output, template)
    refuse_to_replace(output, force)
    summaries = list(_summaries(paths, {"guidance": guidance} if guidance else {}, config))
    read = [one for one in summaries if one is not None]
    if not read:
        raise UsageError("none of the summaries could be read")
    account = _account(read, plan_date(as_at), since)
    give(_content(account, wanted, template, output), output)
    if len(read) < len(summaries):
        raise typer.Exit(2)


def _must_make_sense(form: ProgressForm, output: Path | None, template: Path | None) -> None:
    if form is ProgressForm.EXCEL and output is None:
        raise UsageError("an Excel file cannot be printed: name the file with -o tracker.xlsx")
    if template is not None and form not in (ProgressForm.MARKDOWN, ProgressForm.HTML):
        raise UsageError("--template is for --format md or html")


def plan_date(written: str | None) -> date:
    """The day that `--as-at` gives, today without one; raises UsageError for what is no date."""
    from scr_check.language.days import days_of

    if written is None:
        return date.today()
    days = days_of(written) if _WRITTEN_DATE.fullmatch(written.strip()) else None
    if days is None:
        raise UsageError(f"--as-at {written}: write a date, such as 2011-03-31")
    return days.ends


def _summaries(
    paths: Sequence[Path], flags: Mapping[str, str], config: Path | None
) -> Iterator["tuple[Path, Settings, Summary] | None"]:
    """Each summary with its settings; None, after a word, for one that cannot be read."""
    from scr_check.cli.paths import wanted_files
    from scr_check.config import SettingsFinder
    from scr_check.readers.summary import read_summary

    finder = SettingsFinder(flags, config)
    for one in wanted_files(paths):
        settings = finder.settings_for(one.path)
        if settings.excludes(one.path) and not one.named:
            continue
        if one.path.suffix.lower() == ".docx":
            raise UsageError(
                f"{one.path} is a Word file: `scr-check import` makes a summary of it that can be followed up"
            )
        try:
            yield one.path, settings, read_summary(one.path).summary
        except UnreadableDocument as error:
            say(str(error))
            yield None


def _account(read: "Sequence[tuple[Path, Settings, Summary]]", as_at: date, since: str | None) -> "Account":
    from scr_check.progress import account_of, tracked
    from scr_check.rule import Position

    compared = _since(since, read[0][0].absolute().parent) if since else None
    before = {}
    if compared and compared.is_revision:
        before = {path: _earlier(path, compared.name) for path, _, _ in read}
    findings = {
        path.as_posix(): _findings(
            path, settings, Position(as_at, before.get(path), compared.name if compared else "")
        )
        for path, settings, _ in read
    }
    earlier = {
        path.as_posix(): tracked(path.as_posix(), summary) for path, summary in before.items() if summary
    }
    reviews = [tracked(path.as_posix(), summary) for path, _, summary in read]
    return account_of(reviews, as_at, compared, earlier, findings)


def _since(written: str, folder: Path) -> "Since":
    from scr_check.git_state import day_of_revision
    from scr_check.language.days import days_of
    from scr_check.progress.changes import Since

    days = days_of(written) if _WRITTEN_DATE.fullmatch(written.strip()) else None
    if days:
        return Since(written, days.ends)
    return Since(written, day_of_revision(written, folder), is_revision=True)


def _earlier(path: Path, revision: str) -> "Summary | None":
    """The summary as it was in a revision, where it was there and could be read."""
    from scr_check.git_state import text_in_revision
    from scr_check.readers.summary import read_summary

    text = text_in_revision(path, revision)
    if text is None:
        return None
    try:
        return read_summary(path, text.removeprefix("\ufeff")).summary
    except UnreadableDocument:
        say(f"{path} could not be read in {revision}: it counts as new")
        return None


def _findings(path: Path, settings: "Settings", position: "Position") -> "tuple[Finding, ...]":
    from scr_check.checker import Input, check_one
    from scr_check.reports_read import ReportsRead

    one = Input(path, replace(settings, select=_RULES), position=position)
    return check_one(one, ReportsRead()).findings


def _content(
    account: "Account", form: ProgressForm, template: Path | None, output: Path | None
) -> str | bytes:
    from scr_check.progress.forms import as_document, as_json

    match form:
        case ProgressForm.TEXT:
            from scr_check.progress.text import as_text

            return as_text(account, None if output else look_of(sys.stdout, "auto").width)
        case ProgressForm.JSON:
            return as_json(account)
        case ProgressForm.EXCEL:
            from scr_check.tracker.workbook import tracker_of

            return tracker_of(account)
    return as_document(account, form.value, template)
