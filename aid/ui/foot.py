"""The ends of every screen: what keeps the tab up to date, and what a shared device has."""

from __future__ import annotations

from functools import partial

import streamlit as st

from aid.catalogue.addresses import Address
from aid.ui import runtime
from aid.ui.browser import idle, kept_copy, tab
from aid.ui.layout import frame, routes
from aid.ui.parts import part
from aid.ui.server.settings import settings
from aid.ui.session import actions


def finish() -> None:
    """On a shared device: the control that clears everything, at the top of every screen."""
    words = runtime.catalogue().interface.keep
    if settings().shared_device:
        st.button(
            words.finish, key="finish", **actions.on_click(routes.start_afresh, words.cleared)
        )


@part("foot")
def foot(address: Address) -> None:
    """Bring the reader's tab up to date, and watch for idle minutes on a shared device."""
    tab.mount(frame.shell(address), kept_copy.to_keep(), asked=kept_copy.asked)
    if settings().shared_device:
        words = runtime.catalogue().interface.keep
        idle.watch(address.page, partial(routes.start_afresh, words.idle_cleared))
