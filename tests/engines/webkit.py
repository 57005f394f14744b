"""WebKit, the engine of Safari, told what to do by WebDriver through its own driver."""

from __future__ import annotations

import base64
import http.client
import json
import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.conftest import free_port
from tests.engines.engine import (
    PATIENCE_SECONDS,
    Actions,
    as_json,
    end,
    from_json,
    wait_until,
)
from tests.system_packages import program

# Its window is as narrow as a phone only where the buttons beside the address take no room.
_NARROW = "toolbar * { font-size: 1px; padding: 0; margin: 0; min-width: 0; }"


class WebKit:
    """One tab of WebKitGTK's own small browser."""

    def __init__(self, port: int, downloads: Path) -> None:
        self.downloads = downloads
        self._port = port
        self._session = ""
        opened = self._ask("POST", "", capabilities={"alwaysMatch": {}})
        self._session = f"/{opened['sessionId']}"

    def open(self, address: str) -> None:
        """Type an address."""
        self._ask("POST", "/url", url=address)

    def run(self, function: str, *values: Any) -> Any:
        """What a function of JavaScript gives, called in the page."""
        return from_json(self._call(as_json(function), json.dumps(values)))

    def act(self, actions: Actions) -> None:
        """Use mouse and keyboard."""
        self._ask("POST", "/actions", actions=actions)

    def attach(self, function: str, path: Path) -> None:
        """Choose a file in the control that a function of JavaScript gives."""
        (element,) = self._call(function).values()
        self._ask("POST", f"/element/{element}/value", text=str(path))

    def back(self) -> None:
        """Press the browser's Back."""
        self._ask("POST", "/back")

    def forward(self) -> None:
        """Press the browser's Forward."""
        self._ask("POST", "/forward")

    def reload(self) -> None:
        """Press the browser's Reload."""
        self._ask("POST", "/refresh")

    def resize(self, width: int, height: int) -> None:
        """Set the size of the window."""
        self._ask("POST", "/window/rect", width=width, height=height)

    def errors(self) -> list[str]:
        """Nothing: its driver tells nobody what the console says."""
        return []

    def picture(self) -> bytes:
        """What is seen now, as a PNG."""
        return base64.b64decode(self._ask("GET", "/screenshot"))

    def quit(self) -> None:
        """Close the window."""
        self._ask("DELETE", "")

    def _call(self, function: str, *arguments: Any) -> Any:
        script = f"return ({function})(...arguments)"
        return self._ask("POST", "/execute/sync", script=script, args=list(arguments))

    def _ask(self, method: str, command: str, **params: Any) -> Any:
        connection = http.client.HTTPConnection("127.0.0.1", self._port, timeout=PATIENCE_SECONDS)
        try:
            body = json.dumps(params) if method == "POST" else None
            connection.request(method, f"/session{self._session}{command}", body)
            value = json.loads(connection.getresponse().read())["value"]
        finally:
            connection.close()
        if isinstance(value, dict) and "error" in value:
            raise AssertionError(f"{command}: {value['error']}: {value['message']}")
        return value


@contextmanager
def webkit(folder: Path) -> Iterator[WebKit]:
    """A WebKit on a screen that nobody sees, with a home of its own in a folder."""
    downloads = folder / "downloads"
    downloads.mkdir()
    (folder / "user-dirs.dirs").write_text(f'XDG_DOWNLOAD_DIR="{downloads}"\n')
    (folder / "gtk-3.0").mkdir()
    (folder / "gtk-3.0" / "gtk.css").write_text(_NARROW)
    home = {"HOME": str(folder), "XDG_CONFIG_HOME": str(folder)}
    port = free_port()
    with _screen() as screen, (folder / "log.txt").open("wb") as log:
        process = subprocess.Popen(
            [program("WebKitWebDriver"), "--host=127.0.0.1", f"--port={port}"],
            env=os.environ | home | {"DISPLAY": screen, "GDK_BACKEND": "x11", "NO_AT_BRIDGE": "1"},
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            start_new_session=True,
        )
        try:
            wait_until(lambda: _listens(port), "WebKitWebDriver to start")
            browser = WebKit(port, downloads)
            yield browser
            browser.quit()
        finally:
            end(process)


def _listens(port: int) -> bool:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE_SECONDS)
    try:
        connection.request("GET", "/status")
        return connection.getresponse().status == http.HTTPStatus.OK
    except OSError:
        return False
    finally:
        connection.close()


@contextmanager
def _screen() -> Iterator[str]:
    """The name of a screen of its own."""
    reading, writing = os.pipe()
    size = ["-screen", "0", "1600x1200x24", "-nolisten", "tcp"]
    process = subprocess.Popen(
        [program("Xvfb"), "-displayfd", str(writing), *size],
        pass_fds=[writing],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    os.close(writing)
    with os.fdopen(reading) as said:
        number = said.readline().strip()
    try:
        yield f":{number}"
    finally:
        end(process)
