"""A choice of several methods, as the sheet asks for it twice."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeVar

import streamlit as st

from aid.ui.layout.html import html
from aid.ui.session import actions, widgets
from aid.views.elements import jump_target, paragraph

_Id = TypeVar("_Id", bound=str)


def show(
    title: str,
    hint: str,
    names: Mapping[_Id, str],
    *,
    place: str,
    key: str,
    picked: Sequence[_Id],
    keep: actions.Action,
) -> None:
    """Draw a choice of several, under a heading.

    Args:
        title: The heading, which names the choice.
        hint: What it is for.
        names: What to choose from: ids with their names, in order.
        place: The id of the heading.
        key: The key of the widget.
        picked: What is stored.
        keep: The action that stores it.
    """
    stored = widgets.seed(key, list(picked))
    with st.container(gap="xsmall"):
        html(jump_target(place, title) + paragraph(hint, "hint"))
        st.pills(
            title,
            list(names),
            selection_mode="multi",
            default=stored,
            format_func=names.__getitem__,
            key=key,
            label_visibility="collapsed",
            **actions.on_change(keep),
        )
