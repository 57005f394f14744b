"""What the libraries write to the log: one line for each error, and the same line once a minute.

They would write whole tracebacks, and a line for each bad request of whoever sends thousands.
"""

from __future__ import annotations

import logging
import time
from typing import Any, Final

from aid.ui.server import run_log

_SECONDS: Final = 60
_MANY: Final = 200
_OF_STRANGERS: Final = ("uvicorn.error", "streamlit.web.server.starlette.starlette_websocket")
"""What is sent from outside makes these write, as often as it is sent."""


def start() -> None:
    """Hold the libraries to it from now on; call it after the log itself was started."""
    make = logging.getLogRecordFactory()

    def record(*values: Any, **more: Any) -> logging.LogRecord:
        made = make(*values, **more)
        # The log of screens says itself which errors it leaves out.
        if made.exc_info and made.exc_info[1] and made.name != run_log.OF_SCREENS:
            made.msg, made.args = f"failed=server {run_log.described(made.exc_info[1])}", ()
            made.exc_info = made.exc_text = None
        return made

    logging.setLogRecordFactory(record)
    for name in _OF_STRANGERS:
        logging.getLogger(name).addFilter(OnceAMinute())


class OnceAMinute(logging.Filter):
    """Lets the same line through once a minute."""

    def __init__(self) -> None:
        super().__init__()
        self._told: dict[str, float] = {}

    def filter(self, record: logging.LogRecord) -> bool:
        """Whether the line was not written lately."""
        said, now = record.getMessage(), time.monotonic()
        if now - self._told.get(said, -_SECONDS) < _SECONDS:
            return False
        if len(self._told) >= _MANY:
            self._told.clear()
        self._told[said] = now
        return True
