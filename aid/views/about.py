"""The items of the report card, as About shows them."""

from __future__ import annotations

from markupsafe import Markup

from aid.catalogue.catalogue import Catalogue
from aid.catalogue.editorial import ReportItem
from aid.catalogue.ids import STANDARDS, CardStatus
from aid.checks.editorial.report_card import computed_status
from aid.views.templating import rendered

OPEN_STATUSES: tuple[CardStatus, ...] = ("not-met", "partly", "not-read")
"""Shown without a tap: what the aid does not do is no small print."""


def card_items(catalogue: Catalogue) -> Markup:
    """The items of the report card: those that are not met, and every item one tap away."""
    words = catalogue.interface.about
    card = catalogue.report_card
    return rendered(
        "card_items",
        words=words,
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
