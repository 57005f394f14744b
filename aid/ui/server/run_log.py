"""What the app writes to its log: names of screens, times, kinds of errors. Never any content.

An error's own text could hold what a reader typed, so only its kind and its place are written. The
id of a session opens that session again, with its answers, so no line holds one, whoever writes it.
"""

from __future__ import annotations

import logging
import re
import sys
import time
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

import streamlit as st

from aid.catalogue.ids import PageId
from aid.errors import ContentError

_log = logging.getLogger("aid")
_SESSION_ID: Final = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)

OF_SCREENS: Final = "streamlit.error_util"
"""Where Streamlit writes the errors of runs."""


def start() -> None:
    """Send the log to standard output, one line each, with the time of day in UTC."""
    handler = logging.StreamHandler(sys.stdout)
    formatter = logging.Formatter("%(asctime)s %(message)s", "%Y-%m-%dT%H:%M:%SZ")
    formatter.converter = time.gmtime
    handler.setFormatter(formatter)
    _log.handlers = [handler]
    _log.setLevel(logging.INFO)
    _log.propagate = False
    logging.getLogger(OF_SCREENS).addFilter(_without_errors_of_a_screen)
    logging.setLogRecordFactory(_without_session_ids)


def _without_session_ids(*values: Any, **more: Any) -> logging.LogRecord:
    # Here rather than in a filter: it holds for the loggers of every library, later ones too.
    record = logging.LogRecord(*values, **more)
    record.msg = _without_session_id(record.msg)
    if isinstance(record.args, tuple):
        record.args = tuple(map(_without_session_id, record.args))
    return record


def _without_session_id(value: Any) -> Any:
    said = str(value)
    return _SESSION_ID.sub("(session)", said) if _SESSION_ID.search(said) else value


def _without_errors_of_a_screen(record: logging.LogRecord) -> bool:
    # Streamlit would write an error's whole text. Our own line about it says what may be said.
    return record.exc_info is None or isinstance(record.exc_info[1], ContentError)


@contextmanager
def timed(page_id: PageId) -> Iterator[None]:
    """Write one line for a whole screen that a reader sees: its name, how long its run took."""
    begin = time.perf_counter()
    try:
        yield
    finally:
        # The server's own runs, for the first words, come from no browser and have no headers.
        if st.context.headers:
            _log.info("page=%s ms=%.0f", page_id, (time.perf_counter() - begin) * 1000)


def failed(where: str, error: Exception) -> None:
    """Write that something failed: where, the kind of error, and the line of code."""
    _log.error("failed=%s %s", where, described(error))


def described(error: BaseException) -> str:
    """The kind of an error and the line of code, without its text."""
    frames = traceback.extract_tb(error.__traceback__)
    line = f"{Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else "unknown"
    return f"error={type(error).__name__} at={line}"
