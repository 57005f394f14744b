"""The view of all methods at once, one line for each method."""

from __future__ import annotations

from aid.tailoring.chart_limits import chart_limits
from aid.ui import runtime
from aid.ui.screens.compare import on_show
from aid.ui.session import record
from aid.views.elements import Parts
from aid.views.glance import glance_view


def view() -> Parts:
    """All methods at once; on a narrow screen one fact of them at a time."""
    catalogue, laid_out = runtime.catalogue(), on_show.rows()
    limits = chart_limits(catalogue, record.answers())
    return glance_view(
        catalogue, on_show.method_ids(), laid_out, on_show.said(), on_show.dents(), limits
    )
