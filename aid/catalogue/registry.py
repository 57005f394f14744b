"""The registry of content files, made from ``ContentFields``.

Loading, uniqueness of ids, citations, places of problems, the text index and the JSON Schemas all
follow from it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Literal, get_args, get_origin, get_type_hints

from aid.catalogue.base import Entry
from aid.catalogue.catalogue import Catalogue
from aid.catalogue.content_fields import ContentFields
from aid.catalogue.files import ContentFile
from aid.catalogue.shown import NOWHERE, Shown


@dataclass(frozen=True)
class Slot:
    """A field of the catalogue with where it comes from.

    Attributes:
        field: Name of the field.
        kind: Class of an entry, or of the one value.
        file: The file, or folder of files, that it is read from.
        shown: Where its texts are shown, unless a field of an entry says otherwise.
    """

    field: str
    kind: type[Entry]
    file: ContentFile
    shown: Shown

    @property
    def is_single(self) -> bool:
        """Whether the field holds one value, not several entries."""
        return not self.file.key and not self.file.is_folder

    @property
    def closed_ids(self) -> tuple[str, ...]:
        """The ids that the code knows, where exactly these must be there; else none."""
        info = self.kind.model_fields.get("id")
        closed = info is not None and get_origin(info.annotation) is Literal
        return get_args(info.annotation) if info is not None and closed else ()

    def entries(self, catalogue: Catalogue) -> tuple[Any, ...]:
        """The entries in a catalogue; one where the field holds one value."""
        value = getattr(catalogue, self.field)
        return (value,) if self.is_single else value


def _slots() -> tuple[Slot, ...]:
    slots = []
    for field, hint in get_type_hints(ContentFields, include_extras=True).items():
        found, *more = get_args(hint) or (hint,)
        file = next((item for item in more if isinstance(item, ContentFile)), None)
        kind = next(iter(get_args(found)), found)
        if file is not None and issubclass(kind, Entry):
            shown = next((item for item in more if isinstance(item, Shown)), NOWHERE)
            slots.append(Slot(field, kind, file, shown))
    return tuple(slots)


SLOTS: tuple[Slot, ...] = _slots()
"""Every field that is read from TOML files, in the order of the fields."""

SLOT_BY_KIND: Mapping[type[Entry], Slot] = MappingProxyType({slot.kind: slot for slot in SLOTS})
"""The slot of each class of entries."""


def lists_in(file: ContentFile) -> tuple[Slot, ...]:
    """The slots that are lists of the same file."""
    return tuple(slot for slot in SLOTS if slot.file.path == file.path)
