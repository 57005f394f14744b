"""Tables of a Word file."""

from __future__ import annotations

from typing import Final

from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Length, Mm
from docx.table import Table as WordTable

from aid.papers.blocks import Table
from aid.papers.render.word.styles import CELL

_FIRST_COLUMN: Final = Mm(25)
_CELL_MARGIN: Final = Mm(1)


def write_table(document: Document, table: Table) -> None:
    """Write a table as wide as the page; its first row and first column are headers."""
    section = document.sections[-1]
    sides = (section.page_width, section.left_margin, section.right_margin)
    page, left, right = (side or Length(0) for side in sides)
    columns = len(table.head)
    others = Length((page - left - right - _FIRST_COLUMN) // (columns - 1))
    widths = [_FIRST_COLUMN, *[others] * (columns - 1)]
    rows = [(f"{row.name} {row.mark}".rstrip(), *row.cells) for row in table.rows]
    made = document.add_table(1 + len(rows), columns, style="Table Grid")
    _describe(made, table.caption)
    for column, width in zip(made.columns, widths, strict=True):
        column.width = width
    for number, texts in enumerate([table.head, *rows]):
        _write_row(made, number, texts, widths)


def _write_row(table: WordTable, number: int, texts: tuple[str, ...], widths: list[Length]) -> None:
    row = table.rows[number]
    for column, (cell, text, width) in enumerate(zip(row.cells, texts, widths, strict=True)):
        cell.width = width
        paragraph = cell.paragraphs[0]
        paragraph.style = CELL
        paragraph.add_run(text).bold = number == 0 or column == 0
    properties = row._tr.get_or_add_trPr()
    properties.append(OxmlElement("w:cantSplit"))
    if number == 0:
        properties.append(OxmlElement("w:tblHeader"))


def _describe(table: WordTable, caption: str) -> None:
    """State what a table is, and that its first row and first column are headers."""
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
