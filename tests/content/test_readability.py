"""How easy the texts are to read, by two formulas: each text, each screen and the sheet.

Single texts are held to the first formula. The second one, which counts letters, swings widely on
short texts, so it is held to over all of them. Both hold for every screen and for the sheet.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from aid.catalogue.catalogue import Catalogue
from aid.catalogue.ids import PAGE_IDS
from aid.catalogue.pages import Tip
from aid.catalogue.shown import SHEET
from aid.checks.editorial.readability import (
    AIM_GRADE,
    GATE_GRADE,
    automated_readability,
    flesch_kincaid,
    plain,
    reading_level_holds,
)
from aid.papers.about import reading_level
from aid.papers.render.html import HtmlRenderer


def test_about_prints_every_number(catalogue: Catalogue) -> None:
    html = HtmlRenderer(2, {}).render([reading_level(catalogue)])
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


@pytest.mark.slow
def test_the_formulas_tell_easy_from_hard() -> None:
    easy = "The cat sat on the mat. It was a good cat."
    hard = (
        "Anticipated therapeutic outcomes necessitate individualised multidisciplinary evaluation."
    )
    for formula in (flesch_kincaid, automated_readability):
        assert formula(easy) < AIM_GRADE < GATE_GRADE < formula(hard)


HARD = (
    "Anticipated therapeutic outcomes ordinarily necessitate "
    "individualised interdisciplinary evaluation."
)


def problems_with(catalogue: Catalogue, text: str, change: Callable[[Tip], bool]) -> list[str]:
    """What is reported where some tips have another text."""
    tips = tuple(
        tip.model_copy(update={"text": text}) if change(tip) else tip for tip in catalogue.tips
    )
    return [str(problem) for problem in reading_level_holds(replace(catalogue, tips=tips))]


@pytest.mark.slow
def test_the_reading_level_of_the_content_holds(catalogue: Catalogue) -> None:
    assert list(reading_level_holds(catalogue)) == []


@pytest.mark.slow
def test_a_text_that_is_too_hard_is_named(catalogue: Catalogue) -> None:
    first = catalogue.tips[0].id
    found = problems_with(catalogue, HARD, lambda tip: tip.id == first)
    assert found[0].startswith(f"content/en/tips.toml: tips.{first}.text: is at grade ")
    assert found[0].endswith("; at most 8")
    stale = "content/generated/readability.toml: is out of date: run python -m aid readability"
    assert stale in found


@pytest.mark.slow
def test_texts_that_are_too_hard_together_are_reported(catalogue: Catalogue) -> None:
    hard = catalogue.statements[0].model_copy(update={"explanation": HARD * 3})
    broken = replace(catalogue, statements=(hard,) * 600)
    found = {str(problem).split(":")[0] for problem in reading_level_holds(broken)}
    assert found == {"content/en", "content/en/quiz.toml", "content/generated/readability.toml"}
    messages = " ".join(str(problem) for problem in reading_level_holds(broken))
    assert "all texts of quiz are at grade" in messages
    assert "% of the texts are above grade 8; at most 10%" in messages


@pytest.mark.slow
def test_claims_have_limits_of_their_own(catalogue: Catalogue) -> None:
    claims = tuple(claim.model_copy(update={"plain": HARD}) for claim in catalogue.claims)
    found = [str(problem) for problem in reading_level_holds(replace(catalogue, claims=claims))]
    assert "content/evidence: 100% of the texts are above grade 8; at most 25%" in found
    assert any(said.startswith("content/evidence: half of the texts are above") for said in found)
