"""The place of an entry, of a fact and of a citation: its file and its key."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from aid.catalogue.base import Entry
from aid.catalogue.catalogue import Catalogue
from aid.catalogue.evidence import Claim
from aid.catalogue.ids import FactId, MethodId
from aid.catalogue.methods import MethodFact
from aid.catalogue.registry import SLOT_BY_KIND, SLOTS, lists_in
from aid.errors import Place


def file_of(catalogue: Catalogue, kind: type[Entry]) -> Place:
    """The file, or the folder of files, that holds the entries of a class."""
    return Place(SLOT_BY_KIND[kind].file.of(catalogue.language))


def list_of(catalogue: Catalogue, kind: type[Entry]) -> Place:
    """The list that holds the entries of a class: its file, with its key if there are several."""
    file = SLOT_BY_KIND[kind].file
    place = file_of(catalogue, kind)
    return place.at(file.key) if file.key and len(lists_in(file)) > 1 else place


def place_of(catalogue: Catalogue, entry: Entry) -> Place:
    """The place of an entry with an id: in the list of its file, or the file of its own."""
    file = SLOT_BY_KIND[type(entry)].file
    path = file.of(catalogue.language, getattr(entry, file.named, ""))
    return Place(path, f"{file.key}[{entry.id}]" if file.key else "")  # type: ignore[attr-defined]  # entries of slots have an id


class PlacedFact(NamedTuple):
    """A fact about a method, with its place."""

    place: Place
    method_id: MethodId
    fact_id: FactId
    fact: MethodFact


def placed_facts(catalogue: Catalogue) -> Iterator[PlacedFact]:
    """Every fact about every method, methods in the stated order."""
    for method in catalogue.methods:
        file = place_of(catalogue, method)
        for fact_id, fact in method.facts.items():
            yield PlacedFact(file.at(f"facts.{fact_id}"), method.id, fact_id, fact)


def cited(catalogue: Catalogue) -> Iterator[tuple[Place, tuple[str, ...], tuple[str, ...]]]:
    """Every place that cites, with the claim ids and the source ids it cites."""
    for place, _, _, fact in placed_facts(catalogue):
        yield place, fact.claims, fact.sources
    for method in catalogue.methods:
        for shape_id, fit in method.shapes.items():
            yield place_of(catalogue, method).at(f"shapes.{shape_id}"), fit.claims, ()
    for _, entry in citing(catalogue):
        yield place_of(catalogue, entry), entry.claims, getattr(entry, "sources", ())


def citing(catalogue: Catalogue) -> Iterator[tuple[str, Any]]:
    """Every entry of a list that may cite claims, after the key of its texts in the text index."""
    for slot in SLOTS:
        if not slot.is_single and "claims" in slot.kind.model_fields:
            for entry in slot.entries(catalogue):
                yield f"{slot.file.text_key}.{entry.id}", entry


def known_claims(catalogue: Catalogue, claim_ids: tuple[str, ...]) -> list[Claim]:
    """Those of the claims that are there, in the order cited; another check reports the rest."""
    return [catalogue.claim_by_id[item] for item in claim_ids if item in catalogue.claim_by_id]
