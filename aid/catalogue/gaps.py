"""Checks that a text has exactly the gaps that code fills, each written ``{name}``.

A gap may also name a count of the content, such as ``{methods}``: it is filled here, while the text
is read.
"""

from __future__ import annotations

import string
from typing import Any

from pydantic import AfterValidator, ValidationInfo

from aid.catalogue.counts import Counts

NO_COUNTS = Counts(numbers={}, words=())


class Gaps:
    """Checks that a text has exactly the named gaps, beside those of counts, and fills these."""

    def __init__(self, *gaps: str) -> None:
        self.gaps = set(gaps)

    def __call__(self, text: str, info: ValidationInfo[Any]) -> str:
        """Return the text with its counts; raise ``ValueError`` where it has other gaps."""
        if not self.gaps and "{" not in text and "}" not in text:  # nearly always
            return text
        counts: Counts = info.context or NO_COUNTS
        named = {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}
        found = {name for name in named if not counts.names(name)}
        if found != self.gaps:
            wanted, has = (", ".join(sorted(gaps)) or "none" for gaps in (self.gaps, found))
            raise ValueError(f"its gaps must be: {wanted}; it has: {has}")
        return counts.fill(text)


def gaps(*names: str) -> AfterValidator:
    """Make the annotation of a text that must have exactly these gaps."""
    return AfterValidator(Gaps(*names))


def is_prose(annotation: object) -> bool:
    """Whether a part of an annotation marks words for a reader: all of these have gaps or none."""
    return isinstance(annotation, AfterValidator) and isinstance(annotation.func, Gaps)
