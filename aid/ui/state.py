"""The only module that touches ``st.session_state``.

One immutable ``Answers`` value is the truth; widgets are views of it. A widget is seeded with the
stored answer before it is drawn, and its value is copied back when it changes, so that answers
survive moving between screens in any order. Choices about the view (which list, which table) are
kept apart from the answers.

Streamlit may end a run whenever the script reaches into its session state, because the reader has
clicked again. For the drawing of a screen that is fine: it begins anew. An action of a widget would
be lost, because it is called only once. Actions therefore work on the session's own record and on a
copy of the widgets' values (``_act``), and nothing cuts them short.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextvars import ContextVar
from dataclasses import dataclass, field
from functools import partial
from typing import Any, Final, Literal, TypeAlias, TypeVar, get_args

import streamlit as st
from streamlit.runtime.scriptrunner import RerunException

from aid.answers.model import Answers, settle_exclusive
from aid.catalogue.ids import EXCLUSIVE, PageId
from aid.errors import AnswersError

_SESSION = "aid.session"
_WIDGET = "ask."
_UNKNOWN = object()
Part: TypeAlias = Literal[
    "whole", "top-concerns", "views", "statements", "questions", "preview", "download", "foot"
]
"""A part of a screen that can be drawn by itself, in the order of drawing; or the whole screen.

The foot comes last, because it gives groups of questions their names.
"""
Parts: TypeAlias = tuple[Part, ...]
Action: TypeAlias = Callable[..., Parts]
"""What a widget calls when it changes or is pressed: returns the parts that look different now.

An action that changes an answer names the foot at least, where the tab's copy is. One that goes to
another screen does not return.
"""
HERE = "here."
"""Begins the name of a choice about the view that lasts as long as the reader stays on a screen."""

_Value = TypeVar("_Value")


_PARTS: Final[tuple[Part, ...]] = get_args(Part)


@dataclass(slots=True)
class _Session:
    """Everything that one session remembers, save what its widgets hold."""

    answers: Answers = field(default_factory=Answers)
    screen: PageId = "start"
    runs: int = 0
    cleared: int = 0
    views: dict[str, Any] = field(default_factory=dict)
    problems: dict[str, str] = field(default_factory=dict)
    """What is wrong with a widget's value, by the widget's key."""
    unfit: dict[str, str] = field(default_factory=dict)
    """Texts that could not be used, by the key of the widget in which they stand."""
    first_actions: dict[Any, None] | None = None
    """In a session's first run: the actions of the widgets drawn so far. See take_over_screen."""
    first_fields: frozenset[str] | None = None
    """After the first run, until kept answers come back: the fields that its screen asked."""
    first_seeded: set[str] = field(default_factory=set)
    """Keys of the widgets that were given a value in the first run, and not again since."""
    forget_widgets: bool = False
    """Whether the next run is to empty what widgets hold, because everything was cleared."""
    is_unasked: bool = False
    """Whether no action asked for the whole screen that is being drawn: the browser did."""
    due: set[Part] = field(default_factory=set)
    """What is to be drawn and was not yet, to its end."""
    drawing: Part = "whole"
    """What is being drawn: the innermost part."""


_record: ContextVar[_Session] = ContextVar("_record")
"""The record of the session whose run this is. Each way into a run sets it anew."""
_held: ContextVar[Mapping[str, Any]] = ContextVar("_held")
"""During an action: a copy of what the widgets hold. To read the copy ends no run."""


def _session() -> _Session:
    return _record.get()


def _act(own: Part, action: Action, *arguments: Any) -> None:
    """Carry out an action of a widget that stands in its ``own`` part; ask for what to draw."""
    next_click = None
    try:
        held = st.session_state.to_dict()
    except RerunException as error:  # it is told once: then the action has its time
        next_click = error
        held = st.session_state.to_dict()
    parts = _carry_out(held, action, *arguments)
    # One message can hold several actions, and a click can cut short what was being drawn.
    due = _session().due
    due.update(parts)
    if next_click is not None:
        raise next_click  # its action asks for what is due
    if due == {own}:
        return  # Streamlit draws that part without being asked, and sooner
    st.rerun("app" if "whole" in due else [item for item in _PARTS if item in due])


def _carry_out(held: dict[str, Any], action: Action, *arguments: Any) -> Parts:
    _record.set(held[_SESSION])
    token = _held.set(held)
    try:
        return action(*arguments)
    finally:
        _held.reset(token)


