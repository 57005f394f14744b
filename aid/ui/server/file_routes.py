"""Where files are asked for. What makes them is imported when one is: no start waits for it."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from aid.ui.server.visitors import Visitors

if TYPE_CHECKING:
    from aid.ui.server.files import Files

FOLDER: Final = "files"
"""What stands before the kind of a file in its address."""


def routes(base: str, visitors: Visitors) -> list[Route]:
    """The address of every kind of file, below the base path."""

    @cache
    def made() -> Files:
        from aid.ui.server.files import Files

        return Files(visitors)

    async def send(request: Request) -> Response:
        return await made().send(request)

    return [Route(f"{base}/{FOLDER}/{{kind}}", send, methods=["POST"])]
