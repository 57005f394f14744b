"""The pages beside the methods: the start, direct comparisons, questions, tips, words, about."""

from __future__ import annotations

from itertools import groupby

from aid.catalogue.catalogue import Catalogue
from aid.catalogue.ids import METHOD_IDS, SITE_PAGE_IDS
from aid.formatting.direct import sentences
from aid.papers.about import certainty, origin, reading_level, report_card, research, section
from aid.papers.blocks import Bullets, Section
from aid.papers.render.html import HtmlRenderer
from aid.site.page import Page, menu_page, path_of, rendered
from aid.tailoring.direct import at_once
from aid.views.about import card_items
from aid.views.direct import direct_view, study_account
from aid.views.elements import pieces
from aid.views.evidence import claims_and_sources, source_list
from aid.views.glossary import meanings


def start(catalogue: Catalogue) -> Page:
    """What the aid is and is not, and the way to every other page."""
    words = catalogue.interface.start
    body = rendered(
        "start",
        words=words,
        site=catalogue.site,
        picture=catalogue.drawings["skin-from-the-side"],
        sections=[item for item in words.sections if not item.only_on_screen],
        pages=[
            (path_of(page_id), catalogue.site.page[page_id])
            for page_id in SITE_PAGE_IDS
            if page_id != "start"
        ],
    )
    return menu_page(catalogue, "start", body)


def direct_comparisons(catalogue: Catalogue) -> Page:
    """Every study that set methods against each other, pair by pair."""
    body = rendered(
        "direct",
        view=pieces(direct_view(catalogue, METHOD_IDS)),
        at_once_title=catalogue.interface.direct.at_once_title,
        at_once=[study_account(catalogue, study) for study in at_once(catalogue)],
        meanings=meanings(
            catalogue,
            (said for study in catalogue.comparisons for said in sentences(catalogue, study)),
        ),
    )
    return menu_page(catalogue, "direct-comparisons", body, is_wide=True)


def questions(catalogue: Catalogue) -> Page:
    """Every question for the doctor and what to tell a doctor, each with its reason and sources."""
    body = rendered(
        "questions",
        words=catalogue.site,
        tell_title=catalogue.interface.sheet_page.tell_title,
        sources_title=catalogue.interface.compare.sources_title,
        groups=[
            (group, [item for item in catalogue.questions if item.group == group.id])
            for group in catalogue.groups
        ],
        tells=[item for item in catalogue.health if item.tell],
        sources=lambda item: source_list(catalogue, item.claims),
    )
    return menu_page(catalogue, "questions", body)


def tips(catalogue: Catalogue) -> Page:
    """The tips for talking with a doctor, and what else is good to know."""
    body = rendered(
        "tips",
        words=catalogue.interface.methods,
        more=catalogue.interface.compare.sources_title,
        tips=catalogue.tips,
        beside=[
            (item, claims_and_sources(catalogue, item.claims)) for item in catalogue.beside_tips
        ],
    )
    return menu_page(catalogue, "tips", body)


def glossary(catalogue: Catalogue) -> Page:
    """The words explained, from A to Z, each at a place of its own."""
    terms = sorted(catalogue.terms, key=lambda term: term.term.casefold())
    body = rendered(
        "glossary",
        words=catalogue.site,
        more=catalogue.interface.compare.sources_title,
        letters=[
            (letter, list(found))
            for letter, found in groupby(terms, key=lambda term: term.term[0].upper())
        ],
        sources=lambda term: source_list(catalogue, term.claims),
    )
    return menu_page(catalogue, "glossary", body)


def about(catalogue: Catalogue) -> Page:
    """Who made the aid, how the evidence was read, and what is not met."""
    privacy = Section(
        "privacy", catalogue.interface.privacy.about_title, (Bullets(catalogue.site.privacy),)
    )
    sections = (
        *map(section, catalogue.interface.about.sections),
        research(catalogue),
        privacy,
        *origin(catalogue),
        certainty(catalogue),
        reading_level(catalogue),
        report_card(catalogue),
    )
    renderer = HtmlRenderer(2, catalogue.drawings, table_class="compare plain")
    return menu_page(catalogue, "about", renderer.render(sections) + card_items(catalogue))
