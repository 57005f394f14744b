"""Loaded by a server under test at its start: Brotli then packs fast, not small.

Packing as small as it goes takes ten seconds of processor time after each start, beside the tests.
And what only the tests install stays unloaded, as on a host: jsonschema makes parsers with it.
"""

from __future__ import annotations

import sys
from types import ModuleType
from typing import Any, cast

if "streamlit" in sys.orig_argv:
    import brotli

    sys.modules.setdefault("rfc3987_syntax", cast(ModuleType, None))
    _compress = brotli.compress

    def _fast(data: bytes, **_: Any) -> bytes:
        return bytes(_compress(data, quality=2))

    brotli.compress = _fast
