"""The programs that the tests need from the system; ``system-packages.txt`` lists them.

``python -m tests.system_packages`` makes sure that they are there: as root on Debian or Ubuntu it
installs what is missing, elsewhere it says in one sentence each what to install.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from tests.chromium import ChromiumMissingError, chromium

ROOT = Path(__file__).parent.parent
INSTALL = ROOT / ".ci" / "install-system-packages"

LEAVE_OUT = "LEAVE_OUT_ENGINES"
"""Names engines that the tests do without, with commas between: ``firefox,webkit``."""

_LIST = Path(__file__).with_name("system-packages.txt")

_ENGINES = {
    "firefox": ("firefox-esr",),
    "webkit": ("WebKitWebDriver", "Xvfb"),
}
"""What each engine needs that can be left out."""


class ProgramMissingError(Exception):
    """A program is missing. The message is one sentence that says what to do."""


def program(name: str) -> str:
    """Return the path of a program of the list, such as ``"nginx"``.

    Raises:
        ProgramMissingError: It is not installed.
    """
    # Debian keeps servers in /usr/sbin, which is not on everybody's PATH.
    path = shutil.which(name, path=f"{os.environ.get('PATH', '')}:/usr/sbin")
    if path is None:
        package = _packages()[name]
        engines = [engine for engine, programs in _ENGINES.items() if name in programs]
        without = "".join(f", or do without: make test {LEAVE_OUT}={one}" for one in engines)
        raise ProgramMissingError(
            f"{name} is missing and the tests need it: install it (on Debian and Ubuntu: "
            f"sudo apt-get install {package}){without}."
        )
    return path


def left_out() -> frozenset[str]:
    """The engines that the tests are to do without.

    Raises:
        ProgramMissingError: The variable names something else.
    """
    named = frozenset(filter(None, os.environ.get(LEAVE_OUT, "").split(",")))
    if unknown := named - _ENGINES.keys():
        raise ProgramMissingError(
            f"{LEAVE_OUT} names {', '.join(sorted(unknown))}: it knows {', '.join(_ENGINES)}."
        )
    return named


def _packages() -> dict[str, str]:
    """Debian's package for each program."""
    lines = _LIST.read_text(encoding="utf-8").splitlines()
    words = [line.partition("#")[0].split() for line in lines]
    return {entry[1]: entry[0] for entry in words if entry}


def _missing() -> Iterator[str]:
    try:
        not_needed = {name for engine in left_out() for name in _ENGINES[engine]}
    except ProgramMissingError as wrong:
        yield str(wrong)
        return
    for name in sorted(_packages().keys() - not_needed):
        try:
            chromium() if name == "chromium" else program(name)
        except (ChromiumMissingError, ProgramMissingError) as missing:
            yield str(missing)


def main() -> int:
    """Install what is missing where that is allowed, and report what is still missing.

    Returns:
        The exit status: 0, or 1 after one sentence for each program on the error stream.
    """
    missing = list(_missing())
    if missing and os.geteuid() == 0 and shutil.which("apt-get"):
        subprocess.run([INSTALL], check=False)
        missing = list(_missing())
    for sentence in missing:
        print(sentence, file=sys.stderr)
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
