"""The language server, driven by a real client: findings while typing, hover, completion and quick fixes."""

import asyncio
import sys
from types import SimpleNamespace

import pytest
from editors import Editor, Server
from lsprotocol import types


@pytest.fixture(scope="module")
def in_editor():
    """Opens a file in an editor and does something there; all files of these tests have one server."""
    with asyncio.Runner() as runner:
        server = runner.run(started())

        async def opened(path, what):
            editor = Editor(server, path)
            found = await editor.open()
            result = await what(editor)
            editor.close()
            return SimpleNamespace(found=found, result=result)

        yield lambda path, what: runner.run(opened(path, what))
        runner.run(server.stop())
        assert server.messages == []


async def started():
    server = Server()
    await server.start()
    return server


@pytest.fixture
def open_review(review, in_editor):
    """Opens the small review."""
    return lambda what: in_editor(review / "summary.yaml", what)


def by_rule(diagnostics):
    return {one.code: one for one in diagnostics}


def test_findings_stand_at_their_words_whatever_signs_come_before(open_review):
    async def look(editor):
        found = by_rule(await editor.type("board: Northmoor", "board:  Northmoor"))
        return {rule: editor.words_at(one.range) for rule, one in found.items()}, found["FAI104"]

    words, one = open_review(look).result
    assert words["FAI104"] == "seven"
    assert words["FIL203"] == '"50%, now: x"'
    assert (one.severity, one.source) == (types.DiagnosticSeverity.Error, "scr-check")
    assert "nine agencies" in one.message


def test_unsaved_text_is_checked_and_then_is_silent_again(open_review, review):
    async def look(editor):
        before = (review / "summary.yaml").read_text(encoding="utf-8")
        faulty = await editor.type("seven agencies", "eight agencies")
        right = await editor.type("eight agencies", "nine agencies")
        assert (review / "summary.yaml").read_text(encoding="utf-8") == before
        return by_rule(faulty), by_rule(right)

    faulty, right = open_review(look).result
    assert "eight" in faulty["FAI104"].message
    assert "FAI104" not in right


def test_text_that_is_no_yaml_for_a_moment_is_told_at_its_line(open_review):
    async def look(editor):
        return await editor.type("status: draft", "status: [draft")

    (one,) = open_review(look).result
    assert one.code == "FIL201"
    assert one.range.start.line == 1


def test_a_report_that_is_saved_is_read_again(open_review, review):
    async def look(editor):
        report = review / "report.md"
        report.write_text(report.read_text(encoding="utf-8").replace("nine", "seven"), encoding="utf-8")
        return await editor.diagnostics()

    ran = open_review(look)
    assert "FAI104" in by_rule(ran.found)
    assert "FAI104" not in by_rule(ran.result)


def test_other_files_and_excluded_ones_are_left_alone(review, in_editor):
    async def nothing(editor):
        return None

    (review / "other.yaml").write_text("services: {web: 1}\n", encoding="utf-8")
    assert in_editor(review / "other.yaml", nothing).found == []
    (review / "scr-check.toml").write_text('exclude = ["summary.yaml"]\n', encoding="utf-8")
    assert in_editor(review / "summary.yaml", nothing).found == []


def test_a_fault_in_the_settings_is_told_in_the_file(open_review, review):
    async def nothing(editor):
        return None

    (review / "scr-check.toml").write_text("selct = []\n", encoding="utf-8")
    (one,) = open_review(nothing).found
    assert "did you mean `select`?" in one.message


def test_hover_shows_the_rule_and_the_passage_of_the_report(open_review):
    async def look(editor):
        return await editor.hover("seven"), await editor.hover("status:")

    finding, field = open_review(look).result
    assert "FAI104" in finding
    assert "> In March 2009 **nine** agencies knew of the family" in finding
    assert "Working Together" in finding
    assert "How near to publication it is" in field
    assert "`for-publication`" in field


def test_fields_are_offered_that_are_not_there_yet(open_review):
    async def look(editor):
        editor.put(editor.text + "      \n")
        below = await editor.offers("action: Train more staff\n      ")
        editor.put(editor.text.replace("action: Train staff", "action: Train staff\n      ou"))
        inside = await editor.offers("      ou")
        editor.put(editor.text + "conc")
        top = await editor.offers("\nconc")
        return editor, below, inside, top

    editor, below, inside, top = open_review(look).result
    assert {"due", "lead", "outcome"} <= set(below)
    assert not {"id", "action", "recommendation"} & set(below)
    assert inside["outcome"].text_edit.new_text == "outcome: "
    assert inside["outcome"].detail == "What will be different for children"
    assert editor.words_at(top["conclusion"].text_edit.range) == "conc"
    assert "board" not in top


def test_references_and_words_are_offered_as_values(open_review):
    async def look(editor):
        editor.put(editor.text + '    - id: "1.3"\n      recommendation: \n      status: \n')
        references = await editor.offers('"1.3"\n      recommendation: ')
        words = await editor.offers("recommendation: \n      status: ")
        editor.put(editor.text.replace("recommendations:\n", "recommendations:\n  - id: \n"))
        return references, words, await editor.offers("recommendations:\n  - id: ")

    references, words, ids = open_review(look).result
    assert references["overview/1"].text_edit.new_text == "overview/1"
    assert references["overview/1"].detail.startswith("Northmoor Primary Care Trust should consider")
    assert list(words) == ["not started", "in progress", "completed", "not accepted"]
    assert list(ids) == ["2"]
    assert "review the protocol" in ids["2"].detail


