"""Ids and words of closed lists: each once, each known to the code, none missing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Literal, get_args, get_origin

from aid.catalogue.base import Entry
from aid.catalogue.catalogue import Catalogue
from aid.catalogue.pages import Term
from aid.catalogue.registry import SLOTS
from aid.checks.places import file_of, list_of
from aid.errors import Problem


def ids_once(catalogue: Catalogue) -> Iterator[Problem]:
    """Find ids, and forms of a glossary term, that mean two things."""
    listed = [slot for slot in SLOTS if not slot.is_single and "id" in slot.kind.model_fields]
    for slot in listed:
        alike = [other for other in listed if other.file.text_key == slot.file.text_key]
        times = Counter(entry.id for other in alike for entry in other.entries(catalogue))
        for entry_id in dict.fromkeys(entry.id for entry in slot.entries(catalogue)):
            if times[entry_id] > 1:
                place = list_of(catalogue, slot.kind).at(entry_id)
                yield place.problem(f"the id is used {times[entry_id]} times")
    forms = Counter(form for term in catalogue.terms for form in (term.term, *term.also))
    for form, count in forms.items():
        if count > 1:
            yield file_of(catalogue, Term).problem(f"“{form}” stands in {count} terms")


def vocabulary_complete(catalogue: Catalogue) -> Iterator[Problem]:
    """Find ids and words of closed lists that only the code or only the content knows."""
    for slot in SLOTS:
        found = {entry.id for entry in slot.entries(catalogue)} if slot.closed_ids else set()
        for missing in [item for item in slot.closed_ids if item not in found]:
            yield file_of(catalogue, slot.kind).at(missing).problem("is missing")
        if slot.is_single:
            (texts,) = slot.entries(catalogue)
            for key in _missing_keys(texts):
                yield file_of(catalogue, slot.kind).at(key).problem("is missing")


def _missing_keys(texts: Entry) -> Iterator[str]:
    """The keys that tables of texts lack, where the code knows all their keys."""
    for name, info in type(texts).model_fields.items():
        value = getattr(texts, name)
        key = name.replace("_", "-")
        if isinstance(value, Entry):
            yield from (f"{key}.{inner}" for inner in _missing_keys(value))
        elif isinstance(value, dict):
            known, _ = get_args(info.annotation)
            words = get_args(known) if get_origin(known) is Literal else ()
            yield from (f"{key}.{word}" for word in words if word not in value)
