"""Icon arrays: out of 100 only where enough people were counted, and never none for some."""

from __future__ import annotations

import re

import pytest

from aid.catalogue.catalogue import Catalogue
from aid.catalogue.methods import MoreFigure
from aid.formatting.proportions import FEWEST_COUNTED, out_of_100
from aid.views.icon_array import icon_array


def counted(events: int, of: int) -> MoreFigure:
    return MoreFigure(
        label="marks", events=events, of=of, unit="people", who="people", claim="some-claim"
    )


@pytest.mark.parametrize(
    ("events", "of", "share"),
    [(18, 473, 4), (43, 856, 5), (25, 50, 50), (0, 60, 0), (60, 60, 100)],
)
def test_a_large_count_is_told_out_of_100(events: int, of: int, share: int) -> None:
    assert out_of_100(counted(events, of)) == share


@pytest.mark.parametrize(("events", "of"), [(12, 13), (5, 49), (1, 1000), (999, 1000)])
def test_small_counts_and_shares_that_round_away_are_not(events: int, of: int) -> None:
    assert out_of_100(counted(events, of)) is None


def test_a_range_without_a_count_has_no_icon_array() -> None:
    figure = MoreFigure(label="days", low=1, high=2, unit="days", who="people", claim="a-claim")
    assert out_of_100(figure) is None


def test_as_many_dots_are_filled_as_the_share() -> None:
    for share in range(101):
        rects = [
            {name: float(value) for name, value in re.findall(r'(\w+)="(\d+)"', rect)}
            for rect in re.findall(r"<rect[^>]*url\(#filled\)[^>]*>", icon_array(share))
        ]
        filled = [
            number
            for number in range(100)
            for rect in rects
            if 12 * (number % 10) + 6 < rect["width"]
            if rect.get("y", 0) < 12 * (number // 10) + 6 < rect.get("y", 0) + rect["height"]
        ]
        assert len(filled) == share, "each dot is in one rectangle at most"


def test_every_icon_array_of_the_content_counts_enough_people(catalogue: Catalogue) -> None:
    shown = [
        figure
        for method in catalogue.methods
        for cell in method.facts.values()
        for figure in cell.more_figures
        if out_of_100(figure) is not None
    ]
    assert shown
    assert all(figure.of is not None and figure.of >= FEWEST_COUNTED for figure in shown)
