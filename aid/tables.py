"""The comparison as real HTML tables: headers with scope, every value escaped.

Every method is told with the same classes, the same facts and the same order. Pure functions; the
screen decides only which table it shows.
"""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from aid.backing import backing
from aid.catalogue import Catalogue
from aid.compare import BesideAnswer, Row
from aid.glossary import method_texts, words_explained
from aid.markup import disclosure, drawing, heading, paragraph
from aid.model import Cell, Fact, Method
from aid.vocabulary import FactId, MethodId


def _marked(catalogue: Catalogue, row: Row) -> str:
    if not row.marked:
        return ""
    return f' <span class="marked">{escape(catalogue.interface.compare.marked)}</span>'


def _short(content: Cell, fact_id: FactId, beside: BesideAnswer) -> str:
    said = {"downtime": beside.downtime_said, "visits": beside.visits_said}.get(fact_id)
    return escape(content.short) + (f'<span class="note">{escape(said)}</span>' if said else "")


def _box(caption_id: str, inner: str) -> str:
    return (
        f'<div class="compare-box" role="region" aria-labelledby="{caption_id}" tabindex="0">'
        f"{inner}</div>"
    )


def glance_table(
    catalogue: Catalogue,
    method_ids: Sequence[MethodId],
    rows: Sequence[Row],
    beside: Sequence[BesideAnswer],
) -> str:
    """All methods at once: one table row for each method, one column for each open fact.

    Args:
        catalogue: The content.
        method_ids: The methods to show, in the stated order.
        rows: The facts in the reader's order; only those that are open are shown.
        beside: What sources say beside the reader's answers, for all methods.
    """
    words = catalogue.interface.compare
    notes = {item.method_id: item for item in beside}
    shown = [row for row in rows if row.open]
    heads = "".join(
        f'<th scope="col">{escape(row.fact.name)}{_marked(catalogue, row)}</th>' for row in shown
    )
    body = "".join(
        f'<tr><th scope="row">{escape(method.name)}</th>'
        + "".join(
            f"<td>{_short(method.facts[row.id], row.id, notes[method.id])}</td>" for row in shown
        )
        + "</tr>"
        for method in _methods(catalogue, method_ids)
    )
    return _box(
        "glance-caption",
        f'<table class="compare glance"><caption id="glance-caption">{escape(words.glance_caption)}'
        f'</caption><thead><tr><th scope="col">{escape(words.method_head)}</th>{heads}</tr></thead>'
        f"<tbody>{body}</tbody></table>",
    )


def one_fact_table(
    catalogue: Catalogue,
    method_ids: Sequence[MethodId],
    row: Row,
    beside: Sequence[BesideAnswer],
) -> str:
    """One fact for all methods: two columns, for a narrow screen."""
    words = catalogue.interface.compare
    notes = {item.method_id: item for item in beside}
    body = "".join(
        f'<tr><th scope="row">{escape(method.name)}</th>'
        f"<td>{_short(method.facts[row.id], row.id, notes[method.id])}</td></tr>"
        for method in _methods(catalogue, method_ids)
    )
    return (
        f'<table class="compare one-fact"><caption>{escape(row.fact.label)}'
        f"{_marked(catalogue, row)}</caption>"
        f'<thead><tr><th scope="col">{escape(words.method_head)}</th>'
        f'<th scope="col">{escape(row.fact.name)}</th></tr></thead><tbody>{body}</tbody></table>'
    )


def detail_table(
    catalogue: Catalogue,
    method_ids: Sequence[MethodId],
    rows: Sequence[Row],
    beside: Sequence[BesideAnswer],
    caption: str,
) -> str:
    """Some facts in detail: one table row for each fact, one column for each method.

    Args:
        catalogue: The content.
        method_ids: The columns, in the stated order.
        rows: The facts to show, in the reader's order.
        beside: What sources say beside the reader's answers, for all methods.
        caption: What the table shows; no two tables of a screen have the same.
    """
    words = catalogue.interface.compare
    notes = {item.method_id: item for item in beside}
    methods = _methods(catalogue, method_ids)
    heads = "".join(f'<th scope="col">{escape(method.name)}</th>' for method in methods)
    body = ""
    for row in rows:
        note = f'<span class="note">{escape(row.fact.note)}</span>' if row.fact.note else ""
        cells = "".join(
            f"<td>{_detail_cell(catalogue, row.fact, method, notes[method.id])}</td>"
            for method in methods
        )
        body += (
            f'<tr><th scope="row">{escape(row.fact.label)}{_marked(catalogue, row)}{note}</th>'
            f"{cells}</tr>"
        )
    caption_id = f"caption-{len(rows)}-{rows[0].id}" if rows else "caption-empty"
    return _box(
        caption_id,
        f'<table class="compare detail"><caption id="{caption_id}">{escape(caption)}</caption>'
        f'<thead><tr><th scope="col">{escape(words.fact_head)}</th>{heads}</tr></thead>'
        f"<tbody>{body}</tbody></table>",
    )


def _detail_cell(catalogue: Catalogue, fact: Fact, method: Method, beside: BesideAnswer) -> str:
    content = method.facts[fact.id]
    short = f'<p class="short">{_short(content, fact.id, beside)}</p>'
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
