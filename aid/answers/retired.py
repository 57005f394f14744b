"""Ids that the content no longer has: an old answers file still works.

An id is never used again for something else. When the content retires one, it stays in
``content/retired.toml`` with the ids that took its place, or with none.
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

    Where one id was split, all that it may have meant are answers to what the questionnaire asks.
    Elsewhere, as among what the sheet prints, none is: nobody has chosen them.

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
        to = entry.to if len(entry.to) == 1 or field.asked else ()
        if value == entry.id:
            answers[field.key] = to[0] if len(to) == 1 else None
            met = True
        elif isinstance(value, list) and entry.id in value:
            place, others = value.index(entry.id), [item for item in value if item != entry.id]
            new = [item for item in to if item not in others]
            answers[field.key] = [*others[:place], *new, *others[place:]]
            met = True
    return met


def retired_notices(words: KeepTexts, met: Iterable[RetiredId]) -> tuple[str, ...]:
    """Say which answers moved to another id, were split or were left out; nothing for none."""
    names: dict[str, list[str]] = {words.moved: [], words.split: [], words.left_out: []}
    for entry in met:
        sentence = (words.left_out, words.moved, words.split)[min(len(entry.to), 2)]
        names[sentence].append(entry.name)
    return tuple(
        sentence.format(names="; ".join(found)) for sentence, found in names.items() if found
    )
