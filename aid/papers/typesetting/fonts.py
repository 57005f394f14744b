"""The fixed fonts of the sheet, out of installed packages. Fonts of the system are never used.

Atkinson Hyperlegible is the one typeface of the sheet. The others only step in, in this order, for
what a reader types in another script. All are free to embed (SIL Open Font License).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files
from pathlib import Path

import typst
from fontTools.ttLib import TTCollection, TTFont


@dataclass(frozen=True)
class Font:
    """One font family, as Typst names it, and the file that tells what it can draw."""

    family: str
    path: Path

    @cached_property
    def code_points(self) -> frozenset[int]:
        """The code points with a glyph. Read from the file when first asked for."""
        if self.path.suffix == ".ttc":
            with TTCollection(self.path, lazy=True) as collection:
                return frozenset(collection.fonts[0].getBestCmap())
        with TTFont(self.path, lazy=True) as font:
            return frozenset(font.getBestCmap())


TICK_BOX_FAMILY = "DejaVu Sans Mono"
"""Comes inside Typst and draws the empty box; no package of ours has it. Never for typed text."""

_ATKINSON = Path(str(files("fontpkg_atkinson_hyperlegible"))) / "files"
_NOTO = Path(str(files("manimgx_fonts")))
# Large (33 MB), but without it a person who writes in Chinese, Japanese or Korean gets a sheet
# without their own words. Typst and the aid open it only when somebody does.
_NOTO_CJK = Path(str(files("manimgx_fonts_cjk")))

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
    Font("Atkinson Hyperlegible", _ATKINSON / "AtkinsonHyperlegible-Regular.ttf"),
    Font("Noto Sans", _NOTO / "NotoSans[wght].ttf"),
    *(Font(f"Noto Sans {name}", _NOTO / f"NotoSans{name}[wght].ttf") for name in _SCRIPTS),
    Font("Noto Emoji", _NOTO / "NotoEmoji[wght].ttf"),
    Font("Noto Sans CJK SC", _NOTO_CJK / "NotoSansCJK-VF.otf.ttc"),
)
"""Every font for text, in the order in which they are tried."""


@cache
def typst_fonts() -> typst.Fonts:
    """The fonts as Typst takes them: one object for all sheets and threads of a process."""
    return typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=True,
        font_paths=[str(folder) for folder in (_ATKINSON, _NOTO, _NOTO_CJK)],
    )
