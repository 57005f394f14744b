"""Each fact can be opened: what sources say, who was counted, how long, how sure, a link."""

from __future__ import annotations

from html import unescape

import pytest

from aid.catalogue.catalogue import Catalogue
from aid.catalogue.ids import AUDITED, METHOD_IDS, MethodId
from aid.formatting.citations import claim_summary, people_counted, used_for
from aid.views.evidence import claims_and_sources, fact_evidence, source_item


@pytest.mark.parametrize("method_id", METHOD_IDS)
def test_every_fact_opens_to_all_that_it_rests_on(
    catalogue: Catalogue, method_id: MethodId
) -> None:
    method = catalogue.method_by_id[method_id]
    for fact in catalogue.facts:
        content = method.facts[fact.id]
        html = unescape(fact_evidence(catalogue, fact, content))
        assert catalogue.interface.certainty[content.certainty].meaning in html
        source_ids = catalogue.cell_sources(content.claims, content.sources)
        for claim_id in content.claims:
            claim = catalogue.claim_by_id[claim_id]
            assert claim.plain in html
            assert claim_summary(catalogue, claim, source_ids) in html
        for source_id in source_ids:
            source = catalogue.source_by_id[source_id]
            assert unescape(source_item(source)) in html
            assert source.url is None or f'href="{source.url}"' in html
        for figure in content.more_figures:
            assert figure.who in html


def test_the_summary_of_a_claim_names_everything_that_is_known(catalogue: Catalogue) -> None:
    claim = catalogue.claim_by_id["fat-lasts-1"]
    assert claim_summary(catalogue, claim, claim.sources) == (
        "How sure: Low, from a source of this kind: systematic review. People counted: 4,577. "
        "Looked at after: 13.9 months on average, 14 months. We read it twice. "
        "Source: 1 in the list."
    )


def test_a_source_is_told_by_its_number_in_the_list(catalogue: Catalogue) -> None:
    claim = catalogue.claim_by_id["nafl-sessions-2"]
    first, second = claim.sources
    said = claim_summary(catalogue, claim, ["restylane-label-kysse", second, first])
    assert said.endswith("Source: 3, 2 in the list.")


def test_every_way_of_reading_is_told_in_words(catalogue: Catalogue) -> None:
    shown = {claim.audited for claim in catalogue.claims}
    assert shown == set(AUDITED)
    for claim in catalogue.claims:
        assert catalogue.interface.backing.read[claim.audited] in claim_summary(
            catalogue, claim, claim.sources
        )


def test_people_studied_count_before_any_other_group(catalogue: Catalogue) -> None:
    claim = catalogue.claim_by_id["rfmn-downtime-6"]
    assert [figure.of for figure in claim.figures if figure.of] == [20]
    assert people_counted(claim) == 20
    no_people = catalogue.claim_by_id["afl-downtime-6"]
    assert people_counted(no_people) is None


def test_nothing_cited_says_nothing(catalogue: Catalogue) -> None:
    assert claims_and_sources(catalogue, ()) == ""


def test_every_source_is_used_somewhere_and_says_where(catalogue: Catalogue) -> None:
    found = used_for(catalogue)
    assert list(found) == [source.id for source in catalogue.sources]
    for source_id, places in found.items():
        assert places, source_id
        assert len(places) == len(set(places))


def test_where_a_source_is_used_is_worked_out_from_what_cites_it(catalogue: Catalogue) -> None:
    found = used_for(catalogue)
    for method in catalogue.methods:
        cited = {
            source
            for content in method.facts.values()
            for source in catalogue.cell_sources(content.claims, content.sources)
        }
        cited |= {
            source
            for fit in method.shapes.values()
            for source in catalogue.cell_sources(fit.claims)
        }
        assert cited == {source for source, places in found.items() if method.name in places}
