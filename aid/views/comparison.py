"""The comparison as real HTML tables: headers with scope, and every method in the same form.

Every method has the same classes, the same facts and the same order. Pure functions; the screen
decides only which table it shows.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache, partial
from itertools import pairwise
from math import ceil
from typing import Final

from markupsafe import Markup

from aid.catalogue.catalogue import Catalogue
from aid.catalogue.ids import DentId, FactId, MethodId
from aid.catalogue.methods import Method
from aid.tailoring.comparison import Row
from aid.views.elements import joined, paragraph
from aid.views.evidence import fact_evidence
from aid.views.shape_fits import fit_cells
from aid.views.templating import rendered

MOST_FACTS_ACROSS: Final = 6
"""More columns than this are too narrow to read at 1280 pixels, so further tables follow."""

MOST_IN_VIEW: Final = 2
"""So many methods fit beside the facts on a phone."""


def glance_table(
    catalogue: Catalogue,
    method_ids: Sequence[MethodId],
    rows: Sequence[Row],
    said: Mapping[FactId, str],
    dents: Sequence[DentId] = (),
) -> Markup:
    """All methods at once: one table row for each method, one column for each open fact.

    Where dents are ticked, what sources say of them is the first column.

    Where there are more facts than fit side by side, further tables follow, each with all methods.

    Args:
        catalogue: The content.
        method_ids: The methods to show, in the stated order.
        rows: The facts in the reader's order; only those that are open are shown.
        said: The reader's own answers, by the fact that each belongs to.
        dents: The ticked dents, in the order of the shapes.
    """
    shown = [row for row in rows if row.open]
    fits = fit_cells(catalogue, method_ids, dents)
    columns = len(shown) + bool(fits)
    count = ceil(columns / MOST_FACTS_ACROSS)
    # As even as can be, so that no table is left with a column or two.
    ends = [0, *(round(columns * number / count) - bool(fits) for number in range(1, count + 1))]
    return rendered(
        "glance_tables",
        words=catalogue.interface.compare,
        methods=_methods(catalogue, method_ids),
        parts=[shown[start:end] for start, end in pairwise(ends)],
        said=said,
        fits=fits,
    )


def fact_tables(
    catalogue: Catalogue,
    method_ids: Sequence[MethodId],
    rows: Sequence[Row],
    said: Mapping[FactId, str],
    dents: Sequence[DentId] = (),
) -> Markup:
    """All methods at once on a narrow screen: one table for each fact, one below the other.

    Each is one tap away; the first one is open. Where dents are ticked, that is what sources say of
    them.

    Args:
        catalogue: The content.
        method_ids: The methods to show, in the stated order.
        rows: The facts in the reader's order.
        said: The reader's own answers, by the fact that each belongs to.
        dents: The ticked dents, in the order of the shapes.
    """
    return rendered(
        "fact_tables",
        words=catalogue.interface.compare,
        methods=_methods(catalogue, method_ids),
        fits=fit_cells(catalogue, method_ids, dents),
        rows=rows,
        said=said,
        short_rows_of=partial(_short_rows, catalogue),
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
    return rendered(
        "detail_table",
        words=catalogue.interface.compare,
        methods=_methods(catalogue, method_ids),
        most_in_view=MOST_IN_VIEW,
        rows=rows,
        said=said,
        caption=caption,
        caption_id=f"caption-{len(rows)}-{rows[0].id}" if rows else "caption-empty",
        cell=partial(_detail_cell, catalogue),
        notes=row_notes(rows),
    )


def row_notes(rows: Iterable[Row]) -> Markup:
    """The notes of some rows, as lines of their own below a table.

    In detail the style sheet shows either these or the notes in the rows: on a narrow screen a
    note would fill a column of a few letters.
    """
    return joined(
        paragraph(f"{row.fact.name}: {row.fact.note}", "note") for row in rows if row.fact.note
    )


# Every click on the comparison needs these. They are made of the content alone, and of no answer.


@lru_cache(maxsize=64)
def _short_rows(catalogue: Catalogue, fact_id: FactId) -> Mapping[MethodId, Markup]:
    return {
        method.id: rendered("short_row", name=method.name, short=method.facts[fact_id].short)
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
        return short + text + fact_evidence(catalogue, fact, content)
    return short + fact_evidence(catalogue, fact, content, before=text)


def _methods(catalogue: Catalogue, method_ids: Sequence[MethodId]) -> list[Method]:
    return [method for method in catalogue.methods if method.id in method_ids]
