"""Jargon explained where a reader meets it, and the list of all words explained.

Terms and the forms in which they occur are content. A lookup: no text is changed. The browser opens
and closes a meaning by itself, so this works without a script too.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup

from aid.catalogue.catalogue import Catalogue
from aid.catalogue.methods import Method
from aid.formatting.glossary import terms_in, uses_in
from aid.views.elements import joined, link, pieces
from aid.views.templating import rendered


def glossary(catalogue: Catalogue) -> Markup:
    """Every word explained, from A to Z, with letters that lead to the first of each."""
    terms = sorted(catalogue.terms, key=lambda term: term.term.casefold())
    by_letter = groupby(terms, key=lambda term: term.term[0].upper())
    return rendered(
        "terms_listed",
        words=catalogue.interface.about,
        letters=[(letter, tuple(found)) for letter, found in by_letter],
    )


@dataclass(frozen=True, slots=True)
class Split:
    """A text that is split at its terms."""

    pieces: tuple[tuple[str, Markup, Markup], ...]
    """The term that a piece is, if any, the piece, and the same to tap."""
    terms: frozenset[str]
    plain: Markup
    """The text without anything to tap."""
    to_tap: Markup
    """The text with each term to tap where it first stands."""


class WordsInPlace:
    """Texts that are read one after the other: each term is to tap where it first stands in them.

    What it opens is in ``meanings``, once on a screen.
    """

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._met: set[str] = set()

    def __call__(self, text: str) -> Markup:
        """A text with its new terms to tap. Give the texts in the order in which they are read."""
        return self.of(split(self._catalogue, text))

    def of(self, text: Split) -> Markup:
        """The same for a text of the content that was split before."""
        new = text.terms - self._met
        if not new:
            return text.plain
        self._met |= new
        return text.to_tap if new == text.terms else _to_tap(text.pieces, new)

    def also(self, text: str) -> Markup:
        """The new terms of a text that is itself to tap or to tick, each to tap; else empty."""
        new = []
        for start, stop, term in uses_in(self._catalogue, text):
            if term.id not in self._met:
                self._met.add(term.id)
                new.append(_TO_TAP.format(term.id, text[start:stop]))
        return Markup(", ").join(new)

    def beside(self, label: str, text: str) -> Markup:
        """A text about a label, with what ``also`` finds in the label after it."""
        said = self(text)
        named = self.also(label)
        if not named:
            return said
        words = self._catalogue.interface.service.explained_here
        return said + Markup(' <span class="named">{} {}</span>').format(words, named)


def method_to_tap(method: Method) -> Markup:
    """The name of a method, which opens what it is in a sentence."""
    return _TO_TAP.format(f"method-{method.id}", method.name)


def meanings(
    catalogue: Catalogue,
    texts: Iterable[str],
    methods: Iterable[Method] = (),
    page_of_method: str = "./method-{}",
) -> Markup:
    """What the terms in some texts mean, each opened where it is to tap; they stand at the end.

    Only a browser that cannot open them shows them all, as a list with its heading.

    Args:
        catalogue: The content.
        texts: Where the terms are looked for.
        methods: Those whose names are to tap.
        page_of_method: The address of a method's own page, with a gap for its id.
    """
    more, none = catalogue.interface.methods.all_facts, Markup("")
    entries = [
        (
            f"method-{method.id}",
            method.name,
            method.summary,
            link(more, page_of_method.format(method.id), "alone"),
        )
        for method in methods
    ]
    entries += [(term.id, term.term, term.text, none) for term in terms_in(catalogue, texts)]
    return Markup('<div class="meanings"><h2>{}</h2>{}</div>').format(
        catalogue.interface.service.words_explained,
        joined(_MEANING.format(*said) for said in entries),
    )


_TO_TAP = Markup(
    '<button type="button" class="term" popovertarget="term-{0}" aria-describedby="term-{0}">'
    "{1}</button>"
)
_KEPT_TOGETHER = Markup('<span class="kept-together">{}{}{}</span>')
_SIGNS_BEFORE = re.compile(r"[^\w\s]+$")
_SIGNS_AFTER = re.compile(r"[^\w\s]+")
_MEANING = Markup(
    '<div class="meaning" id="term-{}" popover><p><strong>{}</strong></p><p>{}</p>{}</div>'
)


def _to_tap(parts: Iterable[tuple[str, Markup, Markup]], new: Collection[str]) -> Markup:
    """Some pieces of a text, each of the new terms to tap where it first stands in them."""
    waiting, found = set(new), []
    for term_id, plain, to_tap in parts:
        found.append(to_tap if term_id in waiting else plain)
        waiting.discard(term_id)
    return pieces(found)


def split(catalogue: Catalogue, text: str, *, begin: Markup = Markup("")) -> Split:
    """Split a text at its terms; for one that is drawn at every click, the result can be kept.

    Args:
        catalogue: The content.
        text: The text.
        begin: What stands before the text, in its first piece.
    """
    found, end = [], 0
    for start, stop, term in uses_in(catalogue, text):
        before, after = _signs_around(text, start, stop, end)
        between = begin + text[end : start - len(before)]
        begin = Markup("")
        found.append(("", between, between))
        word, end = text[start:stop], stop + len(after)
        opening = _TO_TAP.format(term.id, word)
        if before or after:
            opening = _KEPT_TOGETHER.format(before, opening, after)
        found.append((term.id, Markup.escape(before + word + after), opening))
    rest = begin + text[end:]
    parts = (*found, ("", rest, rest))
    terms = frozenset(term_id for term_id, _, _ in parts if term_id)
    plain = pieces(as_it_is for _, as_it_is, _ in parts)
    return Split(parts, terms, plain, _to_tap(parts, terms))


def _signs_around(text: str, start: int, stop: int, end: int) -> tuple[str, str]:
    """The brackets, commas and the like that touch a word, so that no line ends between them."""
    before = _SIGNS_BEFORE.search(text[end:start])
    after = _SIGNS_AFTER.match(text, stop)
    return (before[0] if before else "", after[0] if after else "")
