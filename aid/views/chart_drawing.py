"""How the charts of the comparison look, drawn with Altair: without words and without values.

``python -m aid charts`` writes the drawings to a file, which ``aid.views.charts`` reads and fills
in.
"""

from __future__ import annotations

import json
from typing import Any

import altair as alt

from aid.views.charts import BAR_COLOUR, STEP_COLOURS

_LETTERS = 14
"""The size of all letters in a chart, in pixels."""


def templates_json() -> str:
    """The drawings as JSON: ``range`` for one fact, ``course`` for the course over time."""
    drawn = {"course": _course(), "range": _range()}
    return json.dumps(drawn, indent=2, sort_keys=True) + "\n"


def _range() -> dict[str, Any]:
    base = alt.Chart(alt.NamedData("bars")).encode(
        y=alt.Y("row:N", sort=None, title=None, axis=_names_above(by=19))
    )
    spans = base.mark_bar(height=12, minBandSize=3, color=BAR_COLOUR).encode(
        x=alt.X("low:Q", axis=_scale(format="d", tickMinStep=1)), x2="high:Q"
    )
    text = base.mark_text(align="left", dx=6, fontSize=_LETTERS).encode(
        x=alt.X("end:Q"), text=alt.Text("words:N")
    )
    # The line stands behind the words, which it would cross out.
    return _finished(spans + _limit_line() + text, row_height=46)


def _names_above(by: int) -> Any:
    # Beside the bars, long names would take more than half of a phone.
    return alt.Axis(
        labelAlign="left",
        labelPadding=0,
        labelOffset=-by,
        labelLimit=400,
        labelFontSize=_LETTERS,
        domain=False,
        ticks=False,
        zindex=1,  # above the line of the reader's answer
    )


def _scale(**options: Any) -> Any:
    return alt.Axis(labelFontSize=_LETTERS, titleFontSize=_LETTERS, **options)


def _limit_line() -> Any:
    return (
        alt.Chart(alt.NamedData("limits"))
        .mark_rule(strokeDash=[6, 4], strokeWidth=2, aria=False)
        .encode(x="limit:Q")
    )


def _course() -> dict[str, Any]:
    drawn = alt.layer(
        alt.Chart(alt.NamedData("bars"))
        .mark_bar(height=6, minBandSize=2)
        .encode(
            y=alt.Y(
                "row:N",
                sort=None,
                title=None,
                axis=_names_above(by=26),
                scale=alt.Scale(paddingInner=0.45),
            ),
            yOffset=alt.YOffset("step:N"),
            x=alt.X("low:Q", axis=_scale()),
            x2="high:Q",
            color=alt.Color(
                "step:N",
                scale=alt.Scale(range=list(STEP_COLOURS)),
                legend=None,  # it would be cut off on a phone: course_key says the same
            ),
        )
    )
    return _finished(drawn, row_height=58)


def _finished(drawn: Any, row_height: int) -> dict[str, Any]:
    specification: dict[str, Any] = drawn.properties(
        width="container", height={"step": row_height, "for": "position"}
    ).to_dict()
    for key in ("$schema", "data", "datasets"):
        specification.pop(key, None)
    return specification
