"""Turns are given some at once, then evenly, and nothing is lost."""

from __future__ import annotations

import logging

import pytest

from aid.ui.server.pace import Pace
from aid.ui.server.refusals import Refusals


def test_some_go_at_once_and_the_others_in_turn() -> None:
    pace = Pace(at_once=3, per_second=2)
    assert [pace.turn(10.0) for _ in range(5)] == [0, 0, 0, 0.5, 1]


def test_whoever_pauses_may_hurry_again() -> None:
    pace = Pace(at_once=2, per_second=1)
    assert [pace.turn(0.0) for _ in range(3)] == [0, 0, 1]
    assert pace.turn(10.0) == 0
    assert pace.left(100.0) == 2


def test_asking_how_long_a_turn_would_take_takes_none() -> None:
    pace = Pace(at_once=1, per_second=2)
    pace.turn(0.0)
    assert [pace.wait(0.0) for _ in range(3)] == [0.5, 0.5, 0.5]
    assert pace.turn(0.0) == 0.5


def test_a_refusal_is_told_once_a_minute_with_its_count(caplog: pytest.LogCaptureFixture) -> None:
    refusals = Refusals()
    with caplog.at_level(logging.WARNING, logger="aid"):
        logging.getLogger("aid").propagate = True
        for second in range(70):
            refusals.add("message", float(second))
        refusals.add("silent", 70.0)
    said = [record.getMessage() for record in caplog.records]
    assert said == ["refused=message times=1", "refused=message times=60", "refused=silent times=1"]
