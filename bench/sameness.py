"""The same report as Markdown, Word, OpenDocument, PDF and text: does every reader yield the same?

usage: python bench/sameness.py [CASES_DIR]

For each case and format: the share of numbered passages whose ref and words equal the Markdown's, of
recommendations (set, id, text, addressees) and of action-plan cells that do, seconds (one cold reading,
imports included) and peak memory.
Peers that are installed (the `bench` dependency group) are measured on the same files: how many of the
numbered passages stand in what they give, number and words together.
"""

import importlib.util
import json
import re
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from scr_check.documents.overview import Overview

_OWN = Path(__file__).parent / "cases"
_FIELDS = (
    *("action", "lead", "organisation", "due", "outcome"),
    *("monitoring", "status", "completed_on", "progress"),
)


def plain(text: str | None) -> str:
    """Words only: what a person would call the same text."""
    text = (text or "").translate(str.maketrans("‘’“”–—\u00a0\u2011", "''\"\"-- -")).replace("\u00ad", "")
    return " ".join(re.sub(r"\s*-\s*", "-", text).split())


def passages(overview: Overview, forms: tuple[str, ...] = ("text", "item")) -> list[tuple[str, str]]:
    """The numbered passages: ref and words."""
    return [(p.ref, plain(p.text)) for p in overview.paragraphs if p.ref and p.form in forms]


def recommendations(overview: Overview) -> list[tuple[str, ...]]:
    """What identifies each recommendation, and what it says to whom."""
    return [
        (r.set, plain(r.organisation), r.id, plain(r.text), *map(plain, r.addressed_to))
        for r in overview.recommendations
    ]


def cells(overview: Overview) -> list[tuple[str, ...]]:
    """Every cell of the action plan with its row's references."""
    actions = overview.action_plan.actions if overview.action_plan else []
    return [
        (str(index), field, plain(getattr(action, field)), *action.recommendation)
        for index, action in enumerate(actions)
        for field in _FIELDS
    ]


def share(found: list[tuple[str, ...]], wanted: list[tuple[str, ...]]) -> float:
    """The share of `wanted` that is found, each once."""
    left = list(found)
    hits = 0
    for item in wanted:
        if item in left:
            left.remove(item)
            hits += 1
    return hits / max(len(wanted), len(found), 1)


def measured(action: str, path: Path) -> dict[str, object]:
    """What a child process reports of reading `path`: its result, seconds and peak memory in MB."""
    command = [sys.executable, __file__, "--read", action, str(path)]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    return json.loads(run.stdout) if run.returncode == 0 else {"error": run.stderr.strip().splitlines()[-1:]}


def read_here(action: str, path: Path) -> None:
    """In the child: read once and print the result."""
    reader = _own if action == "scr-check" else PEERS[action][1]
    start, worked = time.perf_counter(), _worked()
    found = reader(path)
    seconds, cpu = time.perf_counter() - start, _worked() - worked
    peak = max(usage.ru_maxrss for usage in _usages()) / 1024
    print(json.dumps({"found": found, "seconds": seconds, "cpu": cpu, "peak": peak}))


def _usages() -> list[resource.struct_rusage]:
    return [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]


def _worked() -> float:
    """Seconds that processors have worked for this process and those it started and awaited."""
    return sum(usage.ru_utime + usage.ru_stime for usage in _usages())


def _own(path: Path) -> str:
    from scr_check.readers.overview import read_overview

    return read_overview(path).model_dump_json()


def _python_docx(path: Path) -> str:
    import docx

    return "\n".join(paragraph.text for paragraph in docx.Document(str(path)).paragraphs)


def _docx2python(path: Path) -> str:
    from docx2python import docx2python

    with docx2python(path) as read:
        return str(read.text)


def _mammoth(path: Path) -> str:
    import mammoth

    with path.open("rb") as file:
        return str(mammoth.extract_raw_text(file).value)


def _markitdown(path: Path) -> str:
    from markitdown import MarkItDown

    return str(MarkItDown().convert(str(path)).text_content)


