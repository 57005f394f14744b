"""The comparison as real HTML tables: headers with scope.

Every method is told with the same classes, the same facts and the same order. Pure functions; the
screen decides only which table it shows.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from math import ceil
from typing import Final

from markupsafe import Markup

from aid.catalogue.catalogue import Catalogue
from aid.catalogue.ids import FactId, MethodId
from aid.catalogue.methods import Method
from aid.formatting.glossary import method_texts
from aid.tailoring.comparison import Row
from aid.views.elements import disclosure, drawing, heading, joined, paragraph
from aid.views.evidence import backing
from aid.views.glossary import words_explained

MOST_FACTS_ACROSS: Final = 6
"""More columns than this are too narrow to read at 1280 pixels, so further tables follow."""

MOST_IN_VIEW: Final = 2
"""So many methods fit beside the facts on a phone."""


def _mark(catalogue: Catalogue, row: Row) -> Markup:
    if not row.marked:
        return Markup("")
    return Markup(' <span class="marked">{}</span>').format(catalogue.interface.compare.marked)


def _own_answer(row: Row, said: Mapping[FactId, str]) -> Markup:
    """The reader's own answer, said once, in the heading of the fact that it belongs to."""
    if row.id not in said:
        return Markup("")
    return Markup('<span class="note">{}</span>').format(said[row.id])


def _scrolling(caption_id: str, table: Markup) -> Markup:
    # The style sheet measures the outer box: a table that fits needs no box that scrolls.
    return Markup(
        '<div class="compare-room">'
        '<div class="compare-box" role="region" aria-labelledby="{}" tabindex="0">'
        "{}</div></div>"
    ).format(caption_id, table)


def glance_table(
    catalogue: Catalogue,
    method_ids: Sequence[MethodId],
    rows: Sequence[Row],
    said: Mapping[FactId, str],
) -> Markup:
    """All methods at once: one table row for each method, one column for each open fact.

    Where there are more facts than fit side by side, further tables follow, each with all methods.

    Args:
        catalogue: The content.
        method_ids: The methods to show, in the stated order.
        rows: The facts in the reader's order; only those that are open are shown.
        said: The reader's own answers, by the fact that each belongs to.
    """
    shown = [row for row in rows if row.open]
    count = ceil(len(shown) / MOST_FACTS_ACROSS)
    # As even as can be, so that no table is left with a column or two.
    ends = [round(len(shown) * number / count) for number in range(count + 1)]
    return joined(
        _glance_part(catalogue, method_ids, shown[start:end], said, number, count)
        for number, (start, end) in enumerate(pairwise(ends), start=1)
    )


def _glance_part(
    catalogue: Catalogue,
    method_ids: Sequence[MethodId],
    rows: Sequence[Row],
    said: Mapping[FactId, str],
    number: int,
    count: int,
) -> Markup:
    words = catalogue.interface.compare
    caption = (
        words.glance_caption
        if number == 1
        else words.glance_caption_more.format(number=number, count=count)
    )
    heads = joined(
        _column_head(row.fact.name, _mark(catalogue, row) + _own_answer(row, said)) for row in rows
    )
    caption_id = f"glance-caption-{number}"
    table = Markup(
        '<table class="compare glance"><caption id="{}">{}</caption>'
        "<thead><tr>{}{}</tr></thead><tbody>{}</tbody></table>"
    ).format(
        caption_id,
        caption,
        _column_head(words.method_head),
        heads,
        _short_rows(catalogue, method_ids, rows),
    )
    return _scrolling(caption_id, table)


def _column_head(name: str, below: Markup = Markup("")) -> Markup:
    return Markup('<th scope="col">{}{}</th>').format(name, below)


def fact_tables(
    catalogue: Catalogue,
    method_ids: Sequence[MethodId],
    rows: Sequence[Row],
    said: Mapping[FactId, str],
) -> Markup:
    """All methods at once on a narrow screen: one table for each fact, one below the other.

    Each is one tap away; the first one is open.

    Args:
        catalogue: The content.
        method_ids: The methods to show, in the stated order.
        rows: The facts in the reader's order.
        said: The reader's own answers, by the fact that each belongs to.
    """
    return joined(
        Markup('<details class="more"{}><summary>{}{}</summary>{}</details>').format(
            " open" if number == 0 else "",
            row.fact.name,
            _mark(catalogue, row),
            _one_fact(catalogue, method_ids, row, said),
        )
        for number, row in enumerate(rows)
    )


def _one_fact(
    catalogue: Catalogue,
    method_ids: Sequence[MethodId],
    row: Row,
    said: Mapping[FactId, str],
) -> Markup:
    words = catalogue.interface.compare
    return Markup(
        '<table class="compare one-fact"><caption>{}{}</caption>'
        "<thead><tr>{}{}</tr></thead><tbody>{}</tbody></table>"
    ).format(
        row.fact.label,
        _own_answer(row, said),
        _column_head(words.method_head),
        _column_head(row.fact.name),
        _short_rows(catalogue, method_ids, [row]),
    )


