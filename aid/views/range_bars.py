"""Small bars beside the words of a fact: from the lowest to the highest figure that sources give.

All methods have one scale, whichever are listed, so that a bar is as long on every list.
A screen reader meets the words alone.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from markupsafe import Markup

from aid.catalogue.catalogue import Catalogue
from aid.catalogue.ids import FACT_IDS, FactId, MethodId
from aid.formatting.figures import range_words
from aid.tailoring.chart_limits import ChartLimit
from aid.views.chart_bars import Bar, bars
from aid.views.templating import rendered


def range_bars(catalogue: Catalogue, fact_id: FactId) -> Mapping[MethodId, Markup]:
    """The bars of one fact by method: one for each part of it; none without a good figure.

    Args:
        catalogue: The content.
        fact_id: Any fact.

    Returns:
        Empty where the fact has no bars. Where the reader's own limit is, ``limit_style`` says.
    """
    return _drawn(catalogue, fact_id) if catalogue.fact_by_id[fact_id].chart_unit else {}


def limit_style(catalogue: Catalogue, limits: Mapping[str, ChartLimit]) -> str:
    """The style of a table that puts the line of the reader's answers across its bars.

    Args:
        catalogue: The content.
        limits: The line of each answer, by the fact that it is about.

    Returns:
        One custom property for each line, its place in percent of the scale.
    """
    return ";".join(
        f"--limit-{fact_id}:{_percent(limits[fact_id].at, _longest(catalogue, fact_id))}"
        for fact_id in FACT_IDS
        if fact_id in limits
    )


def scale_end(catalogue: Catalogue, fact_id: FactId) -> str:
    """The end of the scale of a fact in words, such as "14 days"; empty where it has no bars."""
    unit = catalogue.fact_by_id[fact_id].chart_unit
    if unit is None:
        return ""
    end = _longest(catalogue, fact_id)
    return range_words(catalogue, end, end, unit)


@lru_cache(maxsize=4)
def _longest(catalogue: Catalogue, fact_id: FactId) -> float:
    """Where the scale of a fact ends: the highest figure of all methods."""
    return max(bar.high or 0 for bar in _bars(catalogue, fact_id))


# Made of the content alone: the line of an answer comes from the table around it.
@lru_cache(maxsize=4)
def _drawn(catalogue: Catalogue, fact_id: FactId) -> Mapping[MethodId, Markup]:
    found: dict[MethodId, list[Bar]] = {method.id: [] for method in catalogue.methods}
    for bar in _bars(catalogue, fact_id):
        found[bar.method_id].append(bar)
    end = _longest(catalogue, fact_id)
    return {
        method.id: rendered(
            "range_bars",
            fact_id=fact_id,
            bars=[
                (
                    bar.row if bar.row != method.name else "",
                    _percent(bar.low or 0, end),
                    _percent((bar.high or 0) - (bar.low or 0), end),
                )
                for bar in found[method.id]
            ],
        )
        for method in catalogue.methods
    }


def _bars(catalogue: Catalogue, fact_id: FactId) -> list[Bar]:
    unit = catalogue.fact_by_id[fact_id].chart_unit
    found = bars(catalogue, fact_id, unit) if unit else ()
    return [bar for bar in found if bar.high is not None]


def _percent(value: float, end: float) -> str:
    return f"{round(100 * value / end, 1):g}%"
