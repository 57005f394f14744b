"""What runs in the reader's own tab: the page's shell, and the copy of the answers.

One component for both, because each one costs every session memory and every click time.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import streamlit as st

from aid.ui import state

_ASSETS = Path(__file__).parent / "assets"
KEY = "tab"
"""The component's key, under which an action finds what the tab told."""

_component = st.components.v2.component(
    KEY,
    js="\n".join(
        (_ASSETS / name).read_text(encoding="utf-8") for name in ("shell.js", "copy.js", "tab.js")
    ),
)


def mount(shell: Mapping[str, object], copy: Mapping[str, object], *, found: state.Action) -> None:
    """Bring the reader's tab up to date.

    Args:
        shell: What sets language, focus and the names of groups (``shell.js``).
        copy: The answers to keep, or whether to ask for those that are kept (``copy.js``).
        found: Called with what the tab had kept.
    """
    # All values side by side: for one within another Streamlit would load pandas first.
    _component(key=KEY, on_found_change=state.told(found), data={**shell, **copy})
