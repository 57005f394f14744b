"""The data of the booklet: the whole aid on paper, in printed order, as plain text.

It holds nothing about a reader. What the screens show for some answers, such as the list for the
shapes that were ticked, stands here for every answer, to be looked up by hand.
"""

from __future__ import annotations

from aid.catalogue.catalogue import Catalogue
from aid.catalogue.ids import STANDARDS, PageId
from aid.formatting.dates import in_words
from aid.papers.booklet.about import (
    about,
    card_list,
    card_table,
    glossary,
    reading,
    reading_table,
    sections,
)
from aid.papers.booklet.facts import account, beside, certainty, glance, notes, shapes, tips
from aid.papers.booklet.forms import (
    WRITING_LINES,
    form,
    groups,
    quiz,
    quiz_answers,
    talk_choices,
    to_tell,
)
from aid.papers.booklet.parts import Booklet, FormPart, Picture, Prose, ToMark
from aid.papers.booklet.references import Numbering, works

_NOTES_LINES = 16

_STEPS: tuple[PageId, ...] = ("scars", "time", "priorities", "health")


def build_booklet(catalogue: Catalogue) -> Booklet:
    """Put together the booklet. The same content gives an equal value.

    Args:
        catalogue: The content.

    Returns:
        Everything that is printed. Methods stand in the stated order, facts in row order, sources
        in that of ``Numbering``.
    """
    numbering = Numbering(catalogue)
    interface, words, sheet = catalogue.interface, catalogue.booklet, catalogue.sheet
    pages = catalogue.page_by_id
    return Booklet(
        name=interface.service.name,
        title=pages["start"].title,
        subtitle=words.subtitle,
        lead=pages["start"].lead,
        decision=interface.start.decision,
        not_advice=interface.service.not_advice,
        footer=_footer(catalogue),
        page_of=sheet.page_of,
        sources_line=words.sources_line,
        figures_title=interface.compare.figures_title,
        why_we_ask=interface.questionnaire.why_we_ask,
        contents_title=words.contents_title,
        opening_title=words.opening_title,
        opening=_opening(catalogue),
        glance=glance(catalogue),
        methods=Prose(pages["methods"].title, (pages["methods"].lead, interface.methods.order)),
        read=Prose(words.read_title, items=words.read_items),
        certainty=certainty(catalogue),
        accounts=tuple(account(catalogue, numbering, method) for method in catalogue.methods),
        notes=notes(catalogue, numbering),
        tips=tips(catalogue, numbering),
        beside=beside(catalogue, numbering),
        answers=Prose(
            words.answers_title, (words.answers_lead, interface.questionnaire.nothing_required)
        ),
        forms=tuple(form(catalogue, step) for step in _STEPS),
        fits=Prose(words.fits_title, (words.fits_lead, interface.relevance.always_listed)),
        fits_head=(interface.compare.method_head, words.fits_head),
        shapes=shapes(catalogue, numbering),
        quiz=quiz(catalogue),
        tell=Prose(interface.sheet_page.tell_title, (words.tell_lead,)),
        to_tell=to_tell(catalogue, numbering),
        weigh=Prose(interface.weigh.title, interface.weigh.text),
        bank=Prose(words.bank_title, (words.bank_lead,)),
        groups=groups(catalogue, numbering),
        own_questions=FormPart(interface.sheet_page.own_title, lines=4 * WRITING_LINES),
        talk=Prose(sheet.title, (sheet.decision, sheet.doctor_line)),
        talk_name_line=sheet.name_line,
        talk_choices=talk_choices(catalogue),
        talk_beside=(
            FormPart(sheet.agreed_title, lines=3 * WRITING_LINES),
            FormPart(sheet.next_steps_title, lines=3 * WRITING_LINES),
        ),
        talk_outline=ToMark(
            sheet.outline_title,
            sheet.outline_caption,
            Picture("sheet-outline", sheet.outline_alt),
        ),
        talk_notes=FormPart(sheet.notes_title, lines=_NOTES_LINES),
        glossary=glossary(catalogue, numbering),
        about=Prose(pages["about"].title, (pages["about"].lead,)),
        about_parts=about(catalogue),
        reading=reading(catalogue),
        reading_table=reading_table(catalogue),
        card=Prose(interface.about.card_title, interface.about.card_lead),
        card_table=card_table(catalogue),
        card_lists=tuple(card_list(catalogue, standard) for standard in STANDARDS),
        quiz_answers=quiz_answers(catalogue, numbering),
        sources=Prose(
            interface.about.sources_title,
            (
                words.sources_lead,
                sheet.sources_at.format(address=catalogue.manifest.site_address),
            ),
        ),
        taken=words.taken,
        works=works(catalogue, numbering),
    )


def _opening(catalogue: Catalogue) -> tuple[Prose, ...]:
    words = catalogue.booklet
    return (
        *sections(catalogue.interface.start.sections),
        *sections((words.how_to_use, words.your_words)),
    )


def _footer(catalogue: Catalogue) -> str:
    words, manifest = catalogue.interface.service, catalogue.manifest
    return catalogue.booklet.footer.format(
        name=words.name,
        dated=words.dated.format(date=in_words(catalogue, manifest.content_version)),
        reviewed=words.not_reviewed
        if manifest.checked_by == "none"
        else words.reviewed.format(name=manifest.checked_by),
    )
