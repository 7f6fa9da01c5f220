"""`scr-check render`: the summary for publication, as Word, HTML, Markdown or PDF."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from scr_check.cli import options
from scr_check.cli.files import give, refuse_to_replace
from scr_check.cli.terminal import say
from scr_check.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from scr_check.documents.publication import Publication
    from scr_check.documents.summary import Summary


class PublishedForm(StrEnum):
    """What a summary can be published as."""

    WORD = "docx"
    HTML = "html"
    MARKDOWN = "md"
    PDF = "pdf"


_FORMS = {".docx": "docx", ".html": "html", ".htm": "html", ".md": "md", ".markdown": "md", ".pdf": "pdf"}


def render(
    path: Annotated[Path, typer.Argument(metavar="SUMMARY", help="The summary to publish.")],
    form: Annotated[
        PublishedForm | None, typer.Option("--to", help="Default: the suffix of the output file, else md.")
    ] = None,
    output: options.OutputFile = None,
    template: Annotated[
        Path | None,
        typer.Option(
            "--template",
            help="The Board's own Jinja template (html, md, pdf) or Word letterhead (docx).",
        ),
    ] = None,
    draft: Annotated[
        bool, typer.Option("--draft", help="Render whatever was found, marked as a draft on every page.")
    ] = False,
    overview: options.OverviewOption = None,
    guidance: options.Guidance = None,
    identities: options.Identities = None,
    config: options.Config = None,
    force: options.Force = False,
) -> None:
    """Render a summary for publication, once nothing in it contradicts guidance or report.

    Exits 1, and writes nothing, while errors stand; --draft renders it all the same, marked as a draft.
    """
    wanted = form or PublishedForm(_FORMS.get(output.suffix.lower() if output else "", "md"))
    if output is None and wanted in (PublishedForm.WORD, PublishedForm.PDF):
        raise UsageError(f"a {wanted} file cannot be printed: name the file with -o summary.{wanted}")
    refuse_to_replace(output, force)
    flags = {"overview": overview, "guidance": guidance, "identities": identities}
    summary, profile = _checked(path, flags, config, draft)
    from scr_check.guidance import load_profile
    from scr_check.publication import publication_of

    publication = publication_of(summary, load_profile(profile, path.parent), draft=draft)
    give(_content(wanted, publication, summary, template), output, ", marked as a draft" if draft else "")


def _checked(
    path: Path, flags: "Mapping[str, Path | str | None]", config: Path | None, draft: bool
) -> "tuple[Summary, str]":
    """The summary and its guidance; exits where it is not fit for publication and no draft is wanted."""
    from scr_check.checker import Input, check
    from scr_check.config import SettingsFinder
    from scr_check.finding import Severity
    from scr_check.readers.summary import read_summary
    from scr_check.reporters.words import said_in_a_line

    given = {name: value for name, value in flags.items() if value is not None}
    settings = SettingsFinder(given, config).settings_for(path)
    (file,) = check([Input(path, settings)]).files
    errors = [finding for finding in file.findings if finding.severity is Severity.ERROR]
    if file.unreadable and not (draft and file.guidance):
        raise UsageError(file.unreadable)
    if errors and not draft:
        for found in errors:
            say(f"{path}:{found.place.line}: error[{found.rule}] {said_in_a_line(found)}")
        stand = "1 error stands" if len(errors) == 1 else f"{len(errors)} errors stand"
        say(f"{path} is not rendered while {stand}: mend what is told above, or render it with --draft")
        raise typer.Exit(1)
    return read_summary(path).summary, file.guidance or "wt2010"


def _content(
    form: PublishedForm, publication: "Publication", summary: "Summary", template: Path | None
) -> str | bytes:
    if form is PublishedForm.WORD:
        from scr_check.writers.publication import publication_document

        return publication_document(publication, template)
    from scr_check.publication import published

    if form is PublishedForm.PDF:
        from scr_check.writers.pdf import pdf_of

        name = str(template or "the summary")
        return pdf_of(published(publication, summary, "typ", template), name)
    return published(publication, summary, form.value, template)
