"""Through the command: whatever file it is given, one plain sentence and exit 2, and nothing is written."""

import pytest
from hostile_files import HOSTILE, PIPE

SUMMARY = "format: scr-summary/1\nboard: Northmoor\n"


@pytest.fixture(params=HOSTILE.values(), ids=HOSTILE)
def hostile(request, folder):
    """A file that cannot be read, by name, and words of what is said of it."""
    name, write, words = request.param
    if write is None:
        pytest.skip("this system has no named pipes")
    write(folder / name)
    return name, words


def test_a_file_that_cannot_be_read_is_one_sentence_and_exit_2(scr_check, folder, hostile):
    name, words = hostile
    (folder / "summary.yaml").write_text(SUMMARY, encoding="utf-8")
    before = sorted(folder.iterdir())
    for command in (
        ("extract", name, "-o", "saved.yaml"),
        ("validate", "summary.yaml", "--overview", name, "--format", "concise"),
    ):
        ran = scr_check(*command)
        assert ran.code == 2
        (sentence,) = (line for line in ran.err.splitlines() if name in line)
        assert words in sentence
        assert sentence.endswith((".", ")"))
        assert "Traceback" not in ran.out + ran.err
    assert sorted(folder.iterdir()) == before


@pytest.mark.skipif(PIPE is None, reason="this system has no named pipes")
def test_a_pipe_in_place_of_a_summary_is_refused_without_waiting(scr_check, folder):
    PIPE(folder / "summary.yaml")
    ran = scr_check("validate", "summary.yaml", "--format", "concise")
    assert ran.code == 2
    assert "summary.yaml is not an ordinary file but a pipe or device" in ran.err
