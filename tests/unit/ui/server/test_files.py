"""Files made from the answers that a request holds: who gets one, who does not, and why."""

from __future__ import annotations

import asyncio
import json
import logging
import time
from collections.abc import Mapping
from typing import Any

import pytest
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Message

from aid.answers.example import example_answers
from aid.answers.file import MOST_BYTES, copy_json
from aid.answers.model import Answers
from aid.catalogue.catalogue import Catalogue
from aid.errors import SheetError
from aid.papers.files import FILES, FileId, ReaderFile, Wish
from aid.ui.server import files as files_module
from aid.ui.server.file_routes import routes
from aid.ui.server.files import Files
from aid.ui.server.visitors import Visitors

NOTES = "My sister comes along on Tuesday."
HEADERS = {
    "host": "aid.example.org",
    "origin": "https://aid.example.org",
    "content-type": "application/json",
}


def order(**changes: object) -> bytes:
    answers = copy_json(example_answers().with_values(notes=NOTES))
    sent = {"answers": answers, "paper": "a4", "day": "2026-11-30", "language": "en", **changes}
    return json.dumps(sent).encode()


def _request(
    kind: str, body: bytes, headers: Mapping[str, str] = HEADERS, client: str = "192.0.2.1"
) -> Request:
    async def receive() -> Message:
        return {"type": "http.request", "body": body, "more_body": False}

    scope: dict[str, Any] = {
        "type": "http",
        "method": "POST",
        "scheme": "https",
        "path": f"/files/{kind}",
        "path_params": {"kind": kind},
        "headers": [(name.encode(), value.encode()) for name, value in headers.items()],
        "client": (client, 1),
    }
    return Request(scope, receive)


def ask(
    kind: str,
    body: bytes,
    headers: Mapping[str, str] = HEADERS,
    *,
    files: Files | None = None,
    client: str = "192.0.2.1",
) -> Response:
    request = _request(kind, body, headers, client)

    async def answered() -> Response:
        return await (files or Files(Visitors(99))).send(request)

    return asyncio.run(answered())


HOLDS_NOTES: Mapping[FileId, bool] = {
    "txt": True,
    "answers": True,
    "table": False,
    "questionnaire": False,
    "questionnaire-response": False,
}
"""Kinds in which words can be looked for as they were typed."""


@pytest.mark.parametrize("kind", FILES)
def test_each_kind_is_made_from_what_is_sent_and_may_be_kept_by_nobody(
    kind: FileId, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG):
        answer = ask(kind, order())
    assert answer.status_code == 200
    assert answer.headers["cache-control"] == "no-store"
    assert answer.headers["content-type"] == FILES[kind].mime
    assert answer.headers["content-disposition"] == "attachment"
    if kind in HOLDS_NOTES:
        assert (NOTES.encode() in answer.body) is HOLDS_NOTES[kind]
    assert NOTES not in caplog.text
    assert ask(kind, order()).body == answer.body


def test_who_answered_nothing_gets_an_empty_sheet(catalogue: Catalogue) -> None:
    answer = ask("txt", order(answers=""))
    assert catalogue.sheet.title in bytes(answer.body).decode()


@pytest.mark.parametrize(
    ("kind", "body", "changed", "status"),
    [
        ("made-up", order(), {}, 404),
        ("pdf", order(), {"origin": "https://other.example"}, 403),
        ("pdf", order(), {"origin": "http://aid.example.org"}, 403),
        ("pdf", order(), {"origin": "null"}, 403),
        ("pdf", order(), {"origin": ""}, 403),
        ("pdf", order(), {"content-type": "text/plain"}, 415),
        ("pdf", order(), {"content-type": "application/x-www-form-urlencoded"}, 415),
        ("pdf", b" " * (2 * MOST_BYTES) + order(), {}, 413),
        ("pdf", b"not json", {}, 400),
        ("pdf", order(answers="{}"), {}, 400),
        ("pdf", order(answers="\ud800"), {}, 400),
        ("pdf", order(paper="a3"), {}, 400),
        ("pdf", order(day="tomorrow"), {}, 400),
        ("pdf", order(language="xx"), {}, 400),
        ("pdf", order(more=1), {}, 400),
    ],
)
def test_what_no_page_of_ours_sends_is_refused_without_a_word(
    kind: str, body: bytes, changed: Mapping[str, str], status: int
) -> None:
    answer = ask(kind, body, {**HEADERS, **changed})
    assert (answer.status_code, answer.body) == (status, b"")
    assert answer.headers["cache-control"] == "no-store"


