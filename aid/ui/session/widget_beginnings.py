"""Fault: a session remembers what each widget began with, drawn or not, for as long as it lasts.

Seen in: Streamlit 1.67.0.
Upstream: none found.
Test: tests/attack/test_forgotten.py.
Delete when: what is known of a widget goes when it is no longer drawn.
"""

from __future__ import annotations

from streamlit.runtime.scriptrunner import get_script_run_ctx


def forget() -> None:
    """Forget it, texts of the reader among it; call it before a run draws anything."""
    context = get_script_run_ctx()
    if context is not None:
        context.session_state._state._new_widget_state.widget_metadata.clear()
