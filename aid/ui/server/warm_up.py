"""Prepares in the background what the first reader would wait for: the content and the charts."""

from __future__ import annotations

import gc
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager, suppress
from threading import Thread

import streamlit as st

from aid.errors import ContentError
from aid.ui import runtime
from aid.views.charts import drawings


@asynccontextmanager
async def lifespan(_app: st.App) -> AsyncGenerator[None]:
    """Begin as the server starts; it answers requests meanwhile."""
    Thread(target=_warm_up, name="warm-up", daemon=True).start()
    yield


def _warm_up() -> None:
    # The run of the first reader reports content that cannot be used.
    with suppress(ContentError):
        drawings(runtime.catalogue())
    gc.freeze()  # Altair too lasts as long as the process: some 15 ms for each scan of it
