"""How the charts of the comparison look, in Vega-Lite, the language in which Streamlit draws them.

A drawing holds no figures: its data have names, and ``aid.views.charts`` puts the values there.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

_FONT_SIZE = 14
"""Of all text in a chart, in pixels."""

_EDGE = 3
"""Of each bar, in pixels: where there is one figure alone, the bar has no length."""

_ROOM_FOR_WIDER_LETTERS = 40
"""At the right, in pixels: readers may set letters and words wider apart than the chart knows."""

_SCALE: Final = {"labelFontSize": _FONT_SIZE, "titleFontSize": _FONT_SIZE}


def range_drawing(axis: str, colour: str) -> dict[str, Any]:
    """One bar in each row, its words at its end, and the line of the reader's answer.

    Args:
        axis: The title of the scale.
        colour: The colour of all bars.

    Returns:
        A Vega-Lite specification. Its data "bars" have the fields row, low, high, end and words,
        "limits" the field limit.
    """
    row = _rows(offset=-19)
    spans = {
        "data": {"name": "bars"},
        "mark": {
            "type": "bar",
            "height": 12 - _EDGE,
            "color": colour,
            "stroke": colour,
            "strokeWidth": _EDGE,
        },
        "encoding": {
            "x": _figure("low", title=axis, axis={**_SCALE, "format": "d", "tickMinStep": 1}),
            "x2": {"field": "high"},
            "y": row,
        },
    }
    words = {
        "data": {"name": "bars"},
        "mark": {"type": "text", "align": "left", "dx": 6, "fontSize": _FONT_SIZE},
        "encoding": {"x": _figure("end"), "y": row, "text": _name("words")},
    }
    limit = {
        "data": {"name": "limits"},
        "mark": {"type": "rule", "strokeDash": [6, 4], "strokeWidth": 2, "aria": False},
        "encoding": {"x": _figure("limit")},
    }
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
    colour = _name(
        "step",
        sort=steps,
        scale={"domain": steps, "range": list(colours.values())},
        legend=None,  # it would be cut off on a phone: course_key says the same
    )
    bars = {
        "data": {"name": "bars"},
        "mark": {"type": "bar", "height": 7 - _EDGE, "strokeWidth": _EDGE},
        "encoding": {
            "x": _figure("low", title=axis, axis=_SCALE),
            "x2": {"field": "high"},
            "y": {**_rows(offset=-26), "scale": {"paddingInner": 0.45}},
            "yOffset": _name("step", sort=steps),
            "color": colour,
            "stroke": colour,
        },
    }
    return _specification(bars, row_height=58)


def _rows(offset: int) -> dict[str, Any]:
    # Beside the bars, long names would take more than half of a phone.
    names_above_bars = {
        "labelAlign": "left",
        "labelPadding": 0,
        "labelOffset": offset,
        "labelLimit": 400,
        "labelFontSize": _FONT_SIZE,
        "domain": False,
        "ticks": False,
        "zindex": 1,  # above the line of the reader's answer
    }
    return _name("row", sort=None, title=None, axis=names_above_bars)


def _name(field: str, **more: Any) -> dict[str, Any]:
    return {"field": field, "type": "nominal", **more}


def _figure(field: str, **more: Any) -> dict[str, Any]:
    return {"field": field, "type": "quantitative", **more}


def _specification(*layers: dict[str, Any], row_height: int) -> dict[str, Any]:
    return {
        "config": {"view": {"continuousWidth": 300, "continuousHeight": 300}},
        "height": {"step": row_height, "for": "position"},
        "layer": list(layers),
        "padding": {"left": 5, "right": _ROOM_FOR_WIDER_LETTERS, "top": 5},
        "width": "container",
    }
