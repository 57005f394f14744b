"""What the first reader would wait for is prepared when the server starts, beside its requests."""

from __future__ import annotations

import asyncio
import threading

import pytest
import streamlit as st
from starlette.types import Message, Receive, Scope, Send

from aid.errors import ContentError, Problem
from aid.ui import runtime
from aid.ui.server import warm_up
from aid.views import charts


def start_and_wait() -> list[str]:
    """Start, wait for what begins then, and return what was done last of all."""
    done: list[str] = []

    async def serve() -> None:
        prepared = asyncio.Event()
        lifespan = warm_up.lifespan(lambda _loop: done.append("later"), prepared)
        async with lifespan(st.App("aid/ui/main.py")):
            begun = [thread for thread in threading.enumerate() if thread.name == "warm-up"]
            await asyncio.wait_for(prepared.wait(), 60)
        for thread in begun:
            thread.join()

    asyncio.run(serve())
    return done


@pytest.mark.slow
def test_the_charts_are_drawn_when_the_first_reader_comes(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    drawn, drawings = [], charts.drawings
    monkeypatch.setattr(charts, "drawings", lambda of: drawn.append(drawings(of)))
    assert start_and_wait() == ["later"]
    assert drawn == [drawings(runtime.catalogue())]


@pytest.mark.filterwarnings("error::pytest.PytestUnhandledThreadExceptionWarning")
def test_content_that_cannot_be_used_is_left_to_the_first_run(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked = []

    def broken() -> None:
        asked.append("content")
        raise ContentError((Problem("", "", "broken"),))

    monkeypatch.setattr(runtime, "catalogue", broken)
    assert start_and_wait() == ["later"]
    assert asked == ["content"]


@pytest.mark.parametrize(("kind", "waits"), [("websocket", True), ("http", False)])
def test_sockets_wait_until_memory_is_frozen(kind: str, *, waits: bool) -> None:
    """What is frozen is never freed, so no session may be among it."""
    let_in: list[str] = []

    async def app(scope: Scope, _receive: Receive, _send: Send) -> None:
        let_in.append(scope["type"])

    async def serve() -> None:
        prepared = asyncio.Event()
        asked = asyncio.create_task(
            warm_up.SocketsWait(app, prepared)({"type": kind}, receive, send)
        )
        await asyncio.sleep(0.01)
        assert let_in == ([] if waits else [kind])
        prepared.set()
        await asked
        assert let_in == [kind]

    asyncio.run(serve())


async def receive() -> Message:
    return {}


async def send(_message: Message) -> None:
    pass
