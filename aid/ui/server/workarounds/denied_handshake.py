"""Each refused socket leaves an error in the log.

Fault: where a socket is refused with an answer of its own, the server sends that answer and then
writes that none was given. Whoever asks a thousand times a second fills the log.
Seen in: uvicorn 0.54.0, through Streamlit 1.67.0.
Upstream: none found.
Test: tests/attack/test_requests.py.
Delete when: such a refusal is no error for the server.
"""

from __future__ import annotations

import logging
from typing import Final

_SAID: Final = "ASGI callable returned without completing handshake."


def mend() -> None:
    """Leave that line out."""
    logging.getLogger("uvicorn.error").addFilter(lambda record: record.msg != _SAID)