def begin() -> None:
    """Begin to draw a whole screen; give a new session its empty answers."""
    if _SESSION not in st.session_state:
        st.session_state[_SESSION] = _Session(first_actions={})
    session: _Session = st.session_state[_SESSION]
    _record.set(session)
    session.runs += 1
    session.is_unasked = session.is_unasked or "whole" not in session.due
    session.due, session.drawing = {"whole"}, "whole"
    if session.first_actions is not None:  # a first run may have been cut short
        session.first_actions = {}
    if session.forget_widgets:
        for key in [key for key in st.session_state if key != _SESSION]:
            del st.session_state[key]
        session.forget_widgets = False


def end() -> None:
    """Everything of the screen is drawn."""
    session = _session()
    session.due.clear()
    session.is_unasked = False


def begin_part(part: Part) -> None:
    """Begin to draw a part of a screen, alone or with what is around it."""
    session: _Session = st.session_state[_SESSION]
    _record.set(session)
    session.runs += 1
    session.drawing = part


def end_part(part: Part) -> None:
    """A part is drawn. Parts do not stand in one another."""
    session = _session()
    session.due.discard(part)
    session.drawing = "whole"


def runs() -> int:
    """How often a part of a screen was drawn in this session; a number that is new each time."""
    return _session().runs


def take_over_screen() -> None:
    """In a session's first run, copy what the widgets hold into the answers.

    A page that is still open after the server lost its session brings its widgets' values along,
    the reader's last click among them. Nothing was seeded over them (``seed``), and nothing has
    told of a change, because to this session nothing has changed.
    """
    session = _session()
    if session.first_actions is None:
        return
    held = st.session_state.to_dict()  # may end the run: then the next one takes over
    actions, session.first_actions = session.first_actions, None
    session.first_fields = frozenset()
    for action, arguments in actions:
        _carry_out(held, action, *arguments)


def bring_back(kept: Answers, *, screen_counts: bool) -> None:
    """Put kept answers beside those of this session. What the reader just did wins.

    Args:
        kept: Answers that the browser had kept.
        screen_counts: Whether the session began on a page that was open already. Then everything
            that its first screen asks is as the reader left it there, empty or not.
    """
    session = _session()
    current, empty = session.answers, Answers()
    fields = type(current).model_fields
    winning = {name for name in fields if getattr(current, name) != getattr(empty, name)}
    if screen_counts:
        winning |= session.first_fields or frozenset()
    session.first_fields = None
    changed = {name: getattr(current, name) for name in fields if name in winning}
    try:
        session.answers = kept.with_values(**changed)
    except AnswersError:  # the two do not fit together, such as a top concern that is not ticked
        session.answers = kept


def load(loaded: Answers) -> None:
    """Put loaded answers in the place of those of this session."""
    forget_problems()
    _session().answers = loaded


def clear() -> None:
    """Forget everything that the reader said, typed or chose in this session.

    What the widgets of the screen hold is emptied when the next run begins. That the browser was
    asked for its copy is kept, so that it is not asked again.
    """
    session = _session()
    session.answers = Answers()
    session.views = {"asked": view("asked", default=False)}
    session.problems, session.unfit = {}, {}
    session.first_actions = session.first_fields = None
    session.first_seeded = set()
    session.cleared += 1
    session.forget_widgets = True


def answers() -> Answers:
    """What the reader said so far."""
    return _session().answers


def times_cleared() -> int:
    """How often this session was cleared."""
    return _session().cleared


def change(**values: Any) -> None:
    """Replace some answers.

    Args:
        values: New values by field name of ``Answers``.

    Raises:
        AnswersError: A value breaks a rule; the earlier answers stay.
    """
    session = _session()
    session.answers = session.answers.with_values(**values)
    if session.first_fields is not None:
        session.first_fields |= values.keys()


def widget_key(name: str, option: str = "") -> str:
    """The key of a widget; ``option`` for one tick of several."""
    return f"{_WIDGET}{name}.{option}" if option else f"{_WIDGET}{name}"


