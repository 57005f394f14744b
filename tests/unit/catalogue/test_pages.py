"""The menu and the steps of the questionnaire follow from the pages."""

from __future__ import annotations

import pytest

from aid.catalogue.ids import LeadingPageId, PageId
from aid.catalogue.pages import PageText, in_menu, parts_of, step_after, step_before, steps


def page(page_id: PageId, part_of: LeadingPageId | None = None) -> PageText:
    return PageText(id=page_id, part_of=part_of, menu="Menu", title="Title", lead="Lead")


PAGES = (
    page("start"),
    page("methods"),
    page("scars"),
    page("time", part_of="scars"),
    page("compare"),
    page("quiz", part_of="compare"),
    page("health", part_of="sheet"),
    page("sheet"),
)


def test_a_page_is_in_the_menu_or_a_part_of_one_that_is() -> None:
    assert in_menu(PAGES) == ("start", "methods", "scars", "compare", "sheet")
    assert parts_of(PAGES, "compare") == ("quiz",)
    assert steps(PAGES) == ("scars", "time")


def test_back_and_continue_lead_through_the_steps_and_on_in_the_menu() -> None:
    assert step_before(PAGES, "scars") == "methods"
    assert step_after(PAGES, "scars") == "time"
    assert step_before(PAGES, "time") == "scars"
    assert step_after(PAGES, "time") == "compare"


def test_what_is_for_the_sheet_stands_between_the_comparison_and_the_sheet() -> None:
    assert step_before(PAGES, "health") == "compare"
    assert step_after(PAGES, "health") == "sheet"


def test_a_page_outside_the_journey_has_no_neighbours() -> None:
    with pytest.raises(ValueError, match="quiz"):
        step_after(PAGES, "quiz")
