"""Prepares in the background what the first reader would wait for: the content and the charts."""

from __future__ import annotations

import asyncio
import gc
from collections.abc import AsyncGenerator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager, suppress
from threading import Thread

import streamlit as st

from aid.errors import ContentError
from aid.ui import runtime
from aid.views.charts import drawings


def lifespan(
    then: Callable[[asyncio.AbstractEventLoop], None],
) -> Callable[[st.App], AbstractAsyncContextManager[None]]:
    """What begins as the server starts; it answers requests meanwhile.

    Args:
        then: What can wait longer, done after the content and the charts on the same thread. It is
            given the loop of the server.
    """

    @asynccontextmanager
    async def running(_app: st.App) -> AsyncGenerator[None]:
        loop = asyncio.get_running_loop()
        Thread(target=_warm_up, args=(then, loop), name="warm-up", daemon=True).start()
        yield

    return running


def _warm_up(
    then: Callable[[asyncio.AbstractEventLoop], None], loop: asyncio.AbstractEventLoop
) -> None:
    # The run of the first reader reports content that cannot be used.
    with suppress(ContentError):
        drawings(runtime.catalogue())
    gc.freeze()  # Altair too lasts as long as the process: some 15 ms for each scan of it
    then(loop)
