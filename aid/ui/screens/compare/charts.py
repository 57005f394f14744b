"""The charts, each with its values as text."""

from __future__ import annotations

from typing import Final, get_args

import streamlit as st

from aid.tailoring.chart_limits import chart_limits
from aid.ui import runtime
from aid.ui.layout.html import html
from aid.ui.screens.compare import on_show
from aid.ui.session import record
from aid.views.charts import ChartId, chart, course_key
from aid.views.elements import bullets, disclosure, heading, paragraph

_CHARTS: Final[tuple[ChartId, ...]] = get_args(ChartId)


def show() -> None:
    """Draw the charts of the methods on show."""
    catalogue, method_ids = runtime.catalogue(), on_show.method_ids()
    words = catalogue.interface.compare
    limits = chart_limits(catalogue, record.answers())
    # Each message costs time: what is below one chart and above the next is in one.
    above = heading(2, words.charts_title) + paragraph(words.charts_note)
    for chart_id in _CHARTS:
        limit = limits.get(chart_id)
        drawn = chart(catalogue, chart_id, method_ids, limit=limit)
        above += heading(3, drawn.title)
        if chart_id == "course":
            above += course_key(catalogue)
        if limit is not None:
            above += paragraph(words.limit_line.format(said=limit.words), "note")
        html(above)
        st.vega_lite_chart(drawn.specification, alt=drawn.alt, key=f"chart-{chart_id}")
        above = disclosure(words.chart_as_text, bullets(drawn.lines))
    html(above + paragraph(words.course_note, "note"))
