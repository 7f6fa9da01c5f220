"""Damaged files of every kind are read or refused in one sentence, and nothing else ever happens.

Set SCR_CHECK_MUTATIONS to try more files of each kind than the few of a quick run, SCR_CHECK_SEED to try
others, and SCR_CHECK_REPORTS to damage the reports of a folder as well.
"""

import os
import random
from pathlib import Path

from mutations import drawn, edited, rewritten, zipped_anew
from whole_reports import WHOLE

from scr_check.errors import UnreadableDocument
from scr_check.readers.overview import read_overview
from scr_check.readers.summary import read_summary

FILES = int(os.environ.get("SCR_CHECK_MUTATIONS", "60"))
SEED = int(os.environ.get("SCR_CHECK_SEED", "2010"))
REPORTS = os.environ.get("SCR_CHECK_REPORTS")

MUTATIONS = {".docx": zipped_anew, ".odt": zipped_anew, ".pdf": drawn, ".yaml": edited}
SLOW = {".pdf": 10}  # each is read in a process of its own, so so many times fewer are tried


def read(path):
    """Read a file as the command would."""
    return read_summary(path) if path.name.startswith("summary") else read_overview(path)


def tried(source, folder, files):
    """How many mutations of a file were read and how many refused; one that fails otherwise stays there."""
    mutate, chance = MUTATIONS.get(source.suffix, rewritten), random.Random(SEED)
    content, refused = source.read_bytes(), 0
    for place in range(files):
        target = folder / f"{source.stem}-{place}{source.suffix}"
        target.write_bytes(mutate(content, chance))
        try:
            read(target)
        except UnreadableDocument as refusal:
            sentence = str(refusal)
            assert target.name in sentence
            assert "\n" not in sentence
            refused += 1
        target.unlink()
    return files - refused, refused


def sources(folder):
    """A whole file of each kind, and those that a folder of reports holds."""
    for name, write in WHOLE.items():
        write(folder / name)
        yield folder / name
    if REPORTS:
        yield from sorted(path for path in Path(REPORTS).rglob("overview.*") if path.is_file())


def test_mutated_files_are_read_or_refused(tmp_path, capsys):
    counts = []
    (tmp_path / "mutated").mkdir()
    for source in sources(tmp_path):
        read(source)
        done, refused = tried(source, tmp_path / "mutated", max(1, FILES // SLOW.get(source.suffix, 1)))
        assert done, f"no mutation of {source.name} was read: they are all alike"
        counts.append(f"{source.name}: {done + refused} tried, {done} read, {refused} refused")
        assert not list((tmp_path / "mutated").iterdir())
    with capsys.disabled():
        print(f"\nmutated files, seed {SEED}", *counts, sep="\n  ")
