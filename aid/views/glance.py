"""The comparison at a glance: one table row for each method, one column for each open fact.

Every method has the same classes, the same facts and the same order. Pure functions; the screen
decides only which table it shows.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, pairwise, repeat
from math import ceil
from typing import Final

from markupsafe import Markup

from aid.catalogue.catalogue import Catalogue
from aid.catalogue.ids import DentId, FactId, MethodId
from aid.catalogue.methods import Method
from aid.tailoring.chart_limits import ChartLimit
from aid.tailoring.comparison import Row, Said
from aid.views.elements import Parts, filled, joined, paragraph, pieces
from aid.views.glossary import Split, WordsInPlace, method_to_tap, split
from aid.views.range_bars import limit_style, range_bars, scale_end
from aid.views.shape_fits import fit_cells
from aid.views.templating import frame, rendered

MOST_FACTS_ACROSS: Final = 6
"""More columns than this are too narrow to read at 1280 pixels, so further tables follow."""

_CELL_END: Final = Markup("</td>")


def glance_table(
    catalogue: Catalogue,
    method_ids: Sequence[MethodId],
    rows: Sequence[Row],
    said: Mapping[FactId, Said],
    dents: Sequence[DentId] = (),
) -> Markup:
    """All methods at once: one table row for each method, one column for each open fact.

    Where dents are ticked, what sources say of them is the first column. Where there are more
    columns than fit side by side, further tables follow, each with all methods.

    Args:
        catalogue: The content.
        method_ids: The methods to show, in the stated order.
        rows: The facts in the reader's order; only those that are open are shown.
        said: The reader's own answers, by the fact that each belongs to.
        dents: The ticked dents, in the order of the shapes.
    """
    parts = _even_parts(_opened(catalogue, method_ids, rows, said, dents))
    return pieces(_tables(catalogue, method_ids, parts, ()))


def glance_view(
    catalogue: Catalogue,
    method_ids: Sequence[MethodId],
    rows: Sequence[Row],
    said: Mapping[FactId, Said],
    dents: Sequence[DentId],
    limits: Mapping[str, ChartLimit],
) -> Parts:
    """``glance_table`` for any screen: on a narrow one a fact is shown at a time, closed ones too.

    A last table holds the closed facts; a wide screen does not show it.

    Args:
        catalogue: The content.
        method_ids: The methods to show, in the stated order.
        rows: All facts in the reader's order.
        said: The reader's own answers, by the fact that each belongs to.
        dents: The ticked dents, in the order of the shapes.
        limits: Where the line of an answer is, by the fact.
    """
    opened = _opened(catalogue, method_ids, rows, said, dents)
    methods = catalogue.some_methods(method_ids)
    closed = [_column(catalogue, methods, row, said) for row in rows if not row.open]
    return filled(
        _view_frame(catalogue),
        (Markup.escape(limit_style(catalogue, limits)),),
        (column.option for column in (*opened, *closed)),
        _tables(catalogue, method_ids, _even_parts(opened), closed),
        _notes(catalogue, rows, dents),
    )


def _notes(catalogue: Catalogue, rows: Sequence[Row], dents: Sequence[DentId]) -> Parts:
    """The notes below the tables.

    What the words of the shapes mean holds for the column of the ticked dents as well.
    """
    if dents:
        yield _fits_note(catalogue)
    yield from (_fact_notes(catalogue, row.id)[row.open] for row in rows if row.fact.note)


def row_notes(rows: Iterable[Row]) -> Markup:
    """The notes of some rows, as lines of their own below a table."""
    return joined(
        paragraph(f"{row.fact.name}: {row.fact.note}", "note") for row in rows if row.fact.note
    )


def _tables(
    catalogue: Catalogue,
    method_ids: Sequence[MethodId],
    parts: Sequence[Sequence[_Column]],
    closed: Sequence[_Column],
) -> Parts:
    methods = catalogue.some_methods(method_ids)
    inner = (
        ([column.head for column in part], _lines(catalogue, methods, part))
        for part in (*parts, closed)
        if part
    )
    return filled(_table_frames(catalogue)[len(parts), bool(closed)], *chain.from_iterable(inner))


def _lines(catalogue: Catalogue, methods: Sequence[Method], columns: Sequence[_Column]) -> Parts:
    begins = _line_begins(catalogue)
    cells = chain.from_iterable((column.cells, repeat(column.cell_end)) for column in columns)
    lines = zip((begins[method.id] for method in methods), *cells, repeat(Markup("</tr>")))
    return chain.from_iterable(lines)


@dataclass(frozen=True, slots=True)
class _Column:
    """One column: how the choice of facts names it, its head, and its cells from the top down."""

    option: Markup
    head: Markup
    cells: Sequence[Markup]
    cell_end: Markup


def _column(
    catalogue: Catalogue, methods: Sequence[Method], row: Row, said: Mapping[FactId, Said]
) -> _Column:
    """A fact's column. A phone shows one at a time, so each explains its own words."""
    option, head = _heads(catalogue, row.id)[row.marked]
    explained, end = WordsInPlace(catalogue), _CELL_END
    if own := said.get(row.id):
        note = Markup('<span class="note">{}</span>').format(own.sentence)
        if own.of_each:
            end = note + _CELL_END
        else:
            head = _head(catalogue, row.id, row.fact.name, row, note)
    cells = _cells(catalogue, row.id)
    return _Column(option, head, [explained.of(cells[method.id]) for method in methods], end)


