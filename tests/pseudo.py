"""A language that nobody speaks: every text of the first one, accented and longer.

It shows what a translation would: a text that is still English was written in code, and a text that
is cut off had too little room.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import cache
from typing import Any

from babel.core import Locale
from babel.dates import get_month_names

from aid.catalogue.catalogue import Catalogue
from aid.catalogue.files import Raw
from aid.catalogue.overlay import Path, texts_of
from aid.formatting.locale import plural_categories
from tests.content_files import real_files

# Dates, numbers and plurals as in Polish, which tells four kinds of number apart.
LANGUAGE, TAG = "xx", "pl-PL"
_ACCENTS = str.maketrans("aceiknosuyACEIKNOSUY", "áçéíķñóšúýÁÇÉÍĶÑÓŠÚÝ")
_GAP = re.compile(r"(\{\w+\})")
_WORD = re.compile(r"[^\W\d_]+")
_ADDRESS = re.compile(r"https?://\S+")
_KEPT = {"Apache", "BY", "CC", "textstat"}
"""Names of licences and of a library."""


def loud(text: str) -> str:
    """Write a text in the language: the same gaps, other letters, a third longer."""
    parts = _GAP.split(text)
    accented = "".join(part if part.startswith("{") else part.translate(_ACCENTS) for part in parts)
    longer = "~" * max(1, len(text) // 3)
    # Some texts must end as they do: a question, or the name of a file.
    end = re.search(r"(\?|\.[a-z]+)?$", text)
    mark = end[0] if end else ""
    return f"{accented.removesuffix(mark.translate(_ACCENTS))}{longer}{mark}"


def english_left(catalogue: Catalogue, text: str) -> set[str]:
    """The words of a text that are still English: plain letters where a translation has accents.

    The names of works, authors and journals, those of months and addresses stay as they are.
    """
    works = " ".join(
        part
        for source in catalogue.sources
        for part in (source.title, source.authors, source.published_in, source.url or "")
    )
    months = get_month_names(locale=Locale.parse(TAG, sep="-")).values()
    kept = {*_WORD.findall(works), *months, *_KEPT}
    return {
        word
        for word in _WORD.findall(_ADDRESS.sub(" ", text))
        if len(word) > 1 and word.translate(_ACCENTS) != word and word.isascii()
    } - kept


@cache
def pseudo_files() -> Raw:
    """The content that we ship, with the language: shared, so a test changes a copy."""
    raw = real_files()
    manifest = raw["manifest.toml"]
    listed = {**manifest["languages"], LANGUAGE: TAG}
    found: Raw = {**raw, "manifest.toml": {**manifest, "languages": listed}}
    for name, content in raw.items():
        if texts := texts_of(name, content):
            ways = {path[:length] for path in texts for length in range(len(path) + 1)}
            found[f"{LANGUAGE}/{name.removeprefix('en/')}"] = _only(texts, ways, content, ())
    units = found[f"{LANGUAGE}/interface.toml"]["units"]
    kinds = plural_categories(TAG)
    for unit, (one, several) in units.items():
        units[unit] = [one if kind == "one" else several for kind in kinds]
    return found


def _only(texts: Collection[Path], ways: Collection[Path], value: Any, path: Path) -> Any:
    """What a translator writes of a parsed file: its texts, and the ids of their entries."""
    if path in texts:
        return [loud(text) for text in value] if isinstance(value, list) else loud(value)
    if isinstance(value, list):
        return [
            _only(texts, ways, part, (*path, part.get("id", str(place))))
            for place, part in enumerate(value)
        ]
    return {
        key: part if key == "id" else _only(texts, ways, part, (*path, key))
        for key, part in value.items()
        if key == "id" or (*path, key) in ways
    }
