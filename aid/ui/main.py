"""The script of every run: state, navigation, frame, and the screen itself."""

import streamlit as st

from aid.ui import frame, keep, routes, state

state.ensure()
current = st.navigation(routes.all_pages(), position="hidden")
page_id = routes.page_id_of(current)
keep.leave_if_cleared()
keep.finish()
frame.open_frame(page_id)
current.run()
frame.close_frame(page_id)
