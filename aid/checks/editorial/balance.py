"""How evenly the methods are described: lengths of good and bad points, and of whole accounts.

Which facts are good and which are bad points is content (``point`` in the file of facts). Lengths
are in words.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from aid.catalogue.catalogue import Catalogue
from aid.catalogue.methods import Method
from aid.checks.places import file_of, place_of
from aid.errors import Problem

Field = Literal["short", "text"]

MOST_RATIO_WITHIN: dict[Field, float] = {"text": 1.25, "short": 1.4}
"""The longer side over the shorter side, good points against bad points of one method.

A short form has some twelve words, so that two words more or less already move it by a sixth: its
ratio is the wider one. Texts are held to a quarter. No text is padded to meet a ratio.
"""
MOST_RATIO_BETWEEN = 1.25
"""The longest account of a method over the shortest one."""


def words_of(method: Method, fact_ids: tuple[str, ...], field: Field) -> int:
    """The words of some facts of a method, in one of their two forms."""
    return sum(
        len(getattr(cell, field).split())
        for fact_id, cell in method.facts.items()
        if fact_id in fact_ids
    )


def ratio_within(catalogue: Catalogue, method: Method, field: Field) -> float:
    """Good points against bad points of one method: the longer over the shorter, 1 or more."""
    good, bad = (
        words_of(method, tuple(fact.id for fact in catalogue.facts if fact.point == point), field)
        for point in ("good", "bad")
    )
    return max(good, bad) / max(1, min(good, bad))


def ratio_between(catalogue: Catalogue, field: Field) -> float:
    """The longest account against the shortest one, over all methods: 1 or more."""
    fact_ids = tuple(fact.id for fact in catalogue.facts)
    lengths = [words_of(method, fact_ids, field) for method in catalogue.methods]
    return max(lengths) / max(1, min(lengths))


def is_even(catalogue: Catalogue) -> bool:
    """Whether every ratio is within what is stated."""
    return all(
        ratio_within(catalogue, method, field) <= most
        for field, most in MOST_RATIO_WITHIN.items()
        for method in catalogue.methods
    ) and all(ratio_between(catalogue, field) <= MOST_RATIO_BETWEEN for field in MOST_RATIO_WITHIN)


def accounts_are_even(catalogue: Catalogue) -> Iterator[Problem]:
    """Find methods whose good and bad points, or whose whole accounts, differ in length."""
    for field, most in MOST_RATIO_WITHIN.items():
        for method in catalogue.methods:
            ratio = ratio_within(catalogue, method, field)
            if ratio > most:
                place = place_of(catalogue, method).at(f"facts.*.{field}")
                yield place.problem(
                    f"good and bad points differ in length by {ratio:.2f} times; at most {most:g}"
                )
        ratio = ratio_between(catalogue, field)
        if ratio > MOST_RATIO_BETWEEN:
            place = file_of(catalogue, Method).at(f"facts.*.{field}")
            yield place.problem(
                f"the longest method is {ratio:.2f} times as long as the shortest one; "
                f"at most {MOST_RATIO_BETWEEN:g}"
            )
