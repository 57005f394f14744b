"""Dates, numbers, lists and plurals follow the language of the content."""

from __future__ import annotations

from datetime import date

import pytest

from aid.catalogue.catalogue import Catalogue
from aid.catalogue.load import build_catalogue
from aid.formatting.figures import range_words
from aid.formatting.locale import (
    in_words,
    listed,
    number,
    plural_categories,
    unit_word,
)
from tests.content_files import copied
from tests.pseudo import LANGUAGE, loud, pseudo_files


@pytest.mark.parametrize(
    ("value", "written", "translated_as"),
    [
        (3, "3", "3"),
        (3.0, "3", "3"),
        (0, "0", "0"),
        (0.5, "0.5", "0,5"),
        (-1.25, "-1.25", "-1,25"),
        (41.7, "41.7", "41,7"),
        (0.0004, "0.0004", "0,0004"),
        (12345.0, "12,345", "12\xa0345"),
        (12345.5, "12,345.5", "12\xa0345,5"),
    ],
)
def test_numbers_keep_all_digits_and_have_no_trailing_zero(
    catalogue: Catalogue, translated: Catalogue, value: float, written: str, translated_as: str
) -> None:
    assert number(catalogue, value) == written
    assert number(translated, value) == translated_as


def test_a_date_has_its_month_in_words(catalogue: Catalogue, translated: Catalogue) -> None:
    day = date(2026, 11, 2)
    assert in_words(catalogue, day) == "2 November 2026"
    assert in_words(translated, day) == "2 listopada 2026"


def test_a_list_has_the_same_sign_between_all_its_parts(
    catalogue: Catalogue, translated: Catalogue
) -> None:
    assert listed(catalogue, ()) == ""
    assert listed(catalogue, ("a",)) == "a"
    assert listed(catalogue, ("a", "b", "c")) == "a, b, c"
    assert listed(translated, iter("ab")) == loud("{before}, {after}").format(before="a", after="b")


def test_a_unit_has_the_word_for_its_number(catalogue: Catalogue) -> None:
    words = [unit_word(catalogue, "days", value) for value in (0, 0.5, 1, 1.0, 1.5, 2, 21)]
    assert words == ["days", "days", "day", "day", "days", "days", "days"]
    assert range_words(catalogue, 1, 1, "days") == "1 day"
    assert range_words(catalogue, 0, 14, "days") == "0 to 14 days"


@pytest.mark.slow
def test_each_kind_of_number_that_a_language_knows_has_its_word() -> None:
    assert plural_categories("en-GB") == ("one", "other")
    assert plural_categories("ja-JP") == ("other",)
    assert plural_categories("pl-PL") == ("one", "few", "many", "other")
    raw = copied(pseudo_files(), f"{LANGUAGE}/interface.toml")
    raw[f"{LANGUAGE}/interface.toml"]["units"]["days"] = ["dzień", "dni", "dni wiele", "dnia"]
    polish = build_catalogue(raw, LANGUAGE)
    words = [unit_word(polish, "days", value) for value in (1, 3, 5, 1.5)]
    assert words == ["dzień", "dni", "dni wiele", "dnia"]
