"""A socket whose request has a header line of more than 8 KB gets no answer, ever.

Fault: the websocket library refuses such a line and writes an answer, but the server neither sends
it nor closes the connection, so a page with many cookies of its neighbours waits for ever.
Seen in: uvicorn 0.54.0 with websockets 17.4, through Streamlit 1.67.0.
Upstream: none found.
Test: tests/attack/test_requests.py.
Delete when: such a request is answered without this.
"""

from __future__ import annotations

from typing import Final

from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol

_BAD_REQUEST: Final = b"HTTP/1.1 400 Bad Request\r\ncontent-length: 0\r\nconnection: close\r\n\r\n"


def mend() -> None:
    """Answer with 400, as the server does where all lines together are too long."""
    receive = WebSocketsSansIOProtocol.data_received

    def data_received(self: WebSocketsSansIOProtocol, data: bytes) -> None:
        receive(self, data)
        if self.conn.handshake_exc is not None and not self.handshake_initiated:
            self.transport.write(_BAD_REQUEST)
            self.transport.close()

    WebSocketsSansIOProtocol.data_received = data_received  # type: ignore[method-assign]
