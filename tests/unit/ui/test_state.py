"""The state of a session, without a server: actions of widgets run to their end."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
from streamlit.runtime.scriptrunner import RerunData, RerunException

from aid.answers.model import Answers
from aid.ui import state


class EndOfRunError(BaseException):
    """What Streamlit raises to begin a run anew. Not an Exception, as in Streamlit."""


class LiveState(dict[str, Any]):
    """A session state that ends the run whenever it is reached into, once ``clicked`` is set."""

    clicked = False

    def __init__(self) -> None:
        super().__init__()
        self.drawn: list[list[state.Part] | str] = []
        self.written: list[str] = []
        self.next_click: RerunException | None = None

    def _reached(self) -> None:
        if self.clicked:
            raise EndOfRunError

    def __getitem__(self, key: str) -> Any:
        self._reached()
        return super().__getitem__(key)

    def __setitem__(self, key: str, value: Any) -> None:
        self._reached()
        self.written.append(key)
        super().__setitem__(key, value)

    def __contains__(self, key: object) -> bool:
        self._reached()
        return super().__contains__(key)

    def get(self, key: str, default: Any = None) -> Any:
        self._reached()
        return super().get(key, default)

    def to_dict(self) -> dict[str, Any]:
        if self.next_click is not None:  # Streamlit tells of the next click once
            next_click, self.next_click = self.next_click, None
            raise next_click
        return {key: dict.__getitem__(self, key) for key in self}

    def draw(self, parts: list[state.Part] | str = "app") -> None:
        """Note what is asked to be drawn anew."""
        self.drawn.append(parts)


@pytest.fixture
def live(monkeypatch: pytest.MonkeyPatch) -> LiveState:
    live = LiveState()
    monkeypatch.setattr(state, "st", SimpleNamespace(session_state=live, rerun=live.draw))
    for _ in range(2):
        state.begin()
        state.take_over_screen()
        state.end()
    return live


def act(live: LiveState, wired: dict[str, Any]) -> None:
    """Do what Streamlit does with a widget's action while the reader clicks on."""
    live.clicked = True
    (wired.get("on_change") or wired["on_click"])(*wired["args"])
    live.clicked = False


def draw(*parts: state.Part) -> state.Parts:
    """An action that changes nothing but what these parts look like."""
    return parts


def test_an_action_is_not_cut_short_by_the_next_click(live: LiveState) -> None:
    live[state.widget_key("causes", "acne")] = True
    live[state.widget_key("notes")] = "Bring my sister."

    def action(limit: int) -> state.Parts:
        state.change(
            causes=state.ticked("causes", ("acne", "other")),
            notes=state.widget_value(state.widget_key("notes")),
        )
        state.set_problem("ask.dates", f"Over {limit}.", unfit="a long text")
        state.set_view("list", "all")
        state.set_notices("Told.")
        return ("views", "foot")

    act(live, state.on_change(action, 3))
    assert state.answers() == Answers(causes=("acne",), notes="Bring my sister.")
    assert state.problem("ask.dates") == "Over 3."
    assert state.view("list", "listed") == "all"
    assert state.notices() == ("Told.",)
    assert live.drawn == [["views", "foot"]]


def test_what_a_click_cuts_short_is_drawn_with_what_it_changes(live: LiveState) -> None:
    act(live, state.on_click(draw, "foot", "questions"))
    state.begin_part("questions")
    state.end_part("questions")
    act(live, state.on_click(draw, "preview"))
    assert live.drawn == [["questions", "foot"], ["preview", "foot"]]
    both: state.Parts = ("preview", "foot")
    for part in both:
        state.begin_part(part)
        state.end_part(part)
    act(live, state.on_click(draw, "views"))
    assert live.drawn[2:] == [["views"]]


def test_a_click_before_the_whole_screen_is_there_draws_all_of_it(live: LiveState) -> None:
    state.begin()
    act(live, state.on_click(draw, "foot"))
    state.begin()
    state.end()
    act(live, state.on_click(draw, "foot"))
    assert live.drawn == ["app", ["foot"]]


def test_the_part_in_which_the_widget_stands_needs_no_asking(live: LiveState) -> None:
    """Unless another action of the same message has asked already, or asks after it."""
    state.begin_part("views")
    switch = state.on_change(draw, "views")
    state.end_part("views")
    tick = state.on_change(draw, "foot")
    act(live, switch)
    assert not live.drawn
    act(live, tick)
    assert live.drawn == [["views", "foot"]]
    act(live, switch)
    assert live.drawn == [["views", "foot"]] * 2


