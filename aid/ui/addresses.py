"""Which addresses the server knows: unknown ones lead to the start, or are not there."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

import streamlit as st
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from aid.catalogue.ids import PAGE_IDS

START = "start"
SCREENS = frozenset(PAGE_IDS) - {START}
"""Addresses of screens. The start lives at ``/``."""


class KnownAddresses:
    """Gives Streamlit's page at the addresses of screens alone.

    Streamlit itself gives it at any address, and the script then shows the start under a notice
    that the page was not found. Here a reader who asks for an unknown document is sent to the
    start; any other request for something that is not there gets a 404.
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
            await _redirect(send, base)
        else:
            await _FileOnly(self._app, scope, send, base).answer(receive)


class _FileOnly:
    """Passes one request on, and answers itself where a page or a redirect would come back."""

    def __init__(self, app: ASGIApp, scope: Scope, send: Send, base: str) -> None:
        self._app, self._scope, self._send, self._base = app, scope, send, base
        self._answered = False

    async def answer(self, receive: Receive) -> None:
        await self._app(self._scope, receive, self._send_file)

    async def _send_file(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            kind = dict(message.get("headers", ())).get(b"content-type", b"")
            self._answered = kind.startswith(b"text/html") or 300 <= message["status"] < 400
            if self._answered and _asks_for_a_document(self._scope):
                await _redirect(self._send, self._base)
            elif self._answered:
                await _answer(self._send, 404)
        if not self._answered:
            await self._send(message)


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


async def _redirect(send: Send, base: str) -> None:
    to = f"{quote(base)}/".encode("ascii")
    await _answer(send, 303, (b"location", to), (b"cache-control", b"no-store"))


async def _answer(send: Send, status: int, *headers: tuple[bytes, bytes]) -> None:
    start: dict[str, Any] = {
        "type": "http.response.start",
        "status": status,
        "headers": [*headers, (b"content-length", b"0")],
    }
    await send(start)
    await send({"type": "http.response.body", "body": b""})
