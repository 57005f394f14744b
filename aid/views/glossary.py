"""Jargon explained where a reader meets it: in the text itself, or as a list to open.

Terms and the forms in which they occur are content. A lookup: no text is changed.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from markupsafe import Markup

from aid.catalogue.catalogue import Catalogue
from aid.catalogue.pages import Term
from aid.formatting.glossary import terms_in, uses_in
from aid.views.elements import definitions, disclosure, joined
from aid.views.templating import rendered


def words_explained(catalogue: Catalogue, title: str, texts: Iterable[str]) -> Markup:
    """The terms in some texts with their meaning, one tap away.

    Args:
        catalogue: The content.
        title: What the line to open says; no two of a screen say the same.
        texts: What a reader sees.

    Returns:
        Empty where no term occurs.
    """
    terms = terms_in(catalogue, texts)
    if not terms:
        return Markup("")
    return disclosure(title, definitions((term.term, term.text) for term in terms))


def glossary(catalogue: Catalogue) -> Markup:
    """Every word explained, from A to Z, with letters that lead to the first of each."""
    terms = sorted(catalogue.terms, key=lambda term: term.term.casefold())
    by_letter = groupby(terms, key=lambda term: term.term[0].upper())
    return rendered(
        "terms_listed",
        words=catalogue.interface.about,
        letters=[(letter, tuple(found)) for letter, found in by_letter],
    )


class WordsInPlace:
    """The texts of one page: each term opens its meaning where it first stands, and only there.

    The browser opens and closes a meaning by itself, so this works without a script too.
    """

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._met: dict[str, Term] = {}

    def __call__(self, text: str) -> Markup:
        """A text with its new terms to tap. Give the texts in the order in which they are read."""
        parts, end = [Markup("")], 0
        for start, stop, term in uses_in(self._catalogue, text):
            if term.id in self._met:
                continue
            self._met[term.id] = term
            parts.append(Markup.escape(text[end:start]))
            parts.append(_TERM.format(term.id, text[start:stop]))
            end = stop
        return joined((*parts, text[end:]))

    def also(self, text: str) -> Markup:
        """The terms of a text that stands elsewhere, each to tap; empty where it has none."""
        terms = {term.id: term for _, _, term in uses_in(self._catalogue, text)}
        self._met |= terms
        return Markup(", ").join(_TERM.format(term.id, term.term) for term in terms.values())

    def meanings(self) -> Markup:
        """What the terms met so far mean; it belongs behind the last text."""
        return joined(_MEANING.format(term.id, term.term, term.text) for term in self._met.values())


_TERM = Markup('<button type="button" class="term" popovertarget="term-{}">{}</button>')
_MEANING = Markup(
    '<div class="meaning" id="term-{}" popover><p><strong>{}</strong></p><p>{}</p></div>'
)
