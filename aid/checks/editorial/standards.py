"""That the report card against the standards for decision aids is true of the content."""

from __future__ import annotations

from collections.abc import Iterator

from aid.catalogue.catalogue import Catalogue
from aid.checks.editorial.report_card import FULL, IN_PART, computed_status
from aid.errors import Place, Problem


def report_card_is_true(catalogue: Catalogue) -> Iterator[Problem]:
    """Find items of the report card that are missing or that the content does not bear out."""
    file = Place("report-card.toml")
    given = {item.id: item.status for item in catalogue.report_card}
    for item_id in (*FULL, *IN_PART):
        if item_id not in given:
            yield file.at(item_id).problem("is missing")
    for item_id, status in given.items():
        found = computed_status(catalogue, item_id)
        if found is not None and found != status:
            place = file.at(f"item[{item_id}]", "status")
            yield place.problem(f"is {found} by the content, not {status}")
