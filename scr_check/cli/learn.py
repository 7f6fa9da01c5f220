"""`scr-check learn`: what recurs across many reviews."""

import sys
from collections.abc import Iterator, Sequence
from enum import StrEnum
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from scr_check.cli import options
from scr_check.cli.files import give, refuse_to_replace
from scr_check.cli.terminal import look_of, say
from scr_check.errors import UsageError

if TYPE_CHECKING:
    from scr_check.learning.lessons import Learning
    from scr_check.learning.record import Record


class LearningForm(StrEnum):
    """The forms of what was learned."""

    TEXT = "text"
    JSON = "json"
    HTML = "html"


_FORMS = {".json": "json", ".html": "html", ".htm": "html"}


def learn(
    paths: Annotated[
        list[Path],
        typer.Argument(
            metavar="REVIEWS...", help="Summaries, overview reports, folders of summaries, patterns."
        ),
    ],
    form: Annotated[
        LearningForm | None,
        typer.Option("--format", "-f", help="Default: the suffix of the output file, else text."),
    ] = None,
    output: options.OutputFile = None,
    fewest: Annotated[
        int, typer.Option("--min-reviews", min=2, help="Show what occurs in so many reviews at least.")
    ] = 2,
    summaries_only: Annotated[
        bool, typer.Option("--summaries-only", help="Do not read the overview reports that summaries name.")
    ] = False,
    jobs: Annotated[
        int | None,
        typer.Option("--jobs", "-j", min=1, help="Processes that read. Default: one for each processor."),
    ] = None,
    cluster: Annotated[
        str | None,
        typer.Option("--cluster", metavar="ADDRESS", help="Read on the Dask cluster with this scheduler."),
    ] = None,
    force: options.Force = False,
) -> None:
    """Find what recurs in many reviews: themes, bodies, and recommendations that were made before.

    Every group lists its members with their references; the same reviews always give the same answer. Exits 2
    when none of the reviews can be read.
    """
    wanted = form or LearningForm(_FORMS.get(output.suffix.lower() if output else "", "text"))
    refuse_to_replace(output, force)
    from scr_check.learning.lessons import learning_from

    found = learning_from(_records(_files(paths), jobs, cluster, not summaries_only), fewest)
    for sentence in found.unread:
        say(sentence)
    if not found.reviews:
        raise UsageError("none of the reviews could be read")
    give(_content(found, wanted, output), output)


def _files(paths: Sequence[Path]) -> list[Path]:
    """The files that are meant, each once; raises UsageError for one that is not there."""
    from scr_check.cli.paths import wanted_files

    files = [one.path for one in wanted_files(paths)]
    for path in files:
        if not path.is_file():
            raise UsageError(f"{path} does not exist: check the name and the folder")
    return files


def _records(
    files: Sequence[Path], jobs: int | None, cluster: str | None, with_reports: bool
) -> "Iterator[Record]":
    if cluster is not None:
        if find_spec("distributed") is None:
            raise UsageError("--cluster needs Dask: pip install 'scr-check[cluster]'")
        from scr_check.learning.cluster import records_on

        return records_on(cluster, files, with_reports=with_reports)
    from scr_check.checker import processors
    from scr_check.learning.running import records

    return records(files, jobs or processors(), with_reports=with_reports)


def _content(found: "Learning", form: LearningForm, output: Path | None) -> str:
    from scr_check.learning.forms import as_json, as_page, as_text

    if form is LearningForm.TEXT:
        return as_text(found, None if output else look_of(sys.stdout, "auto").width)
    return as_json(found) if form is LearningForm.JSON else as_page(found)
