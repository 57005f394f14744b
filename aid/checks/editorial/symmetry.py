"""How alike short forms of one row are: their order, their phrases, their units, what they rest on.

The rules are content (``symmetry.toml``); this module checks the short forms against them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from aid.catalogue.catalogue import Catalogue
from aid.catalogue.editorial import AlikeRow, Holds, Kind
from aid.catalogue.ids import MethodId
from aid.catalogue.methods import Method, MethodFact
from aid.catalogue.texts.shared import FigureTexts
from aid.checks.editorial.wording import Gaps, breaches, gaps_of, place_in
from aid.checks.places import file_of, known_claims, placed_facts
from aid.errors import Place, Problem


def shorts_are_alike(catalogue: Catalogue) -> Iterator[Problem]:
    """Find short forms that are worded unlike those of the other methods in their row."""
    rows = {row.id: row for row in catalogue.symmetry.row}
    gaps = gaps_of(catalogue)
    for place, method_id, fact_id, fact in placed_facts(catalogue):
        row = rows.get(fact_id)
        if row is None:
            continue
        if not fact.short_claims:
            yield place.at("short-claims").problem("are needed: certainty is worked out from them")
        short = place.at("short")
        yield from _phrases(short, fact.short, method_id, row)
        yield from _order(short, fact.short, row.kinds, gaps)
        for breach in breaches(fact.short, row.never, gaps):
            yield short.problem(f"“{breach.word}” is {breach.rule.name}")
        yield from _units(catalogue, short, fact)


def gaps_are_few(catalogue: Catalogue) -> Iterator[Problem]:
    """Find that too many short forms say that nothing was found."""
    no_figure = catalogue.interface.figures.none
    gaps = sum(no_figure in fact.short.casefold() for *_, fact in placed_facts(catalogue))
    most = catalogue.symmetry.most_gaps
    if gaps > most:
        place = file_of(catalogue, Method).at("facts.*.short")
        yield place.problem(f"more than {most} say “{no_figure}”")


def _phrases(place: Place, short: str, method_id: MethodId, row: AlikeRow) -> Iterator[Problem]:
    for item in row.holds:
        if not _is_for(item, method_id):
            continue
        wanted = " or ".join(f"“{phrase}”" for phrase in item.phrases)
        if item.ends and not short.endswith(item.phrases):
            yield place.problem(f"must end with {wanted}")
        elif not any(phrase.casefold() in short.casefold() for phrase in item.phrases):
            yield place.problem(f"must hold {wanted}")


def _is_for(item: Holds, method_id: MethodId) -> bool:
    return method_id in item.only if item.only else method_id not in item.not_for


def _order(place: Place, short: str, kinds: tuple[Kind, ...], gaps: Gaps) -> Iterator[Problem]:
    """A kind begins where the first of its words stands."""
    places = [(place_in(short, kind.words, gaps), kind.name) for kind in kinds]
    found = [(at, name) for at, name in places if at is not None]
    for (before, name), (at, later) in pairwise(found):
        if at < before:
            yield place.problem(f"tells {later} before {name}")


def _units(catalogue: Catalogue, place: Place, fact: MethodFact) -> Iterator[Problem]:
    """A count is one that a claim holds; if it counts anything but people, it says what."""
    units = {
        (figure.events, figure.of): figure.unit
        for claim in known_claims(catalogue, fact.short_claims or fact.claims)
        for figure in claim.figures
        if figure.events is not None
    }
    for found in _count(catalogue.interface.figures).finditer(fact.short):
        unit = units.get((int(found["events"]), int(found["of"])))
        if unit is None:
            yield place.problem(f"“{found[0]}” is a count of no claim that the short form needs")
        elif unit != "people" and catalogue.interface.units[unit][-1] not in fact.short:
            yield place.problem(f"“{found[0]}” counts {unit}, which it must name")


def _count(words: FigureTexts) -> re.Pattern[str]:
    """A count as texts write it. None ends a range, such as “9 to 11 of 15”: no claim holds it."""
    written = re.escape(words.x_of_n.partition("{unit}")[0].strip())
    for gap in ("events", "of"):
        written = written.replace(rf"\{{{gap}\}}", rf"(?P<{gap}>\d+)")
    within_range = words.range.partition("{low}")[2].partition("{high}")[0]
    return re.compile(rf"(?<!{re.escape(within_range)})\b{written}")
