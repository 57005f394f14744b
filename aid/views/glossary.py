"""Jargon explained where a reader meets it: the terms that occur in some texts, as a list to open.

Terms and the forms in which they occur are content. A lookup: no text is changed.
"""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup

from aid.catalogue.catalogue import Catalogue
from aid.formatting.glossary import terms_in
from aid.views.elements import definitions, disclosure


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
