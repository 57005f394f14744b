"""A date as a reader sees it: in words, since days and months in figures are read in two ways."""

from __future__ import annotations

from datetime import date

from aid.catalogue.catalogue import Catalogue


def in_words(catalogue: Catalogue, day: date) -> str:
    """Say a date with the name of its month, as in "22 November 2026".

    Args:
        catalogue: The content, for the names of the months and their place.
        day: The date.
    """
    words = catalogue.interface.dates
    return words.pattern.format(day=day.day, month=words.months[day.month - 1], year=day.year)
