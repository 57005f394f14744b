"""Jargon explained where a reader meets it: the terms that occur in some texts, as a list to open.

Terms and the forms in which they occur are content. A lookup: no text is changed.
"""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from aid.catalogue.catalogue import Catalogue
from aid.formatting.glossary import terms_in
from aid.views.elements import disclosure


def words_explained(catalogue: Catalogue, title: str, texts: Iterable[str]) -> str:
    """The terms in some texts with their meaning, one tap away.

    Args:
        catalogue: The content.
        title: What the line to open says; no two of a screen say the same.
        texts: What a reader sees.

    Returns:
        HTML; empty where no term occurs.
    """
    terms = terms_in(catalogue, texts)
    if not terms:
        return ""
    inner = "".join(f"<dt>{escape(term.term)}</dt><dd>{escape(term.text)}</dd>" for term in terms)
    return disclosure(title, f'<dl class="answers">{inner}</dl>')
