"""The tips for talking with a doctor, the same on every screen that has them."""

from __future__ import annotations

from functools import cache

from markupsafe import Markup

from aid.catalogue.catalogue import Catalogue
from aid.ui import runtime
from aid.ui.layout.html import html
from aid.views.elements import bullets, disclosure, heading, joined, paragraph
from aid.views.glossary import WordsInPlace


def show() -> None:
    """Draw the tips of the source text, and what else is good to know."""
    catalogue = runtime.catalogue()
    html(heading(2, catalogue.interface.methods.tips_title) + tips(catalogue))


def show_folded() -> None:
    """Draw the same one tap away, where the facts come first. Paper has them in full."""
    catalogue = runtime.catalogue()
    title = catalogue.interface.methods.tips_title
    html(disclosure(title, heading(2, title, "unseen") + tips(catalogue), css_class="more tips"))


@cache
def tips(catalogue: Catalogue) -> Markup:
    """The tips without their heading."""
    words = catalogue.interface.methods
    explained = WordsInPlace(catalogue)
    items = (
        Markup("<strong>{}</strong> {}").format(tip.title, explained(tip.text))
        for tip in catalogue.tips
    )
    return (
        bullets(items, ordered=True)
        + paragraph(words.tips_source, "note")
        + heading(3, words.beside_title)
        + joined(paragraph(explained(item.text)) for item in catalogue.beside_tips)
    )
