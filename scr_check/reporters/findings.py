"""Findings as machines read them: worst first, and each with a fingerprint that outlives edits."""

import posixpath
from collections import Counter
from collections.abc import Iterable, Iterator
from hashlib import sha256

from scr_check.finding import Evidence, FileReport, Finding, Report, key_of

_DOCUMENTS = {"overview": "the overview report", "summary": "the summary"}


def worst_first(report: Report) -> list[tuple[FileReport, Finding]]:
    """Every finding with its file: errors before warnings before notes, the surer first, then in order."""
    found = [(file, finding) for file in report.files for finding in file.findings]
    return sorted(found, key=lambda pair: (-pair[1].severity.rank, -pair[1].confidence.rank))


def fingerprinted(file: FileReport, findings: Iterable[Finding]) -> Iterator[tuple[Finding, str]]:
    """Each finding with a hash that is its own in this run and stays when lines, ids or figures change.

    Findings alike in rule, place and words are told apart by their number.
    """
    seen: Counter[str] = Counter()
    for finding in findings:
        key = key_of(finding)
        seen[key] += 1
        text = "\n".join([relative_path(file.path), key, str(seen[key])])
        yield finding, sha256(text.encode()).hexdigest()[:32]


def relative_path(path: str) -> str:
    """The path as servers compare it: forward slashes, no `./` in front."""
    return posixpath.normpath(path.replace("\\", "/"))


def passage_line(evidence: Evidence) -> str:
    """Where a passage stands and what it says, in one line."""
    return f"{said_by(evidence)}: {' '.join(evidence.text.split())}"


def said_by(evidence: Evidence) -> str:
    """Who says it and where: "The overview report (9.3, page 71) says"."""
    name = _DOCUMENTS.get(evidence.document, evidence.document)
    return f"{name[:1].upper()}{name[1:]}{place_in(evidence)} says"


def place_in(evidence: Evidence) -> str:
    """The paragraph and page of a passage in brackets, after a space; nothing when neither is known."""
    where = [evidence.ref] if evidence.ref else []
    where += [f"page {evidence.page}"] if evidence.page else []
    return f" ({', '.join(where)})" if where else ""
