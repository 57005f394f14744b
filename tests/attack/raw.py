"""A socket to the server that sends anything, in any order."""

from __future__ import annotations

import socket
import struct
import time
from collections.abc import Iterator
from contextlib import suppress
from types import TracebackType
from typing import Self

from streamlit.proto.BackMsg_pb2 import BackMsg

TEXT, BINARY, CLOSE, PING = 1, 2, 8, 9


def frame(data: bytes, kind: int = BINARY, *, says: int | None = None, last: bool = True) -> bytes:
    """One frame; its mask is zeros, so that the data stay as they are.

    Args:
        data: What it holds.
        kind: What sort of frame it is.
        says: How many bytes it says it has.
        last: Whether the message ends with it.
    """
    count = len(data) if says is None else says
    head = bytes([(0x80 if last else 0) | kind])
    if count < 126:
        head += bytes([0x80 | count])
    elif count < 1 << 16:
        head += bytes([0x80 | 126]) + struct.pack(">H", count)
    else:
        head += bytes([0x80 | 127]) + struct.pack(">Q", count)
    return head + bytes(4) + data


def run_of(page: str) -> bytes:
    """A message that asks for a screen."""
    message = BackMsg()
    message.rerun_script.page_name = page
    return message.SerializeToString()


def handshake(address: str, *more: str, session: str = "", host: str = "") -> bytes:
    """What a browser sends to open the socket, with additional header lines."""
    protocols = f"streamlit, none, {session}" if session else "streamlit"
    lines = (
        "GET /_stcore/stream HTTP/1.1",
        f"Host: {host or address}",
        "Connection: Upgrade",
        "Upgrade: websocket",
        "Sec-WebSocket-Version: 13",
        "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
        f"Sec-WebSocket-Protocol: {protocols}",
        *more,
    )
    return ("\r\n".join(lines) + "\r\n\r\n").encode("latin-1")


def ask(address: str, request: bytes, *, seconds: float = 10) -> bytes:
    """Send bytes over a connection of their own; what comes back until it ends or is silent."""
    host, _, port = address.rpartition(":")
    answer = b""
    with socket.create_connection((host, int(port)), timeout=seconds) as connection:
        connection.sendall(request)
        try:
            while piece := connection.recv(1 << 16):
                answer += piece
                if b"\r\n\r\n" in answer and b"101 Switching" in answer:
                    break
        except (TimeoutError, ConnectionError):
            pass
    return answer


class Raw:
    """An open socket to the server. Use it in a ``with`` block."""

    def __init__(self, address: str, *more: str, session: str = "") -> None:
        host, _, port = address.rpartition(":")
        self._connection = socket.create_connection((host, int(port)), timeout=20)
        self._connection.sendall(handshake(address, *more, session=session))
        self._read = b""
        while b"\r\n\r\n" not in self._read:
            piece = self._connection.recv(1 << 16)
            if not piece:
                break
            self._read += piece
        head, _, self._read = self._read.partition(b"\r\n\r\n")
        self.status = int(head.split(b" ", 2)[1]) if head else 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._connection.close()

    def send(self, *frames: bytes) -> None:
        """Send frames; an end of the connection meanwhile is no error."""
        with suppress(OSError):
            self._connection.sendall(b"".join(frames))

    def push(self, frames: bytes) -> bool:
        """Send as much as goes at once and read what came; whether the connection still stands."""
        self._connection.settimeout(0.01)
        try:
            self._connection.sendall(frames)
        except TimeoutError:
            pass
        except OSError:
            return False
        try:
            while piece := self._connection.recv(1 << 20):
                del piece
        except TimeoutError:
            return True
        except OSError:
            return False
        return False

    def closed_with(self, seconds: float = 10) -> int | None:
        """Wait until the server closes; with which code, or ``None`` where it does not."""
        for kind, data in self.messages(seconds):
            if kind == CLOSE:
                return int(struct.unpack(">H", data[:2])[0]) if len(data) >= 2 else 1005
        return None

    def messages(self, seconds: float) -> Iterator[tuple[int, bytes]]:
        """All that comes until the server closes, or until the time is over."""
        deadline = time.monotonic() + seconds
        while (left := deadline - time.monotonic()) > 0:
            self._connection.settimeout(left)
            try:
                kind, data = self._next()
            except (TimeoutError, ConnectionError):
                break
            if kind == PING:
                self.send(frame(data, 10))
            yield kind, data
            if kind == CLOSE:
                break

    def _next(self) -> tuple[int, bytes]:
        kind, count = self._take(2)
        count &= 0x7F
        if count == 126:
            count = struct.unpack(">H", self._take(2))[0]
        elif count == 127:
            count = struct.unpack(">Q", self._take(8))[0]
        return kind & 0x0F, self._take(count)

    def _take(self, count: int) -> bytes:
        while len(self._read) < count:
            piece = self._connection.recv(1 << 20)
            if not piece:
                raise ConnectionError
            self._read += piece
        taken, self._read = self._read[:count], self._read[count:]
        return taken
