"""Where a problem stands: the file and the key of a fact, of a citation and of a text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol

from aid.catalogue.catalogue import Catalogue
from aid.catalogue.evidence import Claim
from aid.catalogue.methods import MethodFact


class _Citing(Protocol):
    @property
    def id(self) -> str: ...

    @property
    def claims(self) -> tuple[str, ...]: ...


def cells(catalogue: Catalogue) -> Iterator[tuple[str, MethodFact]]:
    """Every cell with the words that name its place, methods in the stated order."""
    for method in catalogue.methods:
        for fact_id, cell in method.facts.items():
            yield f"content/en/methods/{method.id}.toml: facts.{fact_id}", cell


def cited(catalogue: Catalogue) -> Iterator[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    """Every place that cites, with the claim ids and the source ids it cites."""
    for place, cell in cells(catalogue):
        yield place, cell.claims, cell.sources
    for method in catalogue.methods:
        for shape_id, fit in method.shapes.items():
            yield f"content/en/methods/{method.id}.toml: shapes.{shape_id}", fit.claims, ()
    lists: tuple[tuple[str, str, Sequence[_Citing]], ...] = (
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
            place = f"content/en/{file}.toml: {key}[{entry.id}]"
            yield place, entry.claims, getattr(entry, "sources", ())


def place_of(key: str) -> str:
    """The file and the key of a text, as a problem names them.

    Args:
        key: The key of the text in ``aid.catalogue.text_index``.
    """
    return f"{_file_of(key)}: {key}"


def _file_of(key: str) -> str:
    first, second = key.split(".")[:2]
    if first == "methods":
        return f"content/en/methods/{second}.toml"
    if first == "evidence":
        return "content/evidence"
    return f"content/{_FILES.get(first, f'en/{first}.toml')}"


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
    """Those of the claims that are there, in the order cited; a check of its own tells the rest."""
    return [catalogue.claim_by_id[item] for item in claim_ids if item in catalogue.claim_by_id]
