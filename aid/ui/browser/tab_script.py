"""The script of the tab: a file that every browser fetches once, not a part of every answer."""

from __future__ import annotations

import hashlib
import json
from typing import Final

from aid.ui.browser.source import source
from aid.ui.server.addresses import base_path
from aid.ui.server.shelf import FOREVER, MEDIA_TYPES, Kept

WORKAROUNDS: Final = (
    "language",
    "menu",
    "groups",
    "counts",
    "heading_focus",
    "keep_focus",
    "skip_link",
    "modified_clicks",
    "quiet_labels",
    "single_keys",
    "answers_first",
    "lost_line",
    "lost_presses",
    "unleft_words",
)
"""One script in ``workarounds/`` for each fault of Streamlit (docs/streamlit-workarounds.md)."""

_SCRIPT: Final = source(
    "page.js",
    "kept_copy.js",
    "after_clear.js",
    "first_words.js",
    "status_words.js",
    "large_type.js",
    "one_fact.js",
    *(f"workarounds/{name}.js" for name in WORKAROUNDS),
    "tab.js",
).encode()

ADDRESS: Final = f"/tab-{hashlib.sha256(_SCRIPT).hexdigest()[:12]}.js"
"""Where it is, below the base path. Another version of the script has another address."""


def tab_script() -> dict[str, Kept]:
    """The file by its address."""
    return {ADDRESS: Kept(lambda: _SCRIPT, MEDIA_TYPES[".js"], FOREVER)}


def loader() -> str:
    """What each answer brings in its place: a few lines that fetch it where it is not there."""
    return f"const TAB_SCRIPT = {json.dumps(base_path() + ADDRESS)};\n{source('load_tab.js')}"
