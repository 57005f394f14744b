"""Numbers as a reader sees them: a range with its unit, a count of people, who was studied."""

from __future__ import annotations

from aid.catalogue.catalogue import Catalogue
from aid.catalogue.ids import Unit
from aid.catalogue.methods import MoreFigure
from aid.formatting.locale import listed, number, unit_word


def range_words(catalogue: Catalogue, low: float, high: float, unit: Unit) -> str:
    """Write a range, such as "3 to 14 days"; one number where both ends are the same."""
    words = catalogue.interface.figures
    if low == high:
        return words.single.format(low=number(catalogue, low), unit=unit_word(catalogue, unit, low))
    return words.range.format(
        low=number(catalogue, low),
        high=number(catalogue, high),
        unit=unit_word(catalogue, unit, high),
    )


def count_words(catalogue: Catalogue, figure: MoreFigure) -> str:
    """Write a count, such as "5 of 30 people"; empty where the figure counts nothing."""
    if figure.events is None or figure.of is None:
        return ""
    unit = figure.unit if figure.unit in _COUNTED else "people"
    return catalogue.interface.figures.x_of_n.format(
        events=number(catalogue, figure.events),
        of=number(catalogue, figure.of),
        unit=unit_word(catalogue, unit, figure.of),
    )


_COUNTED: frozenset[Unit] = frozenset({"people", "visits", "scars", "syringes", "other"})
"""Units that events are counted in; a share in percent counts people."""


def figure_words(catalogue: Catalogue, figure: MoreFigure) -> str:
    """Write one further figure with its label, who was studied and for how long."""
    words = catalogue.interface.figures
    values = []
    if figure.low is not None and figure.high is not None:
        values.append(range_words(catalogue, figure.low, figure.high, figure.unit))
    count = count_words(catalogue, figure)
    if count:
        values.append(count)
    parts = [f"{figure.label}: {listed(catalogue, values)}.", words.who.format(who=figure.who)]
    if figure.follow_up:
        parts.append(words.follow_up.format(follow_up=figure.follow_up))
    return " ".join(parts)
