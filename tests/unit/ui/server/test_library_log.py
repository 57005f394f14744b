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
    for name in ("uvicorn.error", "streamlit.web", "streamlit.later"):
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


@pytest.mark.parametrize(
    ("line", "values"),
    [
        ("The part %s of %s is not there.", ("what a reader typed", 3)),
        (
            "The part %(part)s of %(all)d is not there.",
            ({"part": "what a reader typed", "all": 3},),
        ),
    ],
)
def test_a_line_of_a_library_repeats_no_text(
    caplog: pytest.LogCaptureFixture, line: str, values: tuple[object, ...]
) -> None:
    logging.getLogger("streamlit.web").warning(line, *values, stack_info=True)
    assert [record.getMessage() for record in caplog.records] == ["The part … of 3 is not there."]
    assert len(caplog.text.splitlines()) == 1


def test_our_own_lines_are_written_as_they_are(caplog: pytest.LogCaptureFixture) -> None:
    for _ in range(2):
        logging.getLogger("aid.somewhere").warning("page=%s", "scars")
    assert [record.getMessage() for record in caplog.records] == ["page=scars"] * 2


@pytest.mark.parametrize("library", ["uvicorn.error", "streamlit.later"])
def test_the_same_line_is_written_once_a_minute(
    caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch, library: str
) -> None:
    now = 1_000.0
    monkeypatch.setattr(time, "monotonic", lambda: now)
    log = logging.getLogger(library)
    for number in range(5):
        log.warning("Invalid HTTP request received, of %d bytes.", number)
    log.warning("Something else.")
    assert len(caplog.records) == 2
    now += 61
    log.warning("Invalid HTTP request received, of %d bytes.", 7)
    assert len(caplog.records) == 3
