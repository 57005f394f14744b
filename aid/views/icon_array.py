"""Icon arrays: a count of people as dots out of 100, only where enough people were counted."""

from __future__ import annotations

_SIDE = 10
_STEP = 12


def icon_array(share: int) -> str:
    """Draw 100 dots as SVG, ``share`` of them filled, row by row from the top left.

    A dot is drawn once and repeated as a pattern: a page has many of these pictures, so each byte
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
