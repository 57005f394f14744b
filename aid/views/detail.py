"""The comparison in detail: one table row for each fact, one column for each method.

Every method has the same classes, the same facts and the same order.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Final

from markupsafe import Markup

from aid.catalogue.catalogue import Catalogue
from aid.catalogue.ids import FactId, MethodId
from aid.catalogue.methods import Method
from aid.tailoring.comparison import Row, Said
from aid.views.elements import paragraph, pieces
from aid.views.evidence import fact_evidence
from aid.views.glossary import Split, WordsInPlace, split
from aid.views.templating import rendered

MOST_IN_VIEW: Final = 2
"""How many methods fit beside the facts on a phone."""

_CELL: Final = Markup(
    # The name is seen on a phone alone.
    '<td role="cell"><span class="of-method" aria-hidden="true">{}</span><p class="short">'
)


def detail_table(
    catalogue: Catalogue,
    method_ids: Sequence[MethodId],
    rows: Sequence[Row],
    said: Mapping[FactId, Said],
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
    methods, begin, end = (
        catalogue.some_methods(method_ids),
        Markup('<tr role="row">'),
        Markup("</tr>"),
    )
    explained = WordsInPlace(catalogue)
    lines = pieces(
        piece
        for row in rows
        for piece in (
            begin,
            _detail_head(catalogue, row, said.get(row.id)),
            *(_cell(catalogue, row.id, method, explained) for method in methods),
            end,
        )
    )
    return rendered(
        "detail_table",
        words=catalogue.interface.compare,
        methods=methods,
        most_in_view=MOST_IN_VIEW,
        lines=lines,
        caption=caption,
        caption_id=f"caption-{len(rows)}-{rows[0].id}" if rows else "caption-empty",
    )


def _cell(catalogue: Catalogue, fact_id: FactId, method: Method, explained: WordsInPlace) -> Markup:
    begin, short, end = _parts_of_cell(catalogue, fact_id, method.id)
    return pieces((begin, explained.of(short), end))


# Every click on the comparison needs these. They are made of the content alone, and of no answer.


def _detail_head(catalogue: Catalogue, row: Row, said: Said | None) -> Markup:
    """The head of the row of a fact, with the reader's own answer."""
    if not said and not row.marked:
        return _plain_heads(catalogue)[row.id]
    return _drawn_head(catalogue, row, said.sentence if said else "")


# All are there from the first click on, and none with what a reader said or marked.
@lru_cache(maxsize=2)
def _plain_heads(catalogue: Catalogue) -> Mapping[FactId, Markup]:
    return {
        fact.id: _drawn_head(catalogue, Row(fact, marked=False), "") for fact in catalogue.facts
    }


def _drawn_head(catalogue: Catalogue, row: Row, said: str) -> Markup:
    return rendered("detail_head", words=catalogue.interface.compare, row=row, said=said)


@lru_cache(maxsize=512)
def _parts_of_cell(
    catalogue: Catalogue, fact_id: FactId, method_id: MethodId
) -> tuple[Markup, Split, Markup]:
    """What stands before the short form, that form, and what stands after it."""
    fact, method = catalogue.fact_by_id[fact_id], catalogue.method_by_id[method_id]
    content = method.facts[fact_id]
    # What is one tap away explains its own words: few of these are opened.
    text = paragraph(WordsInPlace(catalogue)(content.text))
    # A serious risk is never one tap away.
    if fact.id == "serious-risks":
        in_full = text + fact_evidence(catalogue, fact, content, of=method_id)
    else:
        in_full = fact_evidence(catalogue, fact, content, before=text, of=method_id)
    short = split(catalogue, content.short)
    return _CELL.format(method.name), short, Markup("</p>{}</td>").format(in_full)
