"""`scr-check lsp`: the language server that editors start."""

from scr_check.errors import UsageError


def lsp() -> None:
    """Serve an editor that speaks the Language Server Protocol, on standard input and output.

    It shows findings while you type, explains them, completes fields and mends what can be mended.
    """
    try:
        from scr_check.editor.server import serve
    except ModuleNotFoundError as error:
        if error.name not in ("pygls", "lsprotocol"):
            raise
        raise UsageError('the language server is an extra part: pip install "scr-check[editor]"') from None
    serve()
