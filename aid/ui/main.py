"""The script of every run: state, navigation, frame, and the screen itself."""

import streamlit as st

from aid.ui import frame, keep, logbook, routes, state

is_first = state.ensure()
current = st.navigation(routes.all_pages(), position="hidden")
page_id = routes.page_id_of(current)
with logbook.timed(page_id):
    keep.leave_if_cleared()
    keep.finish()
    frame.open_frame(page_id)
    try:
        current.run()
    except Exception as error:
        logbook.failed(page_id, error)
        frame.unexpected()
    finally:
        if is_first:
            state.take_over_screen()
    keep.area()
    frame.close_frame(page_id)
    keep.mount(page_id)
