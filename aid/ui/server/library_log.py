"""What the libraries write to the log: one line, without what was sent, and once a minute.

They would write whole tracebacks, a line for each bad request of whoever sends thousands, and in it
what that request asked for.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Mapping
from typing import Any, Final

from aid.ui.server import run_log

_SECONDS: Final = 60
_MANY: Final = 200
_OURS: Final = "aid"
_LEFT_OUT: Final = "…"
"""Stands in a line where a library would repeat a text."""


def start() -> None:
    """Apply it to the libraries from now on; call it after the log itself was started."""
    make = logging.getLogRecordFactory()

    def record(*values: Any, **more: Any) -> logging.LogRecord:
        made = make(*values, **more)
        # The log of screens says itself which errors it leaves out.
        if made.name.partition(".")[0] != _OURS and made.name != run_log.OF_SCREENS:
            _shorten(made)
            # Here, as it holds for the loggers of every library, later ones too.
            logging.getLogger(made.name).addFilter(once)
        return made

    once = OnceAMinute()
    logging.setLogRecordFactory(record)


def _shorten(record: logging.LogRecord) -> None:
    record.stack_info = None
    if record.exc_info and record.exc_info[1]:
        record.msg, record.args = f"failed=server {run_log.described(record.exc_info[1])}", ()
        record.exc_info = record.exc_text = None
    elif isinstance(record.args, Mapping):
        record.args = {name: _number(value) for name, value in record.args.items()}
    elif record.args:
        record.args = tuple(map(_number, record.args))


def _number(value: object) -> object:
    return value if isinstance(value, int | float) else _LEFT_OUT


class OnceAMinute(logging.Filter):
    """Lets the same line of a logger through once a minute, whatever numbers are in it."""

    def __init__(self) -> None:
        super().__init__()
        self._logged_at: dict[str, float] = {}

    def filter(self, record: logging.LogRecord) -> bool:
        """Whether the line was not written lately."""
        said, now = f"{record.name} {record.msg}", time.monotonic()
        if now - self._logged_at.get(said, -_SECONDS) < _SECONDS:
            return False
        if len(self._logged_at) >= _MANY:
            self._logged_at.clear()
        self._logged_at[said] = now
        return True
