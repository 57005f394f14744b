"""What a click draws anew: the body of a screen, and nothing around it.

The menu, the heading and the footer stay as they are while a reader answers, so they are not sent
again. Every button is in the body: a browser sends a text and the press that ended it as one
message, and Streamlit then draws only the part that the text is in.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec

import streamlit as st

from aid.ui import frame, keep, logbook, state

_Arguments = ParamSpec("_Arguments")


def screen(render: Callable[_Arguments, None]) -> Callable[_Arguments, None]:
    """Make a function that draws the body of a screen the part that is drawn anew after a click.

    An error is logged without its text and said in one kind sentence.
    """

    @st.fragment
    @wraps(render)
    def body(*arguments: _Arguments.args, **named: _Arguments.kwargs) -> None:
        state.begin_part()
        is_first = state.is_first_run()
        page_id = state.current_screen()
        with logbook.timed(page_id):
            keep.leave_if_cleared()
            frame.name_page(page_id)
            frame.notices(page_id)
            try:
                render(*arguments, **named)
            except Exception as error:
                logbook.failed(page_id, error)
                frame.unexpected()
            finally:
                if is_first:
                    state.take_over_screen()
            keep.area()
            frame.shell(page_id)
            keep.mount(page_id)

    return body
