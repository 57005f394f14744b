"""The state of a session, without a server: actions of widgets run to their end."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
from streamlit.errors import StreamlitAPIException
from streamlit.runtime.scriptrunner import RerunData, RerunException

from aid.answers.model import Answers
from aid.ui.session import actions, record, recovery, widgets
from aid.ui.session.record import Part


class EndOfRunError(BaseException):
    """What Streamlit raises to start a run again. Not an Exception, as in Streamlit."""


class LiveState(dict[str, Any]):
    """A session state that ends the run whenever it is reached into, once ``clicked`` is set."""

    clicked = False

    def __init__(self) -> None:
        super().__init__()
        self.drawn: list[list[Part] | str] = []
        self.written: list[str] = []
        self.forgotten: set[str] = set()
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

    def draw(self, parts: list[Part] | str = "app") -> None:
        """Note what is asked to be drawn again."""
        if self.forgotten.intersection(parts):
            raise StreamlitAPIException("No fragment found.")
        self.drawn.append(parts)


def use(monkeypatch: pytest.MonkeyPatch, live: LiveState) -> None:
    """Let every module of the package work on this session state."""
    streamlit = SimpleNamespace(session_state=live, rerun=live.draw)
    for module in (actions, widgets, recovery):
        monkeypatch.setattr(module, "st", streamlit)


@pytest.fixture
def live(monkeypatch: pytest.MonkeyPatch) -> LiveState:
    live = LiveState()
    use(monkeypatch, live)
    for _ in range(2):
        actions.begin()
        recovery.take_over_screen()
        actions.end()
    return live


def act(live: LiveState, wired: dict[str, Any]) -> None:
    """Do what Streamlit does with a widget's action while the reader clicks on."""
    live.clicked = True
    (wired.get("on_change") or wired["on_click"])(*wired["args"])
    live.clicked = False


def draw(*parts: Part) -> actions.Parts:
    """An action that changes nothing but what these parts look like."""
    return parts


def test_an_action_is_not_cut_short_by_the_next_click(live: LiveState) -> None:
    live[widgets.key_for("causes", "acne")] = True
    live[widgets.key_for("notes")] = "Bring my sister."

    def action(limit: int) -> actions.Parts:
        record.change(
            causes=widgets.ticked("causes", ("acne", "other")),
            notes=widgets.value(widgets.key_for("notes")),
        )
        record.set_problem("ask.dates", f"Over {limit}.", unfit="a long text")
        record.choices().listing = "all"
        record.set_notices("Told.")
        return ("views", "foot")

    act(live, actions.on_change(action, 3))
    assert record.answers() == Answers(causes=("acne",), notes="Bring my sister.")
    assert record.problem("ask.dates") == "Over 3."
    assert record.choices().listing == "all"
    assert record.notices() == ("Told.",)
    assert live.drawn == [["views", "foot"]]


def test_what_a_click_cuts_short_is_drawn_with_what_it_changes(live: LiveState) -> None:
    act(live, actions.on_click(draw, "foot", "questions"))
    actions.begin_part("questions")
    actions.end_part("questions", "whole")
    act(live, actions.on_click(draw, "preview"))
    assert live.drawn == [["questions", "foot"], ["preview", "foot"]]
    both: actions.Parts = ("preview", "foot")
    for part in both:
        actions.begin_part(part)
        actions.end_part(part, "whole")
    act(live, actions.on_click(draw, "views"))
    assert live.drawn[2:] == [["views"]]


def test_a_click_before_the_whole_screen_is_there_draws_all_of_it(live: LiveState) -> None:
    actions.begin()
    act(live, actions.on_click(draw, "foot"))
    actions.begin()
    actions.end()
    act(live, actions.on_click(draw, "foot"))
    assert live.drawn == ["app", ["foot"]]


def test_a_part_that_streamlit_has_forgotten_is_drawn_with_the_whole_screen(
    live: LiveState,
) -> None:
    live.forgotten = {"views"}
    act(live, actions.on_click(draw, "foot", "views"))
    assert live.drawn == ["app"]


def test_the_part_in_which_the_widget_stands_needs_no_asking(live: LiveState) -> None:
    """Unless another action of the same message has asked already, or asks after it."""
    actions.begin_part("views")
    switch = actions.on_change(draw, "views")
    actions.end_part("views", "whole")
    tick = actions.on_change(draw, "foot")
    act(live, switch)
    assert not live.drawn
    act(live, tick)
    assert live.drawn == [["views", "foot"]]
    act(live, switch)
    assert live.drawn == [["views", "foot"]] * 2


def test_a_part_within_another_gives_way_to_it_again(live: LiveState) -> None:
    around = actions.begin_part("comparison")
    within = actions.begin_part("views")
    actions.end_part("views", within)
    add = actions.on_click(draw, "comparison")
    actions.end_part("comparison", around)
    act(live, add)
    assert not live.drawn  # Streamlit draws the part in which the button stands
    act(live, actions.on_click(draw, "foot"))
    assert live.drawn == [["comparison", "foot"]]


def test_an_action_is_carried_out_before_the_next_click_is_heard(live: LiveState) -> None:
    def action() -> actions.Parts:
        record.change(notes="Bring my sister.")
        return ("foot",)

    live.next_click = RerunException(RerunData())
    with pytest.raises(RerunException):
        act(live, actions.on_change(action))
    assert record.answers().notes == "Bring my sister."
    assert not live.drawn
    live.clicked = False
    act(live, actions.on_click(draw, "views"))
    assert live.drawn == [["views", "foot"]]


