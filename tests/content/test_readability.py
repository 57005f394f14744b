"""How easy the texts are to read, by two formulas: each text, each screen and the sheet.

Single texts are held to the first formula. The second one, which counts letters, swings widely on
short texts, so it is held to over all of them. Both hold for every screen and for the sheet.
"""

from __future__ import annotations

from statistics import median

import pytest

from aid.catalogue.catalogue import Catalogue
from aid.catalogue.ids import PAGE_IDS
from aid.catalogue.load import CONTENT_FOLDER, READABILITY_FILE
from aid.catalogue.text_index import SHEET
from aid.checks.editorial import readability
from aid.checks.editorial.readability import (
    AIM_GRADE,
    GATE_GRADE,
    automated_readability,
    flesch_kincaid,
    graded_claims,
    graded_texts,
    grades,
    plain,
    readability_toml,
)
from aid.views.about import reading_level

MOST_ABOVE_GATE_BY_LETTERS = 0.1
MOST_CLAIMS_ABOVE_GATE = 0.25


def test_no_text_is_above_grade_8(catalogue: Catalogue) -> None:
    found = grades(catalogue, graded_texts(catalogue))
    assert len(found) > 1000
    hard = {key: round(grade, 1) for key, grade in found.items() if grade > GATE_GRADE}
    assert not hard


def test_half_of_the_texts_are_at_grade_6_or_below_by_both_formulas(catalogue: Catalogue) -> None:
    texts = graded_texts(catalogue)
    assert median(grades(catalogue, texts).values()) <= AIM_GRADE
    by_letters = [automated_readability(plain(catalogue, entry.text)) for entry in texts]
    assert median(by_letters) <= AIM_GRADE
    above = [grade for grade in by_letters if grade > GATE_GRADE]
    assert len(above) <= MOST_ABOVE_GATE_BY_LETTERS * len(texts)


def test_what_sources_say_is_held_to_a_limit_of_its_own(catalogue: Catalogue) -> None:
    """Claims are exact first. Half are at grade 6 or below, a quarter at most is above 8."""
    found = grades(catalogue, graded_claims(catalogue)).values()
    assert median(found) <= AIM_GRADE
    above = [grade for grade in found if grade > GATE_GRADE]
    assert len(above) <= MOST_CLAIMS_ABOVE_GATE * len(found)


@pytest.mark.parametrize("place", [*PAGE_IDS, SHEET])
def test_every_screen_and_the_sheet_meet_the_aim_by_both_formulas(
    catalogue: Catalogue, place: str
) -> None:
    found = next(item for item in catalogue.readability.place if item.id == place)
    assert found.flesch_kincaid <= AIM_GRADE
    assert found.automated_readability <= AIM_GRADE
    assert found.as_written <= GATE_GRADE


def test_the_reading_level_on_about_is_that_of_the_texts(catalogue: Catalogue) -> None:
    """When it fails: run ``python -m aid readability``."""
    on_disk = (CONTENT_FOLDER / READABILITY_FILE).read_text(encoding="utf-8")
    assert readability_toml(readability.readability(catalogue)) == on_disk


def test_about_prints_every_number(catalogue: Catalogue) -> None:
    html = reading_level(catalogue)
    found = catalogue.readability
    assert [item.id for item in found.place] == [*PAGE_IDS, SHEET]
    assert html.count("<tr>") == len(found.place) + 1
    for place in found.place:
        row = "".join(
            f"<td>{grade:.1f}</td>"
            for grade in (place.flesch_kincaid, place.automated_readability, place.as_written)
        )
        assert row in html
    for number in (found.median, found.highest, found.claims_median):
        assert f" {number:.1f}" in html


def test_unavoidable_names_are_taken_as_one_short_word(catalogue: Catalogue) -> None:
    text = "Non-ablative fractional laser and Microneedling with {count}."
    assert plain(catalogue, text) == "name name laser and name with name."
    assert plain(catalogue, "Microneedlings") == "Microneedlings"


def test_every_unavoidable_name_is_in_use(catalogue: Catalogue) -> None:
    together = " ".join(entry.text for entry in graded_texts(catalogue)).casefold()
    for item in catalogue.unavoidable:
        for word in item.words:
            assert word.casefold() in together, word


def test_the_formulas_tell_easy_from_hard() -> None:
    easy = "The cat sat on the mat. It was a good cat."
    hard = (
        "Anticipated therapeutic outcomes necessitate individualised multidisciplinary evaluation."
    )
    for formula in (flesch_kincaid, automated_readability):
        assert formula(easy) < AIM_GRADE < GATE_GRADE < formula(hard)
