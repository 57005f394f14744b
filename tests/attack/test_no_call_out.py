"""The server calls nobody: not at its start, not on any screen, not for any odd handshake."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from aid.catalogue.ids import PAGE_IDS, START
from tests.attack.raw import Raw, ask, frame, handshake, run_of
from tests.bench.visitor import Visitor, take_file
from tests.conftest import AppServer, running_app

pytestmark = pytest.mark.slow

WATCHING = Path(__file__).parent / "watching"
HOSTS = (
    "aid.example.org",
    "AID.example.org",
    "aid.example.org:443",
    "127.0.0.1",
    "localhost",
    "[::1]",
)
ORIGINS = (
    "https://aid.example.org",
    "https://aid.example.org:443",
    "http://aid.example.org:80",
    "https://AID.example.org",
    "https://user@aid.example.org",
    "https://aid.example.org.",
    "https://aid.example.org/",
    "https://evil.example",
    "https://[",
    "//aid.example.org",
    "null",
    "x",
)


@pytest.fixture(scope="module")
def watched(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[AppServer, Path]]:
    """The running app, and the file that names every connection it opens."""
    folder = tmp_path_factory.mktemp("watched")
    record = folder / "connections.txt"
    settings = {"PYTHONPATH": str(WATCHING), "CONNECTIONS_RECORD": str(record)}
    with running_app(folder / "log.txt", settings=settings) as app:
        yield app, record


def calls(record: Path) -> str:
    """What was written down so far."""
    return record.read_text() if record.exists() else ""


def test_a_connection_would_be_written_down(tmp_path: Path) -> None:
    import os
    import subprocess
    import sys

    record = tmp_path / "connections.txt"
    subprocess.run(
        [sys.executable, "-c", "import socket; socket.socket().connect_ex(('127.0.0.1', 9))"],
        env=os.environ | {"PYTHONPATH": str(WATCHING), "CONNECTIONS_RECORD": str(record)},
        check=True,
    )
    assert "('127.0.0.1', 9)" in calls(record)


def test_no_screen_and_no_download_calls_out(watched: tuple[AppServer, Path]) -> None:
    app, record = watched
    with Visitor(app.url.removeprefix("http://")) as visitor:
        for page in PAGE_IDS:
            visitor.open("" if page == START else page)
        for key in [key for key in visitor.tab._widgets if key.startswith("ask.")][:5]:
            visitor.click(key)
        visitor.open("sheet")
        visitor.click("take-pdf")
        take_file(visitor.tab, app.url.removeprefix("http://"))
    time.sleep(1)
    assert calls(record) == ""


@pytest.mark.parametrize("host", HOSTS)
def test_no_handshake_calls_out(watched: tuple[AppServer, Path], host: str) -> None:
    app, record = watched
    address = app.url.removeprefix("http://")
    for origin in ORIGINS:
        answer = ask(address, handshake(address, f"Origin: {origin}", host=host), seconds=5)
        assert answer.startswith(
            b"HTTP/1.1 101" if origin == f"https://{host}" else b"HTTP/1.1 403"
        )
    with Raw(address, f"Origin: http://{address}") as raw:
        raw.send(frame(run_of("")))
        assert next(raw.messages(10))
    assert calls(record) == ""
