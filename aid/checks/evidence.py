"""Checks that a fact says no more than the claims behind it: its figures and its certainty."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from math import ceil, floor

from aid.catalogue.catalogue import Catalogue
from aid.catalogue.ids import NO_PROCEDURE, Certainty, FactId
from aid.catalogue.methods import Figures, MethodFact, MoreFigure
from aid.checks.places import known_claims, place_of, placed_facts
from aid.errors import Place, Problem
from aid.formatting.locale import number
from aid.formatting.units import convert

FACTS_WITH_A_FIGURE: tuple[FactId, ...] = (
    "visits",
    "visit-length",
    "downtime",
    "time-to-result",
    "how-long-it-lasts",
    "cost",
)
"""Facts that say, in their short form or in their text, that no good figure was found."""

_GRADES: tuple[Certainty, ...] = ("very-low", "low", "moderate", "high")

_NUMBER = re.compile(r"(?<![\d,.])\d(?:[\d,.]*\d)?")
"""A number in a text, with its marks of thousands and decimals."""

_ROUNDING = 0.01
"""How far a converted span of time may be from the claim's own number."""


def figures_match_claims(catalogue: Catalogue) -> Iterator[Problem]:
    """Find figures that no cited claim holds or no text names, and gaps that are not stated."""
    no_figure = catalogue.interface.figures.none
    for place, _, fact_id, fact in placed_facts(catalogue):
        if fact.figures:
            yield from _main_figure(catalogue, place, fact, fact.figures)
        elif fact_id in FACTS_WITH_A_FIGURE and no_figure not in f"{fact.short} {fact.text}":
            # Not in the short form alone: it first says what is known.
            yield place.at("text").problem(f"has no figures, so it must say “{no_figure}”")
        for position, figure in enumerate(fact.more_figures):
            key = f"{place.key}.more-figures[{position}]"
            yield from _more_figure(catalogue, Place(place.file, key), fact, figure)


def _main_figure(
    catalogue: Catalogue, place: Place, fact: MethodFact, figures: Figures
) -> Iterator[Problem]:
    if fact.certainty == "none-found":
        yield place.at("figures").problem("there is a figure, so certainty cannot be none-found")
    if fact.certainty != "by-definition":
        yield from _within_claims(catalogue, place.at("figures"), figures, fact.claims)
    named = set(_NUMBER.findall(fact.short))
    for bound in {number(catalogue, figures.low), number(catalogue, figures.high)}:
        if bound not in named:
            yield place.at("short").problem(f"must name {bound}, as figures do")


def _within_claims(
    catalogue: Catalogue, place: Place, figures: Figures, claim_ids: tuple[str, ...]
) -> Iterator[Problem]:
    values: list[float] = []
    converted = False
    for claim in known_claims(catalogue, claim_ids):
        if claim.audited == "not-refound":
            continue
        for found in claim.figures:
            for value in (found.low, found.high):
                same = None if value is None else convert(value, found.unit, figures.unit)
                if same is not None:
                    values.append(same)
                    converted = converted or found.unit != figures.unit
    if not values:
        yield place.problem(f"no cited claim has a figure in {figures.unit}")
        return
    lowest, highest = min(values), max(values)
    if converted:
        lowest, highest = floor(lowest), ceil(highest)
    if figures.low < lowest or figures.high > highest:
        yield place.problem(
            f"{number(catalogue, figures.low)} to {number(catalogue, figures.high)} {figures.unit} "
            f"is not within the cited claims ({lowest:g} to {highest:g})"
        )


def _more_figure(
    catalogue: Catalogue, place: Place, fact: MethodFact, figure: MoreFigure
) -> Iterator[Problem]:
    if figure.claim not in fact.claims:
        yield place.at("claim").problem(f"{figure.claim} is not among the fact's claims")
    claim = catalogue.claim_by_id.get(figure.claim)
    if claim is None:
        return
    if claim.audited == "not-refound":
        yield place.at("claim").problem(
            f"{claim.id} could not be seen again, so it carries no figure"
        )
    bounds = [
        same
        for found in claim.figures
        for value in (found.low, found.high, found.of if found.unit == "people" else None)
        if value is not None
        if (same := convert(value, found.unit, figure.unit)) is not None
    ]
    held = all(
        value is None or any(abs(value - bound) < _ROUNDING for bound in bounds)
        for value in (figure.low, figure.high)
    )
    counted = figure.events is None or (figure.events, figure.of) in [
        (found.events, found.of) for found in claim.figures
    ]
    if not (held and counted):
        yield place.problem(f"{claim.id} does not hold this figure")


def certainty_is_earned(catalogue: Catalogue) -> Iterator[Problem]:
    """Find facts and notes that say they are surer than the claims behind them.

    Where a fact names the claims that its short form needs, its certainty is worked out from them.
    """
    for place, method_id, _, fact in placed_facts(catalogue):
        at = place.at("certainty")
        if fact.short_claims:
            yield from _certainty_of_short(catalogue, place, fact)
        else:
            yield from _certainty_of(catalogue, at, fact.certainty, fact.claims)
        if fact.certainty == "by-definition" and method_id != NO_PROCEDURE:
            yield at.problem(f"by-definition is for {NO_PROCEDURE} only")
    for note in catalogue.notes:
        at = place_of(catalogue, note).at("certainty")
        yield from _certainty_of(catalogue, at, note.certainty, note.claims)


def _certainty_of(
    catalogue: Catalogue, place: Place, certainty: Certainty, claim_ids: tuple[str, ...]
) -> Iterator[Problem]:
    words = {claim.certainty for claim in known_claims(catalogue, claim_ids)}
    if certainty in _GRADES:
        most = _weakest(words)
        if most not in _GRADES or _GRADES.index(certainty) > _GRADES.index(most):
            yield place.problem(f"{certainty} is more than its claims allow ({most})")
    elif certainty == "not-graded" and claim_ids and "not-graded" not in words:
        yield place.problem("every cited claim is graded, so the fact must be too")


def _certainty_of_short(catalogue: Catalogue, place: Place, fact: MethodFact) -> Iterator[Problem]:
    for claim_id in fact.short_claims:
        if claim_id not in fact.claims:
            yield place.at("short-claims").problem(f"{claim_id} is not among the fact's claims")
    earned = _weakest({claim.certainty for claim in known_claims(catalogue, fact.short_claims)})
    if fact.certainty != earned:
        yield place.at("certainty").problem(
            f"is {earned} by the claims that the short form needs, not {fact.certainty}"
        )


def _weakest(words: Collection[Certainty]) -> Certainty:
    """The weakest grade among some certainties; not-graded only where none of them is a grade."""
    return next((grade for grade in _GRADES if grade in words), "not-graded")
