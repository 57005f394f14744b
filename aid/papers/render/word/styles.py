"""The styles and the pages of a Word file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.section import Section
from docx.shared import Length, Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle

from aid.catalogue.ids import Paper

NOTE = "Small print"
PAIR = "Two answers"
NAME = "Name and date"
CELL = "Table words"
QUESTION = "Question to tick"
REASON = "Reason"
ROOM = "Room to write"
RIGHT_TO_LEFT = "Right to left"

_PAPERS: Final = {"a4": (Mm(210), Mm(297)), "letter": (Mm(215.9), Mm(279.4))}
_MARGIN: Final = Mm(10)
_FONT: Final = "Arial"
_DATE_WIDTH: Final = Mm(52)
_INDENT: Final = Mm(6)

# The parts of a paragraph's properties that must come after the direction.
_AFTER_DIRECTION: Final = ("w:adjustRightInd", "w:snapToGrid", "w:spacing", "w:ind", "w:jc")


@dataclass(frozen=True)
class _Style:
    """Sizes of a style in points: its type, and the space before and after a paragraph.

    ``line`` is from line to line. Where it is left out, the font decides: words that a reader typed
    may be in any script.
    """

    name: str
    size: float
    before: float = 0
    after: float = 0
    bold: bool = False
    line: float | None = None


_STYLES: Final = (
    _Style("Normal", 9.5),
    _Style("Title", 16, after=1, bold=True),
    _Style("Heading 1", 10, before=2, bold=True),
    _Style("List Bullet", 9.5),
    _Style("Footer", 9),
    _Style(NOTE, 9, before=1, line=10),
    _Style(PAIR, 9.5),
    _Style(NAME, 9.5, before=3),
    _Style(CELL, 9, line=10),
    _Style(QUESTION, 9.5, before=1),
    _Style(REASON, 9),
    _Style(ROOM, 9.5, before=2),
    _Style(RIGHT_TO_LEFT, 9.5, after=1),
)


def set_page(section: Section, paper: Paper, *, sideways: bool = False) -> None:
    """Give the pages of a section their size and margins."""
    short, long = _PAPERS[paper]
    section.orientation = WD_ORIENT.LANDSCAPE if sideways else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = (long, short) if sideways else (short, long)
    section.left_margin = section.right_margin = _MARGIN
    section.top_margin = section.bottom_margin = Mm(8)
    section.header_distance = section.footer_distance = Mm(6)


def set_styles(document: Document, paper: Paper) -> None:
    """Give a document its styles; lines to write on reach the edge of an upright page."""
    for wanted in _STYLES:
        _set_style(_style(document, wanted.name), wanted)
    for border in _style(document, "Title").element.xpath("w:pPr/w:pBdr"):
        border.getparent().remove(border)
    _style(document, "Heading 1").paragraph_format.keep_with_next = True
    _set_questions(document)
    _set_tab_stops(document, Length(_PAPERS[paper][0] - 2 * _MARGIN))
    right_to_left = _style(document, RIGHT_TO_LEFT)
    right_to_left.font.rtl = True
    right_to_left.element.get_or_add_pPr().insert_element_before(
        OxmlElement("w:bidi"), *_AFTER_DIRECTION
    )


def _style(document: Document, name: str) -> ParagraphStyle:
    styles = document.styles
    found = styles[name] if name in styles else styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    if not isinstance(found, ParagraphStyle):
        raise TypeError(name)
    return found


def _set_style(style: ParagraphStyle, wanted: _Style) -> None:
    style.font.size = Pt(wanted.size)
    style.font.bold = wanted.bold
    style.font.color.rgb = RGBColor(0, 0, 0)
    style.paragraph_format.space_before = Pt(wanted.before)
    style.paragraph_format.space_after = Pt(wanted.after)
    style.paragraph_format.line_spacing = Pt(wanted.line) if wanted.line else 1.0
    # A font of the theme, as the library's template has it, would win over one that is named.
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    fonts.attrib.clear()
    for script in ("w:ascii", "w:hAnsi", "w:cs"):
        fonts.set(qn(script), _FONT)


def _set_questions(document: Document) -> None:
    question = _style(document, QUESTION).paragraph_format
    question.left_indent, question.first_line_indent = _INDENT, Length(-_INDENT)
    question.keep_with_next = True
    reason = _style(document, REASON).paragraph_format
    reason.left_indent = _INDENT
    reason.keep_with_next = True


def _set_tab_stops(document: Document, edge: Length) -> None:
    """What a tab leads to, ``edge`` being the width of the text."""
    _style(document, NAME).paragraph_format.tab_stops.add_tab_stop(
        Length(edge - _DATE_WIDTH), WD_TAB_ALIGNMENT.LEFT, WD_TAB_LEADER.LINES
    )
    footer = _style(document, "Footer").paragraph_format.tab_stops
    footer.clear_all()
    footer.add_tab_stop(edge, WD_TAB_ALIGNMENT.RIGHT)
    _style(document, PAIR).paragraph_format.tab_stops.add_tab_stop(Length(edge // 2))
    for name in (QUESTION, ROOM, "List Bullet"):
        # A tab draws a line to write on up to the edge.
        _style(document, name).paragraph_format.tab_stops.add_tab_stop(
            edge, WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.LINES
        )
