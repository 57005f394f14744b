"""Checks that direct comparisons say what their claims hold, and leave out none that compares."""

from __future__ import annotations

from collections.abc import Iterator

from aid.catalogue.catalogue import Catalogue
from aid.catalogue.comparisons import StudyComparison
from aid.catalogue.evidence import Claim
from aid.checks.numbers import values_held
from aid.checks.places import known_claims, place_of
from aid.errors import Place, Problem

COMPARES = "head-to-head"
"""The attribute of claims that are about nothing but a comparison."""


def comparisons_hold(catalogue: Catalogue) -> Iterator[Problem]:
    """Find comparisons whose claims compare something else, and claims that no comparison cites."""
    for study in catalogue.comparisons:
        place = place_of(catalogue, study)
        for claim in known_claims(catalogue, study.claims):
            yield from _claim_compares(place.at("claims"), study, claim)
        if study.n is not None and study.n not in values_held(catalogue, study.claims):
            yield place.at("n").problem(f"{study.n} is in no claim that is cited here")
    cited = {claim for study in catalogue.comparisons for claim in study.claims}
    for claim in catalogue.claims:
        if _is_comparison(claim) and claim.id not in cited:
            place = Place(place_of(catalogue, claim).file, claim.id)
            yield place.problem("compares methods, but no direct comparison cites it")


def _claim_compares(place: Place, study: StudyComparison, claim: Claim) -> Iterator[Problem]:
    missing = sorted(study.methods - set(claim.methods))
    if missing:
        yield place.problem(f"{claim.id} does not name {', '.join(missing)} in its methods")
    elif not _is_comparison(claim):
        yield place.problem(f"{claim.id} compares no methods")


def _is_comparison(claim: Claim) -> bool:
    return bool(claim.methods) or claim.attribute == COMPARES
