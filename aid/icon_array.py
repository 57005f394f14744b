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
    """Draw 100 dots as SVG, ``share`` of them filled, row by row from the top left.

    A dot is drawn once and repeated as a pattern: so many pictures stand on a page that each byte
    counts.
    """
    rows, dots = divmod(share, _SIDE)
    size = _STEP * _SIDE
    filled = ((size, _STEP * rows, 0), (_STEP * dots, _STEP, _STEP * rows))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {size}">'
        f"{_pattern('empty', '#fff')}{_pattern('filled', '#0b5cad')}"
        f'<rect width="{size}" height="{size}" fill="#f6f3ee"/>'
        f'<rect width="{size}" height="{size}" fill="url(#empty)"/>'
        + "".join(
            f'<rect y="{top}" width="{width}" height="{height}" fill="url(#filled)"/>'
            for width, height, top in filled
            if width and height
        )
        + "</svg>"
    )


def _pattern(name: str, colour: str) -> str:
    return (
        f'<pattern id="{name}" width="{_STEP}" height="{_STEP}" patternUnits="userSpaceOnUse">'
        f'<circle cx="{_STEP // 2}" cy="{_STEP // 2}" r="4.5" fill="{colour}" stroke="#5a5a5a"/>'
        "</pattern>"
    )
