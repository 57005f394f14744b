"""Lines that open, and count how much of what they hide is answered.

The count is told to the tab with the foot (``workarounds/counts.js``), so that an answer draws
nothing of what the line hides.
"""

from __future__ import annotations

import json
from collections.abc import Callable

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from aid.ui.session import record


def expander(
    name: str, key: str, line: Callable[[], str], *, expanded: bool = False
) -> DeltaGenerator:
    """Draw such a line.

    Args:
        name: What the line begins with.
        key: The key of its container.
        line: Returns the whole line as it is now: the name and the count.
        expanded: Whether it is open.
    """
    record.visit().counted[key] = lambda: line().removeprefix(name)
    return st.expander(name, key=key, expanded=expanded)


def counts() -> str:
    """What each line of this screen says behind its name, by key, as JSON."""
    return json.dumps({key: count() for key, count in record.visit().counted.items()})
