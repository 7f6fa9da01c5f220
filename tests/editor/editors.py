"""An editor for tests: a real client of the protocol, which talks to the command over its standard streams."""

import asyncio
import sys
from collections import defaultdict
from pathlib import Path

from lsprotocol import types
from pygls.lsp.client import LanguageClient

PATIENCE = 60  # seconds, for slow machines


class Server:
    """The command as a process that serves an editor, and what it says unasked."""

    def __init__(self) -> None:
        self.client = LanguageClient("tests", "1")
        self.told: dict[str, asyncio.Queue[types.PublishDiagnosticsParams]] = defaultdict(asyncio.Queue)
        self.messages: list[str] = []
        self.client.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)(
            lambda one: self.told[one.uri].put_nowait(one)
        )
        self.client.feature(types.WINDOW_SHOW_MESSAGE)(lambda one: self.messages.append(one.message))

    async def start(self) -> None:
        await self.client.start_io(sys.executable, "-m", "scr_check", "lsp")
        edits = types.WorkspaceEditClientCapabilities(document_changes=True)
        able = types.ClientCapabilities(workspace=types.WorkspaceClientCapabilities(workspace_edit=edits))
        await self.client.initialize_async(types.InitializeParams(able))
        self.client.initialized(types.InitializedParams())

    async def stop(self) -> None:
        await asyncio.wait_for(self.client.shutdown_async(None), PATIENCE)
        self.client.exit(None)
        await asyncio.wait_for(self.client.stop(), PATIENCE)


class Editor:
    """One file open in an editor."""

    def __init__(self, server: Server, path: Path) -> None:
        self.client, self.uri = server.client, path.as_uri()
        self.told = server.told[self.uri]
        self.version = 0
        self.text = path.read_text(encoding="utf-8")

    async def open(self) -> list[types.Diagnostic]:
        item = types.TextDocumentItem(self.uri, "yaml", self.version, self.text)
        self.client.text_document_did_open(types.DidOpenTextDocumentParams(item))
        return await self.diagnostics()

    def close(self) -> None:
        which = types.TextDocumentIdentifier(self.uri)
        self.client.text_document_did_close(types.DidCloseTextDocumentParams(which))

    async def type(self, old: str, new: str) -> list[types.Diagnostic]:
        """Replace words without saving, and wait for what is found then."""
        assert self.text.count(old) == 1
        self.put(self.text.replace(old, new))
        return await self.diagnostics()

    def put(self, text: str) -> None:
        self.text = text
        self.version += 1
        which = types.VersionedTextDocumentIdentifier(self.version, self.uri)
        change = types.TextDocumentContentChangeWholeDocument(self.text)
        self.client.text_document_did_change(types.DidChangeTextDocumentParams(which, [change]))

    async def diagnostics(self) -> list[types.Diagnostic]:
        """What is found in the text as it is now."""
        while True:
            told = await asyncio.wait_for(self.told.get(), PATIENCE)
            if told.version == self.version:
                return list(told.diagnostics)

    def position(self, words: str, into: int = 0) -> types.Position:
        """Where words begin, or `into` signs after that, counted in UTF-16 as editors do."""
        before = self.text[: self.text.index(words) + into]
        line = before.rpartition("\n")[2]
        return types.Position(before.count("\n"), len(line.encode("utf-16-le")) // 2)

    def words_at(self, place: types.Range) -> str:
        """The words of a range."""
        return self.text[self._offset(place.start) : self._offset(place.end)]

    def _offset(self, position: types.Position) -> int:
        lines = self.text.splitlines(keepends=True)
        line = lines[position.line] if position.line < len(lines) else ""
        within = len(line.encode("utf-16-le")[: 2 * position.character].decode("utf-16-le"))
        return sum(map(len, lines[: position.line])) + within

    async def hover(self, words: str, into: int = 1) -> str:
        which = types.TextDocumentIdentifier(self.uri)
        answer = self.client.text_document_hover_async(types.HoverParams(which, self.position(words, into)))
        found = await asyncio.wait_for(answer, PATIENCE)
        return found.contents.value if found else ""

    async def offers(self, words: str) -> dict[str, types.CompletionItem]:
        """What is offered after these words, by label."""
        which = types.TextDocumentIdentifier(self.uri)
        parameters = types.CompletionParams(which, self.position(words, len(words)))
        found = await asyncio.wait_for(self.client.text_document_completion_async(parameters), PATIENCE)
        return {item.label: item for item in found or []}

    async def fixes(self, words: str) -> dict[str, types.CodeAction]:
        """The quick fixes at these words, by title."""
        where = types.Range(self.position(words), self.position(words, len(words)))
        parameters = types.CodeActionParams(
            types.TextDocumentIdentifier(self.uri), where, types.CodeActionContext([])
        )
        found = await asyncio.wait_for(self.client.text_document_code_action_async(parameters), PATIENCE)
        return {action.title: action for action in found or []}

    def mended(self, action: types.CodeAction) -> str:
        """The text with a quick fix, which must be for this very version of it."""
        (change,) = action.edit.document_changes
        assert change.text_document.version == self.version
        return self.with_edits(change.edits)

    def with_edits(self, edits: list[types.TextEdit]) -> str:
        (edit,) = edits
        return (
            self.text[: self._offset(edit.range.start)]
            + edit.new_text
            + self.text[self._offset(edit.range.end) :]
        )
