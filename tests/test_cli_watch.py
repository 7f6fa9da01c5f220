"""`--watch` checks again when a file is saved; progress is shown on a terminal, and only there."""

import os
import subprocess
import sys
from collections.abc import Iterable
from queue import Queue
from threading import Thread

import pytest

from scr_check.cli.waiting import while_waiting

PATIENCE = 60  # seconds, for slow machines


class Watching:
    """The command in a process of its own, and what it prints."""

    def __init__(self, folder, *arguments):
        command = [
            sys.executable,
            "-m",
            "scr_check",
            "validate",
            "--watch",
            "--format",
            "concise",
            *arguments,
        ]
        self.process = subprocess.Popen(
            command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, encoding="utf-8"
        )
        self.lines = Queue()
        Thread(target=self._read, args=[self.process.stdout], daemon=True).start()

    def _read(self, lines: Iterable[str]):
        for line in lines:
            self.lines.put(line)

    def result(self):
        """What is printed until the command waits again."""
        printed = []
        while not (printed and "Ctrl-C ends" in printed[-1]):
            printed.append(self.lines.get(timeout=PATIENCE))
        return "".join(printed)


@pytest.fixture
def watching(review):
    started = []

    def start(*arguments):
        started.append(Watching(review, *arguments))
        return started[-1]

    yield start
    for one in started:
        one.process.kill()
        one.process.wait()
        one.process.stdout.close()


def save(path, old, new):
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")


def test_every_file_that_counts_is_watched(watching, review):
    watched = watching("summary.yaml", "--select", "FAI104,FIL203")
    first = watched.result()
    assert "seven agencies" in first
    assert "watching 2 files" in first
    save(review / "summary.yaml", "seven", "nine")
    assert "seven" not in (second := watched.result())
    assert "FIL203" in second
    save(review / "report.md", "nine agencies", "eight agencies")
    assert "eight agencies" in watched.result()


def test_a_fault_that_keeps_it_from_checking_is_waited_out(watching, review):
    config = review / "scr-check.toml"
    config.write_text('select = ["FIL203"]\n', encoding="utf-8")
    watched = watching("summary.yaml")
    assert "FIL203" in watched.result()
    config.write_text("selct = []\n", encoding="utf-8")
    assert "did you mean `select`?" in watched.result()
    config.write_text('select = ["STR201"]\n', encoding="utf-8")
    assert "FIL203" not in watched.result()


@pytest.mark.parametrize("arguments", [["-"], ["summary.yaml", "--write-baseline", "known.json"]])
def test_what_cannot_be_watched_is_told(scr_check, review, arguments):
    ran = scr_check("validate", "--watch", *arguments)
    assert ran.code == 2
    assert "--watch" in ran.err


class Terminal:
    """Standard error as a terminal, with what was written to it."""

    def __init__(self, tty):
        self.tty, self.written = tty, ""

    def isatty(self):
        return self.tty

    def flush(self):
        pass

    def write(self, text):
        self.written += text


@pytest.mark.parametrize("tty", [True, False])
def test_progress_is_for_terminals_and_leaves_nothing_behind(monkeypatch, tty):
    terminal = Terminal(tty)
    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.setattr("scr_check.cli.waiting._PATIENCE", 0.01)
    monkeypatch.setattr("scr_check.cli.waiting._BEAT", 0.01)

    def slowly():
        for one in range(3):
            while tty and f"{one} of 3" not in terminal.written:
                os.sched_yield() if hasattr(os, "sched_yield") else None
            yield one

    assert list(while_waiting(slowly(), 3)) == [0, 1, 2]
    assert ("2 of 3 done" in terminal.written) is tty
    assert terminal.written.endswith("\r\x1b[K") is tty


def test_quick_work_shows_no_progress(monkeypatch):
    terminal = Terminal(tty=True)
    monkeypatch.setattr(sys, "stderr", terminal)
    assert list(while_waiting([1], 1)) == [1]
    assert terminal.written == ""
