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
from aid.errors import AnswersError

_ANSWERS = "aid.answers"
_VIEW = "aid.view."
_PROBLEM = "aid.problem."
_UNFIT = "aid.unfit."
_WIDGET = "ask."
HERE = "here."
"""Begins the name of a choice about the view that lasts as long as the reader stays on a screen."""
_FIRST_ACTIONS = "aid.first.actions"
_FIRST_FIELDS = "aid.first.fields"

_Value = TypeVar("_Value")


def ensure() -> None:
    """Give a new session its empty answers. Called once in every run."""
    st.session_state[_FIRST_ACTIONS] = {} if _ANSWERS not in st.session_state else None
    st.session_state.setdefault(_ANSWERS, Answers())
    set_view("runs", runs() + 1)


def runs() -> int:
    """How often the script ran in this session; a number that is new in every run."""
    return view("runs", 0)


def take_over_screen() -> None:
    """In a session's first run, copy what the widgets hold into the answers.

    A page that is still open after the server lost its session brings its widgets' values along,
    the reader's last click among them. Nothing was seeded over them (``seed``), and nothing has
    told of a change, because to this session nothing has changed.
    """
    actions: dict[Any, None] | None = st.session_state[_FIRST_ACTIONS]
    if actions is None:
        return
    st.session_state[_FIRST_ACTIONS] = None
    st.session_state[_FIRST_FIELDS] = frozenset()
    for action, arguments in actions:
        action(*arguments)


def bring_back(kept: Answers, *, screen_counts: bool) -> None:
    """Put kept answers beside those of this session. What the reader just did wins.

    Args:
        kept: Answers that the browser had kept.
        screen_counts: Whether the session began on a page that was open already. Then everything
            that its first screen asks is as the reader left it there, empty or not.
    """
    current, empty = answers(), Answers()
    fields = type(current).model_fields
    winning = {name for name in fields if getattr(current, name) != getattr(empty, name)}
    on_screen: frozenset[str] = st.session_state.pop(_FIRST_FIELDS, frozenset())
    if screen_counts:
        winning |= on_screen
    changed = {name: getattr(current, name) for name in fields if name in winning}
    try:
        st.session_state[_ANSWERS] = kept.with_values(**changed)
    except AnswersError:  # the two do not fit together, such as a top concern that is not ticked
        st.session_state[_ANSWERS] = kept


def load(loaded: Answers) -> None:
    """Put loaded answers in the place of those of this session."""
    forget_problems()
    st.session_state[_ANSWERS] = loaded


def clear() -> None:
    """Forget everything that the reader said, typed or chose in this session."""
    asked, cleared, run = view("asked", default=False), times_cleared(), runs()
    for key in list(st.session_state):
        del st.session_state[key]
    ensure()
    st.session_state[_FIRST_ACTIONS] = None
    set_view("asked", asked)
    set_view("cleared", cleared + 1)
    set_view("runs", run)


def answers() -> Answers:
    """What the reader said so far."""
    value: Answers = st.session_state[_ANSWERS]
    return value


def times_cleared() -> int:
    """How often this session was cleared."""
    return view("cleared", 0)


def change(**values: Any) -> None:
    """Replace some answers.

    Args:
        values: New values by field name of ``Answers``.

    Raises:
        AnswersError: A value breaks a rule; the earlier answers stay.
    """
    st.session_state[_ANSWERS] = answers().with_values(**values)
    if _FIRST_FIELDS in st.session_state:
        st.session_state[_FIRST_FIELDS] = st.session_state[_FIRST_FIELDS] | values.keys()


def widget_key(name: str, option: str = "") -> str:
    """The key of a widget; ``option`` for one tick of several."""
    return f"{_WIDGET}{name}.{option}" if option else f"{_WIDGET}{name}"


def seed(key: str, value: object) -> str:
    """Put the stored value into a widget before it is drawn, and return the widget's key.

    A widget that already holds the value is left alone: setting it again would make the browser
    drop what the reader is typing at this moment. A text that could not be used comes back as it
    was typed, so that one which does not fit is never lost.
    """
    value = st.session_state.get(_UNFIT + key, value)
    known = key in st.session_state
    if not known and st.session_state[_FIRST_ACTIONS] is not None and not value:
        return key  # empty anyway, unless the browser still holds something: see take_over_screen
    if not known or st.session_state[key] != value:
        st.session_state[key] = value
    return key


def widget_value(key: str) -> Any:
    """What a widget holds now."""
    return st.session_state.get(key)


def problem(key: str) -> str | None:
    """The sentence that says what is wrong with a widget's value, if anything is."""
    found: str | None = st.session_state.get(_PROBLEM + key)
    return found


def set_problem(key: str, sentence: str | None, *, unfit: str | None = None) -> None:
    """Remember what is wrong with a widget's value, or that nothing is.

    Args:
        key: The widget.
        sentence: What is wrong, or ``None``.
        unfit: A text that could not be used. It stays in its box, over a change of screen too,
            until the reader makes it fit.
    """
    for name, value in ((_PROBLEM + key, sentence), (_UNFIT + key, unfit)):
        if value is None:
            st.session_state.pop(name, None)
        else:
            st.session_state[name] = value


def forget_problems() -> None:
    """Forget what was wrong on the screen before, save where a text still waits to be made fit."""
    for name in [str(name) for name in st.session_state if str(name).startswith(_PROBLEM)]:
        if _UNFIT + name.removeprefix(_PROBLEM) not in st.session_state:
            del st.session_state[name]


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


def notices() -> tuple[str, ...]:
    """What the reader is told on this screen, under its heading."""
    set_view("notices.shown", value=True)
    return view("notices", ())


def set_notices(*sentences: str) -> None:
    """Tell the reader something on the next screen that is drawn, until they go to another."""
    set_view("notices", sentences)
    set_view("notices.shown", value=False)


def forget_screen() -> None:
    """Forget what was open or told on a screen: the reader went to another one."""
    if view("notices.shown", default=False):
        set_view("notices", ())
    for key in [key for key in st.session_state if str(key).startswith(_VIEW + HERE)]:
        del st.session_state[key]


def on_change(action: Callable[..., None], *arguments: Any) -> dict[str, Any]:
    """The keyword arguments that make a widget call ``action`` when it changes."""
    if (actions := st.session_state[_FIRST_ACTIONS]) is not None:
        actions[action, arguments] = None
    return {"on_change": action, "args": arguments}
