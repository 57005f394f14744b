"""What a click redraws: the parts of a screen that it changes, and nothing around them.

Each action of a widget names the parts (``record.Part``). The rest of the screen stays as it is and
is not sent again. After most answers only the foot is, which holds the copy in the reader's tab.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from typing import ParamSpec

import streamlit as st

from aid.catalogue.ids import PageId
from aid.ui.layout import frame
from aid.ui.server import run_log
from aid.ui.session import actions, record

_Arguments = ParamSpec("_Arguments")
_Draw = Callable[_Arguments, None]


def part(name: record.Part) -> Callable[[_Draw[_Arguments]], _Draw[_Arguments]]:
    """Make a function that draws a part of a screen one that an action can have redrawn.

    It is called again with the arguments from when its screen was drawn, so it must look up what
    can change.
    """

    def make(draw: _Draw[_Arguments]) -> _Draw[_Arguments]:
        @st.fragment(key=name)
        @wraps(draw)
        def drawn(*arguments: _Arguments.args, **named: _Arguments.kwargs) -> None:
            around = actions.begin_part(name)
            with kind_words(record.visit().screen):
                draw(*arguments, **named)
            actions.end_part(name, around)

        return drawn

    return make


@contextmanager
def kind_words(page_id: PageId) -> Iterator[None]:
    """Say one kind sentence where something cannot be drawn, and log the error without its text."""
    try:
        yield
    except Exception as error:
        run_log.failed(page_id, error)
        frame.unexpected()
