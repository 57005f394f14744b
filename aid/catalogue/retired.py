"""Ids that the content no longer uses, and what replaced each of them."""

from __future__ import annotations

from typing import Literal

from aid.catalogue.base import Entry, Id, Text

RetiredKind = Literal[
    "shape",
    "shape-source",
    "cause",
    "body-place",
    "how-long",
    "downtime",
    "visits",
    "concern",
    "health",
    "method",
    "need",
    "question",
]


class RetiredId(Entry):
    """An id that the content gave up: what it was called, and what took its place, if anything."""

    id: Id
    kind: RetiredKind
    name: Text
    to: Id | None = None
