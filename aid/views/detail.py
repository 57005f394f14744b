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
from aid.views.elements import Parts, filled, paragraph
from aid.views.evidence import fact_evidence
from aid.views.glossary import Split, WordsInPlace, split
from aid.views.templating import frame

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
) -> Parts:
    """Some facts in detail: one table row for each fact, one column for each method.

    Args:
        catalogue: The content.
        method_ids: The columns, in the stated order.
        rows: The facts to show, in the reader's order.
        said: The reader's own answers, by the fact that each belongs to.
        caption: What the table shows; no two tables of a screen have the same.
    """
    methods, explained = catalogue.some_methods(method_ids), WordsInPlace(catalogue)
    begin, end = Markup('<tr role="row">'), Markup("</tr>")
    lines = (
        piece
        for row in rows
        for piece in (
            begin,
            *_detail_head(catalogue, row, said.get(row.id)),
            *(part for method in methods for part in _cell(catalogue, row.id, method, explained)),
            end,
        )
    )
    around = frame(
        "detail_table",
        words=catalogue.interface.compare,
        methods=methods,
        most_in_view=MOST_IN_VIEW,
        caption=caption,
        caption_id=f"caption-{len(rows)}-{rows[0].id}" if rows else "caption-empty",
    )
    return filled(around, lines)


def _cell(
    catalogue: Catalogue, fact_id: FactId, method: Method, explained: WordsInPlace
) -> tuple[Markup, Markup, Markup]:
    begin, short, end = _parts_of_cell(catalogue, fact_id, method.id)
    return begin, explained.of(short), end


# Every click on the comparison needs these. They are made of the content alone, and of no answer.


def _detail_head(catalogue: Catalogue, row: Row, said: Said | None) -> Parts:
    """The head of the row of a fact, with the reader's own answer."""
    note = Markup('<span class="note">{}</span>').format(said.sentence) if said else Markup("")
    return filled(_heads(catalogue, row.id)[row.marked], (note,))


@lru_cache(maxsize=64)
def _heads(catalogue: Catalogue, fact_id: FactId) -> tuple[tuple[Markup, ...], ...]:
    """What stands around a reader's answer in the head of a fact: plain, and as a concern."""
    words, fact = catalogue.interface.compare, catalogue.fact_by_id[fact_id]
    return tuple(
        frame("detail_head", words=words, row=Row(fact, marked=is_marked))
        for is_marked in (False, True)
    )


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
