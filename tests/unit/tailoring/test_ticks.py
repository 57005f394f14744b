"""What a list of ticks becomes after a click."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aid.answers.model import Answers
from aid.catalogue.ids import HEALTH_IDS
from aid.tailoring.ticks import are_too_many, in_order_of_choice, settle_exclusive


@pytest.mark.parametrize(
    ("before", "picked", "settled"),
    [
        ((), ("none-of-these",), ("none-of-these",)),
        (("smoking",), ("smoking", "none-of-these"), ("none-of-these",)),
        (("none-of-these",), ("none-of-these", "smoking"), ("smoking",)),
        (("none-of-these",), ("none-of-these", "rather-not-say"), ("rather-not-say",)),
        (("none-of-these",), ("none-of-these",), ("none-of-these",)),
        (("none-of-these",), (), ()),
        (("smoking",), ("smoking", "pregnancy"), ("smoking", "pregnancy")),
        ((), ("none-of-these", "smoking"), ("none-of-these",)),
        ((), (), ()),
    ],
)
def test_the_last_click_decides_between_ticks_and_none_of_these(
    before: tuple[str, ...], picked: tuple[str, ...], settled: tuple[str, ...]
) -> None:
    assert settle_exclusive(before, picked) == settled


@given(
    before=st.lists(st.sampled_from(HEALTH_IDS), unique=True),
    picked=st.lists(st.sampled_from(HEALTH_IDS), unique=True),
)
def test_settled_ticks_are_always_valid_answers(before: list[str], picked: list[str]) -> None:
    settled = settle_exclusive(before, picked)
    assert set(settled) <= set(picked)
    assert bool(settled) == bool(picked)
    assert len(Answers.model_validate({"health": settled}).health) == len(settled)


def test_the_first_tick_stays_first() -> None:
    assert in_order_of_choice((), ("a", "b")) == ("a", "b")
    assert in_order_of_choice(("c", "a"), ("a", "b", "c")) == ("c", "a", "b")
    assert in_order_of_choice(("c", "a"), ("b",)) == ("b",)


@pytest.mark.parametrize(("count", "at_most", "too_many"), [(3, 3, False), (4, 3, True)])
def test_a_question_may_allow_only_some_ticks(count: int, at_most: int, too_many: bool) -> None:
    assert are_too_many("abcd"[:count], at_most) is too_many
    assert not are_too_many("abcd"[:count], None)
