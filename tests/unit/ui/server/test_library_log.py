"""What the libraries write: short, without what was sent, and not again and again."""

from __future__ import annotations

import logging
import time
from collections.abc import Iterator

import pytest

from aid.ui.server import library_log


@pytest.fixture(autouse=True)
def started() -> Iterator[None]:
    before = logging.getLogRecordFactory()
    library_log.start()
    yield
    logging.setLogRecordFactory(before)
    for name in ("uvicorn.error", "streamlit.web.server.starlette.starlette_websocket"):
        for one in list(logging.getLogger(name).filters):
            logging.getLogger(name).removeFilter(one)


def test_an_error_of_a_library_is_one_line_without_its_text(
    caplog: pytest.LogCaptureFixture,
) -> None:
    try:
        raise ValueError("what a reader typed")
    except ValueError:
        logging.getLogger("streamlit.web").exception("Something about %s", "what a reader typed")
    assert "what a reader typed" not in caplog.text
    assert len(caplog.text.splitlines()) == 1
    assert "failed=server error=ValueError at=test_library_log.py:" in caplog.text


def test_the_same_line_is_written_once_a_minute(
    caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = 1_000.0
    monkeypatch.setattr(time, "monotonic", lambda: now)
    log = logging.getLogger("uvicorn.error")
    for _ in range(5):
        log.warning("Invalid HTTP request received.")
    log.warning("Something else.")
    assert len(caplog.records) == 2
    now += 61
    log.warning("Invalid HTTP request received.")
    assert len(caplog.records) == 3
