"""Find a Chromium for the browser tests, and install one where that can be done.

``python -m tests.chromium`` prints the path of a browser that starts, after installing one if it
has to. The tests themselves only look (``find_chromium``); they never install anything.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome")
"""Programs to look for on PATH, best first."""

HOW_TO_GET_ONE = (
    "The browser tests need Chromium and none was found: install it (on Debian: "
    "sudo apt-get install chromium), or set CHROMIUM to the path of a Chromium or Chrome "
    "that you have."
)

_START_SECONDS = 60
_INSTALL_SECONDS = 1800


class ChromiumMissingError(Exception):
    """No browser can be used. The message is one sentence that says what to do."""


def find_chromium() -> str | None:
    """Look for a browser that starts, without installing anything.

    The environment variable ``CHROMIUM`` comes first and, if set, is the only place looked at;
    then the names in ``NAMES`` on PATH; then the browser that Playwright downloaded earlier.

    Returns:
        The path of the program, or None if there is none.

    Raises:
        ChromiumMissingError: ``CHROMIUM`` is set to something that does not start. Another
            browser is not taken in its place, because somebody asked for this one.
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
    for name in NAMES:
        path = shutil.which(name)
        if path and _starts(path):
            return path
    path = _playwrights_own()
    return path if path and _starts(path) else None


def install_chromium() -> str:
    """Install a browser: Debian's package where we may, else Playwright's download.

    Returns:
        The path of the program.

    Raises:
        ChromiumMissingError: Neither way gave a browser that starts.
    """
    for install in (_install_with_apt, _install_with_playwright):
        install()
        path = find_chromium()
        if path:
            return path
    raise ChromiumMissingError(HOW_TO_GET_ONE)


def _starts(path: str) -> bool:
    """Whether the program answers to ``--version``. Ubuntu's stand-in for a snap does not."""
    return _run([path, "--version"], _START_SECONDS, quiet=True)


def _playwrights_own() -> str | None:
    """Where Playwright keeps its download, if it is there.

    Asked in a process of its own: Playwright cannot be started twice in one, and the tests may
    have started it already.
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


def _install_with_apt() -> None:
    """Install Debian's ``chromium``, if this is such a system and we are allowed to."""
    if not shutil.which("apt-get"):
        return
    if os.geteuid() == 0:
        prefix = []
    elif shutil.which("sudo") and _run(["sudo", "-n", "true"], _START_SECONDS, quiet=True):
        prefix = ["sudo", "-n"]
    else:
        return
    apt = [*prefix, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-q"]
    print("Installing Debian's chromium package", flush=True)
    _run([*apt, "update"], _INSTALL_SECONDS)
    _run([*apt, "install", "-y", "--no-install-recommends", "chromium"], _INSTALL_SECONDS)


def _install_with_playwright() -> None:
    """Let Playwright download its own browser, which needs the open internet."""
    print("Letting Playwright download its Chromium", flush=True)
    _run([sys.executable, "-m", "playwright", "install", "chromium"], _INSTALL_SECONDS)


def _run(command: Sequence[str], seconds: int, *, quiet: bool = False) -> bool:
    """Run a program to its end and say whether it went well.

    Args:
        command: The program and its arguments.
        seconds: How long to wait before giving up on it.
        quiet: Throw its output away.

    Returns:
        True if it ended with status 0 in time. No failure raises: the caller tries the next way.
    """
    output = subprocess.DEVNULL if quiet else None
    try:
        done = subprocess.run(
            command,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=output,
            timeout=seconds,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


def main() -> int:
    """Print the path of a browser, installed if need be.

    Returns:
        The exit status: 0, or 1 after one sentence on the error stream.
    """
    try:
        print(f"Chromium: {find_chromium() or install_chromium()}")
    except ChromiumMissingError as missing:
        print(missing, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
