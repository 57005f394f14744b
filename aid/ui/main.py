"""The script of a run that draws a whole screen: state, navigation, frame, the screen, its foot."""

import streamlit as st

from aid.ui import foot, parts
from aid.ui.layout import frame, routes
from aid.ui.server import run_log
from aid.ui.session import actions, recovery

actions.begin()
current = st.navigation(routes.all_pages(), position="hidden")
page_id = routes.page_id_of(current)
with run_log.timed(page_id):
    foot.finish()
    frame.open_frame(page_id)
    with parts.kind_words(page_id):
        current.run()
    recovery.take_over_screen()
    foot.foot(page_id)
    frame.close_frame()
actions.end()
