"""`scr-check scaffold`: a guided draft of a summary to fill in."""

import os
import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from scr_check.cli.files import put, refuse_to_replace
from scr_check.cli.schema import SCHEMA, schema_path, schema_text
from scr_check.cli.terminal import say, write
from scr_check.errors import UsageError

if TYPE_CHECKING:
    from scr_check.draft import Draft
    from scr_check.guidance import Profile


class DraftForm(StrEnum):
    """What a draft can be written as."""

    YAML = "yaml"
    MARKDOWN = "md"
    WORD = "docx"


def scaffold(
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="Write the draft to this file.")
    ] = None,
    report: Annotated[
        Path | None, typer.Option("--from", help="Fill in what this overview report already says.")
    ] = None,
    form: Annotated[
        DraftForm | None,
        typer.Option("--format", "-f", help="Default: the suffix of the output file, else yaml."),
    ] = None,
    guidance: Annotated[
        str, typer.Option("--guidance", help="The guidance profile to draft for.")
    ] = "wt2010",
    with_schema: Annotated[
        bool,
        typer.Option("--with-schema", help=f"Also write {SCHEMA}, with which editors explain each field."),
    ] = False,
    interactive: Annotated[
        bool, typer.Option("--interactive", help="Ask for what is not known yet; needs a terminal.")
    ] = False,
    force: Annotated[bool, typer.Option("--force", help="Write over files that exist.")] = False,
) -> None:
    """Write a draft of a summary: every field with a line on what it is for and who asks for it."""
    chosen = form or _form_of(output)
    if chosen is DraftForm.WORD and output is None:
        raise UsageError("a Word file cannot be printed: name the file with -o summary.docx")
    if interactive:
        _must_have_terminal()
        report = report or _asked_report()
    schema = _schema_beside(output) if with_schema else None
    for path in (output, schema):
        refuse_to_replace(path, force)
    from scr_check.guidance import load_profile

    profile = load_profile(guidance)
    draft = _draft(report, output, _guidance_from(guidance, output))
    if interactive:
        draft = _completed(draft)
    content = _content(chosen, draft, profile, output)
    _put(output, content)
    if schema:
        _put(schema, schema_text())
    _tell(draft, output, chosen)


def _form_of(output: Path | None) -> DraftForm:
    suffix = output.suffix.lower() if output else ""
    forms = {".md": DraftForm.MARKDOWN, ".markdown": DraftForm.MARKDOWN, ".docx": DraftForm.WORD}
    return forms.get(suffix, DraftForm.YAML)


def _must_have_terminal() -> None:
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        raise UsageError("--interactive needs a terminal to ask in: leave it out, and fill in the draft")


def _asked_report() -> Path | None:
    answer = _asked("Overview report to draft from (Enter: none)")
    return Path(answer) if answer else None


def _asked(question: str) -> str | None:
    """The answer to a question on standard error: standard output may be the draft."""
    sys.stderr.write(f"{question}: ")
    sys.stderr.flush()
    return sys.stdin.readline().strip() or None


def _draft(report: Path | None, output: Path | None, guidance: str) -> "Draft":
    from scr_check.documents.summary import Summary
    from scr_check.draft import Draft, draft_of

    if report is None:
        return Draft(Summary(guidance=guidance))
    from scr_check.readers.overview import read_overview

    overview = read_overview(report)
    if overview.doubts:
        say(f"{report}: {len(overview.doubts)} doubts in reading it, which scr-check extract lists")
    return draft_of(overview, _named_from(report, output), guidance)


def _named_from(report: Path, output: Path | None) -> str:
    """The report's path as seen from the draft."""
    folder = output.parent if output else Path()
    try:
        return Path(os.path.relpath(report, folder)).as_posix()
    except ValueError:  # on another drive
        return report.resolve().as_posix()


def _guidance_from(guidance: str, output: Path | None) -> str:
    """The profile as the draft has to name it: a file of one's own is looked for from the draft's folder."""
    return _named_from(Path(guidance), output) if guidance.endswith(".toml") else guidance


def _completed(draft: "Draft") -> "Draft":
    """The draft with the author's answers for the board and the subject where nothing is known of them."""
    from dataclasses import replace

    answers = {}
    for name, question in (
        ("board", "Full name of the Board"),
        ("subject", "Anonymised reference, such as Child T"),
    ):
        if getattr(draft.summary, name) is None:
            answers[name] = _asked(f"{question} (Enter: later)")
    return replace(draft, summary=draft.summary.model_copy(update=answers))


def _content(form: DraftForm, draft: "Draft", profile: "Profile", output: Path | None) -> str | bytes:
    from scr_check.render import draft_markdown, draft_yaml

    if form is DraftForm.YAML:
        return draft_yaml(draft, profile, schema_path(output), output.name if output else "summary.yaml")
    text = draft_markdown(draft, profile)
    if form is DraftForm.MARKDOWN:
        return text
    from scr_check.readers.markdown import blocks_of
    from scr_check.writers.word import word_document

    return word_document(blocks_of(text, "the draft"), profile.title_about(draft.summary.subject))


def _schema_beside(output: Path | None) -> Path:
    if output is None:
        raise UsageError("--with-schema writes beside the draft: name the draft with -o summary.yaml")
    return output.parent / SCHEMA


def _put(path: Path | None, content: str | bytes) -> None:
    if path is None:
        write(str(content), sys.stdout)
        return
    put(path, content)


def _tell(draft: "Draft", output: Path | None, form: DraftForm) -> None:
    """Say on standard error what the draft holds and what to do next."""
    if output is None:
        return
    plan = draft.summary.action_plan
    taken = (
        f" with {len(draft.summary.recommendations)} recommendations and {len(plan.actions)} actions"
        if plan
        else ""
    )
    say(f"wrote {output}{taken}: replace every [fill in: ...]")
    if form is DraftForm.YAML:
        say(f"then check it with: scr-check validate {output}")
        if not (output.parent / schema_path(output)).is_file():
            say(f"for help in an editor that knows YAML schemas, let --with-schema put {SCHEMA} beside it")
