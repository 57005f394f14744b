"""The command line: ``python -m aid``, or ``scar-options`` where the package is installed."""

from __future__ import annotations

import io
import sys
from typing import NoReturn

from aid.cli.main import main


def run() -> NoReturn:
    """Run the command that this process was started with, and end with its status."""
    # Other programs read the output: it is UTF-8 whatever the terminal is.
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8")
    sys.exit(main(sys.argv[1:]))


if __name__ == "__main__":
    run()
