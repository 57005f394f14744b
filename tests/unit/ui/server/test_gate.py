"""The gate to the socket: who is let in, who is told to try again, and what that costs others."""

from __future__ import annotations

import asyncio
from types import SimpleNamespace

import pytest
from starlette.types import Receive, Scope, Send
from streamlit.proto.BackMsg_pb2 import BackMsg

from aid.ui.server import gate
from aid.ui.server.gate import Gate
from aid.ui.server.messages import NOT_OURS
from aid.ui.server.visitors import MOST_SPEAKING, Visitors
from tests.unit.ui.server.sockets import open_socket

HOST = "192.0.2.1"
COME_AGAIN, TOO_FAST = 1013, 1008


def asks_for_a_run() -> bytes:
    message = BackMsg()
    message.rerun_script.page_name = "scars"
    return message.SerializeToString()


async def _reads_all(_scope: Scope, receive: Receive, _send: Send) -> None:
    """Takes the place of Streamlit."""
    while (await receive())["type"] != "websocket.disconnect":
        pass


async def knock(
    visitors: Visitors, *, messages: int = 1, host: str = HOST, data: bytes | None = None
) -> int | None:
    """Open a socket and say something; what it was closed with, or ``None`` where it went on."""
    said = [data or asks_for_a_run()] * messages
    return await open_socket(Gate(_reads_all, visitors), said, host=host, stays=not messages)


def test_who_says_nothing_is_told_to_come_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gate, "_SILENT_SECONDS", 0)
    assert asyncio.run(knock(Visitors(99), messages=0)) == COME_AGAIN


def test_who_finds_no_room_is_told_to_come_again_and_others_come_in() -> None:
    visitors = Visitors(999)
    visitors.address(HOST).speaking = MOST_SPEAKING
    assert asyncio.run(knock(visitors)) == COME_AGAIN
    assert asyncio.run(knock(visitors, host="192.0.2.2")) is None


def test_arrivals_are_paced_and_those_who_are_refused_keep_nobody_else_out(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    now = 1_000.0
    monkeypatch.setattr(gate, "time", SimpleNamespace(monotonic=lambda: now))
    visitors = Visitors(999)
    arrivals = visitors.address(HOST).arrivals
    while arrivals.wait(now) <= gate._MOST_WAIT:
        arrivals.turn(now)
    for _ in range(500):
        assert asyncio.run(knock(visitors)) == COME_AGAIN
    assert asyncio.run(knock(visitors, host="192.0.2.2")) is None
    now += gate._MOST_WAIT + 1
    assert asyncio.run(knock(visitors)) is None


def test_who_never_waits_for_an_answer_is_slowed_and_in_the_end_let_go(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    slept: list[float] = []

    async def sleep(seconds: float) -> None:
        slept.append(seconds)

    monkeypatch.setattr(asyncio, "sleep", sleep)
    monkeypatch.setattr(gate, "time", SimpleNamespace(monotonic=lambda: 1_000.0))
    monkeypatch.setattr(gate, "_RUN_SECONDS", 0)  # nobody ends a run here
    assert asyncio.run(knock(Visitors(99), messages=500)) == TOO_FAST
    assert max(slept) >= 1


def test_who_waits_for_answers_is_slowed_only_where_a_person_could_not_have_said_as_much(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """For each socket, and for each address however many sockets it has."""
    slept: list[float] = []

    async def sleep(seconds: float) -> None:
        slept.append(seconds)

    now = 1_000.0

    def patient() -> float:
        nonlocal now
        now += 0.002
        return now

    monkeypatch.setattr(asyncio, "sleep", sleep)
    monkeypatch.setattr(gate, "time", SimpleNamespace(monotonic=patient))
    monkeypatch.setattr(gate, "_RUN_SECONDS", 0)
    visitors = Visitors(999)
    assert asyncio.run(knock(visitors, messages=150)) is None
    assert max(slept) == 0
    assert asyncio.run(knock(visitors, messages=400, host="192.0.2.2")) is None
    assert max(slept) > 0
    slept.clear()
    for _ in range(12):
        assert asyncio.run(knock(visitors, messages=150)) is None
    assert max(slept) > 0


def test_who_sends_what_no_page_sends_is_not_let_go_at_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(gate, "_REFUSED_SECONDS", 0.1)

    async def refused() -> float:
        begun = asyncio.get_running_loop().time()
        assert await knock(Visitors(99), data=b"\xff") == NOT_OURS
        return asyncio.get_running_loop().time() - begun

    assert asyncio.run(refused()) >= 0.1
