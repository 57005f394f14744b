"""Any text that can be typed becomes one that the fonts of the sheet can draw, and loses nothing
else."""

import re
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from aid.papers.typesetting.fonts import FONTS, typst_fonts
from aid.papers.typesetting.letters import BREAK, LONGEST_WORD, MISSING, MOST_MARKS
from aid.papers.typesetting.sanitize import is_right_to_left, printable

JOINERS = frozenset("\u200c\u200d\ufe0e\ufe0f")
ANY_TEXT = st.text(st.characters(exclude_categories=()))


def drawn(text):
    return printable(text, FONTS).text


@given(ANY_TEXT)
@example("\ud83d\ude00 \ud800 \udfff")
@example("\ufdd0\ufffe\U0010ffff\ue000\U000f0000")
@example("\u202eabc\u202c\u2066x\u2069\u200f\ufeff\u00ad")
@example("\u0301\u0301\u200d\u0301")
def test_every_sign_of_the_result_is_drawn_by_a_font(text):
    covered = frozenset().union(*(font.code_points for font in FONTS))
    for char in printable(text, FONTS).text:
        assert char in JOINERS or char in (BREAK, "\n") or ord(char) in covered
        assert char == "\n" or unicodedata.category(char) not in ("Cc", "Cs", "Co")


@given(ANY_TEXT)
def test_replaced_is_told_whenever_a_sign_is_missing(text):
    made = printable(text, FONTS)
    if made.text.count(MISSING) > text.count(MISSING):
        assert made.replaced


@given(st.text(st.characters(codec="latin-1", categories=("L", "N", "P", "S", "Zs"))))
def test_latin_text_is_kept_to_the_letter(text):
    made = printable(text, FONTS)
    assert not made.replaced
    assert made.text.replace(BREAK, "") == unicodedata.normalize("NFC", text).rstrip()


@pytest.mark.parametrize(
    "text",
    [
        "It’s “fine” – isn’t it… 3 × 5 ≥ 10 °C, 50 %, ½, €20",
        "Ünïcödé, Łódź, Tiếng Việt, Ελληνικά, Привет",
        "مرحبا بالعالم، هذا نص",
        "שלום עולם, 123!",
        "नमस्ते क्षेत्र हिन्दी",
        "বাংলা ગુજરાતી ਪੰਜਾਬੀ தமிழ் తెలుగు ಕನ್ನಡ മലയാളം ଓଡ଼ିଆ සිංහල",
        "สวัสดี ລາວ ខ្មែរ မြန်မာ",
        "ქართული Հայերեն አማርኛ",
        "你好。日本語 한국어 繁體",
        "😀 👩\u200d👩\u200d👧\u200d👦 👍🏽 🇩🇪 1\ufe0f\u20e3 ❤\ufe0f",
        "→ ✓ ★ □ ● ①",
        "#let x = 1; $x^2$ *b* _i_ <b> [a](b) \\textbf{a} {{7*7}} // `c`",
    ],
)
def test_scripts_signs_and_code_pass_unchanged(text):
    made = printable(text, FONTS)
    assert made.text == unicodedata.normalize("NFC", text)
    assert not made.replaced


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("\x00a\x07b\x1bc\x7f\x9f", "abc"),
        ("\u202eabc\u202c \u2066x\u2069", "abc x"),
        ("soft\u00adhyphen\u2060\ufeff", "softhyphen"),
        ("a\tb", "a    b"),
        ("a\r\nb\rc\u2028d\u2029e\x85f\vg\fh", "a\nb\nc\nd\ne\nf\ng\nh"),
        ("\n\na\n\n\n\n\nb  \n\n", "a\n\nb"),
        ("e\u0301", "é"),
        ("\U0001d4d7\U0001d4ee\U0001d4f5\U0001d4f5\U0001d4f8", "Hello"),
        ("a\u1680b\u2007c", "a b c"),
        ("\ud83d\ude00", "😀"),
        ("", ""),
        (" \n\t\n ", ""),
    ],
)
def test_what_cannot_be_seen_is_dropped_or_made_plain(typed, printed):
    made = printable(typed, FONTS)
    assert made.text.replace("\u2007", " ") == printed
    assert not made.replaced


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("a\ud800b", f"a{MISSING}b"),
        ("\U00012219", MISSING),
        ("\ue000", MISSING),
        ("x\u0f71", f"x{MISSING}"),
    ],
)
def test_what_no_font_draws_becomes_a_visible_sign(typed, printed):
    made = printable(typed, FONTS)
    assert made.text == printed
    assert made.replaced


def test_a_missing_sign_that_was_typed_is_no_replacement():
    assert not printable(MISSING, FONTS).replaced


def test_a_mark_without_its_letter_is_shown_on_a_space():
    assert drawn("\u0301x") == "\u00a0\u0301x"


def test_marks_are_limited_to_a_few_for_each_letter():
    made = printable("Z" + "\u0301" * 240 + "y", FONTS)
    assert made.replaced
    assert sum(unicodedata.category(char) == "Mn" for char in made.text) <= MOST_MARKS
    assert made.text[-1] == "y"


LETTERS = st.characters(codec="iso-8859-5", categories=("Lu", "Ll", "Nd", "Po"))


@pytest.mark.slow
@given(st.text(LETTERS, min_size=1))
@example("W")
@example("\uff08")
@example("ー")
@example("ァ")
@example("Z\u0301\u0302")
def test_no_run_of_signs_is_longer_than_the_narrowest_column(text):
    for word in re.split(rf"[\s{BREAK}]", drawn(text * LONGEST_WORD * 2)):
        assert sum(unicodedata.category(char) != "Mn" for char in word) <= LONGEST_WORD


@pytest.mark.parametrize("space", ["\u00a0", "\u202f"])
def test_a_row_of_no_break_spaces_can_break_too(space):
    assert BREAK in drawn(f"a{space * 500}b")


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("مرحبا", True),
        ("  123 (שלום)", True),
        ("hello مرحبا", False),
        ("123!", False),
        ("你好", False),
        ("", False),
    ],
)
def test_the_first_letter_decides_the_direction(line, expected):
    assert is_right_to_left(line) is expected


def test_typst_has_every_font_that_the_coverage_speaks_of():
    known = {font.path: font.family for font in typst_fonts().fonts() if font.path}
    families = set(typst_fonts().families())
    for font in FONTS:
        assert str(font.path) in known
        assert font.family in families
