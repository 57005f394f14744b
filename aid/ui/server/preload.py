"""Lets the browser fetch early what every screen will need, before Streamlit asks for it."""

from __future__ import annotations

from typing import Final

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from aid.ui.server.streamlit_files import scripts

DRAWING: Final = ("Button", "Html", "PageLink", "purify.es")
"""What draws the first elements of every screen: Streamlit's own scripts, by the names that they
have without the mark of their version."""

_FOLDER = "static/js"


class Preload:
    """Names those scripts in the header ``Link`` of every page.

    Otherwise the browser learns of them only when the first screen has arrived, and the reader
    waits for one more round of requests. Larger scripts, which come into view later, are left out:
    on a slow line they would be in the way of those that the page cannot begin without.
    """

    def __init__(self, app: ASGIApp, base: str = "") -> None:
        self._app = app
        links = (
            f"<{base}/{_FOLDER}/{name}>; rel=modulepreload; crossorigin" for name in script_files()
        )
        self._header = (b"link", ", ".join(links).encode("ascii"))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""

        async def send_with_link(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = message.get("headers", ())
                if dict(headers).get(b"content-type", b"").startswith(b"text/html"):
                    message["headers"] = [*headers, self._header]
            await send(message)

        await self._app(scope, receive, send_with_link)


def script_files() -> list[str]:
    """The files of ``DRAWING`` in the installed Streamlit, save what it does not have."""
    begins = tuple(f"{name}." for name in DRAWING)
    return [name for name in scripts() if name.startswith(begins)]
