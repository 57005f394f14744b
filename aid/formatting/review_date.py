"""When the content is due for review, and what is said once that day has come."""

from __future__ import annotations

from datetime import date

from aid.catalogue.catalogue import Catalogue
from aid.formatting.locale import in_words


def review_due_on(catalogue: Catalogue) -> date:
    """The date on which the content is due for review: its version plus the review interval."""
    made = catalogue.content_version
    months = made.month - 1 + catalogue.manifest.review_every_months
    # The first of the following month, so that every interval ends on a date that exists.
    year, month = made.year + (months + 1) // 12, (months + 1) % 12 + 1
    return date(year, month, 1)


def due(catalogue: Catalogue, today: date) -> tuple[str, ...]:
    """Say what is due for review, for those who keep the content.

    Args:
        catalogue: The content.
        today: The calendar date.

    Returns:
        One sentence from the day of the review on; nothing before.
    """
    on = review_due_on(catalogue)
    if today < on:
        return ()
    version = catalogue.content_version
    return (f"The content of {version:%Y-%m-%d} was due for review on {on:%Y-%m-%d}.",)


def overdue_words(catalogue: Catalogue, template: str, today: date) -> tuple[str, ...]:
    """Say to a reader that the review is overdue, in the words of a screen or of the sheet.

    Args:
        catalogue: The content.
        template: The sentence, with a gap for the day on which the review was due.
        today: The reader's calendar date, or the date of the sheet.

    Returns:
        One sentence once that day has passed; nothing until then.
    """
    on = review_due_on(catalogue)
    return (template.format(due=in_words(catalogue, on)),) if today > on else ()
