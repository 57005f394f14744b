"""The discussion sheet as a Word file: real headings, lists and tables that can be changed.

The words come from ``aid.papers.sheet.blocks``. The same sheet gives the same bytes: nothing in
the file depends on when or where it was made, and it names no person.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from datetime import datetime, time
from functools import cache, singledispatch
from typing import Final

import docx
import typst
from docx.document import Document
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.section import Section
from docx.shared import Length, Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.table import Table
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from aid.catalogue.catalogue import Catalogue
from aid.catalogue.ids import Paper
from aid.papers.sheet.blocks import (
    Block,
    Bullets,
    ByHand,
    Facts,
    Heading,
    Lines,
    Outline,
    OwnWords,
    Question,
    Questions,
    Room,
    SheetBlocks,
    Tell,
    Tips,
    Title,
    Words,
    sheet_blocks,
    table_columns,
)
from aid.papers.sheet.content import Line, Sheet
from aid.papers.typesetting.sanitize import is_right_to_left, readable

LANGUAGE: Final = "en-GB"
"""The language of the printed words, as Word names it for its spelling checker."""

_PAPERS: Final = {"a4": (Mm(210), Mm(297)), "letter": (Mm(215.9), Mm(279.4))}
_MARGIN: Final = Mm(12)
_FONT: Final = "Arial"
_TICK_BOX: Final = "☐"
_TICK_BOX_FONT: Final = "Segoe UI Symbol"
_FIRST_COLUMN: Final = Mm(25)
_CELL_MARGIN: Final = Mm(1)
_DATE_WIDTH: Final = Mm(52)
_OUTLINE_HEIGHT: Final = Mm(27)
_OUTLINE_DOTS_PER_INCH: Final = 220
_LONGEST_BESIDE: Final = 46
"""Characters of a label and its value that may share a line with another."""
_LONGEST_WITH_ROOM: Final = 80
"""Characters of a question that leaves room to write on its own line."""

_NOTE = "Small print"
_PAIR = "Two answers"
_NAME = "Name and date"
_CELL = "Table words"
_QUESTION = "Question to tick"
_REASON = "Reason"
_ROOM = "Room to write"
_RIGHT_TO_LEFT = "Right to left"

# The parts of a paragraph's properties that must stand after the direction.
_AFTER_DIRECTION: Final = ("w:adjustRightInd", "w:snapToGrid", "w:spacing", "w:ind", "w:jc")
_EARLIEST: Final = (1980, 1, 1, 0, 0, 0)


def sheet_docx(catalogue: Catalogue, sheet: Sheet, paper: Paper = "a4") -> bytes:
    """Make the discussion sheet as a Word file.

    Args:
        catalogue: The content, for the printed words and the outline.
        sheet: What is printed. Its own words may hold any characters.
        paper: The size of the pages.

    Returns:
        The file. A table of many methods stands on a landscape page of its own.
    """
    blocks = sheet_blocks(catalogue, sheet)
    document = docx.Document()
    _set_styles(document, paper)
    _set_properties(document, catalogue, sheet)
    _set_page(document.sections[0], paper)
    _write_footer(document, blocks, catalogue.sheet.page_of)
    for block in blocks.first:
        _write(block, document, catalogue)
    if blocks.wide and not blocks.long:
        _write_wide(document, blocks, catalogue, paper)
        _set_page(document.add_section(WD_SECTION.NEW_PAGE), paper)
    for block in (*blocks.second, *blocks.long):
        _write(block, document, catalogue)
    if blocks.wide and blocks.long:
        _write_wide(document, blocks, catalogue, paper)
    return _saved(document)


def _write_wide(
    document: Document, blocks: SheetBlocks, catalogue: Catalogue, paper: Paper
) -> None:
    _set_page(document.add_section(WD_SECTION.NEW_PAGE), paper, sideways=True)
    for block in blocks.wide:
        _write(block, document, catalogue)


# The file as a whole.


def _set_properties(document: Document, catalogue: Catalogue, sheet: Sheet) -> None:
    made_at = datetime.combine(sheet.made_on, time())
    properties = document.core_properties
    properties.title = catalogue.sheet.title
    properties.author = properties.last_modified_by = catalogue.interface.service.name
    properties.language = LANGUAGE
    properties.comments = properties.keywords = ""
    properties.created = properties.modified = made_at
    properties.revision = 1
    for language in document.styles.element.xpath("w:docDefaults//w:lang"):
        language.set(qn("w:val"), LANGUAGE)
    for language in document.settings.element.xpath("w:themeFontLang"):
        language.set(qn("w:val"), LANGUAGE)
    # The library's template brings a picture of an empty page.
    package = document.part.package
    for name, relation in list(package.rels.items()):
        if relation.reltype == RELATIONSHIP_TYPE.THUMBNAIL:
            package.rels.pop(name)


def _set_page(section: Section, paper: Paper, *, sideways: bool = False) -> None:
    short, long = _PAPERS[paper]
    section.orientation = WD_ORIENT.LANDSCAPE if sideways else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = (long, short) if sideways else (short, long)
    section.left_margin = section.right_margin = _MARGIN
    section.top_margin = section.bottom_margin = Mm(8)
    section.header_distance = section.footer_distance = Mm(6)


def _set_styles(document: Document, paper: Paper) -> None:
    for name, points, before, after in (
        ("Normal", 9.5, 0, 1),
        ("Title", 18, 0, 2),
        ("Heading 1", 10.5, 3, 1),
        ("List Bullet", 9.5, 0, 1),
        ("Footer", 9, 0, 0),
        (_NOTE, 9, 1, 1),
        (_PAIR, 9.5, 0, 1),
        (_NAME, 9.5, 3, 1),
        (_CELL, 9, 0, 0),
        (_QUESTION, 9.5, 3, 0),
        (_REASON, 9, 0, 0),
        (_ROOM, 9.5, 3, 0),
        (_RIGHT_TO_LEFT, 9.5, 0, 1),
    ):
        style = _style(document, name)
        style.font.size = Pt(points)
        style.font.bold = name in ("Title", "Heading 1")
        style.font.color.rgb = RGBColor(0, 0, 0)
        style.paragraph_format.space_before = Pt(before)
        style.paragraph_format.space_after = Pt(after)
        style.paragraph_format.line_spacing = 1.0
        _set_font(style)
    for border in _style(document, "Title").element.xpath("w:pPr/w:pBdr"):
        border.getparent().remove(border)
    _style(document, "Heading 1").paragraph_format.keep_with_next = True
    question = _style(document, _QUESTION).paragraph_format
    question.left_indent, question.first_line_indent = Mm(6), Mm(-6)
    question.keep_with_next = True
    reason = _style(document, _REASON).paragraph_format
    reason.left_indent = Mm(6)
    reason.keep_with_next = True
    width = _PAPERS[paper][0] - 2 * _MARGIN
    _style(document, _NAME).paragraph_format.tab_stops.add_tab_stop(
        Length(width - _DATE_WIDTH), WD_TAB_ALIGNMENT.LEFT, WD_TAB_LEADER.LINES
    )
    footer_stops = _style(document, "Footer").paragraph_format.tab_stops
    footer_stops.clear_all()
    footer_stops.add_tab_stop(Length(width), WD_TAB_ALIGNMENT.RIGHT)
    half = Length(width // 2)
    _style(document, _PAIR).paragraph_format.tab_stops.add_tab_stop(half)
    _add_line_to_edge(_style(document, _QUESTION), paper)
    _add_line_to_edge(_style(document, _ROOM), paper)
    _add_line_to_edge(_style(document, "List Bullet"), paper)
    right_to_left = _style(document, _RIGHT_TO_LEFT)
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


def _set_font(style: ParagraphStyle) -> None:
    # A font of the theme, as the template has it, would win over one that is named.
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    fonts.attrib.clear()
    for script in ("w:ascii", "w:hAnsi", "w:cs"):
        fonts.set(qn(script), _FONT)


def _add_line_to_edge(style: ParagraphStyle, paper: Paper) -> None:
    """What follows a tab is the edge of the page, with a line to write on up to there."""
    edge = Length(_PAPERS[paper][0] - 2 * _MARGIN)
    style.paragraph_format.tab_stops.add_tab_stop(edge, WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.LINES)


def _write_footer(document: Document, blocks: SheetBlocks, page_of: str) -> None:
    first = document.sections[0].footer
    numbers = first.paragraphs[0]
    numbers.text = f"{' '.join(blocks.footer)}\t"
    before, rest = page_of.split("{page}")
    between, after = rest.split("{pages}")
    numbers.add_run(before)
    _add_number(numbers, "PAGE")
    numbers.add_run(between)
    _add_number(numbers, "NUMPAGES")
    numbers.add_run(after)


def _add_number(paragraph: Paragraph, code: str) -> None:
    """A number that Word works out for itself."""
    for part, text in (("begin", ""), ("", code), ("separate", ""), ("shown", "1"), ("end", "")):
        run = paragraph.add_run()
        if part == "shown":
            run.text = text
        elif text:
            instruction = OxmlElement("w:instrText")
            instruction.text = text
            run._r.append(instruction)
        else:
            mark = OxmlElement("w:fldChar")
            mark.set(qn("w:fldCharType"), part)
            run._r.append(mark)


def _saved(document: Document) -> bytes:
    """The file, packed without the time at which it was packed."""
    loose, packed = io.BytesIO(), io.BytesIO()
    document.save(loose)
    with zipfile.ZipFile(loose) as source, zipfile.ZipFile(packed, "w") as target:
        for name in source.namelist():
            entry = zipfile.ZipInfo(name, _EARLIEST)
            entry.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(entry, source.read(name))
    return packed.getvalue()


# The blocks.


@singledispatch
def _write(block: Block, document: Document, catalogue: Catalogue) -> None:
    raise TypeError(type(block))


@_write.register
def _(block: Title, document: Document, _catalogue: Catalogue) -> None:
    document.add_paragraph(block.text, style="Title")


@_write.register
def _(block: Heading, document: Document, _catalogue: Catalogue) -> None:
    document.add_heading(block.text, level=1)


@_write.register
def _(block: Words, document: Document, _catalogue: Catalogue) -> None:
    document.add_paragraph(block.text, style=_NOTE if block.note else None)


@_write.register
def _(block: ByHand, document: Document, _catalogue: Catalogue) -> None:
    document.add_paragraph(f"{block.label} \t {block.beside}", style=_NAME)


@_write.register
def _(block: Lines, document: Document, _catalogue: Catalogue) -> None:
    waiting: list[Line] = []
    for line in block.lines:
        if line.words or len(f"{line.label} {line.value}") > _LONGEST_BESIDE:
            _write_pair(document, waiting)
            waiting = []
            _write_labelled(document, line)
        else:
            waiting.append(line)
            if len(waiting) == 2:
                _write_pair(document, waiting)
                waiting = []
    _write_pair(document, waiting)


@_write.register
def _(block: Bullets, document: Document, _catalogue: Catalogue) -> None:
    for item in block.items:
        document.add_paragraph(item, style="List Bullet")


@_write.register
def _(block: Facts, document: Document, _catalogue: Catalogue) -> None:
    section = document.sections[-1]
    sides = (section.page_width, section.left_margin, section.right_margin)
    page, left, right = (side or Length(0) for side in sides)
    tables = table_columns(len(block.methods))
    for position, columns in enumerate(tables):
        if position:
            document.add_paragraph().paragraph_format.page_break_before = True
        table = document.add_table(1 + len(block.rows), 1 + len(columns), style="Table Grid")
        _describe(table, block.caption)
        names = [block.head, *(block.methods[at] for at in columns)]
        rows = [[row.name, *(row.cells[at] for at in columns)] for row in block.rows]
        others = Length((page - left - right - _FIRST_COLUMN) // len(columns))
        widths = [_FIRST_COLUMN, *[others] * len(columns)]
        for grid_column, width in zip(table.columns, widths, strict=True):
            grid_column.width = width
        for number, texts in enumerate([names, *rows]):
            row = table.rows[number]
            for column, (cell, text, width) in enumerate(
                zip(row.cells, texts, widths, strict=True)
            ):
                cell.width = width
                paragraph = cell.paragraphs[0]
                paragraph.style = _CELL
                paragraph.add_run(text).bold = number == 0 or column == 0
            properties = row._tr.get_or_add_trPr()
            properties.append(OxmlElement("w:cantSplit"))
            if number == 0:
                properties.append(OxmlElement("w:tblHeader"))


@_write.register
def _(block: Tell, document: Document, _catalogue: Catalogue) -> None:
    for item in block.items:
        said = f"{item.text} {item.fill_in}".rstrip()
        document.add_paragraph(f"{said} \t", style="List Bullet")
        if item.words:
            _write_labelled(document, Line(block.own_label, item.words, words=True))


@_write.register
def _(block: Questions, document: Document, _catalogue: Catalogue) -> None:
    for item in block.items:
        _write_question(document, item)


@_write.register
def _(block: OwnWords, document: Document, _catalogue: Catalogue) -> None:
    _write_own_words(document, block.text)


@_write.register
def _(block: Room, document: Document, _catalogue: Catalogue) -> None:
    _write_room(document, block.lines)


@_write.register
def _(block: Outline, document: Document, catalogue: Catalogue) -> None:
    document.add_heading(block.title, level=1)
    document.add_paragraph(block.caption).paragraph_format.keep_with_next = True
    room = document.add_paragraph(style=_ROOM)
    picture = room.add_run().add_picture(
        io.BytesIO(_picture(catalogue.drawings["sheet-outline"])), height=_OUTLINE_HEIGHT
    )
    picture._inline.docPr.set("descr", block.alt)
    room.add_run(" \t")


@_write.register
def _(block: Tips, document: Document, _catalogue: Catalogue) -> None:
    for tip in block.tips:
        paragraph = document.add_paragraph(style=_NOTE)
        paragraph.add_run(f"{tip.title}.").bold = True
        paragraph.add_run(f" {tip.text}")


def _write_question(document: Document, question: Question) -> None:
    paragraph = document.add_paragraph(style=_QUESTION)
    tick_box = paragraph.add_run(_TICK_BOX)
    tick_box.font.name = _TICK_BOX_FONT
    paragraph.add_run(" ")
    if question.own:
        typed = readable(question.text).paragraphs
        for part in typed[:1]:
            _add_lines(paragraph, part.lines, rtl=part.right_to_left)
        for part in typed[1:]:
            _add_lines(document.add_paragraph(style=_REASON), part.lines, rtl=part.right_to_left)
    else:
        paragraph.add_run(question.text)
    one_line = len(question.text) <= _LONGEST_WITH_ROOM and "\n" not in question.text
    beside = one_line and not is_right_to_left(question.text)
    if beside:
        paragraph.add_run(" \t")
    if question.reason:
        reason = document.add_paragraph(question.reason, style=_REASON)
        reason.paragraph_format.keep_with_next = not beside
    if not beside:
        _write_room(document, 1)


def _describe(table: Table, caption: str) -> None:
    """Say what a table is, and that its first row and first column are headers."""
    table.autofit = False
    properties = table._tbl.tblPr
    for look in properties.xpath("w:tblLook"):
        properties.remove(look)
    look = OxmlElement("w:tblLook")
    for name, on in (
        ("firstRow", True),
        ("lastRow", False),
        ("firstColumn", True),
        ("lastColumn", False),
        ("noHBand", True),
        ("noVBand", True),
    ):
        look.set(qn(f"w:{name}"), str(int(on)))
    look.set(qn("w:val"), "06A0")
    margins = OxmlElement("w:tblCellMar")
    for side in ("w:left", "w:right"):
        margin = OxmlElement(side)
        margin.set(qn("w:w"), str(_CELL_MARGIN.twips))
        margin.set(qn("w:type"), "dxa")
        margins.append(margin)
    title = OxmlElement("w:tblCaption")
    title.set(qn("w:val"), caption)
    properties.append(margins)
    properties.append(look)
    properties.append(title)


def _write_pair(document: Document, lines: Sequence[Line]) -> None:
    """Up to two short answers, side by side."""
    if not lines:
        return
    paragraph = document.add_paragraph(style=_PAIR)
    for at, line in enumerate(lines):
        if at:
            paragraph.add_run("\t")
        paragraph.add_run(f"{line.label}:").bold = True
        paragraph.add_run(f" {line.value}")


def _write_labelled(document: Document, line: Line) -> None:
    paragraph = document.add_paragraph()
    paragraph.add_run(f"{line.label}:").bold = True
    parts = readable(line.value).paragraphs
    if len(parts) == 1 and not parts[0].right_to_left:
        paragraph.add_run(" ")
        _add_lines(paragraph, parts[0].lines, rtl=False)
    else:
        _write_own_words(document, line.value)


def _write_own_words(document: Document, text: str) -> None:
    for part in readable(text).paragraphs:
        style = _RIGHT_TO_LEFT if part.right_to_left else None
        _add_lines(document.add_paragraph(style=style), part.lines, rtl=part.right_to_left)


def _add_lines(paragraph: Paragraph, lines: tuple[str, ...], *, rtl: bool) -> Run:
    run = paragraph.add_run("\n".join(lines))
    if rtl:
        run.font.rtl = True
    return run


def _write_room(document: Document, lines: int) -> None:
    for _number in range(lines):
        document.add_paragraph("\t", style=_ROOM)


@cache
def _picture(svg: str) -> bytes:
    """A drawing of ours in dots: not every program that opens Word files can draw SVG."""
    project = {
        "main.typ": b'#set page(width: auto, height: auto, margin: 0mm)\n#image("drawing.svg")',
        "drawing.svg": svg.encode("utf-8"),
    }
    return typst.compile(project, format="png", ppi=_OUTLINE_DOTS_PER_INCH)  # type: ignore[call-overload, no-any-return]
