"""A socket as the server of the aid sees it, without a server."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

from starlette.types import ASGIApp, Message


async def open_socket(
    app: ASGIApp,
    said: Sequence[str | bytes],
    *,
    host: str = "192.0.2.1",
    headers: Sequence[tuple[bytes, bytes]] = (),
    stays: bool = False,
) -> int | None:
    """Open a socket and say this; what it was closed with, or ``None`` where it went on.

    Args:
        app: What the socket is opened on.
        said: Texts and bytes, in order.
        host: The address that it comes from.
        headers: Those of the handshake.
        stays: Whether it stays open after that, and says nothing more.
    """
    closed: list[int] = []
    messages: list[Message] = [
        {"type": "websocket.connect"},
        *(
            {"type": "websocket.receive", "text" if isinstance(one, str) else "bytes": one}
            for one in said
        ),
    ]

    async def receive() -> Message:
        if not messages and stays:
            await asyncio.Event().wait()
        return messages.pop(0) if messages else {"type": "websocket.disconnect", "code": 1000}

    async def send(message: Message) -> None:
        if message["type"] == "websocket.close":
            closed.append(message["code"])

    scope = {
        "type": "websocket",
        "path": "/_stcore/stream",
        "headers": list(headers),
        "subprotocols": ["streamlit"],
        "client": (host, 1),
    }
    await app(scope, receive, send)
    return closed[0] if closed else None
