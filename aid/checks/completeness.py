"""That methods, tips and quiz have all their parts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from aid.catalogue.catalogue import Catalogue
from aid.catalogue.ids import DENT_IDS, FACT_IDS


def methods_complete(catalogue: Catalogue) -> Iterator[str]:
    """Find methods that lack a shape or a fact, tell facts out of order, or share a name."""
    for method in catalogue.methods:
        file = f"content/en/methods/{method.id}.toml"
        for shape in DENT_IDS:
            if shape not in method.shapes:
                yield f"{file}: shapes.{shape}: is missing"
        for fact in FACT_IDS:
            if fact not in method.facts:
                yield f"{file}: facts.{fact}: is missing"
        if tuple(method.facts) != FACT_IDS and set(method.facts) == set(FACT_IDS):
            yield f"{file}: facts: must stand in the order {', '.join(FACT_IDS)}"
    names = Counter(method.name for method in catalogue.methods)
    for name, times in names.items():
        if times > 1:
            yield f"content/en/methods: “{name}” names {times} methods"


def small_lists(catalogue: Catalogue) -> Iterator[str]:
    """Find a wrong number of tips or quiz statements, and a quiz with one answer to all."""
    if len(catalogue.tips) != 4:
        yield "content/en/tips.toml: tip: there are four tips"
    if not 5 <= len(catalogue.statements) <= 6:
        yield "content/en/quiz.toml: statement: there are five or six statements"
    if len({statement.answer for statement in catalogue.statements}) < 2:
        yield "content/en/quiz.toml: statement: some must be true and some false"
