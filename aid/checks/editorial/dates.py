"""Checks that no date of the content is in the future: a review would be due too late, or never."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from aid.catalogue.catalogue import Catalogue
from aid.catalogue.load import CHANGES_FILE
from aid.checks.completeness import READ_ON
from aid.errors import Place, Problem


def dates_have_come(catalogue: Catalogue, today: date) -> Iterator[Problem]:
    """Find dates after today.

    Args:
        catalogue: The content.
        today: The calendar date.
    """
    for place, stated in (
        (Place(CHANGES_FILE), catalogue.content_version),
        (READ_ON, catalogue.manifest.evidence_read_on),
    ):
        if stated > today:
            yield place.problem(f"{stated} is after today, {today}")
