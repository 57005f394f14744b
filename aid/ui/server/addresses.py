"""Which addresses the server knows: unknown ones lead to the start, or are not found."""

from __future__ import annotations

import streamlit as st
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from aid.catalogue.addresses import ADDRESS_BY_PATH, METHOD

SCREENS = frozenset(ADDRESS_BY_PATH) - {""}
"""Addresses of screens. The start lives at ``/``."""

_REDIRECTS = frozenset({301, 302, 303, 307, 308})
"""Statuses that send a browser elsewhere. 304 does not: it answers a browser that has the file."""


class KnownAddresses:
    """Serves Streamlit's page at the addresses of screens alone.

    Streamlit itself serves it at any address, and the script then shows the start under a notice
    that the page was not found. Here a reader who asks for an unknown document is sent to the
    start, or for an unknown method to the list of methods; any other request for something that
    does not exist gets a 404.
    """

    def __init__(self, app: ASGIApp, base: str = "") -> None:
        self._app = app
        self._base = base

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        base = scope.get("root_path", "").rstrip("/") + self._base
        if scope["type"] != "http" or _is_screen(scope, base):
            await self._app(scope, receive, send)
        elif _asks_for_a_document(scope) and not _may_be_a_file(scope):
            await _elsewhere(scope, base)(scope, receive, send)
        else:
            await _FileOnly(self._app, scope, base).answer(receive, send)


class _FileOnly:
    """Passes one request on, and answers it itself where a page or a redirect would come back."""

    def __init__(self, app: ASGIApp, scope: Scope, base: str) -> None:
        self._app, self._scope, self._base = app, scope, base
        self._replaced = False

    async def answer(self, receive: Receive, send: Send) -> None:
        async def send_file(message: Message) -> None:
            if message["type"] == "http.response.start" and _is_no_file(message):
                self._replaced = True
                is_document = _asks_for_a_document(self._scope)
                answer = (
                    _elsewhere(self._scope, self._base)
                    if is_document
                    else Response(status_code=404)
                )
                await answer(self._scope, receive, send)
            elif not self._replaced:
                await send(message)

        await self._app(self._scope, receive, send_file)


def _is_no_file(start: Message) -> bool:
    kind: bytes = dict(start.get("headers", ())).get(b"content-type", b"")
    return kind.startswith(b"text/html") or start["status"] in _REDIRECTS


def base_path() -> str:
    """The path below which the aid lives, such as ``/scars``; empty at the root."""
    base = str(st.get_option("server.baseUrlPath") or "").strip("/")
    return f"/{base}" if base else ""


def _is_screen(scope: Scope, base: str) -> bool:
    path: str = scope["path"]
    below = path.removeprefix(base)
    if not path.startswith(base) or not below.startswith("/"):
        return path == base
    return below == "/" or below[1:].removesuffix("/") in SCREENS


def _asks_for_a_document(scope: Scope) -> bool:
    accept = dict(scope["headers"]).get(b"accept", b"")
    return scope["method"] in ("GET", "HEAD") and b"text/html" in accept


def _may_be_a_file(scope: Scope) -> bool:
    path: str = scope["path"]
    return "." in path.rsplit("/", 1)[-1] or "_stcore" in path


def _elsewhere(scope: Scope, base: str) -> Response:
    """Send a reader on: nothing of the address that was asked for is repeated."""
    path: str = scope["path"]
    place = METHOD if path.startswith(f"{base}/{METHOD}-") else ""
    return RedirectResponse(
        f"{base}/{place}", status_code=303, headers={"cache-control": "no-store"}
    )
