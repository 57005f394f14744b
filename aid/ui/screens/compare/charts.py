"""The view of the charts, each with its values as text beside it."""

from __future__ import annotations

from typing import Final, get_args

import streamlit as st
from markupsafe import Markup

from aid.tailoring.chart_limits import chart_limits
from aid.ui import runtime
from aid.ui.layout.html import html
from aid.ui.screens.compare import on_show
from aid.ui.session import record
from aid.views.charts import ChartId, chart, chart_opening, chart_text
from aid.views.elements import Parts

_CHARTS: Final[tuple[ChartId, ...]] = get_args(ChartId)


def view() -> Parts:
    """Draw the charts of the methods on show; then comes the text of the last one."""
    catalogue, method_ids = runtime.catalogue(), on_show.method_ids()
    limits = chart_limits(catalogue, record.answers())
    above = Markup("")
    for chart_id in _CHARTS:
        drawn = chart(catalogue, chart_id, method_ids, limit=limits.get(chart_id))
        # What is below one chart and above the next is in one message.
        html(above, chart_opening(catalogue, chart_id, drawn, is_first=chart_id == _CHARTS[0]))
        st.vega_lite_chart(drawn.specification, alt=drawn.alt, key=f"chart-{chart_id}")
        above = chart_text(catalogue, chart_id, drawn)
    return (above,)
