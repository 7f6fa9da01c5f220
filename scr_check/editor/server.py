"""The language server: the only room that knows pygls and the protocol that editors speak."""

import asyncio
import logging
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from lsprotocol import types
from pygls.lsp.server import LanguageServer
from pygls.uris import to_fs_path
from pygls.workspace import TextDocument

from scr_check import __version__
from scr_check.documents.place import Place
from scr_check.editor.completion import Offer, offers_at
from scr_check.editor.fixes import Fix, fixes_at
from scr_check.editor.hover import hover_text
from scr_check.editor.reading import Reading, read_for_editor
from scr_check.finding import Finding, Severity
from scr_check.readers.source import Source
from scr_check.reporters.words import said_in_a_line
from scr_check.reports_read import ReportsRead

_PAUSE = 0.3  # seconds without a key before the text is checked
_LOOK = 1.0  # seconds between looks at whether an overview report was saved
_LEVELS = {
    Severity.ERROR: types.DiagnosticSeverity.Error,
    Severity.WARNING: types.DiagnosticSeverity.Warning,
    Severity.INFO: types.DiagnosticSeverity.Information,
}


class SummaryServer(LanguageServer):
    """The server, with the reading of every summary that is open; one thread reads, in turn."""

    def __init__(self) -> None:
        super().__init__("scr-check", __version__, types.TextDocumentSyncKind.Full)
        self._reports = ReportsRead(remember=True)
        self._reader = ThreadPoolExecutor(1)
        self._tasks: dict[str, asyncio.Task[Reading]] = {}
        self._readable: dict[str, Reading] = {}

    def report_server_error(self, error: BaseException, source: Any) -> None:
        """Tell of a fault of the program without what the document says."""
        message = (
            f"a fault in scr-check itself, not in your document ({type(error).__name__}): please report it"
        )
        self.window_show_message(types.ShowMessageParams(types.MessageType.Error, message))

    def check_soon(self, uri: str, pause: float = _PAUSE) -> None:
        """Read the document after a pause, unless it changes again in the meantime."""
        self.forget(uri)
        self._start(uri, pause)

    def forget(self, uri: str) -> None:
        """Stop reading a document."""
        if task := self._tasks.pop(uri, None):
            task.cancel()

    async def reading(self, uri: str) -> Reading:
        """The reading of the document as it is now."""
        while True:
            task = self._tasks.get(uri) or self._start(uri, 0)
            try:
                return await asyncio.shield(task)
            except asyncio.CancelledError:
                if self._tasks.get(uri) in (task, None):
                    raise

    def _start(self, uri: str, pause: float) -> "asyncio.Task[Reading]":
        task = self._tasks[uri] = asyncio.create_task(self._read(uri, pause))
        task.add_done_callback(self._tell_fault)
        return task

    def _tell_fault(self, task: "asyncio.Task[Reading]") -> None:
        if not task.cancelled() and (error := task.exception()):
            self.report_server_error(error, type(error))

    def last_readable(self, uri: str) -> Reading | None:
        """The latest reading whose text could be taken apart."""
        return self._readable.get(uri)

    async def _read(self, uri: str, pause: float) -> Reading:
        await asyncio.sleep(pause)
        document = self.workspace.get_text_document(uri)
        loop = asyncio.get_running_loop()
        path = Path(to_fs_path(uri) or document.path)
        reading = await loop.run_in_executor(
            self._reader, read_for_editor, path, document.source, self._reports
        )
        if reading.file:
            self._readable[uri] = reading
        diagnostics = self._diagnostics(reading)
        self.text_document_publish_diagnostics(
            types.PublishDiagnosticsParams(uri, diagnostics, document.version)
        )
        return reading

    async def follow_reports(self) -> None:
        """Check again when an overview report was saved."""
        while True:
            await asyncio.sleep(_LOOK)
            for uri in list(self._tasks):
                reading = self._readable.get(uri)
                if reading and reading.report_path and self._reports.is_stale(reading.report_path):
                    self.check_soon(uri, 0)

    def _diagnostics(self, reading: Reading) -> list[types.Diagnostic]:
        found = [self.diagnostic(reading.source, one) for one in reading.findings]
        if reading.fault:
            nowhere = types.Range(types.Position(0, 0), types.Position(0, 0))
            found.append(
                types.Diagnostic(nowhere, reading.fault, _LEVELS[Severity.ERROR], source="scr-check")
            )
        return found

    def diagnostic(self, source: Source, finding: Finding) -> types.Diagnostic:
        """A finding as editors show it."""
        return types.Diagnostic(
            self.range_of(source, finding.place),
            f"{said_in_a_line(finding)}\n{finding.help}".strip(),
            _LEVELS[finding.severity],
            code=finding.rule,
            source="scr-check",
        )

    def range_of(self, source: Source, place: Place) -> types.Range:
        """A place as the editor counts: from 0, in the units that it asked for."""
        return types.Range(
            self._position(source, place.line, place.column),
            self._position(source, place.end_line, place.end_column),
        )

    def _position(self, source: Source, line: int, column: int) -> types.Position:
        start = source.starts[line - 1]
        units = self.workspace.position_codec.client_num_units(source.text[start : start + column - 1])
        return types.Position(line - 1, units)

    def place_of(self, source: Source, range_: types.Range) -> Place:
        """A range of the editor as a place."""
        codec, lines = self.workspace.position_codec, source.lines
        start, end = (codec.position_from_client_units(lines, one) for one in (range_.start, range_.end))
        return Place(start.line + 1, start.character + 1, end.line + 1, end.character + 1)

    def edit_of(self, document: TextDocument, source: Source, fix: Fix) -> types.WorkspaceEdit:
        """The edit for this version of the document, where the editor can tell versions apart."""
        edits = [types.TextEdit(self.range_of(source, fix.edit.place), fix.edit.text)]
        workspace = self.client_capabilities.workspace
        if workspace and workspace.workspace_edit and workspace.workspace_edit.document_changes:
            which = types.OptionalVersionedTextDocumentIdentifier(document.uri, document.version)
            return types.WorkspaceEdit(document_changes=[types.TextDocumentEdit(which, edits)])
        return types.WorkspaceEdit(changes={document.uri: edits})


