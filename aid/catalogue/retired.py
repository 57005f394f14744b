"""Ids that the content no longer uses, and what replaced each of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from aid.catalogue.answer_fields import FIELDS_BY_IDS
from aid.catalogue.base import Entry, Id, Text

if TYPE_CHECKING:
    RetiredKind = str
else:
    RetiredKind = Literal[tuple(FIELDS_BY_IDS)]


class RetiredId(Entry):
    """A retired id: what it was called, and what took its place, if anything.

    Several ids in ``to`` mean that the answer was split: nobody can tell which of them it was.
    """

    id: Id
    kind: RetiredKind
    name: Text
    to: tuple[Id, ...] = ()
