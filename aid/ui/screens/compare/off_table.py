"""The methods that are not in the table: each with its reason, and one tap to add it."""

from __future__ import annotations

import streamlit as st

from aid.catalogue.ids import MethodId
from aid.tailoring.relevance import Listed
from aid.ui import runtime
from aid.ui.layout.html import html
from aid.ui.screens.compare import on_show
from aid.ui.session import actions, record
from aid.views.elements import heading, paragraph
from aid.views.shape_fits import fit_account


def show() -> None:
    """Draw what is not in the table, if anything is."""
    shown = on_show.method_ids()
    off = [listed for listed in on_show.listing().methods if listed.method_id not in shown]
    if not off:
        return
    title = runtime.catalogue().interface.compare.off_list_title
    html(heading(2, title.format(count=len(off))))
    for listed in off:
        _method(listed)


def _method(listed: Listed) -> None:
    catalogue = runtime.catalogue()
    name = catalogue.method_by_id[listed.method_id].name
    dents = tuple(listed.fits)
    why = fit_account(catalogue, listed.method_id, dents) if dents else paragraph(listed.reason)
    html(heading(3, name) + why)
    st.button(
        catalogue.interface.compare.add.format(name=name),
        key=f"add-{listed.method_id}",
        **actions.on_click(_add, listed.method_id),
    )


def _add(method_id: MethodId) -> None:
    chosen = record.choices()
    chosen.added = (*chosen.added, method_id)
