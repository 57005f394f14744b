"""The words of the sheet as HTML: before the download, and page 1 in large type for a phone."""

from __future__ import annotations

from markupsafe import Markup

from aid.catalogue.catalogue import Catalogue
from aid.papers.render.html import HtmlRenderer
from aid.papers.sheet.content import Sheet
from aid.papers.sheet.layout import PLACES, footer, lay_out, opening, page_one
from aid.views.elements import heading, joined, paragraph


def sheet_preview(catalogue: Catalogue, sheet: Sheet, level: int = 3) -> Markup:
    """Show the same words as the printed sheet, in the same order.

    Args:
        catalogue: The content.
        sheet: The data of the sheet.
        level: The level of its headings.
    """
    layout = lay_out(catalogue, sheet)
    slide = catalogue.interface.compare.slide
    renderer = HtmlRenderer(level, catalogue.drawings, slide=slide)
    below = map(paragraph, layout.footer)
    return renderer.render(layout.opening) + renderer.render(layout.sections) + joined(below)


def page_one_large(catalogue: Catalogue, sheet: Sheet, level: int = 1) -> Markup:
    """Show page 1 to be read off a phone: in large type, and without what needs a pen.

    Args:
        catalogue: The content.
        sheet: The data of the sheet.
        level: The level of its title; its headings are one level deeper.
    """
    # A phone has no last page to point to: here a long text stays in its place.
    sections = (item for item in page_one(catalogue, sheet) if item.name != PLACES)
    decision, doctor_line, name_and_date = opening(catalogue, sheet)
    # A phone is too narrow for a table in large type.
    renderer = HtmlRenderer(level + 1, catalogue.drawings, wide=False)
    return Markup('<div class="large">{}{}{}{}{}</div>').format(
        heading(level, catalogue.sheet.title),
        renderer.render((decision, doctor_line)),
        paragraph(name_and_date.beside),
        renderer.render(sections),
        joined(map(paragraph, footer(catalogue, sheet))),
    )
