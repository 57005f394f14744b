"""The fonts draw what readers write, and each is used."""

from __future__ import annotations

import unicodedata

import pytest

from aid.papers.typesetting.fonts import FONTS
from aid.typefaces import ATKINSON, NOTO

DRAWN = frozenset().union(*(font.code_points for font in FONTS))


@pytest.mark.parametrize(
    ("first", "last"),
    [
        pytest.param(0x0020, 0x024F, id="Latin"),
        pytest.param(0x1E00, 0x1EFF, id="Vietnamese"),
        pytest.param(0x0370, 0x03E1, id="Greek"),
        pytest.param(0x0400, 0x052F, id="Cyrillic"),
        pytest.param(0x0530, 0x058F, id="Armenian"),
        pytest.param(0x0590, 0x05FF, id="Hebrew"),
        pytest.param(0x0600, 0x06FF, id="Arabic"),
        pytest.param(0x0900, 0x097F, id="Devanagari"),
        pytest.param(0x0980, 0x09FF, id="Bengali"),
        pytest.param(0x0A00, 0x0A7F, id="Gurmukhi"),
        pytest.param(0x0A80, 0x0AFF, id="Gujarati"),
        pytest.param(0x0B00, 0x0B7F, id="Odia"),
        pytest.param(0x0B80, 0x0BFF, id="Tamil"),
        pytest.param(0x0C00, 0x0C7F, id="Telugu"),
        pytest.param(0x0C80, 0x0CFF, id="Kannada"),
        pytest.param(0x0D00, 0x0D7F, id="Malayalam"),
        pytest.param(0x0D80, 0x0DFF, id="Sinhala"),
        pytest.param(0x0E00, 0x0E7F, id="Thai"),
        pytest.param(0x0E80, 0x0EFF, id="Lao"),
        pytest.param(0x1000, 0x109F, id="Myanmar"),
        pytest.param(0x10A0, 0x10FF, id="Georgian"),
        pytest.param(0x1200, 0x137F, id="Ethiopic"),
        pytest.param(0x1780, 0x17FF, id="Khmer"),
        pytest.param(0x3040, 0x30FF, id="Japanese syllables"),
        pytest.param(0x4E00, 0x9FFF, id="Chinese"),
        pytest.param(0xAC00, 0xD7A3, id="Korean syllables"),
    ],
)
def test_a_script_is_drawn_whole_but_for_what_unicode_added_lately(first: int, last: int) -> None:
    """Unicode 3.2 has the letters of these languages; what came later is for scholars."""
    known = unicodedata.ucd_3_2_0.category
    letters = [code for code in range(first, last + 1) if known(chr(code))[0] in "LMNPS"]
    assert len(letters) > 50
    assert [hex(code) for code in letters if code not in DRAWN] == []


def test_every_font_file_is_one_that_is_tried() -> None:
    files = {path for folder in (ATKINSON, NOTO) for path in folder.glob("*.?tf")}
    faces = {path for path in files if path.parent == ATKINSON}
    assert {font.path for font in FONTS} == files - faces | {
        ATKINSON / "AtkinsonHyperlegible-Regular.ttf"
    }
    assert len(faces) == 4
