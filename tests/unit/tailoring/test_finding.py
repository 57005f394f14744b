"""A search finds what holds all words and belongs to the method and the fact, and nothing else."""

from __future__ import annotations

import pytest

from aid.catalogue.catalogue import Catalogue
from aid.catalogue.ids import FACT_IDS, METHOD_IDS, MethodId
from aid.tailoring.finding import (
    AT_A_TIME,
    Wanted,
    batch_with,
    batches,
    claims_found,
    sources_found,
)


def test_where_nothing_is_asked_for_everything_is_found(catalogue: Catalogue) -> None:
    assert claims_found(catalogue, Wanted()) == catalogue.claims
    found = sources_found(catalogue, Wanted())
    assert {item.id for item in found} == {item.id for item in catalogue.sources}
    authors = [item.authors.casefold() for item in found]
    assert authors == sorted(authors)


@pytest.mark.parametrize("method_id", METHOD_IDS)
def test_every_claim_of_a_fact_is_found_by_its_method_and_fact(
    catalogue: Catalogue, method_id: MethodId
) -> None:
    for fact_id in FACT_IDS:
        method = catalogue.method_by_id[method_id]
        content = method.facts[fact_id]
        wanted = Wanted(method=method.id, fact=fact_id)
        found = {claim.id for claim in claims_found(catalogue, wanted)}
        also = {claim for fit in method.shapes.values() for claim in fit.claims}
        assert found == set(content.claims) | (also if fact_id == "scar-shapes" else set())
        behind = {
            source for claim in content.claims for source in catalogue.claim_by_id[claim].sources
        }
        assert behind <= {source.id for source in sources_found(catalogue, wanted)}


def test_words_are_found_at_the_beginning_of_words_in_any_letters(catalogue: Catalogue) -> None:
    claim = catalogue.claims[0]
    first, second = claim.plain.split()[:2]
    for words in (first.upper(), f"  {second.lower()}, {first[:3]}!", claim.plain):
        assert claim in claims_found(catalogue, Wanted(words)), words
    assert claims_found(catalogue, Wanted("xylophone")) == ()
    assert claims_found(catalogue, Wanted(f"{first} xylophone")) == ()
    assert claims_found(catalogue, Wanted(" ?! ")) == catalogue.claims


def test_words_narrow_what_a_method_has(catalogue: Catalogue) -> None:
    all_of_it = claims_found(catalogue, Wanted(method="subcision"))
    some = claims_found(catalogue, Wanted("needle", method="subcision"))
    assert 0 < len(some) < len(all_of_it)
    everywhere = claims_found(catalogue, Wanted("needle"))
    assert list(some) == [claim for claim in all_of_it if claim in everywhere]


def test_an_author_finds_the_source_and_what_it_says(catalogue: Catalogue) -> None:
    source = catalogue.sources[0]
    wanted = Wanted(f"{source.authors} {source.title}")
    assert source in sources_found(catalogue, wanted)
    for claim in claims_found(catalogue, wanted):
        assert source.id in claim.sources


def test_parts_hold_everything_once_and_a_part_is_found_by_what_it_holds(
    catalogue: Catalogue,
) -> None:
    parts = batches(catalogue.claims)
    assert [claim for part in parts for claim in part] == list(catalogue.claims)
    assert {len(part) for part in parts[:-1]} == {AT_A_TIME}
    for place in (0, AT_A_TIME - 1, AT_A_TIME, len(catalogue.claims) - 1):
        claim = catalogue.claims[place]
        number = batch_with(catalogue.claims, claim.id)
        assert number is not None
        assert claim in parts[number]
    assert batch_with(catalogue.claims, "no-such-claim") is None
    assert batches(()) == []