@pytest.mark.parametrize(
    "typed",
    [
        "recommendation: ov",
        "recommendation: [overview/1, ov",
        "recommendation:\n        - ov",
        'recommendation: "ov',
    ],
)
def test_a_reference_is_offered_however_it_is_written(open_review, typed):
    async def look(editor):
        editor.put(f'{editor.text}    - id: "1.3"\n      {typed}')
        offer = (await editor.offers(f'"1.3"\n      {typed}'))["overview/1"]
        return editor.with_edits([offer.text_edit])

    text = open_review(look).result
    assert text.endswith(typed.removesuffix("ov") + ('overview/1"' if '"' in typed else "overview/1"))


def test_nothing_is_offered_in_prose(open_review):
    async def look(editor):
        editor.put(editor.text + "conclusion: |\n  The bo")
        return await editor.offers("  The bo")

    assert open_review(look).result == {}


def test_an_action_is_added_for_a_recommendation_without_one(open_review):
    async def look(editor):
        editor.put(
            editor.text.replace(
                "action_plan:",
                '  - id: "2"\n    text: Northmoor Police must review the protocol within three months.\n    addressed_to: [Northmoor Police]\naction_plan:',
            )
        )
        fixes = await editor.fixes('id: "2"')
        return editor, fixes["Add an action for recommendation overview/2"]

    editor, fix = open_review(look).result
    added = editor.mended(fix).removeprefix(editor.text.rstrip("\n"))
    assert added.startswith('\n    - id: "2.1"\n      recommendation: overview/2\n      action: "[fill in: ')
    assert "      organisation: Northmoor Police\n" in added
    assert fix.diagnostics[0].code == "AP201"


def test_the_reports_words_are_copied_and_nothing_else_is_touched(open_review):
    async def look(editor):
        fixes = await editor.fixes("should consider")
        return editor, fixes, await editor.fixes("seven")

    editor, fixes, figures = open_review(look).result
    (force,) = (one for title, one in fixes.items() if title.startswith("Write the report's"))
    assert editor.mended(force) == editor.text.replace("should consider", "must ensure")
    whole = editor.mended(fixes["Copy the report's wording of recommendation 1"])
    assert 'text: "Northmoor Primary Care Trust must ensure, with immediate effect, that all staff' in whole
    assert whole.splitlines()[:14] == editor.text.splitlines()[:14]
    (figure,) = (one for title, one in figures.items() if title.startswith("Write the report's"))
    assert "nine" in editor.mended(figure)


def test_a_block_text_stays_a_block_text(open_review):
    async def look(editor):
        await editor.type(
            "    text: Northmoor Primary Care Trust should",
            "    text: |\n      Northmoor Primary Care Trust should",
        )
        return editor, await editor.fixes("should consider")

    editor, fixes = open_review(look).result
    mended = editor.mended(fixes["Copy the report's wording of recommendation 1"])
    assert "    text: |\n      Northmoor Primary Care Trust must ensure" in mended
    assert mended.endswith(editor.text[editor.text.index("    addressed_to") :])


@pytest.mark.parametrize(
    ("old", "new", "at", "title", "mended"),
    [
        ("status: draft", "status: drafft", "drafft", "Write `draft`", "status: draft\n"),
        ("subject:", "subjct:", "subjct", "Write `subject:`", "\nsubject: Child T\n"),
        (
            '- id: "1"\n',
            "- id: 1.10\n",
            "1.10",
            "Put 1.10 in quotation marks, so that it stays as it is",
            '- id: "1.10"\n',
        ),
        (
            "Train more staff\n",
            "Train more staff\n      lead: The lead\n",
            '- id: "1.2"',
            "Add `due:`",
            "lead: The lead\n      due: ",
        ),
    ],
)
def test_slips_are_mended(open_review, old, new, at, title, mended):
    async def look(editor):
        editor.put(editor.text.replace(old, new))
        return editor, await editor.fixes(at)

    editor, fixes = open_review(look).result
    assert mended in editor.mended(fixes[title])


def test_windows_lines_and_signs_beyond_the_plane_keep_their_places(open_review):
    async def look(editor):
        editor.put(editor.text.replace("\n", "\r\n"))
        found = by_rule(await editor.diagnostics())
        fixes = await editor.fixes("seven")
        return editor, editor.words_at(found["FAI104"].range), fixes

    editor, words, fixes = open_review(look).result
    assert words == "seven"
    (fix,) = (one for title, one in fixes.items() if title.startswith("Write the report's"))
    assert editor.mended(fix) == editor.text.replace("seven", "nine")


def test_without_the_extra_one_sentence_says_what_to_do(scr_check, monkeypatch):
    for name in ("pygls", "pygls.lsp.server", "lsprotocol"):
        monkeypatch.setitem(sys.modules, name, None)
    monkeypatch.delitem(sys.modules, "scr_check.editor.server", raising=False)
    ran = scr_check("lsp")
    assert ran.code == 2
    assert ran.err == 'scr-check: the language server is an extra part: pip install "scr-check[editor]"\n'


def test_a_fault_of_the_program_is_told_without_the_words_of_the_document(review, monkeypatch):
    """In this process, so that the fault can be made."""
    from scr_check.editor import server

    said = []
    monkeypatch.setattr(server.SummaryServer, "window_show_message", lambda _, one: said.append(one.message))
    server.SummaryServer().report_server_error(ValueError("seven agencies knew"), ValueError)
    assert "ValueError" in said[0]
    assert "seven" not in said[0]