async def _follow(server: SummaryServer, _params: types.InitializedParams) -> None:
    await server.follow_reports()


async def _opened(
    server: SummaryServer, params: types.DidOpenTextDocumentParams | types.DidSaveTextDocumentParams
) -> None:
    server.check_soon(params.text_document.uri, 0)


async def _changed(server: SummaryServer, params: types.DidChangeTextDocumentParams) -> None:
    server.check_soon(params.text_document.uri)


async def _closed(server: SummaryServer, params: types.DidCloseTextDocumentParams) -> None:
    server.forget(params.text_document.uri)
    server.text_document_publish_diagnostics(types.PublishDiagnosticsParams(params.text_document.uri, []))


async def _hover(server: SummaryServer, params: types.HoverParams) -> types.Hover | None:
    reading = await server.reading(params.text_document.uri)
    place = server.place_of(reading.source, types.Range(params.position, params.position))
    text = hover_text(reading, place)
    return types.Hover(types.MarkupContent(types.MarkupKind.Markdown, text)) if text else None


async def _complete(server: SummaryServer, params: types.CompletionParams) -> list[types.CompletionItem]:
    uri = params.text_document.uri
    source = Source(server.workspace.get_text_document(uri).source)
    known = server.last_readable(uri) or await server.reading(uri)
    place = server.place_of(source, types.Range(params.position, params.position))
    return _items(server, source, offers_at(source, place.line, place.column, known))


async def _mend(server: SummaryServer, params: types.CodeActionParams) -> list[types.CodeAction]:
    reading = await server.reading(params.text_document.uri)
    document = server.workspace.get_text_document(params.text_document.uri)
    fixes = fixes_at(reading, server.place_of(reading.source, params.range))
    return [_action(server, document, reading.source, fix) for fix in fixes]


_FEATURES: tuple[tuple[str, Callable[..., Any], Any], ...] = (
    (types.INITIALIZED, _follow, None),
    (types.TEXT_DOCUMENT_DID_OPEN, _opened, None),
    (types.TEXT_DOCUMENT_DID_SAVE, _opened, None),
    (types.TEXT_DOCUMENT_DID_CHANGE, _changed, None),
    (types.TEXT_DOCUMENT_DID_CLOSE, _closed, None),
    (types.TEXT_DOCUMENT_HOVER, _hover, None),
    (
        types.TEXT_DOCUMENT_COMPLETION,
        _complete,
        types.CompletionOptions(trigger_characters=[":", " ", "-", '"']),
    ),
    (
        types.TEXT_DOCUMENT_CODE_ACTION,
        _mend,
        types.CodeActionOptions(code_action_kinds=[types.CodeActionKind.QuickFix]),
    ),
)


def _items(server: SummaryServer, source: Source, offers: Iterable[Offer]) -> list[types.CompletionItem]:
    return [
        types.CompletionItem(
            offer.label,
            kind=types.CompletionItemKind.Field
            if offer.text.endswith(":")
            else types.CompletionItemKind.Value,
            detail=offer.detail,
            documentation=types.MarkupContent(types.MarkupKind.Markdown, offer.note) if offer.note else None,
            sort_text=f"{number:03}",
            filter_text=offer.text,
            text_edit=types.TextEdit(server.range_of(source, offer.place), offer.text),
        )
        for number, offer in enumerate(offers)
    ]


def _action(server: SummaryServer, document: TextDocument, source: Source, fix: Fix) -> types.CodeAction:
    mended = [server.diagnostic(source, fix.finding)] if fix.finding else None
    return types.CodeAction(
        fix.title,
        kind=types.CodeActionKind.QuickFix,
        diagnostics=mended,
        edit=server.edit_of(document, source, fix),
    )


def serve() -> None:
    """Serve one editor on standard input and output until it says goodbye."""
    logging.getLogger("pygls").setLevel(logging.CRITICAL + 1)  # its tracebacks show what documents say
    server = SummaryServer()
    for name, answer, options in _FEATURES:
        server.feature(name, options)(answer)
    server.start_io()
