"""Which answers draw a line in a chart, and where. The line marks an answer; it rates nothing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from aid.answers.model import Answers
from aid.catalogue.answer_fields import DowntimeId, VisitsId
from aid.catalogue.catalogue import Catalogue

LIMIT_DAYS: Mapping[DowntimeId, float] = {
    "none": 0,
    "up-to-3-days": 3,
    "up-to-7-days": 7,
    "up-to-14-days": 14,
}
"""Where the line of a downtime answer is. Answers without a number have no line."""

LIMIT_VISITS: Mapping[VisitsId, float] = {"one": 1, "up-to-3": 3, "up-to-6": 6}
"""Where the line of an answer on visits is. Answers without a number have no line."""


@dataclass(frozen=True, slots=True)
class ChartLimit:
    """The line of one answer: where it is, in the unit of the chart, and what it says."""

    at: float
    words: str


def chart_limits(catalogue: Catalogue, answers: Answers) -> Mapping[str, ChartLimit]:
    """The lines that these answers draw, by the question, whose id is that of its chart."""
    limits: Mapping[str, float | None] = {
        "downtime": LIMIT_DAYS.get(answers.downtime) if answers.downtime else None,
        "visits": LIMIT_VISITS.get(answers.visits) if answers.visits else None,
    }
    said: Mapping[str, str | None] = {"downtime": answers.downtime, "visits": answers.visits}
    return {
        chart_id: ChartLimit(at, _you_said(catalogue, chart_id, said[chart_id]))
        for chart_id, at in limits.items()
        if at is not None
    }


def _you_said(catalogue: Catalogue, question_id: str, answer: str | None) -> str:
    options = catalogue.options(question_id)
    return next((option.you_said or "" for option in options if option.id == answer), "")
