"""The items of the report card, standard by standard, as the booklet lists them."""

from __future__ import annotations

from aid.catalogue.catalogue import Catalogue
from aid.catalogue.ids import Standard
from aid.checks.editorial.report_card import computed_status
from aid.papers.blocks import Note, Notes, Section


def card_items(catalogue: Catalogue, standard: Standard) -> Section:
    """Every item of one standard with how the aid does."""
    words = catalogue.interface.about
    items = tuple(
        Note(
            item.words,
            item.evidence,
            words.card_status[item.status]
            + (f" {words.card_computed}" if computed_status(catalogue, item.id) else ""),
        )
        for item in catalogue.report_card
        if item.standard == standard
    )
    return Section(standard, words.card_name[standard], (Notes(items),))