def test_an_action_is_carried_out_before_the_next_click_is_heard(live: LiveState) -> None:
    def action() -> state.Parts:
        state.change(notes="Bring my sister.")
        return ("foot",)

    live.next_click = RerunException(RerunData())
    with pytest.raises(RerunException):
        act(live, state.on_change(action))
    assert state.answers().notes == "Bring my sister."
    assert not live.drawn
    live.clicked = False
    act(live, state.on_click(draw, "views"))
    assert live.drawn == [["views", "foot"]]


def test_a_choice_about_the_view_stays_where_the_browser_sends_none(live: LiveState) -> None:
    for sent, kept in (("all", "all"), (None, "all"), ("listed", "listed")):
        live[state.widget_key("view.list")] = sent
        act(live, state.on_change(state.keep_view, "list", "view.list", "listed", "views"))
        assert state.view("list", "listed") == kept


def test_what_is_preset_is_not_kept_as_a_choice(live: LiveState) -> None:
    for sent, seen in (("visits", "downtime"), ("cost", "cost"), ("visits", "visits")):
        live[state.widget_key("view.fact")] = sent
        act(live, state.on_change(state.keep_view, "fact", "view.fact", "visits", "views"))
        assert state.view("fact", "downtime") == seen


def test_the_drawing_of_a_screen_can_be_cut_short(live: LiveState) -> None:
    """Otherwise the test above could not fail."""
    live.clicked = True
    with pytest.raises(EndOfRunError):
        state.seed(state.widget_key("notes"), "not drawn")


def test_clear_is_not_cut_short_and_forgets_everything(live: LiveState) -> None:
    live[state.seed(state.widget_key("notes"), "Secret.")] = "Secret."
    state.change(notes="Secret.")
    state.set_view("list", "all")
    state.set_problem("ask.dates", "Too long.", unfit="Secret, and long.")

    def clear() -> state.Parts:
        state.clear()
        return ("foot",)

    act(live, state.on_click(clear))
    state.begin()
    assert state.answers() == Answers()
    assert state.problem("ask.dates") is None
    assert "Secret" not in repr(live.to_dict())
    assert state.times_cleared() == 1


def test_a_component_that_tells_something_is_not_cut_short(live: LiveState) -> None:

    def load() -> state.Parts:
        state.load(Answers(notes="From a file."))
        return ("whole",)

    live.clicked = True
    state.told(load)()
    live.clicked = False
    assert state.answers().notes == "From a file."


def test_what_the_first_run_gives_a_widget_the_second_gives_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The browser may draw only the second, and Streamlit tells it a given value only once."""
    live = LiveState()
    monkeypatch.setattr(state, "st", SimpleNamespace(session_state=live))
    for _ in range(4):
        state.begin()
        state.seed("ask.view.list", "listed")
        state.take_over_screen()
        state.end()
        act(live, state.on_click(draw, "whole"))
    assert live.written.count("ask.view.list") == 2


def test_what_the_browser_has_drawn_of_itself_is_given_its_choices_again(live: LiveState) -> None:
    """It may have forgotten them. What somebody is typing it has not, and would lose."""
    choice, box = state.widget_key("visits"), state.widget_key("notes")
    live[choice], live[box] = "one", "May."

    def given() -> set[str]:
        live.written.clear()
        state.begin()
        state.seed(choice, "one")
        state.seed(box, "May.", is_typed=True)
        return set(live.written)

    assert given() == {choice}
    assert given() == {choice}, "the run before was cut short"
    state.end()
    act(live, state.on_click(draw, "whole"))
    assert given() == set()


def test_the_first_run_takes_over_what_the_widgets_hold(monkeypatch: pytest.MonkeyPatch) -> None:
    live = LiveState()
    monkeypatch.setattr(state, "st", SimpleNamespace(session_state=live))
    state.begin()
    key = state.widget_key("notes")

    def keep() -> state.Parts:
        state.change(notes=state.widget_value(key))
        return ("foot",)

    state.on_change(pytest.fail)
    state.begin()  # the run before was cut short, and has drawn another screen
    state.on_change(keep)
    assert state.seed(key, "") not in live, "what the browser still holds is not written over"
    live[key] = "Typed before the restart."
    state.take_over_screen()
    assert state.answers().notes == "Typed before the restart."
    state.bring_back(Answers(notes="Older.", dates="May."), screen_counts=True)
    assert state.answers() == Answers(notes="Typed before the restart.", dates="May.")
