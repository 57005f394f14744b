"""Sends the files of the shelf, in front of Streamlit, which would send them as they are."""

from __future__ import annotations

from anyio import to_thread
from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send

from aid.ui.server.shelf import Shelf
from aid.ui.server.unwritten import Unwritten


class Packed:
    """Answers for the files of a shelf; everything else goes on to the app.

    A page that is not on the shelf yet is waited for: without its words it would be empty until all
    of Streamlit's scripts have run.
    """

    def __init__(self, app: ASGIApp, shelf: Shelf, unwritten: Unwritten, base: str = "") -> None:
        self._app = app
        self._shelf = shelf
        self._unwritten = unwritten
        self._base = base

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        address = self._address(scope)
        await self._unwritten.written(address)
        if address not in self._shelf:
            await self._app(scope, receive, send)
            return
        # The first reader of a file waits for gzip, and nobody else does.
        answer = await to_thread.run_sync(self._shelf.answer, address, Headers(scope=scope))
        await answer(scope, receive, send)

    def _address(self, scope: Scope) -> str:
        if scope["type"] != "http" or scope["method"] not in ("GET", "HEAD"):
            return ""
        base = scope.get("root_path", "").rstrip("/") + self._base
        path: str = scope["path"]
        return path.removeprefix(base) if path.startswith(base) else ""
