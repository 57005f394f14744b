"""Words of the Sources screen."""

from __future__ import annotations

from typing import Annotated

from aid.catalogue.base import Entry, Text
from aid.catalogue.gaps import gaps


class SourcesTexts(Entry):
    """Finding a claim or a source, and what is beside each."""

    kind: Text
    claims: Text
    sources: Text
    words: Text
    method: Text
    any_method: Text
    fact: Text
    any_fact: Text
    found: Annotated[str, gaps("count", "first", "last")]
    found_nothing: Text
    before: Annotated[str, gaps("count")]
    after: Annotated[str, gaps("count")]
    asked: Text
    not_there: Text
    link: Text
    said: Text
    in_sources: Text
