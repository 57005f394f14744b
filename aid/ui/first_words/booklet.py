"""The booklet at addresses of its own, for a reader whose browser runs no scripts."""

from __future__ import annotations

from anyio import to_thread
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from aid.catalogue.ids import PAPERS, Paper
from aid.ui import runtime


def routes(base: str) -> list[Route]:
    """One for each paper size, below the base path."""
    return [_route(base, paper) for paper in PAPERS]


def _route(base: str, paper: Paper) -> Route:
    async def send_booklet(_request: Request) -> Response:
        from aid.ui.screens.methods import booklet_file  # the start does not wait for it

        body = await to_thread.run_sync(booklet_file, runtime.catalogue(), paper)
        return Response(body, media_type="application/pdf")

    return Route(f"{base}/booklet-{paper}.pdf", send_booklet)
