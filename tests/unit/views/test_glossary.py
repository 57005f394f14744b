"""Jargon is explained on the screen where a reader meets it: no term too few, none too many."""

from __future__ import annotations

import re
from html import unescape

import pytest

from aid.catalogue.catalogue import Catalogue
from aid.catalogue.ids import METHOD_IDS, MethodId, PageId
from aid.formatting.glossary import page_texts, terms_in, uses_in
from aid.views.glossary import WordsInPlace, glossary, words_explained
from aid.views.methods import method_account


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
def test_a_method_explains_every_term_of_its_page_once_and_no_other(
    catalogue: Catalogue, method_id: MethodId
) -> None:
    method = catalogue.method_by_id[method_id]
    html = unescape(method_account(catalogue, method))
    texts = [method.name]
    for fact in catalogue.facts:
        texts += [method.facts[fact.id].short, method.facts[fact.id].text, fact.note or ""]
    wanted = {term.id for text in texts for _, _, term in uses_in(catalogue, text)}
    to_tap = re.findall(r'<button type="button" class="term" popovertarget="term-(.*?)">', html)
    meaning = r'id="term-([a-z0-9-]+)" popover><p><strong>.*?</strong></p><p>(.*?)</p></div>'
    meanings = re.findall(meaning, html)
    assert wanted
    assert to_tap == [term_id for term_id, _ in meanings]
    assert sorted(to_tap) == sorted(wanted)
    assert dict(meanings) == {t.id: t.text for t in catalogue.terms if t.id in wanted}
    # What is said is what the content says, letter for letter.
    said = re.sub(r"</?button[^>]*>", "", html)
    for text in texts[1:]:
        assert text in said


def test_of_two_terms_that_begin_alike_the_longer_one_is_meant(catalogue: Catalogue) -> None:
    text = "A non-ablative way, then TCA CROSS."
    assert [text[start:stop] for start, stop, _ in uses_in(catalogue, text)] == [
        "non-ablative",
        "TCA CROSS",
    ]


def test_the_list_has_every_term_below_its_letter_and_a_link_to_each_letter(
    catalogue: Catalogue,
) -> None:
    html = unescape(glossary(catalogue))
    for term in catalogue.terms:
        assert f"<dt>{term.term}</dt><dd>{term.text}</dd>" in html
    letters = re.findall(r'href="#letter-(.)"', html)
    assert letters == re.findall(r'<h2 id="letter-(.)"', html)
    assert letters == sorted({term.term[0].upper() for term in catalogue.terms})


def test_a_term_is_to_tap_where_it_first_stands_and_only_there(catalogue: Catalogue) -> None:
    explained = WordsInPlace(catalogue)
    first = explained("Collagen <b> and collagen.")
    term = next(term for term in catalogue.terms if term.id == "collagen")
    assert first == (
        '<button type="button" class="term" popovertarget="term-collagen">Collagen</button>'
        " &lt;b&gt; and collagen."
    )
    assert explained("More collagen.") == "More collagen."
    assert explained.meanings() == (
        '<div class="meaning" id="term-collagen" popover>'
        f"<p><strong>{term.term}</strong></p><p>{term.text}</p></div>"
    )
    assert explained.also("Nothing of the kind.") == ""


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
