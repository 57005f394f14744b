"""A reader without a mouse keeps their place when a button moves, goes or is switched off."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from aid.catalogue.catalogue import Catalogue
from tests.browser.reader import Reader

pytestmark = pytest.mark.browser

FIRST_MOVABLE = 3
"""The three general questions come before it and cannot be moved."""


def test_focus_stays_with_a_question_that_is_moved_and_in_its_place_when_it_is_dropped(
    page: Page, catalogue: Catalogue
) -> None:
    reader = Reader(page, catalogue)
    words = catalogue.interface.sheet_page
    reader.open("sheet")
    moved, next_one = reader.kept_ids()[FIRST_MOVABLE : FIRST_MOVABLE + 2]

    reader.press(words.down, within=reader.kept(moved))
    expect(reader.button(words.down, within=reader.kept(moved))).to_be_focused()

    # At the top it cannot go further up, so the question itself has the focus.
    reader.press(words.up, within=reader.kept(moved))
    expect(reader.kept(moved)).to_be_focused()

    reader.press(words.drop, within=reader.kept(moved))
    expect(reader.kept(next_one)).to_be_focused()
