"""The data of the booklet: the whole aid on paper, in printed order, as plain text.

It holds nothing about a reader. What the screens show for some answers, such as the list for the
shapes that were ticked, is printed for every answer, to be looked up by hand.
"""

from __future__ import annotations

from aid.catalogue.catalogue import Catalogue
from aid.catalogue.ids import STANDARDS
from aid.catalogue.texts.shared import Section as SectionText
from aid.formatting.locale import in_words
from aid.papers.about import (
    certainty,
    glossary,
    origin,
    reading_level,
    report_card,
    research,
    section,
)
from aid.papers.blocks import Bullets, Paragraph, Section
from aid.papers.booklet.direct import direct
from aid.papers.booklet.facts import account, beside, glance, notes, rows, shape_grid, shapes, tips
from aid.papers.booklet.forms import answers, bank, quiz, quiz_answers, talk, to_tell
from aid.papers.booklet.parts import Booklet, Cover
from aid.papers.booklet.references import Numbering, works
from aid.papers.booklet.report_card import card_items


def build_booklet(catalogue: Catalogue) -> Booklet:
    """Put together the booklet. The same content gives an equal value.

    Args:
        catalogue: The content.

    Returns:
        Everything that is printed: methods in the stated order, facts in row order, sources in the
        order of ``Numbering``.
    """
    numbering = Numbering(catalogue)
    interface, words = catalogue.interface, catalogue.booklet
    return Booklet(
        cover=_cover(catalogue),
        footer=_footer(catalogue),
        page_of=catalogue.sheet.page_of,
        sources_line=words.sources_line,
        contents_title=words.contents_title,
        opening=_opening(catalogue),
        glance=glance(catalogue),
        methods=_methods(catalogue),
        read=Section("read", words.read_title, (Bullets(words.read_items),)),
        certainty=certainty(catalogue),
        rows=rows(catalogue),
        accounts=tuple(account(catalogue, numbering, method) for method in catalogue.methods),
        notes=notes(catalogue, numbering),
        tips=tips(catalogue, numbering),
        beside=beside(catalogue, numbering),
        answers=answers(catalogue),
        shapes_lead=shape_grid(catalogue),
        shapes_head=(interface.compare.method_head, words.fits_head),
        shapes=shapes(catalogue, numbering),
        direct=direct(catalogue, numbering),
        quiz=quiz(catalogue),
        tell=to_tell(catalogue, numbering),
        weigh=_weigh(catalogue),
        bank=bank(catalogue, numbering),
        talk=talk(catalogue),
        glossary=glossary(catalogue, numbering.of),
        about=_about(catalogue),
        reading=reading_level(catalogue),
        card=report_card(catalogue),
        card_lists=tuple(card_items(catalogue, standard) for standard in STANDARDS),
        quiz_answers=quiz_answers(catalogue, numbering),
        sources=_sources(catalogue),
        works=works(catalogue, numbering),
    )


def _cover(catalogue: Catalogue) -> Cover:
    start, interface = catalogue.page_by_id["start"], catalogue.interface
    return Cover(
        name=interface.service.name,
        title=start.title,
        subtitle=catalogue.booklet.subtitle,
        lead=start.lead,
        decision=interface.start.decision,
        not_advice=interface.service.not_advice,
    )


def _footer(catalogue: Catalogue) -> str:
    words, manifest = catalogue.interface.service, catalogue.manifest
    return catalogue.booklet.footer.format(
        name=words.name,
        dated=words.dated.format(date=in_words(catalogue, catalogue.content_version)),
        reviewed=words.not_reviewed
        if manifest.checked_by == "none"
        else words.reviewed.format(name=manifest.checked_by),
    )


def _true_of_paper(found: tuple[SectionText, ...]) -> tuple[Section, ...]:
    return tuple(section(item) for item in found if not item.only_on_screen)


def _opening(catalogue: Catalogue) -> Section:
    words = catalogue.booklet
    found = (*catalogue.interface.start.sections, words.how_to_use, words.your_words)
    return Section("opening", words.opening_title, _true_of_paper(found))


def _methods(catalogue: Catalogue) -> Section:
    page = catalogue.page_by_id["methods"]
    lead = (Paragraph(page.lead), Paragraph(catalogue.interface.methods.order))
    return Section("methods", page.title, lead)


def _about(catalogue: Catalogue) -> Section:
    page = catalogue.page_by_id["about"]
    sections = _true_of_paper(catalogue.interface.about.sections)
    parts = (*sections, research(catalogue), *origin(catalogue))
    return Section("about", page.title, (Paragraph(page.lead), *parts))


def _weigh(catalogue: Catalogue) -> Section:
    words = catalogue.interface.weigh
    texts = (*words.text, *catalogue.findings_for("weigh"))
    return Section("weigh", words.title, tuple(map(Paragraph, texts)))


def _sources(catalogue: Catalogue) -> Section:
    words = catalogue.booklet
    address = catalogue.sheet.sources_at.format(address=catalogue.manifest.site_address)
    lead = (Paragraph(words.sources_lead), Paragraph(address))
    return Section("sources", catalogue.interface.about.sources_title, lead)
