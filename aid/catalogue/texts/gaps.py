"""Checks that a text has exactly the gaps that code fills, each written ``{name}``."""

from __future__ import annotations

import string

from pydantic import AfterValidator


class Gaps:
    """Checks that a text has exactly the named gaps, each written ``{name}``."""

    def __init__(self, *gaps: str) -> None:
        self.gaps = set(gaps)

    def __call__(self, text: str) -> str:
        """Return the text unchanged; raise ``ValueError`` where its gaps are not the named ones."""
        found = {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}
        if found != self.gaps:
            wanted, has = (", ".join(sorted(gaps)) or "none" for gaps in (self.gaps, found))
            raise ValueError(f"its gaps must be: {wanted}; it has: {has}")
        return text


def gaps(*names: str) -> AfterValidator:
    """Make the annotation of a text that must have exactly these gaps."""
    return AfterValidator(Gaps(*names))
