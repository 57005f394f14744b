"""Firefox, told what to do by WebDriver BiDi, which it speaks by itself."""

from __future__ import annotations

import base64
import json
import re
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import Any

from websockets.sync.client import ClientConnection, connect

from tests.engines.engine import Actions, as_json, end, from_json, wait_until
from tests.system_packages import program

_LISTENS = re.compile(r"WebDriver BiDi listening on (ws://\S+)")

# Streamlit's protobuf tries WebAssembly for long numbers, and reckons without where it may not.
_HARMLESS = "blocked WebAssembly (script-src)"

# Nothing is asked for on the network but the aid itself, and no list of downloads takes the focus.
_SETTINGS = """
user_pref("app.normandy.enabled", false);
user_pref("browser.download.alwaysOpenPanel", false);
user_pref("browser.safebrowsing.provider.mozilla.updateURL", "");
user_pref("network.captive-portal-service.enabled", false);
user_pref("network.connectivity-service.enabled", false);
user_pref("services.settings.server", "data:,");
user_pref("toolkit.telemetry.enabled", false);
"""


class Firefox:
    """One tab of Firefox."""

    def __init__(self, socket: ClientConnection, downloads: Path) -> None:
        self.downloads = downloads
        self._socket = socket
        self._numbers = count(1)
        self._errors: list[str] = []
        self._ask("session.new", capabilities={})
        self._ask("session.subscribe", events=["log.entryAdded"])
        self._ask(
            "browser.setDownloadBehavior",
            downloadBehavior={"type": "allowed", "destinationFolder": str(downloads)},
        )
        # The tab of the start never gets the focus, and without it no box is ever left.
        self._tab = self._ask("browsingContext.create", type="tab")["context"]

    def open(self, address: str) -> None:
        """Type an address."""
        self._ask("browsingContext.navigate", context=self._tab, url=address, wait="complete")

    def run(self, function: str, *values: Any) -> Any:
        """What a function of JavaScript gives, called in the page."""
        said = self._call(as_json(function), {"type": "string", "value": json.dumps(values)})
        return from_json(said["value"])

    def act(self, actions: Actions) -> None:
        """Use mouse and keyboard."""
        self._ask("input.performActions", context=self._tab, actions=actions)

    def attach(self, function: str, path: Path) -> None:
        """Choose a file in the control that a function of JavaScript gives."""
        element = {"sharedId": self._call(function)["sharedId"]}
        self._ask("input.setFiles", context=self._tab, element=element, files=[str(path)])

    def back(self) -> None:
        """Press the browser's Back."""
        self._ask("browsingContext.traverseHistory", context=self._tab, delta=-1)

    def forward(self) -> None:
        """Press the browser's Forward."""
        self._ask("browsingContext.traverseHistory", context=self._tab, delta=1)

    def reload(self) -> None:
        """Press the browser's Reload."""
        self._ask("browsingContext.reload", context=self._tab, wait="complete")

    def resize(self, width: int, height: int) -> None:
        """Set the size of the window."""
        size = {"width": width, "height": height}
        self._ask("browsingContext.setViewport", context=self._tab, viewport=size)

    def errors(self) -> list[str]:
        """What the console has called an error."""
        return self._errors

    def picture(self) -> bytes:
        """What is seen now, as a PNG."""
        return base64.b64decode(
            self._ask("browsingContext.captureScreenshot", context=self._tab)["data"]
        )

    def _call(self, function: str, *arguments: Any) -> dict[str, Any]:
        said = self._ask(
            "script.callFunction",
            functionDeclaration=function,
            arguments=list(arguments),
            target={"context": self._tab},
            awaitPromise=False,
        )
        if said["type"] == "exception":
            raise AssertionError(said["exceptionDetails"]["text"])
        result: dict[str, Any] = said["result"]
        return result

    def _note(self, event: dict[str, Any]) -> None:
        if event.get("method") == "log.entryAdded" and event["params"]["level"] == "error":
            text = event["params"]["text"]
            if _HARMLESS not in text:
                self._errors.append(text)

    def _ask(self, method: str, **params: Any) -> Any:
        number = next(self._numbers)
        self._socket.send(json.dumps({"id": number, "method": method, "params": params}))
        while (answer := json.loads(self._socket.recv())).get("id") != number:
            self._note(answer)
        if answer["type"] == "error":
            raise AssertionError(f"{method}: {answer['error']}: {answer['message']}")
        return answer["result"]


@contextmanager
def firefox(folder: Path) -> Iterator[Firefox]:
    """A Firefox without a window and with a profile of its own in a folder."""
    profile, downloads, log_path = (folder / name for name in ("profile", "downloads", "log.txt"))
    profile.mkdir()
    downloads.mkdir()
    (profile / "user.js").write_text(_SETTINGS)
    command = [program("firefox-esr"), "--headless", "--no-remote", "--profile", str(profile)]
    with log_path.open("wb") as log:
        process = subprocess.Popen(
            [*command, "--remote-debugging-port=0"],
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            start_new_session=True,
        )
    try:
        listens = wait_until(lambda: _LISTENS.search(log_path.read_text()), "Firefox to start")
        with connect(f"{listens[1]}/session", max_size=None) as socket:
            yield Firefox(socket, downloads)
    finally:
        end(process)
