"""A script that could not be fetched is fetched again, and where that does not help it is said."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, Route, expect

from aid.catalogue.catalogue import Catalogue
from tests.browser.reader import Reader
from tests.browser.wait import wait_ready
from tests.conftest import AppServer, NewPage

pytestmark = pytest.mark.browser

CHECKBOX, INDEX = re.compile(r"/Checkbox\.\S+\.js"), re.compile(r"/static/js/index\.\S+\.js")


@pytest.fixture
def page(server: AppServer, new_page: NewPage) -> Page:
    return new_page(server.url)


def fail(page: Page, script: re.Pattern[str], times: int) -> list[str]:
    """Let a script fail so many times; the list grows with each request."""
    requests: list[str] = []

    def answer(route: Route) -> None:
        requests.append(route.request.url)
        if len(requests) <= times:
            route.abort()
        else:
            route.continue_()

    page.route(script, answer)
    return requests


@pytest.mark.parametrize("script", [CHECKBOX, INDEX])
def test_a_script_that_fails_once_is_there_after_all(
    page: Page, catalogue: Catalogue, script: re.Pattern[str]
) -> None:
    requests = fail(page, script, times=2)  # the page asks for it beforehand, and then in earnest
    page.goto("/scars")
    box = page.get_by_label(catalogue.shape_by_id["boxcar"].label, exact=True)
    expect(box).to_be_attached(timeout=30_000)
    wait_ready(page)
    assert len(requests) > 2
    expect(page.locator("#missing")).to_be_hidden()


def test_what_was_answered_before_is_there_afterwards(page: Page, catalogue: Catalogue) -> None:
    reader = Reader(page, catalogue)
    requests = fail(page, CHECKBOX, times=2)
    reader.open("time")
    reader.answer("downtime", "up-to-7-days")
    reader.settle()
    reader.menu_link("scars").click()
    expect(reader.option("scar-shapes", "boxcar")).to_be_attached(timeout=30_000)
    reader.settle()
    assert len(requests) > 2
    reader.go_to("time")
    assert reader.ticked("downtime") == ["up-to-7-days"]


def test_a_script_that_never_comes_is_said_in_words(page: Page, catalogue: Catalogue) -> None:
    requests = fail(page, CHECKBOX, times=10_000)
    page.goto("/scars")
    said = page.get_by_text(catalogue.interface.service.script_missing)
    expect(said).to_be_visible(timeout=60_000)
    seen = len(requests)
    page.wait_for_timeout(3_000)
    assert len(requests) == seen, "it goes on and on"
