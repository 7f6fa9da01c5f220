"""Where a report goes: in which form to standard output, and in which to which files."""

import os
import sys
from collections.abc import Mapping, Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING

from scr_check.cli.terminal import look_of, say, write
from scr_check.documents.value import Value, value
from scr_check.errors import UsageError

if TYPE_CHECKING:
    from scr_check.finding import Report

# The forms that files of such names hold, the usual one first.
_FORMS = {
    ".html": ("html",),
    ".htm": ("html",),
    ".json": ("json", "sarif", "gitlab"),
    ".md": ("markdown",),
    ".sarif": ("sarif",),
    ".xml": ("junit",),
}
FOR_PEOPLE = frozenset({"text", "html"})  # the forms that show the lines of a summary, or an outline of it


@value
class Outputs(Value):
    """The form for standard output (None: nothing is printed), and pairs of form and file."""

    printed: str | None
    files: tuple[tuple[str, Path], ...] = ()

    @property
    def forms(self) -> frozenset[str]:
        """Every form that is asked for."""
        return frozenset({form for form, _ in self.files} | ({self.printed} if self.printed else set()))

    def give(self, report: "Report", color: str) -> None:
        """Write the report to every file and to standard output; raises UsageError where a file cannot be."""
        from scr_check.reporters import REPORTERS, Look
        from scr_check.reporters.words import counts_line

        for form, path in self.files:
            _write_file(path, REPORTERS[form](report, Look()))
        if self.printed is None:
            for _, path in self.files:
                say(f"{path}: {counts_line(report)}")
        else:
            write(REPORTERS[self.printed](report, look_of(sys.stdout, color)), sys.stdout)
        if self.printed == "github":
            _add_step_summary(REPORTERS["markdown"](report, Look()))


def outputs_of(form: str | None, wanted: Sequence[str]) -> Outputs:
    """The outputs of `--format` (None: not given) and of each `--output`; raises UsageError.

    A path alone takes the form of `--format` where its ending allows, and then nothing is printed; else that
    of its ending.
    """
    chosen = _form_for(os.environ) if form == "auto" else form
    files, taken = [], False
    for one in wanted:
        named, path = _parted(one)
        held = named or _form_of(path, chosen)
        taken = taken or (named is None and held == chosen)
        files.append((held, path))
    return Outputs(None if taken else chosen or "text", tuple(files))


def _form_for(environment: Mapping[str, str]) -> str:
    """The form that the server reads on which the command runs."""
    if environment.get("GITHUB_ACTIONS") == "true":
        return "github"
    return "gitlab" if environment.get("GITLAB_CI") == "true" else "text"


def _parted(output: str) -> tuple[str | None, Path]:
    """The form and the path in FORMAT:PATH; no form when a path stands alone."""
    from scr_check.reporters import REPORTERS

    name, colon, path = output.partition(":")
    if colon and name in REPORTERS and path:
        return name, Path(path)
    if output in REPORTERS or (colon and (not path or _is_word(name))):
        near = get_close_matches(name, REPORTERS, 1)
        hint = (
            f"did you mean {near[0]}?" if near and near[0] != name else f"with one of {', '.join(REPORTERS)}"
        )
        raise UsageError(f"--output {output}: write FORMAT:PATH, {hint}")
    return None, Path(output)


def _is_word(name: str) -> bool:
    """Whether what stands before the colon is meant as a form, not as a drive or a part of a path."""
    return len(name) > 1 and name.isalpha()


def _form_of(path: Path, chosen: str | None) -> str:
    """The form for a path that stands alone, with the form that `--format` chose."""
    forms = _FORMS.get(path.suffix.lower())
    if forms:
        return chosen if chosen in forms else forms[0]
    if chosen is None:
        raise UsageError(f"--output {path}: say in which form, such as html:{path}, or add --format")
    return chosen


def _write_file(path: Path, text: str) -> None:
    try:
        path.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        reason = (error.strerror or "unknown reason").lower()
        raise UsageError(f"{path} cannot be written ({reason})") from None


def _add_step_summary(text: str) -> None:
    """Add to the page that GitHub shows for the job, where it names a file for it."""
    name = os.environ.get("GITHUB_STEP_SUMMARY")
    if not name:
        return
    try:
        with Path(name).open("a", encoding="utf-8") as file:
            file.write(text)
    except OSError:
        say("the step summary that GITHUB_STEP_SUMMARY names cannot be written")
