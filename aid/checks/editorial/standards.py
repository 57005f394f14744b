"""Checks that the report card against the standards for decision aids is true of the content."""

from __future__ import annotations

from collections.abc import Iterator

from aid.catalogue.catalogue import Catalogue
from aid.catalogue.editorial import ReportItem
from aid.checks.editorial.report_card import FULL, IN_PART, computed_status
from aid.checks.places import file_of, place_of
from aid.errors import Problem


def report_card_is_true(catalogue: Catalogue) -> Iterator[Problem]:
    """Find items of the report card that are missing or that the content does not bear out."""
    file = file_of(catalogue, ReportItem)
    given = {item.id for item in catalogue.report_card}
    for item_id in (*FULL, *IN_PART):
        if item_id not in given:
            yield file.at(item_id).problem("is missing")
    for item in catalogue.report_card:
        found = computed_status(catalogue, item.id)
        if found is not None and found != item.status:
            place = place_of(catalogue, item).at("status")
            yield place.problem(f"is {found} by the content, not {item.status}")
