"""What reaches a terminal, a pipe or a console of another age."""

import os
import subprocess
import sys

import pytest

SUMMARY = "format: scr-summary/1\nboard: 😀 “Northmoor” – the Board’s\nsubjct: “the Board’s” – 😀 é\n"


@pytest.fixture
def command(folder):
    """Runs the command in a process of its own."""
    (folder / "summary.yaml").write_text(SUMMARY, encoding="utf-8")

    def ran(*arguments, **environment):
        return subprocess.run(
            [sys.executable, "-m", "scr_check", *arguments],
            capture_output=True,
            check=False,
            env={**os.environ, **environment},
        )

    return ran


@pytest.mark.parametrize(
    ("encoding", "form"),
    [("cp1252", "text"), ("cp1252", "json"), ("ascii", "text"), ("cp437", "concise"), ("utf-8", "text")],
)
def test_no_console_is_too_old(command, encoding, form):
    ran = command(
        "validate",
        "summary.yaml",
        "--select",
        "FIL,STR208",
        "-f",
        form,
        PYTHONIOENCODING=encoding,
        PYTHONUTF8="0",
    )
    assert (ran.returncode, ran.stderr) == (1, b"")
    assert b"FIL203" in ran.stdout.decode(encoding).encode()


@pytest.mark.parametrize(
    ("arguments", "environment", "painted"),
    [
        ((), {}, False),
        ((), {"FORCE_COLOR": "1"}, True),
        ((), {"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
        (("--color", "always"), {"NO_COLOR": "1"}, True),
        (("--color", "never"), {"FORCE_COLOR": "1"}, False),
    ],
)
def test_colour_is_for_the_user_to_say(command, arguments, environment, painted):
    ran = command("validate", "summary.yaml", *arguments, **environment)
    assert (b"\x1b[" in ran.stdout) is painted


def test_piped_lines_are_not_broken_whatever_the_terminal(command):
    ran = command("validate", "summary.yaml", COLUMNS="40")
    assert max(map(len, ran.stdout.decode().splitlines())) > 100


@pytest.mark.skipif(os.name == "nt", reason="pseudo-terminals are not there on Windows")
@pytest.mark.parametrize("arguments", [["validate", "summary.yaml"], ["rules"], ["explain", "FIL203"]])
def test_a_terminal_of_80_columns_is_enough(command, folder, arguments):
    import fcntl
    import pty
    import struct
    import termios

    lead, follow = pty.openpty()
    fcntl.ioctl(follow, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 80, 0, 0))
    environment = {name: value for name, value in os.environ.items() if name not in ("COLUMNS", "LINES")}
    process = subprocess.Popen(
        [sys.executable, "-m", "scr_check", *arguments],
        stdout=follow,
        stderr=subprocess.DEVNULL,
        env=environment | {"NO_COLOR": "1"},
    )
    os.close(follow)
    shown = b""
    while True:
        try:
            part = os.read(lead, 65536)
        except OSError:
            break
        if not part:
            break
        shown += part
    process.wait()
    lines = shown.decode().splitlines()
    assert len(lines) > 5
    assert max(map(len, lines)) <= 80


@pytest.mark.skipif(os.name == "nt", reason="pipes close otherwise on Windows")
@pytest.mark.parametrize("arguments", ["rules", "validate summary.yaml", "validate summary.yaml -f json"])
def test_a_reader_that_goes_away_is_no_fault(command, arguments):
    run = [sys.executable, "-m", "scr_check", *arguments.split()]
    program = (
        f"import subprocess, sys; p = subprocess.Popen({run!r}, stdout=-1, stderr=-1); "
        "p.stdout.close(); sys.stdout.write(p.stderr.read().decode()); sys.exit(p.wait())"
    )
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, check=False)
    assert ran.stdout == b""
    assert ran.returncode in (1, 141)


def test_ctrl_c_ends_without_a_word(scr_check, folder, monkeypatch):
    def interrupted(*_):
        raise KeyboardInterrupt

    (folder / "summary.yaml").write_text(SUMMARY, encoding="utf-8")
    monkeypatch.setattr("scr_check.cli.checks.checked", interrupted)
    ran = scr_check("validate", "summary.yaml")
    assert (ran.code, ran.out, ran.err) == (130, "", "")


HEAVY = (
    "pydantic",
    "rich",
    "jinja2",
    "lxml",
    "ruamel",
    "rapidfuzz",
    "pypdfium2",
    "pdfplumber",
    "Stemmer",
    "tomllib",
)
PROBE = """\
import sys
sys.argv = ["scr-check", *{arguments!r}]
try:
    from scr_check.__main__ import main
    main()
except SystemExit:
    pass
print("HEAVY", [name for name in {heavy!r} if sys.modules.get(name)], file=sys.stderr)
"""


@pytest.mark.parametrize(
    ("arguments", "environment"),
    [
        (["--help"], {}),
        (["--version"], {}),
        (["validate", "--help"], {}),
        (["rules", "--help"], {}),
        (["explain", "-h"], {}),
        ([], {"_SCR_CHECK_COMPLETE": "complete_bash", "_TYPER_COMPLETE_ARGS": "scr-check val"}),
        ([], {"_SCR_CHECK_COMPLETE": "complete_zsh", "_TYPER_COMPLETE_ARGS": "scr-check validate --for"}),
        ([], {"_SCR_CHECK_COMPLETE": "complete_fish", "_TYPER_COMPLETE_FISH_ACTION": "get-args",
              "_TYPER_COMPLETE_ARGS": "scr-check validate --format "}),
    ],
)  # fmt: skip
def test_help_and_completion_load_nothing_heavy(folder, arguments, environment):
    program = PROBE.format(arguments=arguments, heavy=HEAVY)
    environment = environment | (
        {"COMP_WORDS": environment["_TYPER_COMPLETE_ARGS"], "COMP_CWORD": "2"} if environment else {}
    )
    ran = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, **environment},
    )
    assert "HEAVY []" in ran.stderr
    assert ran.stdout.strip()


def test_the_version_is_said(scr_check):
    from scr_check import __version__

    assert scr_check("--version").out == f"scr-check {__version__}\n"