def test_an_action_that_names_nothing_has_the_whole_screen_drawn(live: LiveState) -> None:
    actions.begin_part("views")
    press = actions.on_click(lambda: None)
    actions.end_part("views", "whole")
    act(live, press)
    assert live.drawn == ["app"]


def test_a_choice_about_the_view_stays_where_the_browser_sends_none(live: LiveState) -> None:
    key = widgets.key_for("view.listing")
    for sent, kept in (("all", "all"), (None, "all"), ("listed", "listed")):
        live[key] = sent
        act(live, actions.on_change(actions.keep_choice, "listing", key, "views"))
        assert record.choices().listing == kept


def test_what_lasts_as_long_as_a_screen_goes_with_it(live: LiveState) -> None:
    record.come_to("sheet")
    record.visit().just_ticked = ("q1",)
    record.choices().is_large = True
    record.set_notices("Told.")
    record.come_to("sheet")
    assert record.visit().just_ticked == ("q1",)
    assert record.notices() == ("Told.",)
    record.come_to("compare")
    assert not record.visit().just_ticked
    assert not record.notices()
    assert record.choices().is_large
    record.set_notices("Not shown yet.")
    record.come_to("start")
    assert record.notices() == ("Not shown yet.",)


def test_the_drawing_of_a_screen_can_be_cut_short(live: LiveState) -> None:
    """Otherwise the test above could not fail."""
    live.clicked = True
    with pytest.raises(EndOfRunError):
        widgets.seed(widgets.key_for("notes"), "not drawn")


def test_clear_is_not_cut_short_and_forgets_everything(live: LiveState) -> None:
    live[widgets.seed(widgets.key_for("notes"), "Secret.")] = "Secret."
    record.change(notes="Secret.")
    record.choices().listing = "all"
    record.set_problem("ask.dates", "Too long.", unfit="Secret, and long.")

    def clear() -> actions.Parts:
        record.clear()
        return ("foot",)

    act(live, actions.on_click(clear))
    actions.begin()
    assert record.answers() == Answers()
    assert record.problem("ask.dates") is None
    assert "Secret" not in repr(live.to_dict())
    assert record.current().cleared == 1


def test_a_component_that_tells_something_is_not_cut_short(live: LiveState) -> None:

    def load() -> actions.Parts:
        record.load(Answers(notes="From a file."))
        return ("whole",)

    live.clicked = True
    actions.told(load)()
    live.clicked = False
    assert record.answers().notes == "From a file."


def test_nothing_is_set_that_the_widget_holds(live: LiveState) -> None:
    """Not where the browser has the screen drawn again either: a click in flight would be lost."""
    key = widgets.key_for("visits")
    for held, stored, is_set in (("one", "one", False), ("two", "one", True)):
        live[key] = held
        live.written.clear()
        actions.begin()
        assert widgets.seed(key, stored) == stored
        assert (key in live.written) == is_set


@pytest.mark.parametrize(
    ("has_copy", "touched", "is_kept", "is_set"),
    [
        pytest.param(True, "", True, True, id="the copy knows better than an untouched widget"),
        pytest.param(True, "ask.visits", True, False, id="what the reader touched counts"),
        pytest.param(True, "", False, False, id="how to look at things is in no copy"),
        pytest.param(False, "", True, False, id="without a copy the page is all there is"),
    ],
)
def test_a_new_session_on_an_open_page_sets_what_the_copy_knows_better(
    monkeypatch: pytest.MonkeyPatch, *, has_copy: bool, touched: str, is_kept: bool, is_set: bool
) -> None:
    live = LiveState()
    use(monkeypatch, live)
    actions.begin()
    names = frozenset({widgets.class_name(touched)})
    recovery.begin_from(is_open=True, has_copy=has_copy, touched=names)
    assert widgets.seed("ask.visits", "one", is_kept=is_kept) == "one"
    assert live.written.count("ask.visits") == is_set


def test_a_page_that_is_new_needs_nothing_but_what_its_widgets_begin_with(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    live = LiveState()
    use(monkeypatch, live)
    actions.begin()
    recovery.begin_from(is_open=False, has_copy=True, touched=frozenset())
    assert widgets.seed("ask.visits", "one") == "one"
    actions.on_change(pytest.fail)
    assert not recovery.take_over_screen()
    assert live.written == [record.KEY]


def test_the_first_run_takes_over_what_the_widgets_hold(monkeypatch: pytest.MonkeyPatch) -> None:
    live = LiveState()
    use(monkeypatch, live)
    actions.begin()
    recovery.begin_from(is_open=True, has_copy=True, touched=frozenset({"st-key-ask-notes"}))
    record.load(Answers(notes="Older.", dates="May."))
    key = widgets.key_for("notes")

    def keep() -> actions.Parts:
        record.change(notes=widgets.value(key))
        return ("foot",)

    actions.on_change(pytest.fail)
    actions.begin()  # the run before was cut short, and has drawn another screen
    actions.on_change(keep)
    assert widgets.seed(key, "Older.") == "Older."
    assert key not in live, "what the browser still holds is not written over"
    live[key] = "Typed before the restart."
    assert recovery.take_over_screen(), "the screen was drawn with the older answers"
    assert record.answers() == Answers(notes="Typed before the restart.", dates="May.")
    assert not recovery.take_over_screen()
