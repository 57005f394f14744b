"""The charts say what the content says, in the stated order."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import altair as alt
import pytest

from aid.catalogue.catalogue import Catalogue
from aid.catalogue.ids import METHOD_IDS, NO_PROCEDURE
from aid.tailoring.chart_limits import ChartLimit
from aid.views.chart_bars import parts_of
from aid.views.charts import ChartId, chart, drawings

CHARTS: tuple[ChartId, ...] = ("downtime", "visits", "course")


def layers(specification: dict[str, Any], mark: str) -> list[dict[str, Any]]:
    return [layer for layer in specification["layer"] if layer["mark"]["type"] == mark]


@pytest.mark.parametrize("chart_id", CHARTS)
def test_a_filled_drawing_is_still_sound(catalogue: Catalogue, chart_id: ChartId) -> None:
    """Values are put into what Altair drew, so Altair reads the whole again by its schema."""
    for limit in (None, ChartLimit(7, "You said: up to 7 days.")):
        specification = chart(catalogue, chart_id, METHOD_IDS, limit=limit).specification
        assert alt.LayerChart.from_dict(specification).layer
        # Data at the top would make Streamlit load pandas.
        assert not {"data", "datasets"} & set(specification)


def test_readers_who_come_at_once_get_the_same_drawings(catalogue: Catalogue) -> None:
    with ThreadPoolExecutor(8) as pool:
        drawn = list(pool.map(drawings, [catalogue] * 8))
    assert {id(found) for found in drawn} == {id(drawings(catalogue))}


@pytest.mark.parametrize("chart_id", CHARTS)
def test_every_method_has_its_rows_in_the_stated_order(
    catalogue: Catalogue, chart_id: ChartId
) -> None:
    drawn = chart(catalogue, chart_id, METHOD_IDS)
    rows = [part or method.name for method in catalogue.methods for part in parts_of(method)]
    (bars,) = layers(drawn.specification, "bar")
    assert bars["encoding"]["y"]["scale"]["domain"] == rows
    assert list(dict.fromkeys(value["row"] for value in bars["data"]["values"])) == rows
    assert len(drawn.lines) == len(bars["data"]["values"])
    for value, line in zip(bars["data"]["values"], drawn.lines, strict=True):
        assert line.startswith(value["row"])
        assert line.endswith(value["words"])
        assert line in drawn.alt
        if value["low"] is None:
            assert value["words"] == catalogue.interface.compare.no_figure_row


@pytest.mark.parametrize("chart_id", CHARTS)
def test_the_words_in_a_chart_are_those_of_the_content(
    catalogue: Catalogue, chart_id: ChartId
) -> None:
    words = catalogue.interface.compare
    axis = {
        "downtime": words.downtime_axis,
        "visits": words.visits_axis,
        "course": words.course_axis,
    }
    (bars,) = layers(chart(catalogue, chart_id, METHOD_IDS).specification, "bar")
    assert bars["encoding"]["x"]["title"] == axis[chart_id]
    if chart_id == "course":
        steps = list(dict.fromkeys(value["step"] for value in bars["data"]["values"]))
        assert bars["encoding"]["color"]["scale"]["domain"] == steps
        assert bars["encoding"]["color"]["sort"] == steps
        assert bars["encoding"]["yOffset"]["sort"] == steps


@pytest.mark.parametrize("chart_id", CHARTS)
def test_a_list_whose_figures_are_all_nothing_has_a_scale(
    catalogue: Catalogue, chart_id: ChartId
) -> None:
    """Raised scars alone: “no procedure for now”, of which each figure is 0."""
    (bars,) = layers(chart(catalogue, chart_id, (NO_PROCEDURE,)).specification, "bar")
    assert bars["encoding"]["x"]["scale"]["domain"] == [0, 1]
    (others,) = layers(chart(catalogue, chart_id, METHOD_IDS).specification, "bar")
    assert "domain" not in others["encoding"]["x"].get("scale", {})


@pytest.mark.parametrize("chart_id", ["downtime", "visits", "course"])
def test_a_single_figure_can_be_seen(catalogue: Catalogue, chart_id: ChartId) -> None:
    """Its bar has no length: the edge around it shows."""
    (bars,) = layers(chart(catalogue, chart_id, METHOD_IDS).specification, "bar")
    figures = [(bar["low"], bar["high"]) for bar in bars["data"]["values"]]
    assert any(low == high for low, high in figures if low is not None)
    assert bars["mark"]["strokeWidth"] >= 2
    assert "stroke" in bars["mark"] or bars["encoding"]["stroke"]


def test_only_an_answer_with_a_number_draws_a_line(catalogue: Catalogue) -> None:
    assert not layers(chart(catalogue, "downtime", METHOD_IDS).specification, "rule")
    drawn = chart(catalogue, "downtime", METHOD_IDS, limit=ChartLimit(0, "You said: none."))
    (line,) = layers(drawn.specification, "rule")
    assert line["data"]["values"] == [{"limit": 0, "words": "You said: none."}]
    assert drawn.limit_words == "You said: none."
    assert drawn.limit_words in drawn.alt


def test_one_readers_chart_leaves_nothing_in_anothers(catalogue: Catalogue) -> None:
    before = chart(catalogue, "visits", METHOD_IDS)
    chart(catalogue, "visits", METHOD_IDS[:2], limit=ChartLimit(3, "You said: up to 3."))
    assert chart(catalogue, "visits", METHOD_IDS) == before
