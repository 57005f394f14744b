"""Only spans of time convert, by one table."""

from __future__ import annotations

from itertools import permutations

import pytest

from aid.catalogue.ids import UNITS, Unit
from aid.formatting.units import MINUTES_IN, convert

SPANS = ("minutes", "hours", "days", "weeks", "months", "years")


def test_the_table_holds_the_spans_of_time_and_nothing_else() -> None:
    assert tuple(MINUTES_IN) == SPANS


@pytest.mark.parametrize(
    ("value", "unit", "into", "same"),
    [
        (1, "hours", "minutes", 60),
        (1, "days", "hours", 24),
        (1, "weeks", "days", 7),
        (12, "months", "years", 1),
        (1, "years", "days", 365.25),
        (1, "months", "days", 30.4375),
        (90, "minutes", "hours", 1.5),
        (14, "days", "weeks", 2),
        (6, "months", "weeks", 26.0892857142857),
    ],
)
def test_spans_of_time_convert(value: float, unit: Unit, into: Unit, same: float) -> None:
    assert convert(value, unit, into) == pytest.approx(same, rel=1e-12)


def test_every_span_converts_there_and_back() -> None:
    for unit, into in permutations(MINUTES_IN, 2):
        there = convert(7.0, unit, into)
        assert there is not None
        assert convert(there, into, unit) == pytest.approx(7.0)


def test_longer_spans_hold_more_minutes() -> None:
    assert sorted(MINUTES_IN.values()) == list(MINUTES_IN.values())
    assert len(set(MINUTES_IN.values())) == len(SPANS)


def test_nothing_else_converts() -> None:
    refused = [
        (unit, into)
        for unit, into in permutations(UNITS, 2)
        if not (unit in SPANS and into in SPANS)
    ]
    assert len(refused) == 18 * 17 - 6 * 5
    for unit, into in refused:
        assert convert(3.0, unit, into) is None, (unit, into)


def test_a_value_in_its_own_unit_stays_exactly_as_it_is() -> None:
    for unit in UNITS:
        assert convert(0.1, unit, unit) == 0.1


def test_the_table_cannot_be_changed() -> None:
    with pytest.raises(TypeError):
        MINUTES_IN["days"] = 1.0  # type: ignore[index]