def _opened(
    catalogue: Catalogue,
    method_ids: Sequence[MethodId],
    rows: Sequence[Row],
    said: Mapping[FactId, Said],
    dents: Sequence[DentId],
) -> list[_Column]:
    methods = catalogue.some_methods(method_ids)
    opened = [_column(catalogue, methods, row, said) for row in rows if row.open]
    if not dents:
        return opened
    fits = fit_cells(catalogue, method_ids, dents)
    cells = [fits[method.id] for method in methods]
    return [_Column(*_fits_heads(catalogue), cells, Markup("")), *opened]


def _option(column_id: str, name: str) -> Markup:
    return Markup('<option value="{}">{}</option>').format(column_id, name)


def _head(
    catalogue: Catalogue, column_id: str, name: str, row: Row | None = None, note: str = ""
) -> Markup:
    return rendered(
        "glance_head",
        words=catalogue.interface.compare,
        id=column_id,
        name=name,
        row=row,
        scale=scale_end(catalogue, row.id) if row else "",
        note=note,
    )


def _even_parts(columns: Sequence[_Column]) -> list[Sequence[_Column]]:
    """As few parts as possible, and as even as possible: none is left with a column or two."""
    count = ceil(len(columns) / MOST_FACTS_ACROSS)
    ends = [round(len(columns) * number / count) for number in range(count + 1)]
    return [columns[start:end] for start, end in pairwise(ends)]


def _note(column_id: str, name: str, said: str | None, *, is_open: bool) -> Markup:
    note = Markup('<p class="note{}" data-fact="{}">{}: {}</p>')
    return note.format("" if is_open else " rest", column_id, name, said)


# Every click on the comparison needs these. They are made of the content alone, and of no answer.


@lru_cache(maxsize=4)
def _view_frame(catalogue: Catalogue) -> tuple[Markup, ...]:
    return frame("glance_view", words=catalogue.interface.compare)


# All are there from the first click on: how many tables there are follows from the answers.
@lru_cache(maxsize=4)
def _table_frames(catalogue: Catalogue) -> Mapping[tuple[int, bool], tuple[Markup, ...]]:
    """What stands around the tables, by how many there are of open facts, and if others follow."""
    words, most = catalogue.interface.compare, ceil((len(catalogue.facts) + 1) / MOST_FACTS_ACROSS)
    return {
        (count, has_rest): frame(
            "glance_tables", words=words, opened_parts=count, rest_parts=int(has_rest)
        )
        for count in range(1, most + 1)
        for has_rest in (False, True)
    }


@lru_cache(maxsize=64)
def _heads(catalogue: Catalogue, fact_id: FactId) -> tuple[tuple[Markup, Markup], ...]:
    """How the choice of facts names a fact, and the head of its column: plain, and as a concern."""
    fact = catalogue.fact_by_id[fact_id]
    option = _option(fact_id, fact.name)
    return tuple(
        (option, _head(catalogue, fact_id, fact.name, Row(fact, marked=is_marked)))
        for is_marked in (False, True)
    )


@lru_cache(maxsize=4)
def _fits_heads(catalogue: Catalogue) -> tuple[Markup, Markup]:
    """The same for the column of the ticked dents."""
    name = catalogue.interface.compare.fits_title
    return _option("fits", name), _head(catalogue, "fits", name)


@lru_cache(maxsize=4)
def _fits_note(catalogue: Catalogue) -> Markup:
    name, shapes = catalogue.interface.compare.fits_title, catalogue.fact_by_id["scar-shapes"]
    return _note("fits", name, shapes.note, is_open=True)


@lru_cache(maxsize=64)
def _fact_notes(catalogue: Catalogue, fact_id: FactId) -> tuple[Markup, Markup]:
    """The note of a fact that is closed, and of one that is open."""
    fact = catalogue.fact_by_id[fact_id]
    closed, opened = (
        _note(fact_id, fact.name, fact.note, is_open=is_open) for is_open in (False, True)
    )
    return closed, opened


@lru_cache(maxsize=64)
def _cells(catalogue: Catalogue, fact_id: FactId) -> Mapping[MethodId, Split]:
    """The cells of a fact with their bars, without their ends."""
    bars, begin = range_bars(catalogue, fact_id), Markup('<td data-fact="{}">{}')
    return {
        method.id: split(
            catalogue,
            method.facts[fact_id].short,
            begin=begin.format(fact_id, bars.get(method.id, "")),
        )
        for method in catalogue.methods
    }


@lru_cache(maxsize=4)
def _line_begins(catalogue: Catalogue) -> Mapping[MethodId, Markup]:
    begin = Markup('<tr><th scope="row">{}</th>')
    return {method.id: begin.format(method_to_tap(method)) for method in catalogue.methods}
