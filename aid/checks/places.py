"""The place of a fact, of a citation and of a text: its file and its key."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple, Protocol

from aid.catalogue.catalogue import Catalogue
from aid.catalogue.evidence import Claim
from aid.catalogue.ids import FactId, MethodId
from aid.catalogue.methods import MethodFact
from aid.errors import Place


class Citing(Protocol):
    """An entry with an id that cites claims."""

    @property
    def id(self) -> str:
        """The id."""

    @property
    def claims(self) -> tuple[str, ...]:
        """Ids of the claims cited."""


class PlacedFact(NamedTuple):
    """A fact about a method, with its place."""

    place: Place
    method_id: MethodId
    fact_id: FactId
    fact: MethodFact


def placed_facts(catalogue: Catalogue) -> Iterator[PlacedFact]:
    """Every fact about every method, methods in the stated order."""
    for method in catalogue.methods:
        file = Place(f"en/methods/{method.id}.toml")
        for fact_id, fact in method.facts.items():
            yield PlacedFact(file.at(f"facts.{fact_id}"), method.id, fact_id, fact)


def cited(catalogue: Catalogue) -> Iterator[tuple[Place, tuple[str, ...], tuple[str, ...]]]:
    """Every place that cites, with the claim ids and the source ids it cites."""
    for place, _, _, fact in placed_facts(catalogue):
        yield place, fact.claims, fact.sources
    for method in catalogue.methods:
        for shape_id, fit in method.shapes.items():
            place = Place(f"en/methods/{method.id}.toml", f"shapes.{shape_id}")
            yield place, fit.claims, ()
    lists: tuple[tuple[str, str, Sequence[Citing]], ...] = (
        ("shapes", "shape", catalogue.shapes),
        ("trade-offs", "trade-off", catalogue.trade_offs),
        ("health", "health", catalogue.health),
        ("questions", "question", catalogue.questions),
        ("glossary", "term", catalogue.terms),
        ("tips", "tip", catalogue.tips),
        ("tips", "beside", catalogue.beside_tips),
        ("notes", "note", catalogue.notes),
        ("quiz", "statement", catalogue.statements),
    )
    for file, key, entries in lists:
        for entry in entries:
            place = Place(f"en/{file}.toml", f"{key}[{entry.id}]")
            yield place, entry.claims, getattr(entry, "sources", ())


def place_of(key: str) -> Place:
    """The place of a text.

    Args:
        key: The key of the text in ``aid.catalogue.text_index``.
    """
    return Place(_file_of(key), key)


def _file_of(key: str) -> str:
    first, second = key.split(".")[:2]
    if first == "methods":
        return f"en/methods/{second}.toml"
    if first == "evidence":
        return "evidence"
    return _FILES.get(first, f"en/{first}.toml")


_FILES = {
    "manifest": "manifest.toml",
    "report-card": "report-card.toml",
    "sources": "sources.toml",
    "retired": "retired.toml",
    "groups": "en/questions.toml",
    "beside": "en/tips.toml",
}
"""Files whose name is not the first word of a text's key."""


def known_claims(catalogue: Catalogue, claim_ids: tuple[str, ...]) -> list[Claim]:
    """Those of the claims that are there, in the order cited; another check reports the rest."""
    return [catalogue.claim_by_id[item] for item in claim_ids if item in catalogue.claim_by_id]
