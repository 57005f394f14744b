"""What one session remembers, apart from what its widgets hold.

How long something lasts follows from where it is kept: ``Record`` lasts as long as the session,
``Choices`` until the reader clears everything, ``Visit`` until they go to another screen.
"""

from __future__ import annotations

from collections.abc import Iterable
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Any, Final, Literal, TypeAlias

from aid.answers.model import Answers
from aid.catalogue.ids import MethodId, PageId
from aid.ui.session.visit import Choices, Visit

KEY: Final = "aid.session"
"""Where a session's record is kept in ``st.session_state``."""

_MOST_HEARD: Final = 8
"""How many presses are acknowledged together; no message holds more."""

Part: TypeAlias = Literal[
    "whole",
    "shape-source",
    "comparison",
    "views",
    "statements",
    "summary",
    "methods",
    "questions",
    "preview",
    "download",
    "record",
    "keep",
    "foot",
]
"""A part of a screen that can be drawn by itself, in the order of drawing; or the whole screen.

The foot comes last, because it names groups of questions.
"""


@dataclass(slots=True)
class Notices:
    """What the reader is told on the next screen that is drawn, until they go to another one."""

    sentences: tuple[str, ...] = ()
    shown: bool = False


@dataclass(slots=True)
class Opening:
    """The first run of a session, which may have come upon a page that was open already."""

    is_taken_in: bool = False
    """Whether what the tab brought along was taken in."""
    is_open: bool = False
    """Whether the page was open already: then its widgets hold what the reader did last."""
    has_copy: bool = False
    touched: frozenset[str] = frozenset()
    """Class names of the widgets that the reader has touched on this screen."""
    actions: dict[Any, None] = field(default_factory=dict)
    """The actions of the widgets drawn so far."""


@dataclass(slots=True)
class Record:
    """Everything that one session remembers."""

    answers: Answers = field(default_factory=Answers)
    choices: Choices = field(default_factory=Choices)
    visit: Visit = field(default_factory=Visit)
    notices: Notices = field(default_factory=Notices)
    problems: dict[str, str] = field(default_factory=dict)
    """What is wrong with a widget's value, by the widget's key."""
    unfit: dict[str, str] = field(default_factory=dict)
    """Texts that could not be used, by the key of the widget that shows them."""
    opening: Opening | None = field(default_factory=Opening)
    """Until the first run has drawn its screen."""
    page_socket: int = 0
    """The tab's own number for the socket by which this session began."""
    presses: int = 0
    """How many presses of buttons were carried out."""
    heard: tuple[str, ...] = ()
    """The last of them, each as its number and the button's key. The tab forgets these presses."""
    just_heard: set[str] = field(default_factory=set)
    """Keys of the buttons pressed in the message that is being dealt with."""
    is_copy_blocked: bool = False
    """Whether the browser lets the tab keep no copy, as in a frame of another site it may."""
    asked: int = 0
    """The last number by which the tab asked whether what it sent before was taken in."""
    runs: int = 0
    cleared: int = 0
    deliveries: int = 0
    is_to_collect: bool = False
    """Whether cleared texts may still be in memory, until the tab has said something else."""
    forget_widgets: bool = False
    """Whether the next run is to empty what widgets hold, because everything was cleared."""
    due: set[Part] = field(default_factory=set)
    """What is to be drawn and is not yet completely drawn."""
    drawing: Part = "whole"
    """The innermost part that is being drawn."""


_current: ContextVar[Record] = ContextVar("_current")


def current() -> Record:
    """The record of the session whose run this is."""
    return _current.get()


def set_current(record: Record) -> None:
    """Make a record the current one. Each way into a run does this first."""
    _current.set(record)


def answers() -> Answers:
    """What the reader said so far."""
    return current().answers


def choices() -> Choices:
    """What the reader chose to look at."""
    return current().choices


def visit() -> Visit:
    """What lasts as long as the reader stays on this screen."""
    return current().visit


def change(**values: Any) -> None:
    """Replace some answers.

    Args:
        values: New values by field name of ``Answers``.

    Raises:
        AnswersError: A value breaks a rule; the earlier answers stay.
    """
    record = current()
    record.answers = record.answers.with_values(**values)


def load(loaded: Answers) -> None:
    """Put loaded answers in the place of those of this session."""
    forget_problems()
    current().answers = loaded


def clear() -> None:
    """Forget everything that the reader said, typed or chose in this session.

    What the widgets of the screen hold is emptied when the next run begins.
    """
    record = current()
    record.answers, record.choices = Answers(), Choices()
    record.visit = Visit(screen=record.visit.screen, method=record.visit.method)
    record.notices = Notices()
    record.problems, record.unfit = {}, {}
    record.opening = None
    record.cleared += 1
    record.is_to_collect = True
    record.forget_widgets = True


def hear(keys: Iterable[str]) -> bool:
    """Note buttons whose press is being carried out. One message may be noted several times.

    Returns:
        Whether any of them was not noted yet.
    """
    record = current()
    fresh = [key for key in keys if key not in record.just_heard]
    record.just_heard.update(fresh)
    for key in fresh:
        record.presses += 1
        record.heard = (*record.heard, f"{record.presses} {key}")[-_MOST_HEARD:]
    return bool(fresh)


def next_delivery() -> int:
    """A number for a file that is handed over; a new one each time."""
    current().deliveries += 1
    return current().deliveries


def come_to(screen: PageId, method: MethodId | None = None) -> None:
    """Note which screen is drawn; forget what lasted as long as the screen before."""
    record = current()
    if (record.visit.screen, record.visit.method) == (screen, method):
        return
    record.visit = Visit(screen=screen, method=method)
    if record.notices.shown:
        record.notices = Notices()
    forget_problems()


def notices() -> tuple[str, ...]:
    """What the reader is told on this screen, under its heading."""
    found = current().notices
    found.shown = True
    return found.sentences


def set_notices(*sentences: str) -> None:
    """Tell the reader something on the next screen that is drawn, until they go to another one."""
    current().notices = Notices(sentences)


def say(sentence: str) -> None:
    """Tell those who do not see it what a press has changed on the screen."""
    visit().said = sentence
    visit().times_said += 1


def problem(key: str) -> str | None:
    """The sentence that says what is wrong with a widget's value, if anything is."""
    return current().problems.get(key)


def set_problem(key: str, sentence: str | None, *, unfit: str | None = None) -> None:
    """Remember what is wrong with a widget's value, or that nothing is.

    Args:
        key: The widget.
        sentence: What is wrong, or ``None``.
        unfit: A text that could not be used. It stays in its box, over a change of screen too,
            until the reader makes it fit.
    """
    record = current()
    for kept, value in ((record.problems, sentence), (record.unfit, unfit)):
        if value is None:
            kept.pop(key, None)
        else:
            kept[key] = value


def forget_problems() -> None:
    """Forget what was wrong on the screen before, unless a text still waits to be made to fit."""
    record = current()
    record.problems = {k: said for k, said in record.problems.items() if k in record.unfit}
