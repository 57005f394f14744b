"""A reader without a mouse keeps their place when a button moves, goes or is switched off."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from aid.catalogue.catalogue import Catalogue
from tests.browser.reader import Reader
from tests.conftest import AppServer, running_app

pytestmark = pytest.mark.browser

FIRST_MOVABLE = 3
"""The three general questions come before it and cannot be moved."""


@pytest.fixture(params=[False, True], ids=["in-time", "late"])
def app(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[AppServer]:
    """The app, on a machine that is at leisure or busy."""
    if not request.param:
        yield request.getfixturevalue("server")
        return
    late = {"PYTHONPATH": str(Path(__file__).with_name("late"))}
    with running_app(tmp_path / "log.txt", settings=late) as server:
        yield server
    assert "sitecustomize" not in server.log


def test_focus_stays_with_a_question_that_is_moved_and_in_its_place_when_it_is_dropped(
    app: AppServer, new_page: Callable[..., Page], catalogue: Catalogue
) -> None:
    reader = Reader(new_page(app.url), catalogue)
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
