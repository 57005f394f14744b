"""Files of the content whose entries are made once, however often a catalogue is made of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from aid.catalogue import load
from aid.catalogue.files import LANGUAGE, Raw
from aid.catalogue.letters import invisible_characters
from aid.catalogue.registry import Slot


@contextmanager
def entries_kept(raw: Raw) -> Iterator[None]:
    """Keep the entries of some files: an entry cannot change, and is the same in each catalogue.

    Only other files are read as usual and searched for invisible characters.

    Args:
        raw: Sound files, which must stay as they are.
    """
    reader_of_all = load._Reader(raw, LANGUAGE)

    def kept(read: Callable[..., Any]) -> Callable[..., Any]:
        found: dict[tuple[str, str], Any] = {}

        def find_or_read(reader: load._Reader, slot: Slot, name: str) -> Any:
            if reader.raw.get(name) is not raw.get(name) or reader.counts != reader_of_all.counts:
                return read(reader, slot, name)
            reader.used.add(name)
            key = (slot.field, name)
            if key not in found:
                found[key] = read(reader_of_all, slot, name)
            return found[key]

        return find_or_read

    def changed(files: Raw) -> Raw:
        return {name: part for name, part in files.items() if part is not raw.get(name)}

    with pytest.MonkeyPatch.context() as patch:
        for read in (load._Reader._listed, load._Reader._single):
            patch.setattr(load._Reader, read.__name__, kept(read))
        patch.setattr(
            load, "invisible_characters", lambda files: invisible_characters(changed(files))
        )
        yield
