"""The comparison as real HTML tables: headers with scope, every value escaped.

Every method is told with the same classes, the same facts and the same order. Pure functions; the
screen decides only which table it shows.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from html import escape
from itertools import pairwise
from math import ceil
from typing import Final

from aid.catalogue.catalogue import Catalogue
from aid.catalogue.ids import FactId, MethodId
from aid.catalogue.methods import Method
from aid.formatting.glossary import method_texts
from aid.tailoring.comparison import Row
from aid.views.elements import disclosure, drawing, heading, paragraph
from aid.views.evidence import backing
from aid.views.glossary import words_explained

MOST_FACTS_ACROSS: Final = 6
"""More columns than this are too narrow to read at 1280 pixels, so further tables follow."""

MOST_IN_VIEW: Final = 2
"""So many methods fit beside the facts on a phone."""


def _marked(catalogue: Catalogue, row: Row) -> str:
    if not row.marked:
        return ""
    return f' <span class="marked">{escape(catalogue.interface.compare.marked)}</span>'


def _said(fact_id: FactId, said: Mapping[FactId, str]) -> str:
    """The reader's own answer, said once, in the heading of the fact that it belongs to."""
    return f'<span class="note">{escape(said[fact_id])}</span>' if fact_id in said else ""


def _box(caption_id: str, inner: str) -> str:
    # The room is what the style sheet measures: a table that fits needs no box that scrolls.
    return (
        '<div class="compare-room">'
        f'<div class="compare-box" role="region" aria-labelledby="{caption_id}" tabindex="0">'
        f"{inner}</div></div>"
    )


def glance_table(
    catalogue: Catalogue,
    method_ids: Sequence[MethodId],
    rows: Sequence[Row],
    said: Mapping[FactId, str],
) -> str:
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
    return "".join(
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
) -> str:
    words = catalogue.interface.compare
    caption = (
        words.glance_caption
        if number == 1
        else words.glance_caption_more.format(number=number, count=count)
    )
    heads = "".join(
        f'<th scope="col">{escape(row.fact.name)}{_marked(catalogue, row)}'
        f"{_said(row.id, said)}</th>"
        for row in rows
    )
    return _box(
        f"glance-caption-{number}",
        f'<table class="compare glance"><caption id="glance-caption-{number}">{escape(caption)}'
        f'</caption><thead><tr><th scope="col">{escape(words.method_head)}</th>{heads}</tr></thead>'
        f"<tbody>{_short_rows(catalogue, method_ids, rows)}</tbody></table>",
    )


def fact_tables(
    catalogue: Catalogue,
    method_ids: Sequence[MethodId],
    rows: Sequence[Row],
    said: Mapping[FactId, str],
) -> str:
    """All methods at once on a narrow screen: one table for each fact, one below the other.

    Each is one tap away; the first one is open.

    Args:
        catalogue: The content.
        method_ids: The methods to show, in the stated order.
        rows: The facts in the reader's order.
        said: The reader's own answers, by the fact that each belongs to.
    """
    return "".join(
        f'<details class="more"{" open" if number == 0 else ""}>'
        f"<summary>{escape(row.fact.name)}{_marked(catalogue, row)}</summary>"
        f"{_one_fact(catalogue, method_ids, row, said)}</details>"
        for number, row in enumerate(rows)
    )


def _one_fact(
    catalogue: Catalogue,
    method_ids: Sequence[MethodId],
    row: Row,
    said: Mapping[FactId, str],
) -> str:
    words = catalogue.interface.compare
    body = _short_rows(catalogue, method_ids, [row])
    return (
        f'<table class="compare one-fact"><caption>{escape(row.fact.label)}'
        f"{_said(row.id, said)}</caption>"
        f'<thead><tr><th scope="col">{escape(words.method_head)}</th>'
        f'<th scope="col">{escape(row.fact.name)}</th></tr></thead><tbody>{body}</tbody></table>'
    )


def _short_rows(catalogue: Catalogue, method_ids: Sequence[MethodId], rows: Sequence[Row]) -> str:
    """One table row for each method, with some facts in their short form."""
    cells = [_short_cells(catalogue, row.id) for row in rows]
    return "".join(
        f"<tr>{head}{''.join([of_fact[method_id] for of_fact in cells])}</tr>"
        for method_id, head in _row_heads(catalogue).items()
        if method_id in method_ids
    )


