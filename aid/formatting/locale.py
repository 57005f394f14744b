"""Dates, numbers, lists and plurals as the language of the content writes them, by Babel.

Babel is imported with the first of them, so that the start of the server does not wait for it.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import cache, reduce
from typing import TYPE_CHECKING

from aid.catalogue.catalogue import Catalogue
from aid.catalogue.ids import Unit

if TYPE_CHECKING:
    from babel.core import Locale

_CATEGORIES = ("zero", "one", "two", "few", "many", "other")
"""The plural categories of Unicode (CLDR), in the order in which content lists their words."""


def in_words(catalogue: Catalogue, day: date) -> str:
    """Write a date with the name of its month: figures alone are read in two ways."""
    from babel.dates import format_date

    return format_date(day, "long", _locale(catalogue.language_tag))


def number(catalogue: Catalogue, value: float) -> str:
    """Write a number with all its digits, no trailing zero and groups of thousands."""
    from babel.numbers import format_decimal

    whole = int(value) if value == int(value) else value
    return format_decimal(whole, locale=_locale(catalogue.language_tag), decimal_quantization=False)


def listed(catalogue: Catalogue, names: Iterable[str]) -> str:
    """Write names or numbers in a row, with the same separator between all of them."""
    # Babel lacks the pattern of such a list for most languages, so the content has it.
    pair = catalogue.interface.figures.listed
    first, *others = [*names] or [""]
    return reduce(lambda before, after: pair.format(before=before, after=after), others, first)


def capitalised(text: str) -> str:
    """Write a text as the beginning of a sentence; its other letters stay as they are."""
    return text[:1].upper() + text[1:]


def sentence(text: str) -> str:
    """End a text with a full stop, unless it has a closing mark."""
    return text if text.endswith((".", "?", "!")) else f"{text}."


def unit_word(catalogue: Catalogue, unit: Unit, value: float) -> str:
    """The word for a unit after a number, such as "day" after 1."""
    whole = int(value) if value == int(value) else value
    category = _locale(catalogue.language_tag).plural_form(whole)
    return catalogue.interface.units[unit][
        plural_categories(catalogue.language_tag).index(category)
    ]


def plural_categories(tag: str) -> tuple[str, ...]:
    """The plural categories of a language, in the order in which content lists their words."""
    used = {*_locale(tag).plural_form.tags, "other"}
    return tuple(category for category in _CATEGORIES if category in used)


@cache
def _locale(tag: str) -> Locale:
    from babel.core import Locale

    return Locale.parse(tag, sep="-")
