"""The one style sheet of the reading edition, and its typeface."""

from __future__ import annotations

from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Final

from fontTools.ttLib import TTFont

from aid.catalogue.catalogue import Catalogue
from aid.typefaces import ATKINSON, LICENCE
from aid.views.icons import icon_rules
from aid.views.identity import IDENTITY

STYLE_SHEET: Final = "style.css"
_OWN: Final = Path(__file__).with_name("site.css")
_FACES: Final = ("Regular", "Bold")


def style_sheet(catalogue: Catalogue) -> str:
    """The identity and the icons that all our pages share, then what plain pages need."""
    identity, own = (sheet.read_text(encoding="utf-8") for sheet in (IDENTITY, _OWN))
    return f"{identity}{icon_rules(catalogue)}\n{own}"


@cache
def typeface() -> dict[str, bytes]:
    """The typeface of the screens, packed for the web, with its licence: files by their paths."""
    found = {
        f"typeface/{face}.woff2": _packed(ATKINSON / f"AtkinsonHyperlegible-{face}.ttf")
        for face in _FACES
    }
    return found | {"typeface/LICENSE.txt": (ATKINSON / LICENCE).read_bytes()}


def _packed(path: Path) -> bytes:
    packed = BytesIO()
    # Without the clock's time in it, the same font gives the same bytes.
    with TTFont(path, recalcTimestamp=False) as font:
        font.flavor = "woff2"
        font.save(packed)
    return packed.getvalue()
