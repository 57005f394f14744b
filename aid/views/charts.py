"""The three charts of the comparison, each with its numbers as text.

No method has a colour of its own. Altair draws each chart once for a catalogue, which takes some
30 ms; for a reader, the figures of the methods on show are put into the drawing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from threading import Lock
from typing import Any, Literal

from markupsafe import Markup

from aid.catalogue.catalogue import Catalogue
from aid.catalogue.ids import MethodId
from aid.tailoring.chart_limits import ChartLimit
from aid.views.chart_bars import Bar, bars, course_bars
from aid.views.elements import bullets, disclosure, heading, paragraph

ChartId = Literal["downtime", "visits", "course"]

STEP_COLOURS = ("#2f7fd0", "#808080", "#3f8f8b", "#a5701f")
"""Each stands out from the light and from the dark page by at least 3 to 1."""


@dataclass(frozen=True)
class Chart:
    """A chart as a finished Vega-Lite specification, with its text alternative line by line."""

    title: str
    specification: dict[str, Any]
    lines: tuple[str, ...]
    alt: str
    limit_words: str = ""
    """What the line of the reader's answer says; empty where there is no line."""


@dataclass(frozen=True)
class _Drawing:
    """A chart of the whole content: every bar it may show, and its look without values."""

    title: str
    bars: tuple[Bar, ...]
    look: Mapping[str, Any]


def chart(
    catalogue: Catalogue,
    chart_id: ChartId,
    method_ids: Sequence[MethodId],
    *,
    limit: ChartLimit | None = None,
) -> Chart:
    """One chart for the methods on show.

    Args:
        catalogue: The content.
        chart_id: Which chart.
        method_ids: The methods on show.
        limit: The line of the reader's answer, where there is one.

    Returns:
        The finished chart, its methods in the stated order.
    """
    drawing = drawings(catalogue)[chart_id]
    shown = [bar for bar in drawing.bars if bar.method_id in method_ids]
    limits = [] if limit is None else [{"limit": limit.at, "words": limit.words}]
    specification = _filled(drawing.look, shown, limits)
    lines = tuple(_line(bar) for bar in shown)
    said = limit.words if limit else ""
    values = "; ".join((said, *lines) if said else lines)
    alt = catalogue.interface.compare.chart_alt.format(title=drawing.title, values=values)
    return Chart(drawing.title, specification, lines, alt, said)


def _filled(
    look: Mapping[str, Any], shown: Sequence[Bar], limits: list[dict[str, Any]]
) -> dict[str, Any]:
    """A new specification with values; the drawing itself is shared by all readers."""
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
    rows = list(dict.fromkeys(bar.row for bar in shown))
    # Between nothing and nothing is no scale.
    across = {} if limits or any(bar.high for bar in shown) else {"domain": [0, 1]}
    data = {"bars": values, "limits": limits}
    # Each layer carries its own values: data at the top would make Streamlit load pandas.
    layers = [
        _placed(layer, {"x": across, "y": {"domain": rows}})
        | {"data": {"values": data[layer["data"]["name"]]}}
        for layer in look["layer"]
        if limits or layer["data"]["name"] != "limits"
    ]
    return {**look, "layer": layers}


def _placed(layer: Mapping[str, Any], scales: Mapping[str, Mapping[str, Any]]) -> dict[str, Any]:
    # A row without a figure keeps its place only if the scale names every row.
    encoding = {
        name: {**channel, "scale": {**channel.get("scale", {}), **scales[name]}}
        if scales.get(name)
        else channel
        for name, channel in layer["encoding"].items()
    }
    return {**layer, "encoding": encoding}


def _line(bar: Bar) -> str:
    step = f", {bar.step}" if bar.step else ""
    return f"{bar.row}{step}: {bar.words}"


_ONE_AT_A_TIME = Lock()


def drawings(catalogue: Catalogue) -> Mapping[ChartId, _Drawing]:
    """All charts, drawn once for a catalogue. The first call imports Altair, about 0.3 s."""
    # Two threads that import a package for the first time can find it half loaded.
    with _ONE_AT_A_TIME:
        return _drawn(catalogue)


@lru_cache(maxsize=2)
def _drawn(catalogue: Catalogue) -> Mapping[ChartId, _Drawing]:
    from aid.views.chart_drawing import course_drawing, range_drawing

    words = catalogue.interface.compare
    return {
        "downtime": _Drawing(
            words.downtime_chart,
            bars(catalogue, "downtime", "days"),
            range_drawing(words.downtime_axis, STEP_COLOURS[0]),
        ),
        "visits": _Drawing(
            words.visits_chart,
            bars(catalogue, "visits", "visits"),
            range_drawing(words.visits_axis, STEP_COLOURS[0]),
        ),
        "course": _Drawing(
            words.course_chart,
            course_bars(catalogue),
            course_drawing(words.course_axis, _step_colours(catalogue)),
        ),
    }


def _step_colours(catalogue: Catalogue) -> Mapping[str, str]:
    words = catalogue.interface.compare
    steps = (words.course_downtime, words.course_redness, words.course_gap, words.course_result)
    return dict(zip(steps, STEP_COLOURS, strict=True))


def chart_opening(
    catalogue: Catalogue, chart_id: ChartId, drawn: Chart, *, is_first: bool
) -> Markup:
    """What is above a chart: its title, its key, and above the first how to read them all."""
    note = paragraph(catalogue.interface.compare.charts_note, "note") if is_first else Markup("")
    key = course_key(catalogue) if chart_id == "course" else Markup("")
    return Markup('<div class="chart-opening">{}</div>').format(
        heading(2, drawn.title) + note + key
    )


def chart_text(catalogue: Catalogue, chart_id: ChartId, drawn: Chart) -> Markup:
    """The values of a chart as text, to stand beside it; the many of the course are folded."""
    words, is_course = catalogue.interface.compare, chart_id == "course"
    values = bullets(drawn.lines)
    if drawn.limit_words:
        values += paragraph(words.limit_line.format(said=drawn.limit_words), "note")
    if is_course:
        values += paragraph(words.course_note, "note")
    as_text = disclosure(words.chart_as_text, values, is_open=not is_course)
    return Markup('<div class="chart-text">{}</div>').format(as_text)


@lru_cache(maxsize=2)
def course_key(catalogue: Catalogue) -> Markup:
    """What the bars of the course mean, in the order in which they are drawn in a row."""
    items = (
        Markup('<span class="swatch" style="border-color:{}"></span>{}').format(colour, step)
        for step, colour in _step_colours(catalogue).items()
    )
    said = paragraph(catalogue.interface.compare.course_colours)
    return Markup('<div class="chart-key">{}</div>').format(said + bullets(items, ordered=True))
