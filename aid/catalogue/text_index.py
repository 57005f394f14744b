"""Every sentence that a reader can meet on any screen or paper, with where it is shown."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any, get_args

from aid.catalogue.base import Entry
from aid.catalogue.booklet_coverage import in_booklet
from aid.catalogue.catalogue import Catalogue
from aid.catalogue.gaps import is_prose
from aid.catalogue.registry import SLOTS, Slot
from aid.catalogue.shown import BOOKLET, Shown
from aid.errors import Place


@dataclass(frozen=True, slots=True)
class ReaderText:
    """One text, its place in the content as a dotted key, and the screens or papers it is on.

    ``file`` is the path of its file, or folder of files, below the content folder.
    """

    key: str
    text: str
    where: tuple[str, ...]
    file: str

    @property
    def place(self) -> Place:
        """Where a problem of this text is."""
        return Place(self.file, self.key)


@lru_cache(maxsize=1)
def reader_texts(catalogue: Catalogue) -> tuple[ReaderText, ...]:
    """List every text, each key once, in the order of the content.

    Texts with gaps, such as ``{count}``, are listed with their gaps. The last list is kept, because
    several checks ask for it and a catalogue cannot change.
    """
    return tuple(
        text for slot in SLOTS if _prose_fields(slot.kind) for text in _of_slot(catalogue, slot)
    )


def _of_slot(catalogue: Catalogue, slot: Slot) -> Iterator[ReaderText]:
    start = slot.file.text_key
    for entry in slot.entries(catalogue):
        file = slot.file.of(catalogue.language, getattr(entry, slot.file.named, ""))
        whole_key = start if slot.is_single else f"{start}.{entry.id}"
        for key, text, screens in _walk(whole_key, entry, slot.shown.of(entry)):
            where = (*screens, BOOKLET) if in_booklet(catalogue, key) else screens
            yield ReaderText(key, text, where, file)


def _walk(
    key: str, value: object, where: tuple[str, ...]
) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    if isinstance(value, str):
        yield key, value, where
    elif isinstance(value, Entry):
        for name, shown in _prose_fields(type(value)):
            there = shown.of(value) if shown else where
            yield from _walk(f"{key}.{_key(name)}", getattr(value, name), there)
    elif isinstance(value, Mapping):
        for name, part in value.items():
            yield from _walk(f"{key}.{name}", part, where)
    elif isinstance(value, tuple):
        for position, part in enumerate(value):
            label = getattr(part, "id", position)
            yield from _walk(f"{key}.{label}", part, where)


@cache
def _prose_fields(kind: type[Entry]) -> tuple[tuple[str, Shown | None], ...]:
    """The fields that hold words for a reader, each with where they are shown if it says so."""
    return tuple(
        (name, next((item for item in info.metadata if isinstance(item, Shown)), None))
        for name, info in kind.model_fields.items()
        if any(map(is_prose, info.metadata)) or _holds_prose(info.annotation)
    )


def _holds_prose(annotation: Any) -> bool:
    if isinstance(annotation, type) and issubclass(annotation, Entry):
        return bool(_prose_fields(annotation))
    return is_prose(annotation) or any(map(_holds_prose, get_args(annotation)))


def _key(name: str) -> str:
    return name.rstrip("_").replace("_", "-")
