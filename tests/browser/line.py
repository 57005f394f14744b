"""A line between a reader and the server that a test can cut and mend, hold and let go, or slow."""

from __future__ import annotations

import socket
import threading
import time
from contextlib import suppress
from types import TracebackType
from urllib.parse import urlsplit


class Line:
    """Passes bytes on between a port of its own and the server, until it is cut.

    The server must learn the line's own address from the browser: it is the ``Host``.

    Args:
        server_url: The server.
        delay_seconds: How long each piece of at most 64 KiB takes.
    """

    def __init__(self, server_url: str, delay_seconds: float = 0) -> None:
        self._delay_seconds = delay_seconds
        place = urlsplit(server_url)
        self._server = (place.hostname or "", place.port or 0)
        self._ends: set[socket.socket] = set()
        self._lock = threading.Lock()
        self._is_cut = False
        self._flows = threading.Event()
        self._flows.set()
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._thread = threading.Thread(target=self._listen, daemon=True)
        self.url = f"http://127.0.0.1:{self._listener.getsockname()[1]}"

    def __enter__(self) -> Line:
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        self.let_go()
        self.cut()
        self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()

    def cut(self) -> None:
        """Break every connection, and let none be made until the line is mended."""
        with self._lock:
            self._is_cut = True
            ends, self._ends = self._ends, set()
        for end in ends:
            _close(end)

    def mend(self) -> None:
        """Let connections be made again."""
        self._is_cut = False

    def hold(self) -> None:
        """Let nothing through, as a phone's line does now and then; nothing is lost."""
        self._flows.clear()

    def let_go(self) -> None:
        """Let everything through that was held, at once."""
        self._flows.set()

    def _listen(self) -> None:
        while True:
            try:
                reader, _ = self._listener.accept()
            except OSError:
                return
            with self._lock:
                if self._is_cut:
                    _close(reader)
                    continue
                try:
                    server = socket.create_connection(self._server)
                except OSError:  # it is being started again
                    _close(reader)
                    continue
                self._ends |= {reader, server}
            for one, other in ((reader, server), (server, reader)):
                threading.Thread(target=self._pass_on, args=(one, other), daemon=True).start()

    def _pass_on(self, one: socket.socket, other: socket.socket) -> None:
        with suppress(OSError):
            while data := one.recv(65536):
                time.sleep(self._delay_seconds)
                self._flows.wait()
                other.sendall(data)
        for end in (one, other):
            _close(end)
            with self._lock:
                self._ends.discard(end)


def _close(end: socket.socket) -> None:
    with suppress(OSError):
        end.shutdown(socket.SHUT_RDWR)
    end.close()
