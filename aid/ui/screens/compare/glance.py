"""The view of all methods at once, one line for each fact."""

from __future__ import annotations

from markupsafe import Markup

from aid.ui import runtime
from aid.ui.layout.html import html
from aid.ui.screens.compare import on_show
from aid.views.comparison import fact_tables, glance_table, row_notes
from aid.views.elements import paragraph


def show() -> None:
    """Draw all methods at once for a wide screen, and one fact of them at a time for a narrow one.

    The style sheet shows one of the two. Each message costs time, so both are in one.
    """
    catalogue, method_ids = runtime.catalogue(), on_show.method_ids()
    laid_out, said = on_show.rows(), on_show.said()
    words = catalogue.interface.compare
    dents = on_show.dents()
    wide = glance_table(catalogue, method_ids, laid_out, said, dents)
    narrow = fact_tables(catalogue, method_ids, laid_out, said, dents)
    notes = row_notes(row for row in laid_out if row.open)
    html(
        Markup('<div class="wide">{}</div><div class="narrow">{}</div>{}').format(
            paragraph(words.how_to_read, "note") + wide,
            paragraph(words.one_fact, "note") + narrow,
            notes,
        )
    )
