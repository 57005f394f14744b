"""How the charts of the comparison look, drawn with Altair.

A drawing holds no figures: its data have names, and ``aid.views.charts`` puts the values there.
Only that module imports this one, when the first chart is wanted: Altair is slow to import.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import altair as alt

_FONT_SIZE = 14
"""Of all text in a chart, in pixels."""

_EDGE = 3
"""Of each bar, in pixels: where there is one figure alone, the bar has no length."""

_ROOM_FOR_WIDER_LETTERS = 40
"""At the right, in pixels: readers may set letters and words wider apart than the chart knows."""


def range_drawing(axis: str, colour: str) -> dict[str, Any]:
    """One bar in each row, its words at its end, and the line of the reader's answer.

    Args:
        axis: The title of the scale.
        colour: The colour of all bars.

    Returns:
        A Vega-Lite specification. Its data "bars" have the fields row, low, high, end and words,
        "limits" the field limit.
    """
    rows = alt.Chart(alt.NamedData("bars")).encode(
        y=alt.Y("row:N", sort=None, title=None, axis=_names_above_bars(offset=-19))
    )
    spans = rows.mark_bar(height=12 - _EDGE, color=colour, stroke=colour, strokeWidth=_EDGE).encode(
        x=alt.X("low:Q", title=axis, axis=_scale()), x2="high:Q"
    )
    words = rows.mark_text(align="left", dx=6, fontSize=_FONT_SIZE).encode(
        x=alt.X("end:Q"), text=alt.Text("words:N")
    )
    limit = (
        alt.Chart(alt.NamedData("limits"))
        .mark_rule(strokeDash=[6, 4], strokeWidth=2, aria=False)
        .encode(x="limit:Q")
    )
    # The line is drawn below the words, which it would cross out.
    return _specification(spans, limit, words, row_height=46)


def course_drawing(axis: str, colours: Mapping[str, str]) -> dict[str, Any]:
    """Several bars in each row, one for each step, in the order of the steps.

    Args:
        axis: The title of the scale.
        colours: The steps in their order, each with its colour.

    Returns:
        A Vega-Lite specification. Its data "bars" have the fields row, step, low and high.
    """
    steps = list(colours)
    y = alt.Y(
        "row:N",
        sort=None,
        title=None,
        axis=_names_above_bars(offset=-26),
        scale=alt.Scale(paddingInner=0.45),
    )
    colour, edge = (
        channel(
            "step:N",
            sort=steps,
            scale=alt.Scale(domain=steps, range=list(colours.values())),
            legend=None,  # it would be cut off on a phone: course_key says the same
        )
        for channel in (alt.Color, alt.Stroke)
    )
    bars = (
        alt.Chart(alt.NamedData("bars"))
        .mark_bar(height=7 - _EDGE, strokeWidth=_EDGE)
        .encode(
            y=y,
            yOffset=alt.YOffset("step:N", sort=steps),
            x=alt.X("low:Q", title=axis, axis=_scale()),
            x2="high:Q",
            color=colour,
            stroke=edge,
        )
    )
    return _specification(bars, row_height=58)


def _names_above_bars(offset: int) -> alt.Axis:
    # Beside the bars, long names would take more than half of a phone.
    return alt.Axis(
        labelAlign="left",
        labelPadding=0,
        labelOffset=offset,
        labelLimit=400,
        labelFontSize=_FONT_SIZE,
        domain=False,
        ticks=False,
        zindex=1,  # above the line of the reader's answer
    )


def _scale() -> alt.Axis:
    return alt.Axis(format="d", tickMinStep=1, labelFontSize=_FONT_SIZE, titleFontSize=_FONT_SIZE)


def _specification(*layers: alt.Chart, row_height: int) -> dict[str, Any]:
    chart = alt.layer(*layers).properties(
        width="container", height=alt.Step(row_height, **{"for": "position"})
    )
    drawn = chart.to_dict()
    # Altair moves data that all layers share to the top.
    shared = {"data": drawn["data"]} if "data" in drawn else {}
    return {
        "config": drawn["config"],
        "height": drawn["height"],
        "layer": [{**shared, **layer} for layer in drawn["layer"]],
        "padding": {"left": 5, "right": _ROOM_FOR_WIDER_LETTERS, "top": 5},
        "width": drawn["width"],
    }
