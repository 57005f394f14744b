"""What About tells of the aid itself, as HTML tables: its reading level and its report card."""

from __future__ import annotations

from markupsafe import Markup

from aid.catalogue.catalogue import Catalogue
from aid.catalogue.editorial import ReportItem
from aid.catalogue.ids import CARD_STATUSES, STANDARDS, CardStatus
from aid.catalogue.shown import SHEET
from aid.checks.editorial.report_card import computed_status, counts
from aid.views.templating import rendered

OPEN_STATUSES: tuple[CardStatus, ...] = ("not-met", "partly", "not-read")
"""Shown without a tap: what the aid does not do is no small print."""


def reading_level(catalogue: Catalogue) -> Markup:
    """The reading level of every screen and of the sheet, with its heading."""
    words, found = catalogue.interface.about, catalogue.readability
    rows = (
        (
            words.reading_sheet if place.id == SHEET else _page_title(catalogue, place.id),
            f"{place.flesch_kincaid:.1f}",
            f"{place.automated_readability:.1f}",
            f"{place.as_written:.1f}",
        )
        for place in found.place
    )
    heads = (words.reading_place, words.reading_first, words.reading_second, words.reading_as_is)
    summary = words.reading_said.format(
        median=f"{found.median:.1f}",
        highest=f"{found.highest:.1f}",
        claims=f"{found.claims_median:.1f}",
        made_with=found.made_with,
    )
    return rendered("reading_level", words=words, summary=summary, heads=heads, rows=rows)


def _page_title(catalogue: Catalogue, page_id: str) -> str:
    return next(page.title for page in catalogue.pages if page.id == page_id)


def report_card(catalogue: Catalogue) -> Markup:
    """The report card: counts for each standard, what is not met, and every item one tap away."""
    words = catalogue.interface.about
    counted = []
    for standard in STANDARDS:
        found = counts(catalogue, standard)
        numbers = (str(found.get(status, 0)) for status in CARD_STATUSES)
        counted.append((words.card_name[standard], *numbers))
    card = catalogue.report_card
    return rendered(
        "report_card",
        words=words,
        heads=(words.card_standard, *(words.card_status[status] for status in CARD_STATUSES)),
        counted=counted,
        open_items=[_item(catalogue, item) for item in card if item.status in OPEN_STATUSES],
        items_of={
            standard: [_item(catalogue, item) for item in card if item.standard == standard]
            for standard in STANDARDS
        },
    )


def _item(catalogue: Catalogue, item: ReportItem) -> tuple[str, str, str]:
    """What an item says, how far it is met, and why."""
    words = catalogue.interface.about
    computed = f" {words.card_computed}" if computed_status(catalogue, item.id) else ""
    return item.words, words.card_status[item.status] + computed, item.evidence
