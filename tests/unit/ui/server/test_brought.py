"""What a tab brings along reaches its own session, once, and is not kept for anybody else."""

from __future__ import annotations

import asyncio
import json
from types import SimpleNamespace

import pytest
from starlette.datastructures import Headers
from starlette.types import Message, Receive, Scope, Send

from aid.ui.server import brought_along, gate
from aid.ui.server.brought import MOST_CHARACTERS, Brought, read_brought
from aid.ui.server.gate import Gate
from aid.ui.server.messages import NOT_OURS, TOO_LARGE, RefusedError
from aid.ui.server.visitors import Visitors
from tests.bench.tab import Tab
from tests.unit.ui.server.sockets import open_socket

ANSWERS = '{"format":"scar-options-answers"}'
TAB = Tab("127.0.0.1:1")


class Streamlit:
    """Takes its place: notes what a session's run would find, and all that the socket says."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.found: list[Brought] = []
        self.heard: list[Message] = []
        self.names: list[str] = []
        self._monkeypatch = monkeypatch

    async def __call__(self, scope: Scope, receive: Receive, _send: Send) -> None:
        headers = Headers(scope=scope)
        self.names += headers.getlist(brought_along.HEADER)
        context = SimpleNamespace(context=SimpleNamespace(headers=headers))
        self._monkeypatch.setattr(brought_along, "st", context)
        self.found += [brought_along.fetch(), brought_along.fetch()]
        await receive()  # the connection itself
        while (message := await receive())["type"] == "websocket.receive":
            self.heard.append(message)


async def say(
    app: Streamlit, *said: str | bytes, headers: tuple[tuple[bytes, bytes], ...] = ()
) -> int | None:
    """Open a socket and say this; what it was closed with, or ``None``."""
    return await open_socket(Gate(app, Visitors(99)), said, headers=headers)


def test_a_session_finds_once_what_its_own_tab_brought(monkeypatch: pytest.MonkeyPatch) -> None:
    app = Streamlit(monkeypatch)
    assert asyncio.run(say(app, TAB.brings(ANSWERS), TAB.go("scars"))) is None
    assert [one.answers for one in app.found] == [ANSWERS, ""]
    assert [message["bytes"] for message in app.heard] == [TAB.go("scars")]


def test_who_brings_nothing_finds_nothing_of_others(monkeypatch: pytest.MonkeyPatch) -> None:
    waits = brought_along.leave(Brought(answers="of somebody else"))
    app = Streamlit(monkeypatch)
    forged = ((brought_along.HEADER.encode(), waits.encode()),)
    asyncio.run(say(app, TAB.go("scars"), headers=forged))
    assert app.found == [Brought(), Brought()]
    assert app.names == [""]
    brought_along.forget(waits)


def test_nothing_stays_of_what_no_session_fetched(monkeypatch: pytest.MonkeyPatch) -> None:
    """A session that goes on has its answers; the copy waits for it until the socket is closed."""
    app = Streamlit(monkeypatch)
    monkeypatch.setattr(gate, "_comes_back", lambda _scope: True)
    asyncio.run(say(app, TAB.brings(ANSWERS), TAB.go("scars")))
    assert app.found == [Brought(), Brought()]
    assert len(app.heard) == 1
    assert not brought_along._waiting


@pytest.mark.parametrize(
    ("said", "code"),
    [
        pytest.param(("{", TAB.go("")), NOT_OURS, id="no JSON"),
        pytest.param(('{"touched": 5}', TAB.go("")), NOT_OURS, id="of another form"),
        pytest.param((TAB.brings(""), TAB.brings("")), NOT_OURS, id="twice"),
        pytest.param((TAB.go(""), TAB.brings("")), NOT_OURS, id="too late"),
        pytest.param((" " * (MOST_CHARACTERS + 1),), TOO_LARGE, id="too long"),
    ],
)
def test_other_texts_close_the_socket(
    monkeypatch: pytest.MonkeyPatch, said: tuple[str | bytes, ...], code: int
) -> None:
    monkeypatch.setattr(gate, "_REFUSED_SECONDS", 0)
    assert asyncio.run(say(Streamlit(monkeypatch), *said)) == code
    assert not brought_along._waiting


def test_what_a_tab_may_have_touched_is_limited() -> None:
    for touched in (["a" * 201], [str(number) for number in range(501)]):
        with pytest.raises(RefusedError):
            read_brought(json.dumps({"touched": touched}))


def test_words_that_an_older_page_has_kept_close_no_socket() -> None:
    words = read_brought('{"words": {"key": "st-key-ask-dates", "text": "In May"}}').words
    assert words is not None
    assert (words.text, words.before) == ("In May", "")
