"""The command line: ``python -m aid``."""

from __future__ import annotations

import io
import sys

from aid.cli.main import main

# Other programs read the output: it is UTF-8 whatever the terminal is.
if isinstance(sys.stdout, io.TextIOWrapper):
    sys.stdout.reconfigure(encoding="utf-8")
sys.exit(main(sys.argv[1:]))
