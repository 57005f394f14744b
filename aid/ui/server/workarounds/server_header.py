"""Every answer names the server's program.

Fault: uvicorn has an option to leave out its ``server`` header, but Streamlit makes uvicorn itself
and passes no such option on.
Seen in: Streamlit 1.67.0 with uvicorn 0.54.0.
Upstream: none found.
Test: tests/attack/test_requests.py.
Delete when: a setting of Streamlit leaves the header out.
"""

from __future__ import annotations

from typing import Any

from uvicorn import Server


def mend() -> None:
    """Leave the header out of all answers from the start."""
    startup = Server.startup

    async def start(self: Server, sockets: Any = None) -> None:
        headers = self.config.encoded_headers
        self.config.encoded_headers = [line for line in headers if line[0] != b"server"]
        await startup(self, sockets)

    Server.startup = start  # type: ignore[method-assign]
