"""What the charts show: the figures of the content as bars, each with its words.

A bar spans the whole range that sources give. A method without a good figure has a named row and
no bar.
"""

from __future__ import annotations

from dataclasses import dataclass

from aid.catalogue.catalogue import Catalogue
from aid.catalogue.ids import FactId, MethodId, Unit
from aid.catalogue.methods import Method
from aid.formatting.figures import range_words
from aid.formatting.units import convert

Span = tuple[float, float, Unit]
"""Low, high and their unit."""


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
