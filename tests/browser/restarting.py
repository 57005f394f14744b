"""An app that can be stopped, killed and restarted at the same address."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.conftest import ROOT, free_port, running_app


class Restarting:
    """An app that can be started again, with a new process each time."""

    def __init__(
        self, folder: Path, app: Path = ROOT, settings: Mapping[str, str] | None = None
    ) -> None:
        self._folder, self._port, self._starts = folder, free_port(), 0
        self._app, self._settings = app, settings
        self.start()

    def start(self) -> None:
        """Start it, for the first time or after a stop."""
        self._starts += 1
        log = self._folder / f"log-{self._starts}.txt"
        self._running = running_app(log, port=self._port, folder=self._app, settings=self._settings)
        self.server = self._running.__enter__()
        self.url = self.server.url

    def stop(self) -> None:
        """Stop it as a host does."""
        self._running.__exit__(None, None, None)

    def restart(self) -> None:
        """Stop it and start it again."""
        self.stop()
        self.start()

    def freeze(self) -> None:
        """Let it take in nothing more: ``kill`` then loses what is sent from now on."""
        os.kill(self.server.pid, signal.SIGSTOP)

    def kill(self) -> None:
        """End it at once, whatever it is doing, and start it again."""
        os.kill(self.server.pid, signal.SIGKILL)
        self.stop()
        self.start()


@contextmanager
def restarting(
    folder: Path, app_folder: Path = ROOT, settings: Mapping[str, str] | None = None
) -> Iterator[Restarting]:
    """Run an app that can be started again, its logs in a folder.

    Args:
        folder: Where the logs are written.
        app_folder: Where ``app.py`` lies, for a changed copy of the app.
        settings: Variables of its environment.
    """
    app = Restarting(folder, app_folder, settings)
    try:
        yield app
    finally:
        app.stop()


def connected(page: Page) -> None:
    """Wait until an open page has found the server again."""
    app = page.get_by_test_id("stApp")
    expect(app).to_have_attribute("data-test-connection-state", "CONNECTED")