def _pypdf(path: Path) -> str:
    from pypdf import PdfReader

    return "\n".join(page.extract_text() for page in PdfReader(path).pages)


def _pdfplumber(path: Path) -> str:
    import pdfplumber

    with pdfplumber.open(path) as pdf:
        return "\n".join(page.extract_text() or "" for page in pdf.pages)


def _pdfminer(path: Path) -> str:
    from pdfminer.high_level import extract_text

    return str(extract_text(str(path)))


PEERS: dict[str, tuple[tuple[str, ...], Callable[[Path], str]]] = {
    "docx": ((".docx",), _python_docx),
    "docx2python": ((".docx",), _docx2python),
    "mammoth": ((".docx",), _mammoth),
    "markitdown": ((".docx", ".pdf"), _markitdown),
    "pypdf": ((".pdf",), _pypdf),
    "pdfplumber": ((".pdf",), _pdfplumber),
    "pdfminer": ((".pdf",), _pdfminer),
}
_NAMES = {"docx": "python-docx", "pdfminer": "pdfminer.six"}


def standing_in(text: str, wanted: list[tuple[str, str]]) -> float:
    """The share of numbered passages whose number and first words follow each other in a plain text."""
    joined = re.sub(r"\W+", " ", plain(text).replace("-", " "))
    keys = [f"{ref} {words[:60].rsplit(' ', 1)[0]}".replace("-", " ") for ref, words in wanted]
    plain_keys = [re.sub(r"\W+", " ", key).strip() for key in keys]
    found = sum(f" {key} " in f" {joined} " for key in plain_keys)
    return found / max(len(keys), 1)


def rows(case: Path) -> Iterator[tuple[str, ...]]:
    """The lines of the table for one case."""
    told = measured("scr-check", case / "overview.md")
    if "error" in told:
        yield case.name, "md", "scr-check", f"cannot be read: {told['error']}"
        return
    base = Overview.model_validate_json(str(told["found"]))
    yield (case.name, "md", "scr-check", "-", "-", "-", *_cost(told))
    for path in sorted((case / "docs").glob("overview.*")):
        kind = path.suffix.removeprefix(".")
        told = measured("scr-check", path)
        if "error" in told:
            yield case.name, kind, "scr-check", f"cannot be read: {told['error']}"
        else:
            read = Overview.model_validate_json(str(told["found"]))
            shares = [share(of(read), of(base)) for of in (passages, recommendations, cells)]
            yield (case.name, kind, "scr-check", *(f"{value:.3f}" for value in shares), *_cost(told))
        for peer, (suffixes, _) in PEERS.items():
            if path.suffix in suffixes and importlib.util.find_spec(peer):
                told = measured(peer, path)
                name = _NAMES.get(peer, peer)
                if "error" in told:
                    yield case.name, kind, name, "failed", "-", "-", "-", "-"
                    continue
                found = standing_in(str(told["found"]), passages(base, ("text",)))
                yield (case.name, kind, name, f"{found:.3f}", "-", "-", *_cost(told))


def _cost(told: dict[str, object]) -> tuple[str, str]:
    return f"{told['seconds']:.2f}", f"{told['peak']:.0f}"


def main() -> None:
    """Print the table for every case of the directory."""
    if sys.argv[1:2] == ["--read"]:
        read_here(sys.argv[2], Path(sys.argv[3]))
        return
    root = Path(sys.argv[1]) if len(sys.argv) > 1 else _OWN
    cases = sorted(path.parent for path in root.glob("*/overview.md"))
    if not cases:
        print(f"{root} holds no cases")
        return
    layout = "{:<16} {:<5} {:<13} {:>9} {:>9} {:>7} {:>7} {:>6}"
    print(layout.format("case", "file", "reader", "passages", "recomm.", "cells", "s", "MB"))
    for case in cases:
        for row in rows(case):
            print(layout.format(*row) if len(row) == 8 else "  ".join(row))


if __name__ == "__main__":
    main()
