"""The language of the printed words as a word processor names it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from aid.catalogue.catalogue import Catalogue

_REGIONS: Final[Mapping[str, str]] = {"en": "en-GB"}
"""The region whose spelling the content follows, where a language has several."""


def language_tag(catalogue: Catalogue) -> str:
    """The tag for a spelling checker, such as ``en-GB``. A PDF has ``catalogue.language`` alone."""
    return _REGIONS.get(catalogue.language, catalogue.language)
