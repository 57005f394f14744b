"""What the attacks share: a server that nobody else is on, and one that tells what it holds."""

from __future__ import annotations

import json
import os
import signal
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.attack.others import wait_of_one
from tests.conftest import AppServer, running_app

LOOKING = Path(__file__).parent / "looking"
_LOOK_SECONDS = 30


@dataclass(frozen=True)
class OpenServer:
    """A running app whose memory can be searched."""

    app: AppServer
    folder: Path

    @property
    def address(self) -> str:
        """Its host and port."""
        return self.app.url.removeprefix("http://")

    def holders(self, text: str) -> list[str]:
        """The live objects of the server that hold a text, by their kind."""
        answer = self.folder / "answer.json"
        answer.unlink(missing_ok=True)
        (self.folder / "text").write_text(text, encoding="utf-8")
        os.kill(self.app.pid, signal.SIGUSR2)
        deadline = time.monotonic() + _LOOK_SECONDS
        while not answer.exists():
            assert time.monotonic() < deadline, self.app.log
            time.sleep(0.05)
        return [str(kind) for kind in json.loads(answer.read_text(encoding="utf-8"))]


OpenUp = Callable[..., AbstractContextManager[OpenServer]]


@pytest.fixture
def open_server(tmp_path: Path) -> OpenUp:
    """A function that starts the app so that its memory can be searched."""

    @contextmanager
    def start(settings: Mapping[str, str] | None = None) -> Iterator[OpenServer]:
        looks = {"PYTHONPATH": str(LOOKING), "LOOKING_FOLDER": str(tmp_path)}
        with running_app(tmp_path / "log.txt", settings={**looks, **(settings or {})}) as app:
            yield OpenServer(app, tmp_path)

    return start


@pytest.fixture(scope="session")
def target(tmp_path_factory: pytest.TempPathFactory) -> Iterator[AppServer]:
    """The running app, after its first reader."""
    with running_app(tmp_path_factory.mktemp("target") / "log.txt") as app:
        wait_of_one(app.url.removeprefix("http://"))
        yield app


@pytest.fixture
def address(target: AppServer) -> str:
    """Where the app listens."""
    return target.url.removeprefix("http://")
