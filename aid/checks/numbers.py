"""Checks that each number in a text is in a claim cited there, counts the content, or is agreed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from fnmatch import fnmatchcase
from functools import cached_property
from math import ceil, floor

from aid.catalogue.catalogue import Catalogue
from aid.catalogue.counts import as_written
from aid.catalogue.editorial import NumberException
from aid.catalogue.evidence import Claim, ClaimFigure
from aid.catalogue.ids import Unit
from aid.catalogue.methods import Figures, MoreFigure
from aid.catalogue.text_index import reader_texts
from aid.checks.places import citing, file_of, known_claims
from aid.errors import Problem
from aid.formatting.units import MINUTES_IN, convert

_NOT_OURS = ("evidence.", "sources.", "retired.", "interface.numbers.")
"""What sources say, names of works and of former entries, and the words for numbers themselves."""


@dataclass(frozen=True)
class Said:
    """A number in a text, with its unit where that is a span of time."""

    written: str
    value: float
    span: Unit | None


@dataclass(frozen=True)
class NumberReader:
    """Finds the numbers in texts of one language."""

    words: tuple[str, ...]
    spans: Mapping[str, Unit]

    @cached_property
    def _number(self) -> re.Pattern[str]:
        words = "|".join(map(re.escape, self.words))
        return re.compile(rf"(?<![\w.,])(?:\d(?:[\d.,]*\d)?|{words})(?!\w)", re.IGNORECASE)

    @cached_property
    def _span(self) -> re.Pattern[str]:
        spans = "|".join(map(re.escape, sorted(self.spans, key=len, reverse=True)))
        # The unit of a range is said once, after its second number: "6 to 12 weeks".
        further = rf"(?:[ -](?:\w+ )?(?:{self._number.pattern}))?"
        return re.compile(rf"{further}[ -]({spans})\b", re.IGNORECASE)

    def numbers(self, text: str) -> Iterator[Said]:
        """The numbers of a text in their order, in digits or in words."""
        for found in self._number.finditer(text):
            value = self._value(found[0])
            if value is not None:
                span = self._span.match(text, found.end())
                yield Said(found[0], value, self.spans[span[1].casefold()] if span else None)

    def _value(self, written: str) -> float | None:
        word = written.casefold()
        if word in self.words:
            return self.words.index(word) + 1
        try:
            return float(written.replace(",", ""))
        except ValueError:  # the number of a section, such as 1.2.4
            return None


@dataclass(frozen=True)
class Held:
    """What cited claims hold: numbers, and spans of time in their units."""

    values: frozenset[float]
    spans: frozenset[tuple[float, Unit]]

    def holds(self, said: Said) -> bool:
        """Whether a number is held as it is, or as a span of time in another unit."""
        if said.value in self.values:
            return True
        if said.span is None:
            return False
        same = [convert(value, unit, said.span) for value, unit in self.spans]
        return any(said.value in (floor(span), ceil(span)) for span in same if span is not None)


def numbers_are_cited(catalogue: Catalogue) -> Iterator[Problem]:
    """Find numbers in texts that no claim cited there holds, and allowances that nothing needs.

    Only values are compared: whether a number counts what its claim counts is for a reader to see.
    """
    reader = _reader(catalogue)
    held_at = _held_by_key(catalogue, reader)
    small = catalogue.agreed_words.small_numbers
    used: set[tuple[NumberException, str]] = set()
    for entry in reader_texts(catalogue):
        if entry.key.startswith(_NOT_OURS):
            continue
        held = _nearest(held_at, entry.key)
        for said in reader.numbers(as_written(entry.text)):
            if said.written.casefold() in small or (held and held.holds(said)):
                continue
            free = [
                (item, number)
                for item in catalogue.number_exceptions
                for number in item.numbers
                if number == said.written.casefold() and fnmatchcase(entry.key, item.key)
            ]
            used.update(free)
            if not free:
                why = (
                    "is in no claim that is cited here"
                    if held
                    else "is no gap such as {methods}, nor is it agreed upon in wording.toml"
                )
                yield entry.place.problem(f"“{said.written}” {why}")
    for item in catalogue.number_exceptions:
        for number in item.numbers:
            if (item, number) not in used:
                yield (
                    file_of(catalogue, NumberException)
                    .at("number")
                    .problem(f"{item.key}: “{number}” is not needed")
                )


def values_held(catalogue: Catalogue, claim_ids: Iterable[str]) -> frozenset[float]:
    """All numbers that some claims hold, in their words, figures and years."""
    reader = _reader(catalogue)
    claims = known_claims(catalogue, tuple(claim_ids))
    return frozenset().union(*(_held_by_claim(catalogue, reader, claim).values for claim in claims))


def _reader(catalogue: Catalogue) -> NumberReader:
    units = catalogue.interface.units
    return NumberReader(
        words=catalogue.interface.numbers.words,
        spans={word: unit for unit in MINUTES_IN for word in units[unit]},
    )


def _held_by_key(catalogue: Catalogue, reader: NumberReader) -> dict[str, Held]:
    """What may be said below each key of the index of texts that cites claims."""
    by_claim = {claim.id: _held_by_claim(catalogue, reader, claim) for claim in catalogue.claims}

    def together(claim_ids: Iterable[str], *more: Held) -> Held:
        parts = [*(by_claim[item] for item in claim_ids if item in by_claim), *more]
        return Held(
            frozenset().union(*(part.values for part in parts)),
            frozenset().union(*(part.spans for part in parts)),
        )

    held: dict[str, Held] = {}
    for method in catalogue.methods:
        for fact_id, fact in method.facts.items():
            main = () if fact.figures is None else (fact.figures,)
            own = _held_by_figures((*main, *fact.more_figures))
            key = f"methods.{method.id}.facts.{fact_id}"
            held[key] = together(fact.claims, own)
            if fact.short_claims:
                held[f"{key}.short"] = together(fact.short_claims)
        for shape_id, fit in method.shapes.items():
            held[f"methods.{method.id}.shapes.{shape_id}"] = together(fit.claims)
    for key, entry in citing(catalogue):
        held[key] = together(entry.claims)
    return held


def _held_by_claim(catalogue: Catalogue, reader: NumberReader, claim: Claim) -> Held:
    """What a claim says, in its words and figures, and the years of its sources."""
    text = "\n".join((claim.plain, claim.detail, claim.note or ""))
    said = list(reader.numbers(text))
    figures = _held_by_figures(claim.figures)
    sources = [catalogue.source_by_id.get(item) for item in claim.sources]
    years = {float(source.year) for source in sources if source and source.year}
    return Held(
        figures.values | {number.value for number in said} | years,
        figures.spans | {(number.value, number.span) for number in said if number.span},
    )


def _held_by_figures(figures: Iterable[Figures | MoreFigure | ClaimFigure]) -> Held:
    values: set[float] = set()
    spans: set[tuple[float, Unit]] = set()
    for figure in figures:
        bounds = {bound for bound in (figure.low, figure.high) if bound is not None}
        values |= bounds
        spans |= {(bound, figure.unit) for bound in bounds}
        if not isinstance(figure, Figures):
            values |= {float(count) for count in (figure.events, figure.of) if count is not None}
    return Held(frozenset(values), frozenset(spans))


def _nearest(held: Mapping[str, Held], key: str) -> Held | None:
    """What the entry that a text belongs to holds; nothing where it cites no claims."""
    while key and key not in held:
        key = key.rpartition(".")[0]
    return held.get(key)
