"""Prepares in the background what the first reader needs: the content and the charts.

Pages and files are served meanwhile. Sockets wait: what is there when memory is frozen stays for as
long as the process, so no reader's session may begin before.
"""

from __future__ import annotations

import asyncio
import gc
from collections.abc import AsyncGenerator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager, suppress
from threading import Thread

import streamlit as st
from starlette.types import ASGIApp, Receive, Scope, Send

from aid.errors import ContentError
from aid.ui import runtime
from aid.ui.server import forgetting, pulse


class SocketsWait:
    """Lets no socket in before the content is prepared."""

    def __init__(self, app: ASGIApp, prepared: asyncio.Event) -> None:
        self._app, self._prepared = app, prepared

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] == "websocket":
            await self._prepared.wait()
        await self._app(scope, receive, send)


def lifespan(
    then: Callable[[asyncio.AbstractEventLoop], None], prepared: asyncio.Event
) -> Callable[[st.App], AbstractAsyncContextManager[None]]:
    """What begins as the server starts, and what goes on for as long as it runs.

    Args:
        then: What can wait longer, done after the content and the charts on the same thread. It is
            given the loop of the server.
        prepared: Set once the content and the charts are there, or cannot be had.
    """

    @asynccontextmanager
    async def running(_app: st.App) -> AsyncGenerator[None]:
        loop = asyncio.get_running_loop()
        Thread(target=_warm_up, args=(then, loop, prepared), name="warm-up", daemon=True).start()
        for_ever = [
            loop.create_task(forgetting.each_minute()),
            loop.create_task(pulse.run_watchdog(prepared)),
        ]
        yield
        for task in for_ever:
            task.cancel()

    return running


def _warm_up(
    then: Callable[[asyncio.AbstractEventLoop], None],
    loop: asyncio.AbstractEventLoop,
    prepared: asyncio.Event,
) -> None:
    try:
        from aid.views.charts import drawings  # the start does not wait for it

        # The run of the first reader reports content that cannot be used.
        with suppress(ContentError):
            drawings(runtime.catalogue())
        gc.collect()
        # Keep the garbage collector from scanning all this again and again, for some 75 ms.
        gc.freeze()
    finally:
        loop.call_soon_threadsafe(prepared.set)
    then(loop)
