"""What About tells of the aid itself, as HTML tables: its reading level and its report card."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from markupsafe import Markup

from aid.catalogue.catalogue import Catalogue
from aid.catalogue.editorial import ReportItem
from aid.catalogue.ids import CARD_STATUSES, STANDARDS, CardStatus
from aid.catalogue.text_index import SHEET
from aid.checks.editorial.report_card import computed_status, counts
from aid.views.elements import disclosure, heading, joined, paragraph

OPEN_STATUSES: tuple[CardStatus, ...] = ("not-met", "partly", "not-read")
"""Shown without a tap: what the aid does not do is no small print."""


def _table(
    table_id: str, caption: str, heads: Sequence[str], rows: Iterable[Sequence[str]]
) -> Markup:
    """A table whose first column names the rows."""
    head = joined(Markup('<th scope="col">{}</th>').format(text) for text in heads)
    body = joined(
        Markup('<tr><th scope="row">{}</th>{}</tr>').format(
            first, joined(Markup("<td>{}</td>").format(text) for text in rest)
        )
        for first, *rest in rows
    )
    return Markup(
        '<div class="compare-box" role="region" aria-labelledby="{id}" tabindex="0">'
        '<table class="compare plain"><caption id="{id}">{caption}</caption>'
        "<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>"
    ).format(id=f"caption-{table_id}", caption=caption, head=head, body=body)


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
    said = words.reading_said.format(
        median=f"{found.median:.1f}",
        highest=f"{found.highest:.1f}",
        claims=f"{found.claims_median:.1f}",
        made_with=found.made_with,
    )
    return (
        heading(2, words.reading_title)
        + paragraph(words.reading_lead)
        + paragraph(said)
        + _table("reading", words.reading_caption, heads, rows)
    )


def _page_title(catalogue: Catalogue, page_id: str) -> str:
    return next(page.title for page in catalogue.pages if page.id == page_id)


def report_card(catalogue: Catalogue) -> Markup:
    """The report card: counts for each standard, what is not met, and every item one tap away."""
    words = catalogue.interface.about
    heads = (words.card_standard, *(words.card_status[status] for status in CARD_STATUSES))
    rows = []
    for standard in STANDARDS:
        found = counts(catalogue, standard)
        rows.append(
            (words.card_name[standard], *(str(found.get(status, 0)) for status in CARD_STATUSES))
        )
    open_items = [item for item in catalogue.report_card if item.status in OPEN_STATUSES]
    every = joined(
        disclosure(
            words.card_open.format(name=words.card_name[standard]),
            _items(
                catalogue,
                standard,
                words.card_name[standard],
                [item for item in catalogue.report_card if item.standard == standard],
            ),
        )
        for standard in STANDARDS
    )
    return (
        heading(2, words.card_title)
        + joined(map(paragraph, words.card_lead))
        + _table("card", words.card_caption, heads, rows)
        + _items(catalogue, "open", words.card_not_met, open_items)
        + every
    )


def _items(
    catalogue: Catalogue, table_id: str, caption: str, items: Iterable[ReportItem]
) -> Markup:
    words = catalogue.interface.about
    rows = (
        (
            item.words,
            words.card_status[item.status]
            + (f" {words.card_computed}" if computed_status(catalogue, item.id) else ""),
            item.evidence,
        )
        for item in items
    )
    heads = (words.card_item, words.card_how, words.card_why)
    return _table(f"card-{table_id}", caption, heads, rows)
