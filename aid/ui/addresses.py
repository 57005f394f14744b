"""Which addresses the server knows: unknown ones lead to the start."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

import streamlit as st
from starlette.types import ASGIApp, Receive, Scope, Send

from aid.vocabulary import PAGE_IDS

START = "start"
SCREENS = frozenset(PAGE_IDS) - {START}
"""Addresses of screens. The start lives at ``/``."""


class KnownAddresses:
    """Sends a reader who asks for an unknown screen to the start.

    Streamlit itself would show its start page under a notice that the page was not found. Only
    requests for a document are looked at: files, sockets and Streamlit's own paths pass through.
    """

    def __init__(self, app: ASGIApp, base: str = "") -> None:
        self._app = app
        self._base = base

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        base = scope.get("root_path", "").rstrip("/") + self._base
        if scope["type"] == "http" and _is_unknown_screen(scope, base):
            await _redirect(send, f"{quote(base)}/")
        else:
            await self._app(scope, receive, send)


def base_path() -> str:
    """The path below which the aid lives, such as ``/scars``; empty at the root."""
    base = str(st.get_option("server.baseUrlPath") or "").strip("/")
    return f"/{base}" if base else ""


def _is_unknown_screen(scope: Scope, base: str) -> bool:
    accept = dict(scope["headers"]).get(b"accept", b"")
    if scope["method"] not in ("GET", "HEAD") or b"text/html" not in accept:
        return False
    path: str = scope["path"].removeprefix(base).strip("/")
    is_file = "." in path.rsplit("/", 1)[-1]
    return bool(path) and not is_file and path not in SCREENS and "_stcore" not in path


async def _redirect(send: Send, to: str) -> None:
    headers: list[tuple[bytes, bytes]] = [
        (b"location", to.encode("ascii")),
        (b"content-length", b"0"),
        (b"cache-control", b"no-store"),
    ]
    start: dict[str, Any] = {"type": "http.response.start", "status": 303, "headers": headers}
    await send(start)
    await send({"type": "http.response.body", "body": b""})