def test_a_program_of_this_machine_may_ask_and_one_from_elsewhere_may_not() -> None:
    local = {"host": "127.0.0.1:8501", "content-type": "application/json"}
    assert ask("txt", order(), local, client="127.0.0.1").status_code == 200
    assert ask("txt", order(), local, client="192.0.2.1").status_code == 403


def _fails(error: Exception) -> Files:
    def make(_catalogue: Catalogue, _wish: Wish) -> bytes:
        raise error

    return Files(Visitors(99), {"pdf": ReaderFile("application/pdf", make)})


def test_a_failure_is_one_line_without_what_was_sent(caplog: pytest.LogCaptureFixture) -> None:
    assert ask("pdf", order(), files=_fails(SheetError((NOTES,)))).status_code == 422
    assert caplog.text == ""
    assert ask("pdf", order(), files=_fails(KeyError(NOTES))).status_code == 500
    assert "failed=files error=KeyError at=test_files.py:" in caplog.text
    assert NOTES not in caplog.text


def test_a_body_that_does_not_come_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files_module, "_BODY_SECONDS", 0)

    async def never() -> Message:
        await asyncio.Event().wait()
        raise AssertionError

    request = Request(_request("txt", b"").scope, never)
    answer = asyncio.run(asyncio.wait_for(Files(Visitors(99)).send(request), 60))
    assert answer.status_code == 408


def test_one_is_made_at_a_time() -> None:
    """Several at once would only take the processor from those who click."""
    making: set[str] = set()
    most: list[int] = []

    def make(_catalogue: Catalogue, wish: Wish) -> bytes:
        making.add(wish.answers.notes)
        time.sleep(0.02)  # long enough for others to begin, if they could
        most.append(len(making))
        making.remove(wish.answers.notes)
        return b""

    async def all_at_once() -> None:
        files = Files(Visitors(99), {"txt": ReaderFile("text/plain", make)})
        orders = [order(answers=copy_json(Answers(notes=f"{number}"))) for number in range(4)]
        asked = [_request("txt", one, client=f"192.0.2.{at}") for at, one in enumerate(orders)]
        await asyncio.gather(*map(files.send, asked))

    asyncio.run(all_at_once())
    assert most == [1, 1, 1, 1]


def test_too_many_of_one_address_are_told_to_come_again() -> None:
    """Who is behind another address is not kept waiting by them."""

    async def all_at_once() -> list[int]:
        visitors = Visitors(99)
        address = visitors.address("192.0.2.1")
        for _ in range(60 + 21):
            address.files.turn(time.monotonic())
        files = Files(visitors)
        return [
            (await files.send(_request("txt", order(), client=client))).status_code
            for client in ("192.0.2.1", "192.0.2.2")
        ]

    assert asyncio.run(all_at_once()) == [429, 200]


def test_the_address_stands_below_the_base_path_and_takes_posts_alone() -> None:
    (route,) = routes("/scars", Visitors(99))
    assert (route.path, route.methods) == ("/scars/files/{kind}", {"POST"})


@pytest.mark.parametrize("kind", FILES)
def test_answers_make_a_difference_where_a_file_is_said_to_hold_them(kind: FileId) -> None:
    with_answers, without = (bytes(ask(kind, body).body) for body in (order(), order(answers="")))
    assert (with_answers != without) == FILES[kind].holds_answers