def seed(key: str, value: object, *, is_typed: bool = False) -> str:
    """Put the stored value into a widget before it is drawn, and return the widget's key.

    A widget that already holds the value is left alone: setting it again would take back what the
    reader does at this moment. Only where the browser has the whole screen drawn of itself, a
    choice is set all the same: after a break of the line it may have forgotten it. A text that
    could not be used comes back as it was typed, so that one which does not fit is never lost.

    Args:
        key: The widget.
        value: What is stored.
        is_typed: Whether the widget is a box for own words.
    """
    session = _session()
    value = session.unfit.get(key, value)
    held = st.session_state.get(key, _UNKNOWN)
    is_first = session.first_actions is not None
    if held is _UNKNOWN and is_first and not value:
        return key  # empty anyway, unless the browser still holds something: see take_over_screen
    again = session.is_unasked and not is_first and not is_typed
    if held is _UNKNOWN or held != value or again or key in session.first_seeded:
        st.session_state[key] = value
        # The second run follows the first so soon that a browser may draw only the second.
        if is_first:
            session.first_seeded.add(key)
        else:
            session.first_seeded.discard(key)
    return key


def widget_value(key: str) -> Any:
    """What a widget holds, to an action."""
    return _held.get().get(key)


def problem(key: str) -> str | None:
    """The sentence that says what is wrong with a widget's value, if anything is."""
    return _session().problems.get(key)


def set_problem(key: str, sentence: str | None, *, unfit: str | None = None) -> None:
    """Remember what is wrong with a widget's value, or that nothing is.

    Args:
        key: The widget.
        sentence: What is wrong, or ``None``.
        unfit: A text that could not be used. It stays in its box, over a change of screen too,
            until the reader makes it fit.
    """
    session = _session()
    for kept, value in ((session.problems, sentence), (session.unfit, unfit)):
        if value is None:
            kept.pop(key, None)
        else:
            kept[key] = value


def forget_problems() -> None:
    """Forget what was wrong on the screen before, save where a text still waits to be made fit."""
    session = _session()
    session.problems = {k: said for k, said in session.problems.items() if k in session.unfit}


def ticked(name: str, options: tuple[str, ...]) -> tuple[str, ...]:
    """Which of several ticks a reader has set, in the order of the options; to an action."""
    held = _held.get()
    return tuple(item for item in options if held.get(widget_key(name, item)))


def settle_ticks(before: tuple[str, ...], picked: tuple[str, ...]) -> tuple[str, ...]:
    """Settle ticks of which some stand alone, such as "none of these"."""
    return settle_exclusive(before, picked) if EXCLUSIVE.intersection(picked) else picked


def view(name: str, default: _Value) -> _Value:
    """A choice about the view, such as which table is shown. Not an answer; never saved."""
    value: _Value = _session().views.get(name, default)
    return value


def set_view(name: str, value: object) -> None:
    """Change a choice about the view."""
    _session().views[name] = value


def keep_view(name: str, widget: str, preset: object, part: Part) -> Parts:
    """Copy a choice about the view from the widget where one option is always chosen; an action.

    A browser that has not yet drawn the widget may send it without any: then the choice stays. What
    was preset and is still chosen is no choice: another answer may preset another option.

    Args:
        name: The choice.
        widget: What the widget is called.
        preset: What is chosen where the reader has not chosen.
        part: What looks different after another choice.
    """
    value = widget_value(widget_key(widget))
    if value is not None and value != view(name, preset):
        set_view(name, value)
    return (part,)


def want(name: str, part: Part) -> Parts:
    """Note that the reader wants something that is made when a part is drawn; an action.

    The press itself is not known to the part where another action of the same message has the
    whole screen drawn. Whoever makes the thing sets the view to false when it is there.
    """
    set_view(name, value=True)
    return (part,)


def came_to(screen: PageId) -> bool:
    """Whether this run is the first on a screen since another one; remembers the screen."""
    session = _session()
    moved, session.screen = session.screen != screen, screen
    return moved


def current_screen() -> PageId:
    """The screen that the reader is on."""
    return _session().screen


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
    session = _session()
    session.views = {k: seen for k, seen in session.views.items() if not k.startswith(HERE)}


def on_change(action: Action, *arguments: Any) -> dict[str, Any]:
    """The keyword arguments that make a widget call ``action`` when its value changes."""
    if (actions := _session().first_actions) is not None:
        actions[action, arguments] = None
    return {"on_change": _act, "args": (_session().drawing, action, *arguments)}


def on_click(action: Action, *arguments: Any) -> dict[str, Any]:
    """The keyword arguments that make a button call ``action`` when it is pressed."""
    return {"on_click": _act, "args": (_session().drawing, action, *arguments)}


def told(action: Action) -> Callable[[], None]:
    """What an own component calls when it tells something: ``action``, to its end."""
    return partial(_act, _session().drawing, action)
