"""Jargon is explained on the screen where a reader meets it: no term too few, none too many."""

from __future__ import annotations

import re
from html import unescape

import pytest

from aid.catalogue.catalogue import Catalogue
from aid.catalogue.ids import METHOD_IDS, MethodId, PageId
from aid.formatting.glossary import method_texts, page_texts, terms_in
from aid.views.comparison import method_account
from aid.views.glossary import words_explained


def ids(catalogue: Catalogue, *texts: str) -> list[str]:
    return [term.id for term in terms_in(catalogue, texts)]


def test_a_term_is_found_in_any_of_its_forms(catalogue: Catalogue) -> None:
    for term in catalogue.terms:
        for form in (term.term, *term.also):
            assert term.id in ids(catalogue, f"It says ({form})."), form


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("A grafter came.", []),
        ("A non-ablative way.", ["non-ablative"]),
        ("An ablative way.", ["ablative"]),
        ("Nothing of the kind.", []),
        ("", []),
    ],
)
def test_a_term_is_a_whole_word(catalogue: Catalogue, text: str, found: list[str]) -> None:
    assert ids(catalogue, text) == found


def test_terms_stand_once_and_from_a_to_z(catalogue: Catalogue) -> None:
    every = [term.term for term in catalogue.terms]
    found = [term.term for term in terms_in(catalogue, [*every, *every])]
    assert found == sorted(every, key=str.casefold)


@pytest.mark.parametrize("method_id", METHOD_IDS)
def test_a_method_explains_every_term_of_its_account_and_no_other(
    catalogue: Catalogue, method_id: MethodId
) -> None:
    method = catalogue.method_by_id[method_id]
    html = unescape(method_account(catalogue, method))
    texts = method_texts(catalogue, method)
    for text in texts:
        assert text in html
    listed = re.findall(r"<dt>(.*?)</dt><dd>(.*?)</dd>", html)
    assert listed == [(term.term, term.text) for term in terms_in(catalogue, texts)]
    assert listed
    # It comes before the account: a word is explained before it is met there.
    opened = catalogue.interface.methods.open_method.format(name=method.name)
    assert html.index("<dl") < html.index(f"<summary>{opened}")


@pytest.mark.parametrize("page_id", ["scars", "health", "quiz", "sheet", "compare", "methods"])
def test_a_screen_explains_its_own_words(catalogue: Catalogue, page_id: PageId) -> None:
    texts = page_texts(catalogue, page_id)
    html = unescape(words_explained(catalogue, "Words", texts))
    terms = terms_in(catalogue, texts)
    assert terms
    assert html.startswith('<details class="more"><summary>Words</summary><dl')
    for term in terms:
        assert f"<dt>{term.term}</dt><dd>{term.text}</dd>" in html


def test_a_screen_without_jargon_has_no_list(catalogue: Catalogue) -> None:
    assert words_explained(catalogue, "Words", ["Nothing of the kind."]) == ""
