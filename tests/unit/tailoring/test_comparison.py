"""Concerns mark rows and move them up; downtime and visits add a note; nothing moves a method.

The rules, on the sample. ``tests/content/test_rows_for_concerns.py`` proves them for every set of
concerns over the content that we ship.
"""

from __future__ import annotations

import pytest

from aid.answers.model import Answers
from aid.catalogue.catalogue import Catalogue
from aid.catalogue.ids import ConcernId
from aid.tailoring.comparison import (
    Said,
    beside_answers,
    compare,
    marked_facts,
    rows,
    said_of_facts,
)


@pytest.mark.parametrize(
    ("concerns", "top", "order", "marked"),
    [
        ((), (), ["visits", "downtime", "cost"], set()),
        (("cost",), (), ["cost", "visits", "downtime"], {"cost"}),
        (("cost", "downtime"), (), ["downtime", "cost", "visits"], {"downtime", "cost"}),
        (("downtime", "cost"), ("cost",), ["cost", "downtime", "visits"], {"downtime", "cost"}),
        (
            ("cost", "downtime"),
            ("cost", "downtime"),
            ["downtime", "cost", "visits"],
            {"downtime", "cost"},
        ),
    ],
)
def test_rows_of_top_concerns_come_first_then_of_others_then_the_rest(
    sample: Catalogue,
    concerns: tuple[ConcernId, ...],
    top: tuple[ConcernId, ...],
    order: list[str],
    marked: set[str],
) -> None:
    laid_out = rows(sample, concerns, top)
    assert [row.id for row in laid_out] == order
    assert {row.id for row in laid_out if row.marked} == marked


def test_key_rows_and_marked_ones_are_open(sample: Catalogue) -> None:
    assert {row.id for row in rows(sample, ()) if row.open} == {"visits"}
    assert {row.id for row in rows(sample, ("cost",)) if row.open} == {"visits", "cost"}


def test_a_concern_marks_the_rows_that_it_names(sample: Catalogue) -> None:
    assert marked_facts(sample, ()) == set()
    assert marked_facts(sample, ("downtime", "cost")) == {"downtime", "cost"}


def test_a_note_is_the_figure_beside_the_answer(sample: Catalogue) -> None:
    answers = Answers(downtime="up-to-7-days", visits="one")
    beside = beside_answers(sample, answers, sample.method_by_id["subcision"])
    lead = "interface.compare.sources-say"
    assert beside.downtime_note == f"{lead} 2 to 7 days <off> & more. You said up to 7 days."
    assert beside.visits_note == f"{lead} 1 to 3 visits. You said one visit."


def test_a_note_without_a_figure_does_not_say_that_sources_say_so(sample: Catalogue) -> None:
    answers = Answers(downtime="up-to-7-days")
    beside = beside_answers(sample, answers, sample.method_by_id["dermabrasion"])
    assert beside.downtime_note == "No good figure. You said up to 7 days."
    assert beside.visits_note is None


def test_an_answer_without_a_sentence_is_said_in_its_own_words(sample: Catalogue) -> None:
    assert said_of_facts(sample, Answers()) == {}
    assert said_of_facts(sample, Answers(downtime="not-sure", visits="up-to-3")) == {
        "downtime": Said("I am not sure of the days", of_each=False),
        "visits": Said("You said up to 3 visits.", of_each=True),
    }


def test_every_method_has_its_place_whatever_the_answers(sample: Catalogue) -> None:
    answers = Answers(
        scar_shapes=("ice-pick",), concerns=("cost",), downtime="up-to-7-days", visits="one"
    )
    laid_out = compare(sample, answers)
    stated = [method.id for method in sample.methods]
    assert [item.method_id for item in laid_out.relevance.methods] == stated
    assert [item.method_id for item in laid_out.beside_answers] == stated
    assert laid_out.rows == rows(sample, ("cost",))
