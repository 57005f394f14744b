"""The script of a run that draws a whole screen: state, navigation, frame, the screen, its foot."""

import streamlit as st

from aid.ui import frame, keep, logbook, parts, routes, state

state.begin()
current = st.navigation(routes.all_pages(), position="hidden")
page_id = routes.page_id_of(current)
with logbook.timed(page_id):
    keep.finish()
    frame.open_frame(page_id)
    with parts.kind_words(page_id):
        current.run()
    state.take_over_screen()
    keep.foot(page_id)
    frame.close_frame(page_id)
state.end()
