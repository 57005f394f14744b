"""Icon arrays: a count of people as dots out of 100, only where enough people were counted."""

from __future__ import annotations

from aid.model import MoreFigure

FEWEST_COUNTED = 50
"""Counts of fewer people than these are told as "x of n people" only."""

_SIDE = 10
_STEP = 12


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


def icon_array(share: int) -> str:
    """Draw 100 dots as SVG, ``share`` of them filled, row by row from the top left."""
    dots = "".join(
        f'<circle cx="{_STEP * (number % _SIDE) + 6}" cy="{_STEP * (number // _SIDE) + 6}" r="4.5"'
        f' fill="{"#0b5cad" if number < share else "#fff"}" stroke="#5a5a5a"/>'
        for number in range(_SIDE * _SIDE)
    )
    size = _STEP * _SIDE
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {size}">'
        f'<rect width="{size}" height="{size}" fill="#f6f3ee"/>{dots}</svg>'
    )
