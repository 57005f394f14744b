"""That no date of the content is still to come: its review would be due too late, or never."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from aid.catalogue.catalogue import Catalogue
from aid.errors import Place, Problem

_MANIFEST = Place("manifest.toml")


def dates_have_come(catalogue: Catalogue, today: date) -> Iterator[Problem]:
    """Find dates after today.

    Args:
        catalogue: The content.
        today: The calendar date.
    """
    manifest = catalogue.manifest
    for key, stated in (
        ("content-version", manifest.content_version),
        ("evidence-read-on", manifest.evidence_read_on),
    ):
        if stated > today:
            yield _MANIFEST.at(key).problem(f"{stated} is after today, {today}")
