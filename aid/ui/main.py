"""The script of a run that draws a whole screen: state, navigation, frame, the screen, its foot."""

import streamlit as st

from aid.ui import foot, parts
from aid.ui.browser import kept_copy
from aid.ui.layout import frame, routes
from aid.ui.server import run_log
from aid.ui.session import actions, record, recovery

actions.begin()
current = st.navigation(routes.all_pages(), position="hidden")
address = routes.address_of(current)
with run_log.timed(address.page):
    record.come_to(*address)
    kept_copy.bring_back()
    foot.finish()
    frame.open_frame(address)
    with parts.kind_words(address.page):
        current.run()
    is_older = recovery.take_over_screen()
    foot.foot(address)  # first, so that the tab has what was taken over
    frame.close_frame(address.page)
    if is_older:
        st.rerun()
actions.end()