def detail_table(
    catalogue: Catalogue,
    method_ids: Sequence[MethodId],
    rows: Sequence[Row],
    said: Mapping[FactId, str],
    caption: str,
) -> str:
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
    heads = "".join(f'<th scope="col">{escape(method.name)}</th>' for method in methods)
    body = ""
    for row in rows:
        note = f'<span class="note of-row">{escape(row.fact.note)}</span>' if row.fact.note else ""
        cells = "".join(
            f"<td>{_detail_cell(catalogue, row.id, method.id)}</td>" for method in methods
        )
        body += (
            f'<tr><th scope="row">{escape(row.fact.label)}{_marked(catalogue, row)}'
            f"{_said(row.id, said)}{note}</th>{cells}</tr>"
        )
    caption_id = f"caption-{len(rows)}-{rows[0].id}" if rows else "caption-empty"
    table = _box(
        caption_id,
        f'<table class="compare detail"><caption id="{caption_id}">{escape(caption)}</caption>'
        f'<thead><tr><th scope="col">{escape(words.fact_head)}</th>{heads}</tr></thead>'
        f"<tbody>{body}</tbody></table>",
    )
    # On a phone two methods are in view at most.
    slide = paragraph(words.slide, "note slide") if len(methods) > MOST_IN_VIEW else ""
    return slide + table + f'<div class="below-rows">{row_notes(rows)}</div>'


def row_notes(rows: Iterable[Row]) -> str:
    """What stands with some rows, as lines of their own below a table.

    In detail the style sheet shows either these or the notes in the rows: on a narrow screen a
    note would fill a column of a few letters.
    """
    return "".join(
        paragraph(f"{row.fact.name}: {row.fact.note}", "note") for row in rows if row.fact.note
    )


# What follows is kept, because every click on the comparison needs it. It is made of the content
# alone: nothing that a reader answered is in these caches.


@lru_cache(maxsize=1)
def _row_heads(catalogue: Catalogue) -> Mapping[MethodId, str]:
    return {
        method.id: f'<th scope="row">{escape(method.name)}</th>' for method in catalogue.methods
    }


@lru_cache(maxsize=32)
def _short_cells(catalogue: Catalogue, fact_id: FactId) -> Mapping[MethodId, str]:
    return {
        method.id: f"<td>{escape(method.facts[fact_id].short)}</td>" for method in catalogue.methods
    }


@lru_cache(maxsize=512)
def _detail_cell(catalogue: Catalogue, fact_id: FactId, method_id: MethodId) -> str:
    fact = catalogue.fact_by_id[fact_id]
    content = catalogue.method_by_id[method_id].facts[fact_id]
    short = paragraph(content.short, "short")
    text = paragraph(content.text)
    # A serious risk is never one tap away.
    if fact.id == "serious-risks":
        return short + text + backing(catalogue, fact, content)
    return short + backing(catalogue, fact, content, before=text)


def method_account(catalogue: Catalogue, method: Method) -> str:
    """One method with all its facts under the same headings, for reading before any question."""
    inner = paragraph(catalogue.interface.families[method.family], "label")
    for fact in catalogue.facts:
        content = method.facts[fact.id]
        note = paragraph(fact.note, "note") if fact.note else ""
        inner += (
            heading(3, fact.label)
            + paragraph(content.short, "short")
            + paragraph(content.text)
            + note
            + backing(catalogue, fact, content)
        )
    return (
        f'<section class="method"><h2>{escape(method.name)}</h2>'
        + drawing(catalogue.drawings[f"method-{method.id}"], method.drawing_alt)
        + paragraph(method.summary)
        + words_explained(
            catalogue,
            catalogue.interface.methods.words_explained.format(name=method.name),
            method_texts(catalogue, method),
        )
        + disclosure(catalogue.interface.methods.open_method.format(name=method.name), inner)
        + "</section>"
    )


def _methods(catalogue: Catalogue, method_ids: Sequence[MethodId]) -> list[Method]:
    return [method for method in catalogue.methods if method.id in method_ids]
