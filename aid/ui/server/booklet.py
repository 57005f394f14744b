"""The booklet at addresses of its own: made by a child process, then served to every reader.

Typesetting takes seconds and some 350 MB. A child gives that memory back when it ends.
"""

from __future__ import annotations

import asyncio
import sys
from asyncio.subprocess import DEVNULL, PIPE, Process
from collections.abc import Awaitable, Callable
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Final

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

import aid
from aid.catalogue.ids import PAPERS, Paper
from aid.errors import BookletError
from aid.ui import runtime
from aid.ui.server import run_log

_FOLDER: Final = Path(aid.__file__).parent.parent
_LONGEST_SECONDS: Final = 180

Make = Callable[[Paper], Awaitable[bytes]]


class Booklets:
    """The booklet on each paper, made when it is asked for first: one at a time, each once.

    What failed is tried again when somebody asks again.
    """

    def __init__(self, make: Make) -> None:
        self._make = make
        self._begun: dict[Paper, asyncio.Task[bytes]] = {}
        self._one_at_a_time = asyncio.Lock()

    async def file(self, paper: Paper) -> bytes:
        """The PDF. Everybody who asks while it is made waits for the same one.

        Raises:
            BookletError: It could not be made.
        """
        task = self._begun.get(paper)
        if task is None or (task.done() and task.exception()):
            task = self._begun[paper] = asyncio.create_task(self._next(paper))
        # A reader who goes away does not end it for the others.
        return await asyncio.shield(task)

    async def _next(self, paper: Paper) -> bytes:
        async with self._one_at_a_time:
            return await self._make(paper)


async def made_by_a_child(paper: Paper) -> bytes:
    """The booklet, made by the command line in a process of its own.

    Raises:
        BookletError: The process failed or took too long.
    """
    command = (sys.executable, "-m", "aid", "booklet", "--paper", paper, "-o", "-")
    child = await asyncio.create_subprocess_exec(
        *command, cwd=_FOLDER, stdin=DEVNULL, stdout=PIPE, stderr=DEVNULL
    )
    try:
        made, _ = await asyncio.wait_for(child.communicate(), _LONGEST_SECONDS)
    except TimeoutError:
        raise BookletError((f"The booklet took over {_LONGEST_SECONDS} seconds.",)) from None
    finally:
        await _end(child)
    if child.returncode:
        raise BookletError((f"The booklet's process ended with {child.returncode}.",))
    return made


async def _end(child: Process) -> None:
    if child.returncode is None:
        with suppress(ProcessLookupError):
            child.kill()
        await child.wait()


def routes(base: str, make: Make = made_by_a_child) -> list[Route]:
    """One for each paper size, below the base path."""
    booklets = Booklets(make)
    return [_route(base, paper, booklets) for paper in PAPERS]


def _route(base: str, paper: Paper, booklets: Booklets) -> Route:
    async def send_booklet(request: Request) -> Response:
        words = runtime.catalogue().interface.methods
        try:
            body = await booklets.file(paper)
        except (BookletError, OSError) as error:
            run_log.failed("booklet", error)
            return PlainTextResponse(words.booklet_failed, 503, {"cache-control": "no-store"})
        tag = f'"{sha256(body).hexdigest()[:20]}"'
        named = words.booklet_file.format(paper=paper)
        headers = {
            "etag": tag,
            "cache-control": "no-cache",
            "content-disposition": f'attachment; filename="{named}"',
        }
        if request.headers.get("if-none-match") == tag:
            return Response(status_code=304, headers=headers)
        return Response(body, headers=headers, media_type="application/pdf")

    return Route(f"{base}/booklet-{paper}.pdf", send_booklet)
