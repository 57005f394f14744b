"""A page, and nothing else, names the scripts that every screen needs."""

from __future__ import annotations

import asyncio

import pytest
from starlette.types import Message, Receive, Scope, Send

from aid.ui.server.preload import DRAWING, Preload, script_files


def link_of(kind: bytes, base: str = "") -> str | None:
    """The header ``Link`` of an answer with this kind of content, if it has one."""
    sent: list[Message] = []

    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        headers = [(b"content-type", kind)]
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        await send({"type": "http.response.body", "body": b"words"})

    async def receive() -> Message:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Message) -> None:
        sent.append(message)

    asyncio.run(Preload(app, base)({"type": "http", "path": "/"}, receive, send))
    start, body = sent
    assert body["body"] == b"words"
    assert (b"content-type", kind) in start["headers"]
    link = dict(start["headers"]).get(b"link")
    return link.decode() if link is not None else None


def test_the_installed_streamlit_has_each_script_once() -> None:
    assert [name.rsplit(".", 2)[0] for name in script_files()] == list(DRAWING)


@pytest.mark.parametrize("base", ["", "/aid"])
def test_a_page_names_each_script_below_the_base_path(base: str) -> None:
    link = link_of(b"text/html; charset=utf-8", base)
    assert link is not None
    assert link.split(", ") == [
        f"<{base}/static/js/{name}>; rel=modulepreload; crossorigin" for name in script_files()
    ]


@pytest.mark.parametrize("kind", [b"text/javascript", b"image/png", b""])
def test_a_file_names_none(kind: bytes) -> None:
    assert link_of(kind) is None
