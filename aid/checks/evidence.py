"""That a fact says no more than the claims behind it: its figures and its certainty."""

from __future__ import annotations

import re
from collections.abc import Iterator
from math import ceil, floor

from aid.catalogue.catalogue import Catalogue
from aid.catalogue.ids import NO_FIGURE, NO_PROCEDURE, Certainty
from aid.catalogue.methods import Figures, MethodFact, MoreFigure
from aid.checks.places import cells, known_claims
from aid.formatting.units import convert, number

FACTS_WITH_A_FIGURE = (
    "visits",
    "visit-length",
    "downtime",
    "time-to-result",
    "how-long-it-lasts",
    "cost",
)
"""Facts whose short form says that no good figure was found where there is none."""

_GRADES = ("very-low", "low", "moderate", "high")

_NUMBER = re.compile(r"(?<![\d,.])\d(?:[\d,.]*\d)?")
"""A number in a text, with its marks of thousands and decimals."""

_ROUNDING = 0.01
"""How far a converted span of time may stand from the claim's own number."""


def figures_hold(catalogue: Catalogue) -> Iterator[str]:
    """Find figures that the cited claims do not hold or that the short form does not name."""
    for place, cell in cells(catalogue):
        if cell.certainty == "none-found" and cell.figures:
            yield f"{place}: figures: there is a figure, so certainty cannot be none-found"
        if cell.figures:
            if cell.certainty != "by-definition":
                yield from _main_figure(catalogue, place, cell.figures, cell.claims)
            named = set(_NUMBER.findall(cell.short))
            for bound in {number(cell.figures.low), number(cell.figures.high)}:
                if bound not in named:
                    yield f"{place}: short: must name {bound}, as figures do"
        elif place.endswith(FACTS_WITH_A_FIGURE) and NO_FIGURE not in cell.short:
            yield f"{place}: short: has no figures, so it must say “{NO_FIGURE}”"
        for position, figure in enumerate(cell.more_figures):
            yield from _more_figure(catalogue, f"{place}.more-figures[{position}]", cell, figure)


def _main_figure(
    catalogue: Catalogue, place: str, figures: Figures, claim_ids: tuple[str, ...]
) -> Iterator[str]:
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
        yield f"{place}: figures: no cited claim has a figure in {figures.unit}"
        return
    lowest, highest = min(values), max(values)
    if converted:
        lowest, highest = floor(lowest), ceil(highest)
    if figures.low < lowest or figures.high > highest:
        yield (
            f"{place}: figures: {number(figures.low)} to {number(figures.high)} {figures.unit} "
            f"is not within the cited claims ({lowest:g} to {highest:g})"
        )


def _more_figure(
    catalogue: Catalogue, place: str, cell: MethodFact, figure: MoreFigure
) -> Iterator[str]:
    if figure.claim not in cell.claims:
        yield f"{place}: claim: {figure.claim} is not among the fact's claims"
    claim = catalogue.claim_by_id.get(figure.claim)
    if claim is None:
        return
    if claim.audited == "not-refound":
        yield f"{place}: claim: {claim.id} could not be seen again, so it carries no figure"
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
        yield f"{place}: {claim.id} does not hold this figure"


def certainty_is_earned(catalogue: Catalogue) -> Iterator[str]:
    """Find facts and notes that say they are surer than the claims behind them."""
    for place, cell in cells(catalogue):
        yield from _certainty_of(catalogue, place, cell.certainty, cell.claims)
        is_waiting = f"/{NO_PROCEDURE}.toml" in place
        if cell.certainty == "by-definition" and not is_waiting:
            yield f"{place}: certainty: by-definition is for {NO_PROCEDURE} only"
    for note in catalogue.notes:
        place = f"content/en/notes.toml: note[{note.id}]"
        yield from _certainty_of(catalogue, place, note.certainty, note.claims)


def _certainty_of(
    catalogue: Catalogue, place: str, certainty: Certainty, claim_ids: tuple[str, ...]
) -> Iterator[str]:
    words = {claim.certainty for claim in known_claims(catalogue, claim_ids)}
    graded = [_GRADES.index(word) for word in words if word in _GRADES]
    if certainty in _GRADES:
        weakest = min(graded) if graded else None
        if weakest is None or _GRADES.index(certainty) > weakest:
            most = "not-graded" if weakest is None else _GRADES[weakest]
            yield f"{place}: certainty: {certainty} is more than its claims allow ({most})"
    elif certainty == "not-graded" and claim_ids and "not-graded" not in words:
        yield f"{place}: certainty: every cited claim is graded, so the fact must be too"
