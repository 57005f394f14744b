"""The whole journey, in the engines of Firefox and Safari, at a desk and with a phone."""

from __future__ import annotations

import pytest

from tests.conftest import AppServer
from tests.engines.conftest import NewVisitor
from tests.engines.visitor import Visitor


@pytest.mark.usefixtures("size")
def test_the_journey(new_visitor: NewVisitor, server: AppServer) -> None:
    visitor = new_visitor(server.url)
    visitor.open()
    visitor.press("button", visitor.words.start.begin)
    visitor.arrive("scars")
    answer_the_questions(visitor)


def answer_the_questions(visitor: Visitor) -> None:
    """Ticks and choices; Back and Forward keep them, and so does a reload."""
    words = visitor.words
    answer(visitor, "scar-shapes", "boxcar", "rolling")
    answer(visitor, "shape-source", "own-guess")
    visitor.press("button", words.service.continue_)
    visitor.arrive("time")
    answer(visitor, "downtime", "up-to-7-days")
    visitor.engine.back()
    visitor.arrive("scars")
    see_answers(visitor, "scar-shapes", "boxcar", "rolling")
    visitor.engine.forward()
    visitor.arrive("time")
    see_answers(visitor, "downtime", "up-to-7-days")
    visitor.engine.reload()
    visitor.arrive("time")
    visitor.says(words.keep.restored)
    see_answers(visitor, "downtime", "up-to-7-days")


def answer(visitor: Visitor, ask_id: str, *option_ids: str) -> None:
    """Tick some answers, or choose one."""
    for option_id in option_ids:
        visitor.choose(*option(visitor, ask_id, option_id), within=question(visitor, ask_id))


def see_answers(visitor: Visitor, ask_id: str, *option_ids: str) -> None:
    """Wait until answers are ticked or chosen."""
    for option_id in option_ids:
        control = option(visitor, ask_id, option_id)
        visitor.see(*control, lambda found: found.checked, within=question(visitor, ask_id))


def option(visitor: Visitor, ask_id: str, option_id: str) -> tuple[str, str]:
    """The role and the name of one answer."""
    role = "radio" if visitor.catalogue.ask_by_id[ask_id].kind == "one" else "checkbox"
    return role, visitor.catalogue.option_label(ask_id, option_id)


def question(visitor: Visitor, ask_id: str) -> tuple[str, str]:
    """The group of a question."""
    return "group", visitor.catalogue.ask_by_id[ask_id].label
