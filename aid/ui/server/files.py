"""Files for a reader, made from the answers that their tab sends along.

A request holds all that a file is made from, so any process can answer it. Nothing of it is kept or
written to the log, and the address says no more than which kind of file it is.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Mapping
from datetime import date
from http import HTTPStatus
from typing import Final

from pydantic import BaseModel, ConfigDict, ValidationError
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response

from aid.answers.file import MOST_BYTES, load_answers
from aid.answers.model import Answers
from aid.catalogue.ids import Paper
from aid.errors import AnswersError, SheetError
from aid.papers.files import FILES, FileId, ReaderFile, Wish
from aid.ui import runtime
from aid.ui.server import run_log
from aid.ui.server.file_routes import FOLDER
from aid.ui.server.refusals import Refusals
from aid.ui.server.runs import Runs
from aid.ui.server.security import is_own_visitor
from aid.ui.server.visitors import Address, Visitors

_BODY: Final = "application/json"
_MOST_BYTES: Final = 2 * MOST_BYTES
"""An answers file, as a text within JSON."""
_BODY_SECONDS: Final = 15
_MOST_WAITING: Final = 20
"""How many requests of one address may wait; the next one is told to come back later."""


class Order(BaseModel):
    """What a tab sends to have a file made."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    answers: str
    """An answers file, or nothing where nothing was answered."""
    paper: Paper
    day: date
    language: str


class _RefusedError(Exception):
    """A request that is not carried out, and what is answered."""

    def __init__(self, status: HTTPStatus) -> None:
        super().__init__(status)
        self.status = status


class Files:
    """Makes one file at a time, for each address in turn."""

    def __init__(self, visitors: Visitors, kinds: Mapping[FileId, ReaderFile] = FILES) -> None:
        self._visitors, self._kinds = visitors, kinds
        self._turns, self._refusals = Runs(at_once=1), Refusals()

    async def send(self, request: Request) -> Response:
        """Answer one request."""
        host = request.client.host if request.client else ""
        address = self._visitors.address(host)
        try:
            kind = self._kind(request)
            await _in_time(address)
            # In a thread: the first request may have to wait until the content has been read.
            wish = await asyncio.to_thread(_wish, await _body(request))
            return _answer(HTTPStatus.OK, await self._made(kind, wish, address), kind.mime)
        except _RefusedError as refused:
            self._refusals.add("file")
            return _answer(refused.status)
        except SheetError:  # such as letters that cannot be set; the tab says so
            return _answer(HTTPStatus.UNPROCESSABLE_ENTITY)
        except Exception as error:
            run_log.failed(FOLDER, error)
            return _answer(HTTPStatus.INTERNAL_SERVER_ERROR)
        finally:
            self._visitors.leave(host)

    def _kind(self, request: Request) -> ReaderFile:
        """What is asked for, by one of our own pages."""
        kind = self._kinds.get(request.path_params["kind"])
        if kind is None:
            raise _RefusedError(HTTPStatus.NOT_FOUND)
        if not is_own_visitor(request.scope):
            raise _RefusedError(HTTPStatus.FORBIDDEN)
        # Not a kind that a form of another site could send.
        if request.headers.get("content-type") != _BODY:
            raise _RefusedError(HTTPStatus.UNSUPPORTED_MEDIA_TYPE)
        return kind

    async def _made(self, kind: ReaderFile, wish: Wish, address: Address) -> bytes:
        await self._turns.begin(address.name, hurried=False)
        try:
            return await asyncio.to_thread(kind.make, runtime.catalogue(), wish)
        finally:
            self._turns.end(hurried=False)


async def _in_time(address: Address) -> None:
    """Wait for the turn of a request among those of its address."""
    now = time.monotonic()
    if address.files.left(now) < -_MOST_WAITING:
        raise _RefusedError(HTTPStatus.TOO_MANY_REQUESTS)
    await asyncio.sleep(address.files.turn(now))


async def _body(request: Request) -> bytes:
    """All that was sent, where it is not too much and comes in time."""
    body = bytearray()
    try:
        async with asyncio.timeout(_BODY_SECONDS):
            async for part in request.stream():
                body += part
                if len(body) > _MOST_BYTES:
                    raise _RefusedError(HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
    except (TimeoutError, ClientDisconnect):
        raise _RefusedError(HTTPStatus.REQUEST_TIMEOUT) from None
    return bytes(body)


def _wish(body: bytes) -> Wish:
    catalogue = runtime.catalogue()
    try:
        order = Order.model_validate_json(body)
        answers = Answers()
        if order.answers:
            kept = load_answers(order.answers.encode(), catalogue.question_by_id, catalogue.retired)
            answers = kept.answers
    except (ValidationError, AnswersError, UnicodeEncodeError):
        raise _RefusedError(HTTPStatus.BAD_REQUEST) from None
    if order.language != catalogue.language:
        raise _RefusedError(HTTPStatus.BAD_REQUEST)
    return Wish(answers, order.paper, order.day)


def _answer(status: HTTPStatus, body: bytes = b"", mime: str | None = None) -> Response:
    headers = {"cache-control": "no-store"}
    if mime:
        headers["content-disposition"] = "attachment"
    return Response(body, status, headers, mime)
