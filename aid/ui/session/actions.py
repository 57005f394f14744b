"""What happens when a widget changes or is pressed, and what is drawn again after it.

Streamlit may end a run whenever the script reaches into its session state, because the reader has
clicked again. For the drawing of a screen that is harmless: it starts again. An action of a widget
would be lost, because it is called only once. Actions therefore work on the session's own record
and on a copy of the widgets' values, and nothing cuts them short.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any, Final, TypeAlias, get_args

import streamlit as st
from streamlit.errors import StreamlitAPIException
from streamlit.runtime.scriptrunner import RerunException

from aid.ui.session import record, widget_beginnings, widgets
from aid.ui.session.record import Part, Record
from aid.ui.session.visit import ChoiceId

Parts: TypeAlias = tuple[Part, ...]
Action: TypeAlias = Callable[..., Parts | None]
"""What a widget calls when it changes or is pressed.

Returns the parts that look different now, or ``None`` to have the whole screen drawn. An action
that changes an answer names the foot at least, which holds the tab's copy. One that goes to another
screen does not return.
"""

_PARTS: Final[tuple[Part, ...]] = get_args(Part)
_WHOLE: Final[Parts] = ("whole",)


def on_change(action: Action, *arguments: Any) -> dict[str, Any]:
    """The keyword arguments that make a widget call ``action`` when its value changes."""
    session = record.current()
    if session.opening is not None:
        session.opening.actions[action, arguments] = None
    return {"on_change": _act, "args": (session.drawing, action, *arguments)}


def on_click(action: Action, *arguments: Any) -> dict[str, Any]:
    """The keyword arguments that make a button call ``action`` when it is pressed."""
    return {"on_click": _act, "args": (record.current().drawing, action, *arguments)}


def told(action: Action) -> Callable[[], None]:
    """What a component of ours calls when it reports something: ``action``, to its end."""
    return partial(_act, record.current().drawing, action)


def keep_choice(name: ChoiceId, key: str, part: Part) -> Parts:
    """Copy a choice about the view from the widget where one option is always chosen; an action.

    A browser that has not yet drawn the widget may send it without a value: then the choice stays.

    Args:
        name: The choice.
        key: The widget.
        part: What looks different after another choice.
    """
    value = widgets.value(key)
    if value is not None:
        setattr(record.choices(), name, value)
    return (part,)


def redraw() -> None:
    """Have the whole screen drawn because the browser asks for it; an action."""


def carry_out(held: dict[str, Any], action: Action, *arguments: Any) -> Parts:
    """Call an action with a copy of what the session and its widgets hold."""
    record.set_current(held[record.KEY])
    with widgets.holding(held):
        parts = action(*arguments)
    return _WHOLE if parts is None else parts


def _act(own: Part, action: Action, *arguments: Any) -> None:
    """Carry out an action of a widget in its ``own`` part, and ask for what is to be drawn."""
    next_click = None
    try:
        held = st.session_state.to_dict()
    except RerunException as error:  # raised only once, so the second call succeeds
        next_click = error
        held = st.session_state.to_dict()
    parts = carry_out(held, action, *arguments)
    # An action that goes to another screen has not come here: the change of screen acknowledges it.
    was_pressed = record.hear(widgets.pressed(held))
    # One message can hold several actions, and a click can cut short what was being drawn.
    due = record.current().due
    due.update(parts)
    if was_pressed and "whole" not in due:
        due.add("foot")  # where the tab learns that the press was carried out
    if next_click is not None:
        raise next_click  # its action asks for what is due
    if due == {own}:
        return  # Streamlit draws that part without being asked, and sooner
    try:
        st.rerun("app" if "whole" in due else [item for item in _PARTS if item in due])
    except StreamlitAPIException:  # it forgets a part whose drawing was cut short
        st.rerun("app")


def begin() -> None:
    """Begin to draw a whole screen; give a new session its empty record."""
    if record.KEY not in st.session_state:
        st.session_state[record.KEY] = Record()
    session: Record = st.session_state[record.KEY]
    record.set_current(session)
    session.runs += 1
    session.just_heard.clear()
    session.due, session.drawing = {"whole"}, "whole"
    if session.opening is not None:
        session.opening.actions = {}  # an earlier try at the first run may have been cut short
    if session.forget_widgets:
        for key in [key for key in st.session_state if key != record.KEY]:
            del st.session_state[key]
        widget_beginnings.forget()
        session.forget_widgets = False


def end() -> None:
    """Note that everything of the screen is drawn."""
    record.current().due.clear()


def begin_part(part: Part) -> Part:
    """Begin to draw a part of a screen, alone or with what is around it.

    Returns:
        What was being drawn: the part around it, or the whole screen.
    """
    session: Record = st.session_state[record.KEY]
    record.set_current(session)
    session.runs += 1
    session.just_heard.clear()
    around, session.drawing = session.drawing, part
    return around


def end_part(part: Part, around: Part) -> None:
    """Note that a part is drawn; what is around it goes on."""
    session = record.current()
    session.due.discard(part)
    session.drawing = around
