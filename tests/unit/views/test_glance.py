"""The comparison at a glance."""

from __future__ import annotations

import pytest

from aid.answers.model import Answers
from aid.catalogue.answer_fields import DowntimeId
from aid.catalogue.catalogue import Catalogue
from aid.catalogue.ids import METHOD_IDS
from aid.tailoring.comparison import compare, said_of_facts
from aid.views.elements import pieces
from aid.views.glance import glance_view


@pytest.mark.parametrize(("downtime", "times"), [("longer", len(METHOD_IDS)), ("not-sure", 1)])
def test_an_answer_stands_beside_each_figure_and_not_sure_once(
    catalogue: Catalogue, downtime: DowntimeId, times: int
) -> None:
    answers = Answers(downtime=downtime)
    said = said_of_facts(catalogue, answers)
    rows = compare(catalogue, answers).rows
    html = pieces(glance_view(catalogue, METHOD_IDS, rows, said, (), {}))
    assert html.count(said["downtime"].sentence) == times
