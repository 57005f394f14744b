"""One server for all attacks of this process, and nobody else on it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.attack.others import wait_of_one
from tests.conftest import AppServer, running_app


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
