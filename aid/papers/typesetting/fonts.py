"""The fixed fonts of the papers, from the aid's own folder. Fonts of the system are never used.

Atkinson Hyperlegible is the one typeface of the sheet. The others only step in, in this order, for
what a reader types in another script. All are free to embed (SIL Open Font License).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

import typst
from fontTools.ttLib import TTFont

from aid.typefaces import ATKINSON, NOTO


@dataclass(frozen=True)
class Font:
    """One font family, as Typst names it, and the file that tells what it can draw."""

    family: str
    path: Path

    @cached_property
    def code_points(self) -> frozenset[int]:
        """The code points with a glyph. Read from the file when first asked for."""
        with TTFont(self.path, lazy=True) as font:
            return frozenset(font.getBestCmap())


TICK_BOX_FAMILY = "DejaVu Sans Mono"
"""Comes inside Typst and draws the empty box; no font of ours has it. Never for typed text."""

_SCRIPTS = (
    "Arabic",
    "Hebrew",
    "Devanagari",
    "Bengali",
    "Gujarati",
    "Gurmukhi",
    "Tamil",
    "Telugu",
    "Kannada",
    "Malayalam",
    "Oriya",
    "Sinhala",
    "Thai",
    "Lao",
    "Khmer",
    "Myanmar",
    "Georgian",
    "Armenian",
    "Ethiopic",
    "Symbols",
)

FONTS: tuple[Font, ...] = (
    Font("Atkinson Hyperlegible", ATKINSON / "AtkinsonHyperlegible-Regular.ttf"),
    Font("Noto Sans", NOTO / "NotoSans-Regular.ttf"),
    *(Font(f"Noto Sans {name}", NOTO / f"NotoSans{name}-Regular.ttf") for name in _SCRIPTS),
    Font("Noto Emoji", NOTO / "NotoEmoji-Regular.ttf"),
    # Large (9 MB), but without it a person who writes in Chinese, Japanese or Korean gets a sheet
    # without their own words. Typst and the aid open it only when somebody does.
    Font("Noto Sans CJK SC", NOTO / "NotoSansCJKsc-Regular.otf"),
)
"""Every font for text, in the order in which they are tried."""


@cache
def typst_fonts() -> typst.Fonts:
    """The fonts as Typst takes them: one object for all sheets and threads of a process."""
    return typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=True,
        font_paths=[str(folder) for folder in (ATKINSON, NOTO)],
    )
