"""The methods that are not in the table: each with its reason, and one tap to add it."""

from __future__ import annotations

import streamlit as st
from markupsafe import Markup

from aid.catalogue.ids import METHOD_IDS, MethodId
from aid.ui import runtime
from aid.ui.screens.compare import on_show
from aid.ui.session import actions, record, widgets
from aid.views.off_table import off_table_html


def reasons() -> Markup:
    """What is not in the table, each method with its reason; empty for the list of all."""
    if not on_show.off_list():
        return Markup("")
    shown = on_show.method_ids()
    return off_table_html(runtime.catalogue(), on_show.listing(), shown, on_show.dents())


def show() -> None:
    """Draw a button for each method that is not on the chosen list, if any is.

    It adds its method, stays pressed, and takes it away again.
    """
    off = on_show.off_list()
    if not off:
        return
    words, added = runtime.catalogue().interface.compare, record.choices().added
    key = widgets.key_for("view.added")
    pressed = widgets.seed(key, [item for item in off if item in added], is_kept=False)
    st.pills(
        words.add_label,
        off,
        selection_mode="multi",
        default=pressed,
        format_func=_add_name,
        key=key,
        **actions.on_change(_keep, off),
    )


# Streamlit keeps format_func for every session; a module-level function adds no memory.
def _add_name(method_id: MethodId) -> str:
    catalogue = runtime.catalogue()
    return catalogue.interface.compare.add.format(name=catalogue.method_by_id[method_id].name)


def _keep(offered: tuple[MethodId, ...]) -> actions.Parts:
    pressed = widgets.value(widgets.key_for("view.added")) or ()
    chosen = record.choices()
    elsewhere = [item for item in chosen.added if item not in offered]
    chosen.added = tuple(item for item in METHOD_IDS if item in (*elsewhere, *pressed))
    return ("comparison",)
