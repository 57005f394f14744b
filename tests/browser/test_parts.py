"""A click draws only the parts of a screen that it changes: none that it changes is left out."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page

from aid.answers.example import example_answers
from aid.catalogue.ids import PageId
from tests.browser.reader import Reader

pytestmark = pytest.mark.browser

CONTROLS = (
    '[data-testid="stMainBlockContainer"] :is(input[type="checkbox"], input[type="radio"],'
    ' [role="radio"], button[aria-pressed])'
)
MOVES = '[class*="st-key-group-kept-"] button, .st-key-large-type button'
ORDER = ".st-key-order button"
MOST = 8
"""How many controls of a screen are clicked on, from the first to the last."""


def shown(page: Page) -> str:
    return page.get_by_test_id("stMainBlockContainer").aria_snapshot()


def drawn_whole(reader: Reader) -> str:
    reader.page.evaluate("document.querySelector('.st-key-redraw button').click()")
    reader.settle()
    return shown(reader.page)


def spread(controls: Locator) -> list[int]:
    count = controls.count()
    return sorted({round(place * (count - 1) / (MOST - 1)) for place in range(MOST)})


@pytest.mark.parametrize(
    ("screen", "also"),
    [
        ("scars", ()),
        ("time", ()),
        ("priorities", ()),
        ("health", ()),
        ("compare", (CONTROLS,)),
        ("quiz", ()),
        ("sheet", (ORDER, MOVES)),
    ],
)
def test_after_any_click_the_screen_is_as_if_drawn_whole(
    reader: Reader, screen: PageId, also: tuple[str, ...]
) -> None:
    page = reader.page
    reader.come_back(example_answers(), screen)
    before = shown(page)
    assert before == drawn_whole(reader)
    changed = 0
    for selector in (CONTROLS, *also):
        for place in spread(page.locator(selector)):
            control = page.locator(selector).nth(place)
            if not control.count() or not control.is_enabled():
                continue  # the click before took it away
            control.dispatch_event("click")
            reader.settle()
            now = shown(page)
            assert now == drawn_whole(reader), f"{selector} {place}"
            changed += now != before
            before = now
    assert changed >= 3, "the clicks change something"
