"""A trade-off is shown where its concern and one of the others are ticked, and else never.

The rule, on the sample. ``tests/unit/views/test_trade_offs.py`` proves it for every pair of the
content that we ship.
"""

from __future__ import annotations

from dataclasses import replace

import pytest

from aid.catalogue.catalogue import Catalogue
from aid.catalogue.ids import ConcernId
from aid.tailoring.trade_offs import trade_offs


@pytest.mark.parametrize(
    ("concerns", "shown"),
    [
        ((), False),
        (("cost",), False),
        (("downtime",), False),
        (("cost", "downtime"), True),
        (("downtime", "cost"), True),
        (("downtime", "pain", "cost"), True),
        (("cost", "pain"), False),
    ],
)
def test_both_sides_must_be_ticked(
    sample: Catalogue, concerns: tuple[ConcernId, ...], shown: bool
) -> None:
    assert trade_offs(sample, concerns) == (sample.trade_offs if shown else ())


def test_two_of_the_others_alone_pull_at_nothing_and_no_entry_comes_twice(
    sample: Catalogue,
) -> None:
    (entry,) = sample.trade_offs
    wide = entry.model_copy(update={"id": "wide", "others": ("downtime", "pain")})
    changed = replace(sample, trade_offs=(wide, entry))
    assert trade_offs(changed, ("downtime", "pain")) == ()
    assert trade_offs(changed, ("pain", "downtime", "cost")) == (wide, entry)