def _short_rows(
    catalogue: Catalogue, method_ids: Sequence[MethodId], rows: Sequence[Row]
) -> Markup:
    """One table row for each method, with some facts in their short form."""
    cells = [_short_cells(catalogue, row.id) for row in rows]
    return joined(
        Markup("<tr>{}{}</tr>").format(head, joined(of_fact[method_id] for of_fact in cells))
        for method_id, head in _row_heads(catalogue).items()
        if method_id in method_ids
    )


def detail_table(
    catalogue: Catalogue,
    method_ids: Sequence[MethodId],
    rows: Sequence[Row],
    said: Mapping[FactId, str],
    caption: str,
) -> Markup:
    """Some facts in detail: one table row for each fact, one column for each method.

    Args:
        catalogue: The content.
        method_ids: The columns, in the stated order.
        rows: The facts to show, in the reader's order.
        said: The reader's own answers, by the fact that each belongs to.
        caption: What the table shows; no two tables of a screen have the same.
    """
    words = catalogue.interface.compare
    methods = _methods(catalogue, method_ids)
    heads = joined(_column_head(method.name) for method in methods)
    body = joined(_detail_row(catalogue, methods, row, said) for row in rows)
    caption_id = f"caption-{len(rows)}-{rows[0].id}" if rows else "caption-empty"
    table = Markup(
        '<table class="compare detail"><caption id="{}">{}</caption>'
        "<thead><tr>{}{}</tr></thead><tbody>{}</tbody></table>"
    ).format(caption_id, caption, _column_head(words.fact_head), heads, body)
    # On a phone two methods are in view at most.
    slide = paragraph(words.slide, "note slide") if len(methods) > MOST_IN_VIEW else Markup("")
    below = Markup('<div class="below-rows">{}</div>').format(row_notes(rows))
    return slide + _scrolling(caption_id, table) + below


def _detail_row(
    catalogue: Catalogue, methods: Sequence[Method], row: Row, said: Mapping[FactId, str]
) -> Markup:
    note = Markup("")
    if row.fact.note:
        note = Markup('<span class="note of-row">{}</span>').format(row.fact.note)
    return Markup('<tr><th scope="row">{}{}{}{}</th>{}</tr>').format(
        row.fact.label,
        _mark(catalogue, row),
        _own_answer(row, said),
        note,
        joined(_detail_cell(catalogue, row.id, method.id) for method in methods),
    )


def row_notes(rows: Iterable[Row]) -> Markup:
    """What stands with some rows, as lines of their own below a table.

    In detail the style sheet shows either these or the notes in the rows: on a narrow screen a
    note would fill a column of a few letters.
    """
    return joined(
        paragraph(f"{row.fact.name}: {row.fact.note}", "note") for row in rows if row.fact.note
    )


# What follows is kept, because every click on the comparison needs it. It is made of the content
# alone: nothing that a reader answered is in these caches.


@lru_cache(maxsize=1)
def _row_heads(catalogue: Catalogue) -> Mapping[MethodId, Markup]:
    return {
        method.id: Markup('<th scope="row">{}</th>').format(method.name)
        for method in catalogue.methods
    }


@lru_cache(maxsize=32)
def _short_cells(catalogue: Catalogue, fact_id: FactId) -> Mapping[MethodId, Markup]:
    return {
        method.id: Markup("<td>{}</td>").format(method.facts[fact_id].short)
        for method in catalogue.methods
    }


@lru_cache(maxsize=512)
def _detail_cell(catalogue: Catalogue, fact_id: FactId, method_id: MethodId) -> Markup:
    fact = catalogue.fact_by_id[fact_id]
    content = catalogue.method_by_id[method_id].facts[fact_id]
    short = paragraph(content.short, "short")
    text = paragraph(content.text)
    # A serious risk is never one tap away.
    if fact.id == "serious-risks":
        inner = text + backing(catalogue, fact, content)
    else:
        inner = backing(catalogue, fact, content, before=text)
    return Markup("<td>{}{}</td>").format(short, inner)


def method_account(catalogue: Catalogue, method: Method) -> Markup:
    """One method with all its facts under the same headings, for reading before any question."""
    inner = paragraph(catalogue.interface.families[method.family], "label")
    for fact in catalogue.facts:
        content = method.facts[fact.id]
        note = paragraph(fact.note, "note") if fact.note else Markup("")
        inner += (
            heading(3, fact.label)
            + paragraph(content.short, "short")
            + paragraph(content.text)
            + note
            + backing(catalogue, fact, content)
        )
    account = (
        heading(2, method.name)
        + drawing(catalogue.drawings[f"method-{method.id}"], method.drawing_alt)
        + paragraph(method.summary)
        + words_explained(
            catalogue,
            catalogue.interface.methods.words_explained.format(name=method.name),
            method_texts(catalogue, method),
        )
        + disclosure(catalogue.interface.methods.open_method.format(name=method.name), inner)
    )
    return Markup('<section class="method">{}</section>').format(account)


def _methods(catalogue: Catalogue, method_ids: Sequence[MethodId]) -> list[Method]:
    return [method for method in catalogue.methods if method.id in method_ids]
