"""The three charts of the comparison, each with its numbers as text.

A bar spans the whole range that sources give. A method without a good figure has a labelled row
and no bar. No method has a colour of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from html import escape
from typing import Any, Literal

import altair as alt

from aid.catalogue import Catalogue
from aid.figures import range_words
from aid.model import Method
from aid.units import convert
from aid.vocabulary import DowntimeId, FactId, MethodId, Unit, VisitsId

ChartId = Literal["downtime", "visits", "course"]

LIMIT_DAYS: Mapping[DowntimeId, float] = {
    "none": 0,
    "up-to-3-days": 3,
    "up-to-7-days": 7,
    "up-to-14-days": 14,
}
"""Where the line of a downtime answer stands. Answers without a number have no line."""

LIMIT_VISITS: Mapping[VisitsId, float] = {"one": 1, "up-to-3": 3, "up-to-6": 6}
"""Where the line of an answer on visits stands. Answers without a number have no line."""


@dataclass(frozen=True)
class Bar:
    """One row of a chart. ``low`` and ``high`` are ``None`` where there is no good figure.

    ``step`` says what the bar is where a row has several; ``words`` is the figure as text.
    """

    method_id: MethodId
    row: str
    step: str
    low: float | None
    high: float | None
    words: str


@dataclass(frozen=True)
class Chart:
    """A chart as a finished Vega-Lite specification, with its text alternative line by line."""

    title: str
    specification: dict[str, Any]
    lines: tuple[str, ...]
    alt: str


_LETTERS = 14
"""The size of all letters in a chart, in pixels."""

BAR_COLOUR = "#2f7fd0"
STEP_COLOURS = (BAR_COLOUR, "#808080", "#3f8f8b", "#a5701f")
"""Each stands out from the light and from the dark page by at least 3 to 1."""

Span = tuple[float, float, Unit]
"""Low, high and their unit."""

_Built = tuple[dict[str, Any], tuple[Bar, ...], str]
"""A specification without values, every bar it may show, and its title."""


def parts_of(method: Method) -> tuple[str, ...]:
    """The parts of a method that are charted apart, such as light and medium peels.

    Returns:
        Their names in the order of the content; one empty name for a method without parts.
    """
    named = [
        figure.part
        for content in method.facts.values()
        for figure in content.more_figures
        if figure.role == "own-bar" and figure.part
    ]
    return tuple(dict.fromkeys(named)) or ("",)


def bars(catalogue: Catalogue, fact_id: FactId, unit: Unit) -> tuple[Bar, ...]:
    """One bar for each method, or for each of its parts, about one fact.

    Args:
        catalogue: The content.
        fact_id: The fact.
        unit: The unit of the chart's scale.
    """
    return tuple(
        _bar(catalogue, method, part, "", _main_spans(method, fact_id, part), unit)
        for method in catalogue.methods
        for part in parts_of(method)
    )


def course_bars(catalogue: Catalogue) -> tuple[Bar, ...]:
    """The course over time on one scale in weeks: four bars for each method or part of one."""
    words = catalogue.interface.compare
    return tuple(
        _bar(catalogue, method, part, step, spans, "weeks")
        for method in catalogue.methods
        for part in parts_of(method)
        for step, spans in (
            (words.course_downtime, _main_spans(method, "downtime", part)),
            (words.course_redness, _role_spans(method, "downtime", part, "longer-redness")),
            (words.course_gap, _role_spans(method, "visits", part, "gap-between-visits")),
            (words.course_result, _main_spans(method, "time-to-result", part)),
        )
    )


def _main_spans(method: Method, fact_id: FactId, part: str) -> tuple[Span, ...]:
    content = method.facts[fact_id]
    if part:
        return _role_spans(method, fact_id, part, "own-bar")
    figures = content.figures
    return ((figures.low, figures.high, figures.unit),) if figures else ()


def _role_spans(method: Method, fact_id: FactId, part: str, role: str) -> tuple[Span, ...]:
    return tuple(
        (figure.low, figure.high, figure.unit)
        for figure in method.facts[fact_id].more_figures
        if figure.role == role
        and (figure.part or "") == part
        and figure.low is not None
        and figure.high is not None
    )


def _bar(
    catalogue: Catalogue,
    method: Method,
    part: str,
    step: str,
    spans: tuple[Span, ...],
    unit: Unit,
) -> Bar:
    row = part or method.name
    if not spans:
        words = catalogue.interface.compare.no_figure_row
        return Bar(method.id, row, step, None, None, words)
    ends = [_in_unit(value, span[2], unit) for span in spans for value in span[:2]]
    if len({span[2] for span in spans}) == 1:
        lows, highs = [span[0] for span in spans], [span[1] for span in spans]
        words = range_words(catalogue, min(lows), max(highs), spans[0][2])
    else:
        # Each figure keeps the unit that its source uses.
        words = "; ".join(range_words(catalogue, *span) for span in spans)
    return Bar(method.id, row, step, min(ends), max(ends), words)


def _in_unit(value: float, unit: Unit, into: Unit) -> float:
    converted = convert(value, unit, into)
    if converted is None:
        raise ValueError(f"a chart in {into} cannot show {unit}")
    return round(converted, 1)


def chart(
    catalogue: Catalogue,
    chart_id: ChartId,
    method_ids: Sequence[MethodId],
    *,
    limit: float | None = None,
    limit_words: str = "",
) -> Chart:
    """One chart for the methods on show.

    The specification is built once for each catalogue; here its data are narrowed to the methods.

    Args:
        catalogue: The content.
        chart_id: Which chart.
        method_ids: The methods on show.
        limit: Where the line of the reader's answer stands, in the chart's unit.
        limit_words: What the line says.

    Returns:
        The finished chart; methods stand in the stated order.
    """
    base, all_bars, title = _base(catalogue, chart_id)
    shown = [bar for bar in all_bars if bar.method_id in method_ids]
    values = [
        {
            "row": bar.row,
            "step": bar.step,
            "low": bar.low,
            "high": bar.high,
            "end": bar.high or 0,
            "words": bar.words,
        }
        for bar in shown
    ]
    limits = [] if limit is None else [{"limit": limit, "words": limit_words}]
    # Each layer carries its own values: data at the top would make Streamlit load pandas.
    data = {"rule": {"values": limits}}
    rows = list(dict.fromkeys(bar.row for bar in shown))
    layers = [
        _in_rows(layer, rows) | {"data": data.get(layer["mark"]["type"], {"values": values})}
        for layer in base["layer"]
        if limits or layer["mark"]["type"] != "rule"
    ]
    specification = {**base, "layer": layers}
    lines = tuple(_line(bar) for bar in shown)
    if limit_words and limit is not None:
        lines = (limit_words, *lines)
    alt_text = catalogue.interface.compare.chart_alt.format(title=title, values="; ".join(lines))
    return Chart(title, specification, lines, alt_text)


def _in_rows(layer: dict[str, Any], rows: list[str]) -> dict[str, Any]:
    # A row without a figure keeps its place only if the scale names every row.
    encoding = layer["encoding"]
    if "y" not in encoding:
        return dict(layer)
    y = encoding["y"]
    scale = {**(y.get("scale") or {}), "domain": rows}
    return {**layer, "encoding": {**encoding, "y": {**y, "scale": scale}}}


def _line(bar: Bar) -> str:
    step = f", {bar.step}" if bar.step else ""
    return f"{bar.row}{step}: {bar.words}"


@lru_cache(maxsize=8)
def _base(catalogue: Catalogue, chart_id: ChartId) -> _Built:
    # Keyed by content alone: nothing that a reader answered is in this cache.
    return _BUILDERS[chart_id](catalogue)


def _range_chart(
    fact_id: FactId, unit: Unit, title: str, axis: str, catalogue: Catalogue
) -> _Built:
    data = bars(catalogue, fact_id, unit)
    base = alt.Chart(alt.NamedData("bars")).encode(
        y=alt.Y("row:N", sort=None, title=None, axis=_names_above(by=19))
    )
    spans = base.mark_bar(height=12, minBandSize=3, color=BAR_COLOUR).encode(
        x=alt.X("low:Q", title=axis, axis=_scale(format="d", tickMinStep=1)), x2="high:Q"
    )
    text = base.mark_text(align="left", dx=6, fontSize=_LETTERS).encode(
        x=alt.X("end:Q"), text=alt.Text("words:N")
    )
    # The line stands behind the words, which it would cross out.
    return _finished(spans + _limit_line() + text, data, title, row_height=46)


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


def _course_chart(catalogue: Catalogue) -> _Built:
    words = catalogue.interface.compare
    data = course_bars(catalogue)
    order = _steps(catalogue)
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
            yOffset=alt.YOffset("step:N", sort=order),
            x=alt.X("low:Q", title=words.course_axis, axis=_scale()),
            x2="high:Q",
            color=alt.Color(
                "step:N",
                sort=order,
                scale=alt.Scale(domain=order, range=list(STEP_COLOURS)),
                legend=None,  # it would be cut off on a phone: course_key says the same
            ),
        )
    )
    return _finished(drawn, data, words.course_chart, row_height=58)


def _steps(catalogue: Catalogue) -> list[str]:
    words = catalogue.interface.compare
    return [words.course_downtime, words.course_redness, words.course_gap, words.course_result]


def course_key(catalogue: Catalogue) -> str:
    """What the bars of the course mean, as HTML, in the order in which they stand in a row."""
    items = "".join(
        f'<li><span class="swatch" style="border-color:{colour}"></span>{escape(step)}</li>'
        for step, colour in zip(_steps(catalogue), STEP_COLOURS, strict=True)
    )
    said = escape(catalogue.interface.compare.course_colours)
    return f'<div class="chart-key"><p>{said}</p><ol>{items}</ol></div>'


def _finished(drawn: Any, data: tuple[Bar, ...], title: str, row_height: int) -> _Built:
    specification = drawn.properties(
        width="container", height={"step": row_height, "for": "position"}
    ).to_dict()
    for key in ("$schema", "data", "datasets"):
        specification.pop(key, None)
    return specification, data, title


_BUILDERS: Mapping[ChartId, Callable[[Catalogue], _Built]] = {
    "downtime": lambda catalogue: _range_chart(
        "downtime",
        "days",
        catalogue.interface.compare.downtime_chart,
        catalogue.interface.compare.downtime_axis,
        catalogue,
    ),
    "visits": lambda catalogue: _range_chart(
        "visits",
        "visits",
        catalogue.interface.compare.visits_chart,
        catalogue.interface.compare.visits_axis,
        catalogue,
    ),
    "course": _course_chart,
}
