"""Entries of the content that are made once, however often a catalogue is made of its files."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from pydantic import BaseModel

from aid.catalogue import load
from aid.catalogue.base import Entry
from aid.catalogue.files import Raw
from aid.catalogue.letters import unseen_letters


@contextmanager
def entries_kept(raw: Raw) -> Iterator[None]:
    """Keep the entries of some files: an entry cannot change, and is the same wherever it stands.

    Anything else is made as usual, and only other files are searched for invisible characters.

    Args:
        raw: Sound files, which must stay as they are.
    """
    make = vars(BaseModel)["model_validate"].__func__
    kept: dict[Hashable, tuple[Entry, object]] = {}

    def make_and_keep(kind: type[Entry], /, value: Any, **options: Any) -> Entry:
        made: Entry = make(kind, value, **options)
        kept[_name_of(kind, value)] = (made, options["context"])
        return made

    def find_or_make(kind: type[Entry], /, value: Any, **options: Any) -> Entry:
        found, counts = kept.get(_name_of(kind, value), (None, None))
        same = found is not None and counts == options["context"]
        return found if found is not None and same else make(kind, value, **options)

    def changed(files: Raw) -> Raw:
        return {name: part for name, part in files.items() if part is not raw.get(name)}

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Entry, "model_validate", classmethod(make_and_keep))
        load.build_catalogue(raw)
        patch.setattr(Entry, "model_validate", classmethod(find_or_make))
        patch.setattr(load, "unseen_letters", lambda files: unseen_letters(changed(files)))
        yield


def _name_of(kind: type[Entry], value: Any) -> Hashable:
    """A key for an entry: the lists and tables of the files live on, so their identities are
    unique."""
    if not isinstance(value, dict):
        return None
    parts = ((key, part if isinstance(part, str) else id(part)) for key, part in value.items())
    return (kind, *parts)
