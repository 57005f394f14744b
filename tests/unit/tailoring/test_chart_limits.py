"""Which answers draw a line in a chart, and where."""

from __future__ import annotations

import re

from aid.answers.model import Answers
from aid.catalogue.catalogue import Catalogue
from aid.tailoring.chart_limits import LIMIT_DAYS, LIMIT_VISITS, ChartLimit, chart_limits


def test_without_an_answer_there_is_no_line(sample: Catalogue) -> None:
    assert chart_limits(sample, Answers()) == {}


def test_an_answer_draws_its_line_and_says_so(sample: Catalogue) -> None:
    assert chart_limits(sample, Answers(downtime="up-to-7-days", visits="up-to-3")) == {
        "downtime": ChartLimit(7, "You said up to 7 days."),
        "visits": ChartLimit(3, "You said up to 3 visits."),
    }
    assert chart_limits(sample, Answers(downtime="not-sure")) == {}


def test_every_answer_with_a_number_has_a_line_there_and_no_other(catalogue: Catalogue) -> None:
    days = {option.id: _number(option.id) for option in catalogue.options("downtime")}
    visits = {option.id: _number(option.id) for option in catalogue.options("visits")}
    assert {key: at for key, at in days.items() if at is not None} == LIMIT_DAYS
    assert {key: at for key, at in visits.items() if at is not None} == LIMIT_VISITS


def _number(option_id: str) -> int | None:
    """The highest number that the id of an answer allows."""
    if option_id in ("none", "one"):
        return ("none", "one").index(option_id)
    found = re.match(r"up-to-(\d+)", option_id)
    return int(found[1]) if found else None
