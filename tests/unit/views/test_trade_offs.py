"""Where concerns pull apart: shown for just the pairs that the content joins, fixed, cited."""

from __future__ import annotations

from html import unescape
from itertools import combinations

import pytest

from aid.catalogue.catalogue import Catalogue
from aid.catalogue.ids import CONCERN_IDS, ConcernId
from aid.tailoring.trade_offs import trade_offs
from aid.views.trade_offs import trade_offs_html
from tests.terms import without_terms

PAIRS = tuple(combinations(CONCERN_IDS, 2))


def joined_pairs(catalogue: Catalogue) -> set[frozenset[ConcernId]]:
    return {
        frozenset((entry.one, other)) for entry in catalogue.trade_offs for other in entry.others
    }


@pytest.mark.parametrize("pair", PAIRS, ids="+".join)
def test_a_pair_shows_what_joins_it_and_nothing_else(
    catalogue: Catalogue, pair: tuple[ConcernId, ConcernId]
) -> None:
    found = trade_offs(catalogue, pair)
    assert bool(found) == (frozenset(pair) in joined_pairs(catalogue))
    assert found == trade_offs(catalogue, pair[::-1])
    for entry in found:
        assert {entry.one, *entry.others} >= set(pair)


def test_one_concern_alone_pulls_at_nothing(catalogue: Catalogue) -> None:
    for concern in CONCERN_IDS:
        assert trade_offs(catalogue, (concern,)) == ()
    assert trade_offs(catalogue, ()) == ()


def test_all_concerns_show_every_entry_once_in_the_order_of_the_content(
    catalogue: Catalogue,
) -> None:
    assert trade_offs(catalogue, CONCERN_IDS) == catalogue.trade_offs
    assert len(catalogue.trade_offs) > 5


def test_no_pair_is_told_twice(catalogue: Catalogue) -> None:
    pairs = [
        frozenset((entry.one, other)) for entry in catalogue.trade_offs for other in entry.others
    ]
    assert len(pairs) == len(set(pairs))


def test_no_method_of_the_list_is_named(catalogue: Catalogue) -> None:
    names = [method.name.casefold() for method in catalogue.methods]
    for entry in catalogue.trade_offs:
        assert not [name for name in names if name in entry.text.casefold()], entry.id


def test_what_is_shown_is_the_text_its_rows_and_its_sources(catalogue: Catalogue) -> None:
    html = unescape(without_terms(trade_offs_html(catalogue, catalogue.trade_offs)))
    for entry in catalogue.trade_offs:
        assert f"<p>{entry.text}</p>" in html
        rows = ", ".join(catalogue.fact_by_id[fact].name for fact in entry.facts)
        assert catalogue.interface.compare.trade_off_facts.format(facts=rows) in html
        assert (
            f'<span class="unseen">: {rows}</span></summary>' in html
        )  # else all are called alike
        for claim in entry.claims:
            assert f"<li>{catalogue.claim_by_id[claim].plain} " in html
