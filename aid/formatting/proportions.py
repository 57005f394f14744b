"""Shares out of 100, where enough people were counted."""

from __future__ import annotations

from aid.catalogue.methods import MoreFigure

FEWEST_COUNTED = 50
"""Counts of fewer people than these are written as "x of n people" only."""


def out_of_100(figure: MoreFigure) -> int | None:
    """How many out of 100 a count comes to, rounded to a whole number.

    Args:
        figure: A figure with or without a count.

    Returns:
        The number; ``None`` where the figure has no count of at least ``FEWEST_COUNTED``, or where
        rounding would turn some into none or into all.
    """
    if figure.events is None or figure.of is None or figure.of < FEWEST_COUNTED:
        return None
    share = round(100 * figure.events / figure.of)
    some_but_not_all = 0 < figure.events < figure.of
    return None if some_but_not_all and share in (0, 100) else share
