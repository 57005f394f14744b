"""A choice between ways to look at the comparison."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import streamlit as st

from aid.ui.session import actions, record, widgets
from aid.ui.session.record import Part
from aid.ui.session.visit import ChoiceId


def show(
    label: str,
    name: ChoiceId,
    options: Sequence[str],
    option_name: Callable[[str], str],
    part: Part,
) -> None:
    """Draw a choice.

    Args:
        label: Names the choice.
        name: Where the record keeps it.
        options: The values that it can have. The first stands for one that is not among them.
        option_name: What an option is called. Streamlit keeps it for every session, so it is a
            function of a module, which adds no memory.
        part: What looks different after another choice.
    """
    chosen = getattr(record.choices(), name)
    chosen = chosen if chosen in options else options[0]
    key = widgets.key_for(f"view.{name}")
    chosen = widgets.seed(key, chosen, is_kept=False)
    st.segmented_control(
        label,
        options,
        format_func=option_name,
        default=chosen,
        required=True,
        key=key,
        width="stretch",
        **actions.on_change(actions.keep_choice, name, key, part),
    )
