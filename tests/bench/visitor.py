"""One visitor without a browser, who waits for each answer."""

from __future__ import annotations

from http import HTTPStatus
from http.client import HTTPConnection
from types import TracebackType
from typing import Self

from websockets.sync.client import connect
from websockets.typing import Subprotocol

from tests.bench.tab import Tab


class Visitor:
    """Opens screens of one server, comes with answers, clicks. Use it in a ``with`` block."""

    def __init__(self, address: str) -> None:
        self.tab = Tab(address)
        self._connecting = connect(
            stream(address),
            subprotocols=[STREAMLIT],
            max_size=None,
            compression=None,
            open_timeout=_OPEN_SECONDS,
        )

    def __enter__(self) -> Self:
        self._socket = self._connecting.__enter__()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._connecting.__exit__(kind, error, trace)

    def arrive(self, page: str, answers: str = "") -> str:
        """Open the first screen of a visit, with the answers that the tab had kept, if any.

        Returns:
            Everything that the last run sent.
        """
        if answers:  # a bare page closes a socket that says anything but Streamlit's messages
            self._socket.send(self.tab.brings(answers))
        return self.open(page)

    def open(self, page: str) -> str:
        """Go to a screen and return everything it sent."""
        return self._run(self.tab.go(page))

    def click(self, key: str | None) -> str:
        """Click on the widget with a key, or run the script once more where there is none."""
        return self._run(self.tab.flip(key) if key else self.tab.rerun())

    def _run(self, request: bytes) -> str:
        self._socket.send(request)
        while True:
            data = self._socket.recv()
            assert isinstance(data, bytes)
            if self.tab.take(data):
                return self.tab.text


def take_file(tab: Tab, address: str) -> bytes:
    """Have the file made that the last run ordered, as the tab's own script does."""
    given = tab.given("deliver")
    connection = HTTPConnection(address, timeout=_OPEN_SECONDS)
    headers = {"Content-Type": "application/json", "Origin": f"http://{address}"}
    connection.request("POST", given["address"], given["order"], headers)
    answer = connection.getresponse()
    if answer.status != HTTPStatus.OK:
        raise RuntimeError(f"{given['address']} was answered with {answer.status}")
    return answer.read()


_OPEN_SECONDS = 60
"""A server that has just started lets nobody in before it has read the content."""
STREAMLIT = Subprotocol("streamlit")
COPY = "tab"
"""The component that brings the tab's copy of the answers up to date."""


def stream(address: str) -> str:
    """Where a server takes its visitors' sockets."""
    return f"ws://{address}/_stcore/stream"
