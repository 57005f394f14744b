"""A choice between two ways to look at the comparison."""

from __future__ import annotations

import streamlit as st

from aid.ui import runtime
from aid.ui.session import actions, record, widgets
from aid.ui.session.record import ChoiceId, Part


def show(label: str, name: ChoiceId, options: tuple[str, str], part: Part) -> None:
    """Draw a choice.

    Args:
        label: Names the choice.
        name: Where the record keeps it.
        options: The values that it can have.
        part: What looks different after another choice.
    """
    key = widgets.seed(widgets.key_for(f"view.{name}"), getattr(record.choices(), name))
    st.segmented_control(
        label,
        options,
        format_func=_option_name,
        required=True,
        key=key,
        width="stretch",
        **actions.on_change(actions.keep_choice, name, key, part),
    )


# Streamlit keeps format_func for every session; a module-level function adds no memory.
def _option_name(option: str) -> str:
    words = runtime.catalogue().interface.compare
    return {
        "listed": words.show_listed,
        "all": words.show_all,
        "glance": words.at_a_glance,
        "detail": words.in_detail,
    }[option]
