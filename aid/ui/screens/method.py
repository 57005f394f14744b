"""One method by itself, at an address that holds no answer and can be shared."""

from __future__ import annotations

from functools import cache

import streamlit as st
from markupsafe import Markup

from aid.catalogue.catalogue import Catalogue
from aid.catalogue.ids import MethodId
from aid.ui import runtime
from aid.ui.layout import routes
from aid.ui.layout.html import html
from aid.ui.screens.methods import show_cards
from aid.ui.session import record
from aid.views.methods import method_account


def show() -> None:
    """Draw the method of this address; all methods where the address names none of them."""
    method_id = record.visit().method
    if method_id is None:
        show_cards()
        return
    html(_account(runtime.catalogue(), method_id))
    _show_ways(method_id)


@cache
def _account(catalogue: Catalogue, method_id: MethodId) -> Markup:
    return method_account(catalogue, catalogue.method_by_id[method_id])


def _show_ways(method_id: MethodId) -> None:
    """Draw the links to the method before, to all, and to the one after, in the stated order."""
    catalogue = runtime.catalogue()
    words, methods = catalogue.interface.methods, catalogue.methods
    place = [method.id for method in methods].index(method_id)
    with st.container(horizontal=True, key="method-ways"):
        if place > 0:
            before = methods[place - 1]
            st.page_link(routes.method_page(before.id), label=words.before.format(name=before.name))
        st.page_link(routes.page("methods"), label=words.all_methods)
        if place + 1 < len(methods):
            after = methods[place + 1]
            st.page_link(routes.method_page(after.id), label=words.after.format(name=after.name))
