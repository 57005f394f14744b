"""The gate to Streamlit's socket: it opens for whoever speaks, and lets in what our pages send.

Streamlit gives each socket a session, with its memory and open files, before anything is said, and
remembers it afterwards in the place of a reader who may come back. It reads whatever is sent, as
fast as it comes. So a socket is kept here until its first message, which a browser sends at once.
"""

from __future__ import annotations

import asyncio
import time
from contextlib import suppress
from typing import Final

from markupsafe import Markup
from starlette.datastructures import Headers
from starlette.responses import HTMLResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit.runtime import Runtime

from aid.ui import runtime
from aid.ui.server import brought_along
from aid.ui.server.messages import RefusedError, admitted, ends_run
from aid.ui.server.pace import Pace
from aid.ui.server.refusals import Refusals
from aid.ui.server.runs import Runs
from aid.ui.server.visitors import Address, Visitors

_SILENT_SECONDS: Final = 30
_REFUSED_SECONDS: Final = 0.5
_MOST_WAIT: Final = 5
"""How many seconds a reader waits for a session before the browser is asked to try again."""

_COME_AGAIN: Final = 1013
_TOO_FAST: Final = 1008
_HURRIED: Final = 20
"""No person sends so many messages in a row without waiting for an answer."""
_IMPATIENT: Final = 2
"""From so many on, a run ends before the next one begins, and others go first."""
_HURRIED_SECONDS: Final = 1
"""From then on each message waits so long. Closing the socket would only bring another one."""
_MOST_HURRIED: Final = 200
_RUN_SECONDS: Final = 1
_AT_ONCE_SECONDS: Final = 0.001
_STREAM: Final = "/_stcore/stream"
_SUBPROTOCOL: Final = "streamlit"


