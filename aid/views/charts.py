"""The three charts of the comparison, each with its numbers as text.

A bar spans the whole range that sources give. A method without a good figure has a labelled row
and no bar. No method has a colour of its own. How the charts look is drawn with Altair beforehand
(``aid.views.chart_drawing``): it would take 23 MiB of a server, for two drawings that never change.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal

from markupsafe import Markup

from aid.catalogue.catalogue import Catalogue
from aid.catalogue.ids import DowntimeId, FactId, MethodId, Unit, VisitsId
from aid.catalogue.methods import Method
from aid.formatting.figures import range_words
from aid.formatting.units import convert
from aid.views.elements import bullets, paragraph

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


TEMPLATES_FILE = Path(__file__).with_name("chart_templates.json")
"""The charts without words and values, as ``python -m aid charts`` writes them."""

_TEMPLATES: Mapping[str, Any] = json.loads(TEMPLATES_FILE.read_text(encoding="utf-8"))

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
    drawn = deepcopy(_TEMPLATES["range"])
    drawn["layer"][0]["encoding"]["x"]["title"] = axis
    return drawn, bars(catalogue, fact_id, unit), title


def _course_chart(catalogue: Catalogue) -> _Built:
    words = catalogue.interface.compare
    drawn = deepcopy(_TEMPLATES["course"])
    encoding = drawn["layer"][0]["encoding"]
    encoding["x"]["title"] = words.course_axis
    steps = _steps(catalogue)
    encoding["yOffset"]["sort"] = encoding["color"]["sort"] = steps
    encoding["color"]["scale"]["domain"] = steps
    return drawn, course_bars(catalogue), words.course_chart


def _steps(catalogue: Catalogue) -> list[str]:
    words = catalogue.interface.compare
    return [words.course_downtime, words.course_redness, words.course_gap, words.course_result]


def course_key(catalogue: Catalogue) -> Markup:
    """What the bars of the course mean, in the order in which they are drawn in a row."""
    items = (
        Markup('<span class="swatch" style="border-color:{}"></span>{}').format(colour, step)
        for step, colour in zip(_steps(catalogue), STEP_COLOURS, strict=True)
    )
    said = paragraph(catalogue.interface.compare.course_colours)
    return Markup('<div class="chart-key">{}</div>').format(said + bullets(items, ordered=True))


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
