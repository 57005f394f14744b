"""The discussion sheet as a Word file: real headings, lists and tables that can be changed."""

from __future__ import annotations

import docx
from docx.enum.section import WD_SECTION

from aid.catalogue.catalogue import Catalogue
from aid.catalogue.ids import Paper
from aid.papers.render.word.package import packed, set_properties, write_footer
from aid.papers.render.word.styles import set_page, set_styles
from aid.papers.render.word.writer import WordWriter
from aid.papers.sheet.content import Sheet
from aid.papers.sheet.layout import MOST_COLUMNS_SIDEWAYS, lay_out


def sheet_docx(catalogue: Catalogue, sheet: Sheet, paper: Paper = "a4") -> bytes:
    """Make the discussion sheet as a Word file.

    Args:
        catalogue: The content, for the printed words and the outline.
        sheet: What is printed. Its own words may hold any characters.
        paper: The size of the pages.

    Returns:
        The file, the same bytes for the same sheet. A table of many methods is on a landscape page
        of its own.
    """
    layout = lay_out(catalogue, sheet)
    document = docx.Document()
    set_styles(document, paper)
    set_properties(
        document,
        title=layout.title,
        author=catalogue.interface.service.name,
        made_on=sheet.made_on,
        language_tag=catalogue.language_tag,
    )
    set_page(document.sections[0], paper)
    write_footer(document, layout.footer, catalogue.sheet.page_of)
    document.add_paragraph(layout.title, style="Title")
    writer = WordWriter(document, catalogue.drawings, MOST_COLUMNS_SIDEWAYS)
    writer.write(layout.opening)
    was_wide = False
    for section in layout.sections:
        is_wide = section in layout.wide
        if is_wide != was_wide:
            set_page(document.add_section(WD_SECTION.NEW_PAGE), paper, sideways=is_wide)
            was_wide = is_wide
        writer.write((section,))
    return packed(document)
