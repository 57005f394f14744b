"""Ids that the content no longer has: an old answers file still works.

An id is never used again for something else. When the content gives one up, it stays in
``content/retired.toml`` with the id that took its place, or with none.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from aid.catalogue.answer_fields import FIELDS_BY_IDS
from aid.catalogue.retired import RetiredId
from aid.catalogue.texts.shared import KeepTexts


class Settled(NamedTuple):
    """Answers as an answers file writes them, and the retired ids that stood in them."""

    answers: dict[str, Any]
    retired: tuple[RetiredId, ...]


def settle_retired(answers: Mapping[str, Any], retired: Iterable[RetiredId]) -> Settled:
    """Put new ids in the place of retired ones, and leave out those that nothing replaced.

    Args:
        answers: The answers by the keys of the file, not checked yet.
        retired: The table of retired ids.

    Returns:
        The answers without retired ids, and the entries of the table that were met, each once, in
        the order of the table. Whatever is not a retired id stays as it was.
    """
    settled = dict(answers)
    met = [entry for entry in retired if _settle(settled, entry)]
    return Settled(settled, tuple(met))


def _settle(answers: dict[str, Any], entry: RetiredId) -> bool:
    met = False
    for field in FIELDS_BY_IDS[entry.kind]:
        value = answers.get(field.key)
        if value == entry.id:
            answers[field.key] = entry.to
            met = True
        elif isinstance(value, list) and entry.id in value:
            answers[field.key] = _replaced(value, entry)
            met = True
    return met


def _replaced(items: list[Any], entry: RetiredId) -> list[Any]:
    if entry.to is None or entry.to in items:
        return [item for item in items if item != entry.id]
    return [entry.to if item == entry.id else item for item in items]


def retired_notices(words: KeepTexts, met: Iterable[RetiredId]) -> tuple[str, ...]:
    """Say which answers were moved to another id and which were left out; nothing for none."""
    entries = tuple(met)
    moved = "; ".join(entry.name for entry in entries if entry.to)
    left_out = "; ".join(entry.name for entry in entries if not entry.to)
    sentences = (
        words.moved.format(names=moved) if moved else "",
        words.left_out.format(names=left_out) if left_out else "",
    )
    return tuple(sentence for sentence in sentences if sentence)
