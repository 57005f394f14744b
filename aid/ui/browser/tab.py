"""What runs in the reader's tab on every screen: the page's shell and the copy of the answers.

One component for both, because each component costs every session memory and every click time.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import streamlit as st

from aid.ui.browser import tab_script
from aid.ui.session import actions

KEY: Final = "tab"
"""The component's key, under which an action finds what the tab reported."""

_component = st.components.v2.component(KEY, js=tab_script.loader())


def mount(
    shell: Mapping[str, object],
    copy: Mapping[str, object],
    *,
    asked: actions.Action,
) -> None:
    """Bring the reader's tab up to date.

    Args:
        shell: What sets language, focus and the names of groups.
        copy: The answers to keep.
        asked: Called when the tab asks whether all that it has sent was taken in.
    """
    # All values side by side: for one within another Streamlit would load pandas first.
    _component(
        key=KEY,
        on_asked_change=actions.told(asked),
        data={**shell, **copy},
    )
