"""What the journey asks of a browser: few things, which each engine does in its own way.

Words and places are found by a script that is the same in all engines (``look.js``); presses and
letters come from the browser's own mouse and keyboard.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any, Protocol

from tests.browser.wait import PATIENCE_MS

PATIENCE_SECONDS = PATIENCE_MS / 1000
"""How long a step waits for what it expects."""

_END_SECONDS = 10

ESCAPE = "\ue00c"
"""The key, as WebDriver writes it."""

Actions = list[dict[str, Any]]
"""What mouse and keyboard do, in the form that WebDriver and WebDriver BiDi share."""


class Engine(Protocol):
    """A browser with one tab of a reader whom the aid has never seen."""

    downloads: Path
    """The folder that gets what is downloaded."""

    def open(self, address: str) -> None:
        """Type an address."""

    def run(self, function: str, *values: Any) -> Any:
        """What a function of JavaScript gives, called in the page; all values are JSON."""

    def act(self, actions: Actions) -> None:
        """Use mouse and keyboard."""

    def attach(self, function: str, path: Path) -> None:
        """Choose a file in the control that a function of JavaScript gives."""

    def back(self) -> None:
        """Press the browser's Back."""

    def forward(self) -> None:
        """Press the browser's Forward."""

    def reload(self) -> None:
        """Press the browser's Reload."""

    def resize(self, width: int, height: int) -> None:
        """Set the size of the window."""

    def errors(self) -> list[str]:
        """What the console calls an error; nothing where an engine does not tell."""

    def picture(self) -> bytes:
        """What is seen now, as a PNG."""


def as_json(function: str) -> str:
    """The function with JSON texts going in and out, which all engines pass on alike."""
    return f"(values) => JSON.stringify(({function})(...JSON.parse(values)) ?? null)"


def from_json(said: str) -> Any:
    """What such a function gave."""
    return json.loads(said)


def press(x: float, y: float) -> Actions:
    """Press the mouse at a place of the window."""
    steps: list[dict[str, Any]] = [
        {"type": "pointerMove", "x": round(x), "y": round(y), "duration": 0},
        {"type": "pointerDown", "button": 0},
        {"type": "pointerUp", "button": 0},
    ]
    return [{"type": "pointer", "id": "mouse", "actions": steps}]


def type_keys(keys: str) -> Actions:
    """Press and let go one key after the other."""
    steps = [{"type": kind, "value": key} for key in keys for kind in ("keyDown", "keyUp")]
    return [{"type": "key", "id": "keyboard", "actions": steps}]


def wait_until(done: Callable[[], Any], what: str, seen: Callable[[], object] = lambda: "") -> Any:
    """Return what a question gives, once that is true; else say what was seen in its place."""
    deadline = time.monotonic() + PATIENCE_SECONDS
    while not (found := done()):
        if time.monotonic() > deadline:
            raise AssertionError(
                f"waited {PATIENCE_SECONDS:.0f} seconds for: {what}; seen: {seen()}"
            )
        time.sleep(0.05)
    return found


def end(process: subprocess.Popen[Any]) -> None:
    """End a program and all that it has started: it leads a session of its own."""
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGTERM)
    try:
        process.wait(_END_SECONDS)
    except subprocess.TimeoutExpired:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
