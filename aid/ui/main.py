"""The script of every run: state, navigation, frame, and the screen itself."""

import logging

import streamlit as st

from aid.ui import frame, routes, state

state.ensure()
current = st.navigation(routes.all_pages(), position="hidden")
page_id = routes.page_id_of(current)
frame.open_frame(page_id)
try:
    current.run()
except Exception as error:
    # The kind of error alone: its text could hold what a reader typed.
    logging.getLogger("aid").error("screen %s failed: %s", page_id, type(error).__name__)
    frame.unexpected()
frame.close_frame(page_id)
