"""Texts that say how many there are of something count what the content lists."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from aid.catalogue.catalogue import Catalogue
from aid.catalogue.counts import Counts, as_written, counts_of
from aid.catalogue.load import build_catalogue
from aid.catalogue.pages import steps
from tests.content_files import copied, real_files

WORDS = ("one", "two", "three")


def counts(**numbers: int) -> Counts:
    return Counts(numbers, WORDS)


@pytest.mark.parametrize(
    ("number", "word"), [(0, "0"), (1, "one"), (3, "three"), (4, "4"), (1200, "1200")]
)
def test_a_number_without_a_word_is_written_in_digits(number: int, word: str) -> None:
    assert counts().in_words(number) == word


@pytest.mark.parametrize(
    ("text", "filled"),
    [
        ("All {methods}", "All three"),
        ("{Methods} methods and {tips} tips", "Three methods and two tips"),
        ("{count} of {methods}", "{count} of three"),
        ("No gap", "No gap"),
    ],
)
def test_only_gaps_of_counts_are_filled(text: str, filled: str) -> None:
    made = counts(methods=3, tips=2).fill(text)
    assert made == filled
    assert as_written(made) == text


def test_every_count_is_that_of_the_content(catalogue: Catalogue) -> None:
    found = counts_of(
        {
            name.removeprefix("en/").removesuffix(".toml"): content
            for name, content in real_files().items()
        }
    )
    assert found.words == catalogue.interface.numbers.words
    assert all(found.numbers.values()), found.numbers
    assert found.numbers["top_concerns"] == catalogue.ask_by_id["top-concerns"].at_most
    assert found.numbers["steps"] == len(steps(catalogue.pages))
    assert found.numbers["methods"] == len(catalogue.methods)
    assert found.numbers["headings"] == len(catalogue.facts)
    assert found.numbers["tips"] == len(catalogue.tips)
    assert found.numbers["statements"] == len(catalogue.statements)


def test_one_entry_more_changes_every_text_that_counts() -> None:
    raw = real_files()
    before = build_catalogue(raw)
    more: dict[str, Any] = copied(raw, "en/tips.toml")
    more["en/tips.toml"]["tip"].append({**more["en/tips.toml"]["tip"][0], "id": "one-more"})
    after = build_catalogue(more)
    for catalogue, word in ((before, "Four"), (after, "Five")):
        assert catalogue.interface.compare.tips_title == f"{word} tips"
        assert catalogue.sheet.tips_title == f"{word} tips from the aid"


@pytest.mark.parametrize(
    "files",
    [
        {},
        {"tips": {"tip": 5}, "questions": {"question": ["x", {"group": "general"}]}},
        {"interface": {"numbers": 1, "compare": []}},
        {"interface": {"numbers": {"words": "one"}}},
    ],
)
def test_files_of_any_form_can_be_counted(files: Mapping[str, Mapping[str, Any]]) -> None:
    found = counts_of(files)
    assert found.words == ()
    assert found.numbers["tips"] == 0
