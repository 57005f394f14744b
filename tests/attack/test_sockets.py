"""Many sockets, and sockets that never stop: others still come in, and nobody is pushed out."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from aid.catalogue.catalogue import Catalogue
from aid.ui.server.visitors import MOST_SILENT
from tests.attack.others import at_most, during, readers, wait_of_one
from tests.attack.raw import BINARY, Raw, ask, frame, run_of
from tests.conftest import AppServer, running_app

pytestmark = pytest.mark.slow


def open_files(target: AppServer) -> int:
    """How many files the server has open."""
    return len(list(Path(f"/proc/{target.pid}/fd").iterdir()))


@contextmanager
def silent(address: str, count: int) -> Iterator[list[Raw]]:
    """Sockets of one visitor that say nothing."""
    with ExitStack() as stack:
        yield [stack.enter_context(Raw(address)) for _ in range(count)]


def session_of(raw: Raw) -> str:
    """Ask for a screen; the id of the session."""
    raw.send(frame(run_of("scars")))
    for kind, data in raw.messages(10):
        if kind == BINARY:
            message = ForwardMsg.FromString(data)
            if message.WhichOneof("type") == "new_session":
                return message.new_session.initialize.session_id
    raise AssertionError("no session began")


def flood(address: str, over: threading.Event) -> None:
    """Ask for a large screen again and again without waiting."""
    with Raw(address) as raw:
        while not over.is_set() and raw.push(frame(run_of("compare")) * 20):
            pass


def test_a_silent_socket_costs_one_file(address: str, target: AppServer) -> None:
    before = open_files(target)
    with silent(address, 100):
        assert open_files(target) - before <= 110


def test_silent_sockets_shut_nobody_out(address: str) -> None:
    most = at_most(address)
    with silent(address, 300) as sockets:
        assert readers(address, count=5).within(0.5) < most
        # The oldest had to go, the newest may stay.
        assert sockets[0].closed_with(2) == 1013
        assert sockets[-1].closed_with(0.2) is None
    assert MOST_SILENT < 300


def test_few_files_are_enough_for_readers(tmp_path: Path, catalogue: Catalogue) -> None:
    limited = ("prlimit", "--nofile=640:640")
    with running_app(tmp_path / "log.txt", under=limited) as app:
        address = app.url.removeprefix("http://")
        wait_of_one(address)
        with silent(address, 250), ExitStack() as stack:
            speaking = [stack.enter_context(Raw(address)) for _ in range(30)]
            last = speaking.pop()
            for raw in speaking:
                raw.send(frame(run_of("")))
                assert next(raw.messages(20), None)  # the start of a run, or that there is no room
            last.send(frame(run_of("")))
            assert last.closed_with(20) == 1013
            assert open_files(app) < 640
            assert b"ok" in get(address, "/_stcore/health")
            # Whoever comes now is told so, in words.
            told = get(address, "/", "Accept: text/html")
            assert told.startswith(b"HTTP/1.1 503")
            assert catalogue.interface.service.busy.encode() in told
        deadline = time.monotonic() + 20  # for the ends of the sockets to be seen
        while not get(address, "/", "Accept: text/html").startswith(b"HTTP/1.1 200"):
            assert time.monotonic() < deadline
        assert "Too many open files" not in app.log


def get(address: str, path: str, *more: str) -> bytes:
    """What the server answers to a request for an address."""
    lines = (f"GET {path} HTTP/1.1", f"Host: {address}", "Connection: close", *more)
    return ask(address, ("\r\n".join(lines) + "\r\n\r\n").encode())


def test_sockets_that_were_dropped_push_no_sleeping_reader_out(address: str) -> None:
    with Raw(address) as raw:
        mine = session_of(raw)
    for _ in range(150):
        with Raw(address):
            pass
    with Raw(address, session=mine) as raw:
        assert session_of(raw) == mine


def test_a_socket_that_comes_back_need_not_speak(address: str) -> None:
    with Raw(address) as raw:
        mine = session_of(raw)
    time.sleep(0.2)
    with Raw(address, session=mine), silent(address, MOST_SILENT + 5):
        time.sleep(0.5)
    with Raw(address, session=mine) as raw:
        assert session_of(raw) == mine


def test_a_storm_of_four_sockets_keeps_nobody_waiting(address: str) -> None:
    def storm(over: threading.Event) -> None:
        while not over.is_set():
            flood(address, over)

    most = at_most(address)
    with during([storm] * 4):
        time.sleep(1)
        waits = readers(address, count=10)
    assert waits.within(0.5) < most


def test_a_flood_is_slowed_to_less_than_a_person_asks_for(address: str, target: AppServer) -> None:
    def runs() -> int:
        return target.log.count("page=")

    def push(raw: Raw, seconds: float) -> None:
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            assert raw.push(frame(run_of("")) * 20)

    begun = runs()
    with Raw(address) as raw:
        while runs() - begun < 25:  # a busy machine takes a while to see that nobody waits
            push(raw, 0.5)
        push(raw, 2)
        before = runs()
        push(raw, 4)
        assert runs() - before <= 8


def test_two_dozen_storms_leave_room_for_others(address: str) -> None:
    most = at_most(address)
    with ExitStack() as stack:
        sockets = [stack.enter_context(Raw(address)) for _ in range(24)]
        for raw in sockets:
            raw.send(frame(run_of("compare")) * 500)
        assert readers(address, count=10).within(0.5) < most
