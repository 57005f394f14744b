"""What the first reader would wait for is prepared when the server starts, beside its requests."""

from __future__ import annotations

import asyncio
import threading

import pytest
import streamlit as st

from aid.errors import ContentError, Problem
from aid.ui import runtime
from aid.ui.server import warm_up
from aid.views import charts


def start_and_wait() -> list[str]:
    """Start, wait for what begins then, and return what was done last of all."""
    done: list[str] = []

    async def serve() -> None:
        async with warm_up.lifespan(lambda _loop: done.append("later"))(st.App("aid/ui/main.py")):
            begun = [thread for thread in threading.enumerate() if thread.name == "warm-up"]
        for thread in begun:
            thread.join()

    asyncio.run(serve())
    return done


def test_the_charts_are_drawn_when_the_first_reader_comes(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    drawn = []
    monkeypatch.setattr(warm_up, "drawings", lambda of: drawn.append(charts.drawings(of)))
    assert start_and_wait() == ["later"]
    assert drawn == [charts.drawings(runtime.catalogue())]


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
