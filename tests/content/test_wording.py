"""The agreed wording holds for texts, for what is made of them and for the project's own pages.

That the content itself keeps to it is a check like others (``test_checks.py``).
"""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from aid.answers.example import example_answers
from aid.catalogue.catalogue import Catalogue
from aid.catalogue.editorial import WordRule
from aid.catalogue.ids import DENT_IDS, METHOD_IDS
from aid.checks.editorial.wording import breaches, gaps_of
from aid.papers.sheet.content import build_sheet
from aid.papers.sheet.preview import sheet_preview
from aid.tailoring.comparison import compare, said_of_facts
from aid.views.detail import detail_table
from aid.views.elements import pieces
from aid.views.glance import glance_table
from aid.views.methods import method_account

ROOT = Path(__file__).parent.parent.parent
WHAT_IT_IS_NOT = ("no recommendation", "nothing is scored")
"""What a page about the project may say that the aid has no need to."""


def words_in(catalogue: Catalogue, text: str, *rules: str) -> list[str]:
    """The words in a text that the rules forbid; all rules where none is named."""
    wanted = [rule for rule in catalogue.word_rules if not rules or rule.id in rules]
    return [
        found.word
        for found in breaches(text, wanted, gaps_of(catalogue), catalogue.allowed_phrases)
    ]


def test_there_is_a_rule_for_every_kind_of_word(catalogue: Catalogue) -> None:
    kinds = {"advice", "promise", "device", "brand", "chance", "relative", "one-in"}
    assert kinds < {rule.id for rule in catalogue.word_rules}


def test_every_word_of_every_rule_is_found(catalogue: Catalogue) -> None:
    gaps = gaps_of(catalogue)
    for rule in catalogue.word_rules:
        for word in rule.words:
            sentence = f"It is {word.replace('{number}', '20').replace('*', 'ing')}, they wrote."
            assert list(breaches(sentence, (rule,), gaps)), (rule.id, word)


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("It is rare.", ["rare"]),
        ("A word is not found within another: rarefied, prescored, self-worth.", []),
        ("It MEASURES nothing.", ["measures"]),
        ("It came back often, in 3 of 20.", []),
        ("It came back often, in three of 20.", []),
        ("Two hospitals say so. It often comes back.", ["often"]),
        ("Two hospitals often do it.", ["often"]),
        ("Mayo Clinic calls it rare.", []),
        ("It comes in 1 in 7 people.", ["1 in 7"]),
        ("One in six people had it.", ["one in six"]),
        ("In one of 40 people it stayed, in 20 percent it did not.", []),
        ("How often is not known.", []),
        ("It makes no diagnosis.", []),
        ("It makes a diagnosis.", ["diagnosis"]),
        ("Scars never vanish.", []),
        ("Scars vanish.", ["vanish"]),
    ],
)
def test_negations_counts_and_named_sources_are_told_apart(
    catalogue: Catalogue, sentence: str, found: list[str]
) -> None:
    assert words_in(catalogue, sentence) == found


def test_a_rule_that_is_lifted_says_by_what(catalogue: Catalogue) -> None:
    rule = WordRule(
        id="x", name="x", why="x", words=("often",), unless=("{count}",), unless_because="x"
    )
    gaps = gaps_of(catalogue)
    assert not list(breaches("Often, in 5 people.", (rule,), gaps))
    assert [found.word for found in breaches("Often. In 5 people.", (rule,), gaps)] == ["often"]


PAPER_AND_SCREENS = ("advice", "promise", "device", "brand", "relative", "one-in")
"""Chances are left out: a claim on screen uses its source's own words (editorial/wording.toml)."""


def test_what_is_made_of_the_texts_keeps_to_the_wording_too(catalogue: Catalogue) -> None:
    laid_out = compare(catalogue, example_answers())
    said = said_of_facts(catalogue, example_answers())
    sheet = build_sheet(catalogue, example_answers(), date(2026, 11, 22))
    made = [
        glance_table(catalogue, METHOD_IDS, laid_out.rows, said, DENT_IDS),
        pieces(detail_table(catalogue, METHOD_IDS, laid_out.rows, said, "Facts")),
        *(method_account(catalogue, method) for method in catalogue.methods),
        sheet_preview(catalogue, sheet),
    ]
    for html in made:
        assert len(html) > 1000
        # Titles of other people's works are left as printed; pictures hold no words.
        text = re.sub(r"<li><a .*?</a></li>|<svg.*?</svg>|<[^>]*>", " \n ", html, flags=re.S)
        assert not words_in(catalogue, text, *PAPER_AND_SCREENS)


PAGES = [path for path in (ROOT / "README.md", ROOT / "CITATION.cff") if path.exists()]


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_pages_about_the_project_keep_to_the_wording(catalogue: Catalogue, path: Path) -> None:
    """A purpose is read from what a project says of itself. Commands are free."""
    text = path.read_text(encoding="utf-8").casefold()
    prose = re.sub(r"```.*?```|^    [^\n]*$|^\|[^\n]*$|`[^`]*`", "", text, flags=re.S | re.M)
    for phrase in WHAT_IT_IS_NOT:
        prose = prose.replace(phrase, "")
    found = words_in(catalogue, prose, "advice", "promise", "device", "brand")
    assert not found
