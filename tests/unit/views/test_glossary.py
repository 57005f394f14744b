"""Jargon is explained on the screen where a reader meets it: no term too few, none too many."""

from __future__ import annotations

import re
from html import unescape

import pytest

from aid.catalogue.catalogue import Catalogue
from aid.catalogue.ids import METHOD_IDS, MethodId
from aid.formatting.glossary import method_texts, page_texts, terms_in, uses_in
from aid.tailoring.comparison import rows
from aid.views.detail import detail_table
from aid.views.direct import direct_view
from aid.views.elements import pieces
from aid.views.glance import glance_view
from aid.views.glossary import WordsInPlace, glossary, meanings, method_to_tap
from aid.views.methods import method_account
from aid.views.trade_offs import trade_offs_html
from tests.terms import without_terms


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


def opened(html: str) -> list[str]:
    """What the words to tap open, in their order."""
    found: list[str] = re.findall(r'<button type="button" class="term" popovertarget="(.*?)"', html)
    return found


def told(html: str) -> dict[str, str]:
    """What is told by ids; each stands once."""
    meaning = r'<div class="meaning" id="([\w-]+)" popover><p><strong>.*?</strong></p><p>(.*?)</p>'
    found = re.findall(meaning, html)
    assert len(dict(found)) == len(found)
    return dict(found)


def meanings_of(catalogue: Catalogue) -> dict[str, str]:
    return {f"term-{term.id}": term.text for term in catalogue.terms}


@pytest.mark.parametrize("method_id", METHOD_IDS)
def test_a_method_explains_every_term_of_its_page_once_and_no_other(
    catalogue: Catalogue, method_id: MethodId
) -> None:
    method = catalogue.method_by_id[method_id]
    html = unescape(method_account(catalogue, method))
    texts = [method.name]
    for fact in catalogue.facts:
        texts += [method.facts[fact.id].short, method.facts[fact.id].text, fact.note or ""]
    wanted = {f"term-{term.id}" for text in texts for _, _, term in uses_in(catalogue, text)}
    assert wanted
    assert sorted(opened(html)) == sorted(wanted)
    meanings = told(html)
    assert wanted <= set(meanings)
    assert meanings.items() <= meanings_of(catalogue).items()
    # What is said is what the content says, letter for letter.
    said = without_terms(html)
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
    collagen = (
        '<button type="button" class="term" popovertarget="term-collagen"'
        ' aria-describedby="term-collagen">Collagen</button>'
    )
    assert explained("Collagen <b> and collagen.") == f"{collagen} &lt;b&gt; and collagen."
    assert explained("More collagen.") == "More collagen."
    assert explained.also("More collagen.") == ""
    assert WordsInPlace(catalogue).also("Collagen, collagen!") == collagen


def test_a_word_to_tap_keeps_its_brackets_and_commas(catalogue: Catalogue) -> None:
    explained = WordsInPlace(catalogue)("Skin (collagen), then fillers/lasers.")
    assert re.sub(r"<button.*?>(.*?)</button>", r"[\1]", explained) == (
        'Skin <span class="kept-together">([collagen]),</span> then '
        '<span class="kept-together">[fillers]/</span>'
        '<span class="kept-together">[lasers].</span>'
    )


def test_words_of_a_label_are_to_tap_after_what_is_said_of_it(catalogue: Catalogue) -> None:
    words = catalogue.interface.service.explained_here
    said = WordsInPlace(catalogue).beside("Is a laser or filler used?", "A laser heats.")
    assert opened(said) == ["term-laser", "term-filler"]
    assert without_terms(said) == f'A laser heats. <span class="named">{words} filler</span>'
    assert WordsInPlace(catalogue).beside("Is a laser used?", "A laser heats.").endswith(" heats.")


def test_what_the_words_to_tap_open_is_told_once_with_its_heading(catalogue: Catalogue) -> None:
    method = catalogue.methods[0]
    html = unescape(meanings(catalogue, ["A filler, then fillers."], [method]))
    assert f"<h2>{catalogue.interface.service.words_explained}</h2>" in html
    assert told(html) == {
        f"term-method-{method.id}": method.summary,
        "term-filler": meanings_of(catalogue)["term-filler"],
    }
    assert opened(method_to_tap(method)) == [f"term-method-{method.id}"]


@pytest.mark.parametrize("view", ["glance", "detail", "direct", "trade-offs"])
def test_what_is_to_tap_on_compare_has_its_meaning_at_the_end_of_the_screen(
    catalogue: Catalogue, view: str
) -> None:
    laid_out = rows(catalogue, (), ())
    html = {
        "glance": lambda: pieces(glance_view(catalogue, METHOD_IDS, laid_out, {}, (), {})),
        "detail": lambda: pieces(detail_table(catalogue, METHOD_IDS, laid_out, {}, "Facts")),
        "direct": lambda: pieces(direct_view(catalogue, METHOD_IDS)),
        "trade-offs": lambda: trade_offs_html(catalogue, catalogue.trade_offs),
    }[view]()
    texts = page_texts(catalogue, "compare")
    for method in catalogue.methods:
        texts += method_texts(catalogue, method)
    found = opened(html)
    assert len(found) > 5
    assert set(found) <= set(told(meanings(catalogue, texts, catalogue.methods)))
    # Nothing to tap stands in something else to tap, in a heading or in a label.
    assert not re.search(
        r'<(a|summary|label|h\d|button)\b[^>]*>(?:(?!</\1>).)*<button [^>]*class="term"', html
    )


def test_in_a_column_of_the_glance_a_word_is_to_tap_once(catalogue: Catalogue) -> None:
    html = pieces(glance_view(catalogue, METHOD_IDS, rows(catalogue, (), ()), {}, (), {}))
    for fact in catalogue.facts:
        column = "".join(re.findall(rf'<td data-fact="{fact.id}">.*?</td>', html))
        assert column
        assert len(set(opened(column))) == len(opened(column)), fact.id
