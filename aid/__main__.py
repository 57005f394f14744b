"""The command line: ``python -m aid``."""

from __future__ import annotations

import sys

from aid.commands import main

sys.exit(main(sys.argv[1:]))
