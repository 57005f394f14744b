"""The only module that touches ``st.session_state``.

One immutable ``Answers`` value is the truth; widgets are views of it. A widget is seeded with the
stored answer before it is drawn, and its value is copied back when it changes, so that answers
survive moving between screens in any order. Choices about the view (which list, which table) are
kept apart from the answers.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import streamlit as st

from aid.answers import ALONE, Answers, exclusive

_ANSWERS = "aid.answers"
_VIEW = "aid.view."
_PROBLEM = "aid.problem."
_WIDGET = "ask."

_Value = TypeVar("_Value")


def ensure() -> None:
    """Give a new session its empty answers. Called once in every run."""
    st.session_state.setdefault(_ANSWERS, Answers())


def answers() -> Answers:
    """What the reader said so far."""
    value: Answers = st.session_state[_ANSWERS]
    return value


def change(**values: Any) -> None:
    """Replace some answers.

    Args:
        values: New values by field name of ``Answers``.

    Raises:
        AnswersError: A value breaks a rule; the earlier answers stay.
    """
    st.session_state[_ANSWERS] = answers().with_values(**values)


def widget_key(name: str, option: str = "") -> str:
    """The key of a widget; ``option`` for one tick of several."""
    return f"{_WIDGET}{name}.{option}" if option else f"{_WIDGET}{name}"


def seed(key: str, value: object) -> str:
    """Put the stored value into a widget before it is drawn, and return the widget's key.

    A widget that already holds the value is left alone: setting it again would make the browser
    drop what the reader is typing at this moment. A widget whose value could not be used keeps
    what the reader sees, so that a text which does not fit is never lost.
    """
    known = key in st.session_state
    if not known or (problem(key) is None and st.session_state[key] != value):
        st.session_state[key] = value
    return key


def widget_value(key: str) -> Any:
    """What a widget holds now."""
    return st.session_state.get(key)


def problem(key: str) -> str | None:
    """The sentence that says what is wrong with a widget's value, if anything is."""
    found: str | None = st.session_state.get(_PROBLEM + key)
    return found


def set_problem(key: str, sentence: str | None) -> None:
    """Remember what is wrong with a widget's value, or that nothing is."""
    if sentence is None:
        st.session_state.pop(_PROBLEM + key, None)
    else:
        st.session_state[_PROBLEM + key] = sentence


def forget_problems() -> None:
    """Forget every problem: the reader went to another screen, where the stored answers hold."""
    for key in [key for key in st.session_state if str(key).startswith(_PROBLEM)]:
        del st.session_state[key]


def ticked(name: str, options: tuple[str, ...]) -> tuple[str, ...]:
    """Which of several ticks a reader has set, in the order of the options."""
    return tuple(item for item in options if st.session_state.get(widget_key(name, item)))


def settle_ticks(before: tuple[str, ...], picked: tuple[str, ...]) -> tuple[str, ...]:
    """Settle ticks of which some stand alone, such as "none of these"."""
    return exclusive(before, picked) if ALONE.intersection(picked) else picked


def view(name: str, default: _Value) -> _Value:
    """A choice about the view, such as which table is shown. Not an answer; never saved."""
    value: _Value = st.session_state.get(_VIEW + name, default)
    return value


def set_view(name: str, value: object) -> None:
    """Change a choice about the view."""
    st.session_state[_VIEW + name] = value


def came_to(screen: str) -> bool:
    """Whether this run is the first on a screen since another one; remembers the screen."""
    moved = view("screen", "") != screen
    set_view("screen", screen)
    return moved


def on_change(action: Callable[..., None], *arguments: Any) -> dict[str, Any]:
    """The keyword arguments that make a widget call ``action`` when it changes."""
    return {"on_change": action, "args": arguments}
