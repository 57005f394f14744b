"""Find a Chromium for the browser tests; nothing here installs one."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome")
"""Programs to look for on PATH, best first."""

_START_SECONDS = 60


class ChromiumMissingError(Exception):
    """No browser can be used. The message is one sentence that says what to do."""


def chromium() -> str:
    """Return the path of a browser that starts.

    The environment variable ``CHROMIUM`` comes first and, if set, is the only place looked at;
    then the names in ``NAMES`` on PATH; then the browser that Playwright downloaded earlier.

    Raises:
        ChromiumMissingError: There is none, or ``CHROMIUM`` is set to something that does not
            start. Another browser is not taken in its place, because somebody asked for this one.
    """
    wanted = os.environ.get("CHROMIUM")
    if wanted:
        path = shutil.which(wanted)
        if path and _starts(path):
            return path
        raise ChromiumMissingError(
            f"CHROMIUM is set to {wanted}, which does not start: "
            "set it to the path of a Chromium or Chrome, or unset it."
        )
    ways: list[Callable[[], str | None]] = [partial(shutil.which, name) for name in NAMES]
    for way in (*ways, _playwrights_own):
        path = way()
        if path and _starts(path):
            return path
    raise ChromiumMissingError(
        "chromium is missing and the tests need it: install it (on Debian: sudo apt-get install "
        "chromium; elsewhere: .venv/bin/python -m playwright install chromium), or set CHROMIUM "
        "to the path of a Chromium or Chrome that you have."
    )


def _starts(path: str) -> bool:
    """Whether the program answers to ``--version``. Ubuntu's stand-in for a snap does not."""
    try:
        done = subprocess.run(
            [path, "--version"],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=_START_SECONDS,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


def _playwrights_own() -> str | None:
    """Where Playwright keeps its download, if it is there.

    A process of its own asks: Playwright cannot be started twice in one, and the tests may have
    started it already.
    """
    code = (
        "from playwright.sync_api import sync_playwright\n"
        "with sync_playwright() as playwright:\n"
        "    print(playwright.chromium.executable_path)"
    )
    answer = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False
    )
    path = answer.stdout.strip()
    return path if path and Path(path).exists() else None