class Gate:
    """Lets sockets through to Streamlit one message at a time."""

    def __init__(self, app: ASGIApp, visitors: Visitors) -> None:
        self._app, self._visitors = app, visitors
        self._runs, self._refusals = Runs(), Refusals()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on one connection, or close it."""
        host = (scope.get("client") or ("",))[0]
        if _asks_for_a_page(scope) and not self._visitors.has_room(host):
            await _busy()(scope, receive, send)
            return
        if scope["type"] != "websocket" or not scope["path"].endswith(_STREAM):
            await self._app(scope, receive, send)
            return
        address = self._visitors.address(host)
        try:
            await self._socket(scope, receive, send, host, address)
        finally:
            self._visitors.leave(host)

    async def _socket(
        self, scope: Scope, receive: Receive, send: Send, host: str, address: Address
    ) -> None:
        await receive()  # the connection itself
        accepted = _SUBPROTOCOL if scope["subprotocols"][:1] == [_SUBPROTOCOL] else None
        await send({"type": "websocket.accept", "subprotocol": accepted})
        socket = _Socket(receive, send, address, self._runs, self._refusals)
        try:
            if not _comes_back(scope) and not await socket.speaks():
                return
            now = time.monotonic()
            # Whoever is refused takes no turn: others get in as soon as they would without them.
            if address.arrivals.wait(now) > _MOST_WAIT or not self._visitors.has_room(host):
                await socket.close(_COME_AGAIN, "too-many-sockets")
                return
            with self._visitors.speaks(address):
                await asyncio.sleep(address.arrivals.turn(now))
                await self._app(_with(scope, socket.brought), socket.receive, socket.send)
        finally:
            brought_along.forget(socket.brought)
            socket.end_run()


class _Socket:
    """One socket as Streamlit is to see it: as if it were opened by its first message."""

    def __init__(
        self, receive: Receive, send: Send, address: Address, runs: Runs, refusals: Refusals
    ) -> None:
        self._receive, self._send = receive, send
        self._address, self._runs, self._refusals = address, runs, refusals
        self._own = Pace(at_once=200, per_second=100)
        self._no_run = asyncio.Event()
        self._no_run.set()
        self._ready: list[Message] = [{"type": "websocket.connect"}]
        self._asks_for_run = self._run_hurries = False
        self._hurried = 0
        self._closed = False
        self._has_spoken = False
        self.brought = ""
        """The name under which waits what the tab has brought; empty where that is nothing."""

    async def speaks(self) -> bool:
        """Wait for the first message, and what comes before it; whether the socket is to go on."""
        message = None
        while message is None:
            said = await self._first_said()
            if said is None:
                await self.close(_COME_AGAIN, "silent")
                return False
            message = await self._admitted(said)
        self._ready.append(message)
        return message["type"] == "websocket.receive"

    async def _first_said(self) -> Message | None:
        first = asyncio.ensure_future(self._receive())
        try:
            with self._address.waits() as goes:
                await asyncio.wait(
                    (first, goes),
                    timeout=_SILENT_SECONDS,
                    return_when=asyncio.FIRST_COMPLETED,
                )
        finally:
            if not first.done():
                first.cancel()
        return None if first.cancelled() or not first.done() else first.result()

    async def receive(self) -> Message:
        """The next message that may go on."""
        message = self._ready.pop(0) if self._ready else await self._next()
        if message["type"] == "websocket.receive" and self._asks_for_run:
            await self._begin_run()
        return message

    async def _next(self) -> Message:
        asked = time.monotonic()
        message = await self._receive()
        if message["type"] != "websocket.receive":
            return message
        now = time.monotonic()
        hurry = 1 if now - asked < _AT_ONCE_SECONDS else -1
        self._hurried = max(0, self._hurried + hurry)
        if self._hurried > _MOST_HURRIED:
            return await self.close(_TOO_FAST, "too-fast")
        wait = max(self._own.turn(now), self._address.messages.turn(now))
        if self._hurried > _HURRIED:
            wait = max(wait, _HURRIED_SECONDS)
        if wait:
            await asyncio.sleep(wait)
        passed = await self._admitted(message)
        if passed is not None:
            return passed
        brought_along.forget(self.brought)  # a session that goes on knows more than the copy
        return await self._next()

    async def send(self, message: Message) -> None:
        """Pass on what Streamlit says, except what has been said here already."""
        if self._closed or message["type"] == "websocket.accept":
            return
        if not self._no_run.is_set() and ends_run(message.get("bytes")):
            self.end_run()
        await self._send(message)

    async def close(self, code: int, why: str) -> Message:
        """Close the socket; what to tell Streamlit of it."""
        self._refusals.add(why)
        self._closed = True
        with suppress(OSError):  # the other side may be gone
            await self._send({"type": "websocket.close", "code": code})
        return {"type": "websocket.disconnect", "code": code}

    async def _admitted(self, message: Message) -> Message | None:
        """What to pass on of a message: nothing of the text that a tab begins with."""
        if message["type"] != "websocket.receive":
            return message
        is_first, self._has_spoken = not self._has_spoken, True
        try:
            if is_first and (text := message.get("text")) is not None:
                from aid.ui.server.brought import read_brought  # the start does not wait for it

                self.brought = brought_along.leave(read_brought(text))
                return None
            data, self._asks_for_run = admitted(message.get("bytes"))
        except RefusedError as error:
            # Whoever keeps sending such things must not be let go at once, only to come back.
            with self._address.waits() as goes:
                await asyncio.wait((goes,), timeout=_REFUSED_SECONDS)
            return await self.close(error.code, "message")
        return {**message, "bytes": data}

    async def _begin_run(self) -> None:
        is_impatient = self._hurried > _IMPATIENT
        if not self._no_run.is_set():
            if not self._runs.is_crowded and not is_impatient:
                return  # Streamlit ends the run that goes on and begins another
            await self._no_run.wait()
        await self._runs.begin(self._address.name, hurried=is_impatient)
        self._run_hurries = is_impatient
        self._no_run.clear()
        # A long run, such as one that makes a sheet, gives its place away.
        self._over = asyncio.get_running_loop().call_later(_RUN_SECONDS, self.end_run)

    def end_run(self) -> None:
        """Give away the place of the run that goes on, if one does."""
        if not self._no_run.is_set():
            self._over.cancel()
            self._no_run.set()
            self._runs.end(hurried=self._run_hurries)


def _asks_for_a_page(scope: Scope) -> bool:
    return scope["type"] == "http" and "text/html" in Headers(scope=scope).get("accept", "")


def _with(scope: Scope, brought_as: str) -> Scope:
    """The socket as Streamlit is to see it: its session finds by a header what its tab brought."""
    name = brought_along.HEADER.encode()
    headers = [header for header in scope["headers"] if header[0].lower() != name]
    return {**scope, "headers": [*headers, (name, brought_as.encode())]}


def _busy() -> Response:
    """What a reader is told where no further socket is opened."""
    catalogue = runtime.catalogue()
    said = Markup(
        '<!doctype html><html lang="{}"><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width"><title>{}</title><p>{}</p></html>'
    ).format(catalogue.language, catalogue.interface.service.name, catalogue.interface.service.busy)
    return HTMLResponse(said, status_code=503, headers={"retry-after": "60"})


def _comes_back(scope: Scope) -> bool:
    """Whether the socket continues a session that is still known; its page may have no more to say.

    A page names its session as the third of its protocols.
    """
    named = scope["subprotocols"][2:3]
    if not named:
        return False
    sessions = Runtime.instance()._session_mgr
    return sessions.get_session_info(named[0]) is not None
