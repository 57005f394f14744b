"""Loaded by a server under test at its start: Brotli then packs fast, not small.

Packing as small as it goes takes ten seconds of processor time after each start, beside the tests.
"""

from __future__ import annotations

import sys
from typing import Any

if "streamlit" in sys.orig_argv:
    import brotli

    _compress = brotli.compress

    def _fast(data: bytes, **_: Any) -> bytes:
        return bytes(_compress(data, quality=2))

    brotli.compress = _fast
