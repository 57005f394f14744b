"""The bars beside downtime and visits: one scale for all, and nothing of a reader in them."""

from __future__ import annotations

import re
from typing import get_args

import pytest

from aid.answers.model import Answers
from aid.catalogue.answer_fields import DowntimeId, VisitsId
from aid.catalogue.catalogue import Catalogue
from aid.catalogue.ids import FACT_IDS, METHOD_IDS, FactId
from aid.formatting.locale import unit_word
from aid.tailoring.chart_limits import LIMIT_DAYS, LIMIT_VISITS, chart_limits
from aid.tailoring.comparison import compare, said_of_facts
from aid.views.chart_bars import Bar, bars
from aid.views.elements import pieces
from aid.views.glance import glance_view
from aid.views.range_bars import limit_style, range_bars, scale_end

BAR = re.compile(r"margin-inline-start:([\d.]+)%;width:([\d.]+)%")
CHARTED: tuple[FactId, ...] = ("visits", "downtime")


def figures(catalogue: Catalogue, fact_id: FactId) -> list[Bar]:
    unit = catalogue.fact_by_id[fact_id].chart_unit
    assert unit is not None
    return [bar for bar in bars(catalogue, fact_id, unit) if bar.high is not None]


@pytest.mark.parametrize("fact_id", CHARTED)
def test_every_bar_is_on_one_scale_from_nought_to_the_highest_figure(
    catalogue: Catalogue, fact_id: FactId
) -> None:
    found = figures(catalogue, fact_id)
    end = max(bar.high or 0 for bar in found)
    drawn = range_bars(catalogue, fact_id)
    assert set(drawn) == set(METHOD_IDS)
    for method in catalogue.methods:
        of_method = [bar for bar in found if bar.method_id == method.id]
        places = BAR.findall(drawn[method.id])
        assert len(places) == len(of_method)  # without a figure there is no bar
        for bar, (start, width) in zip(of_method, places, strict=True):
            assert bar.low is not None
            assert bar.high is not None
            assert float(start) == pytest.approx(100 * bar.low / end, abs=0.06)
            assert float(width) == pytest.approx(100 * (bar.high - bar.low) / end, abs=0.06)
    unit = catalogue.fact_by_id[fact_id].chart_unit
    assert unit is not None
    assert scale_end(catalogue, fact_id) == f"{end:g} {unit_word(catalogue, unit, end)}"


def test_a_fact_without_a_scale_has_no_bars(catalogue: Catalogue) -> None:
    for fact_id in FACT_IDS:
        if fact_id not in CHARTED:
            assert range_bars(catalogue, fact_id) == {}
            assert scale_end(catalogue, fact_id) == ""


def test_an_answer_draws_its_line_for_the_table_and_changes_no_cell(catalogue: Catalogue) -> None:
    """All answers on downtime and visits: the bars, their order and their look stay the same."""
    seen = set()
    for downtime in (None, *get_args(DowntimeId)):
        for visits in (None, *get_args(VisitsId)):
            answers = Answers(downtime=downtime, visits=visits)
            limits = chart_limits(catalogue, answers)
            said = said_of_facts(catalogue, answers)
            rows = compare(catalogue, answers).rows
            html = pieces(glance_view(catalogue, METHOD_IDS, rows, said, (), limits))
            style = limit_style(catalogue, limits)
            assert html.count(f'style="{style}"') == 1
            assert style.count("--limit-downtime:") == (downtime in LIMIT_DAYS)
            assert style.count("--limit-visits:") == (visits in LIMIT_VISITS)
            for one in said.values():
                note = f'<span class="note">{one.sentence}</span>'
                html = html.replace(note, "", len(METHOD_IDS) if one.of_each else 1)
            seen.add(html.replace(f'style="{style}"', ""))
    assert len(seen) == 1


def test_the_line_of_an_answer_is_where_the_scale_has_it(catalogue: Catalogue) -> None:
    limits = chart_limits(catalogue, Answers(downtime="up-to-7-days", visits="one"))
    assert limit_style(catalogue, limits) == "--limit-visits:12.5%;--limit-downtime:50%"
