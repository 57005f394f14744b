"""Which words explained occur in some texts. A lookup: no text is changed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from aid.catalogue.catalogue import Catalogue
from aid.catalogue.ids import PageId
from aid.catalogue.methods import Method
from aid.catalogue.pages import Term
from aid.catalogue.text_index import reader_texts

_OF_A_METHOD = ("methods.", "facts.", "evidence.", "sources.", "interface.units.", "glossary.")
"""Beginnings of the keys of texts about a method, or that are no prose."""


def terms_in(catalogue: Catalogue, texts: Iterable[str]) -> tuple[Term, ...]:
    """The terms that occur in some texts, in any of their forms.

    Args:
        catalogue: The content.
        texts: What a reader sees.

    Returns:
        Each term once, from A to Z.
    """
    together = "\n".join(texts)
    return tuple(
        sorted(
            (term for term in catalogue.terms if _forms((term.term, *term.also)).search(together)),
            key=lambda term: term.term.casefold(),
        )
    )


def uses_in(catalogue: Catalogue, text: str) -> Iterator[tuple[int, int, Term]]:
    """Where terms stand in a text, in any of their forms, in order; no two overlap.

    Yields:
        The first place of a use, the place after its last, and the term.
    """
    by_form, pattern = _every_form(catalogue)
    for found in pattern.finditer(text):
        yield found.start(), found.end(), by_form[found[0]]


@lru_cache(maxsize=4)
def _every_form(catalogue: Catalogue) -> tuple[Mapping[str, Term], re.Pattern[str]]:
    by_form = {form: term for term in catalogue.terms for form in (term.term, *term.also)}
    # Of two forms that begin alike the longer one is meant.
    return by_form, _forms(tuple(sorted(by_form, key=len, reverse=True)))


@lru_cache(maxsize=256)
def _forms(forms: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, forms))})(?![\w-])")


def method_texts(catalogue: Catalogue, method: Method) -> tuple[str, ...]:
    """What is said of a method under its headings, the headings and their notes included."""
    said = [method.name, method.summary]
    for fact in catalogue.facts:
        content = method.facts[fact.id]
        said += [fact.label, fact.note or "", content.short, content.text]
    return tuple(said)


def page_texts(catalogue: Catalogue, page_id: PageId) -> tuple[str, ...]:
    """What is on a screen apart from what is said of the methods."""
    return tuple(
        entry.text
        for entry in reader_texts(catalogue)
        if page_id in entry.where and not entry.key.startswith(_OF_A_METHOD)
    )
