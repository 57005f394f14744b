"""Sources: found by method, fact and words, each with a link of its own; About is short."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from aid.catalogue.catalogue import Catalogue
from aid.catalogue.ids import PageId
from aid.tailoring.finding import AT_A_TIME, Wanted, claims_found, sources_found
from tests.browser.axe import violations_light_and_dark
from tests.browser.reader import Reader
from tests.conftest import AppServer, NewPage

pytestmark = pytest.mark.browser

PHONE, SMALLEST = (390, 844), (320, 568)
_SIDEWAYS = """() => {
    const main = document.querySelector('[data-testid="stMain"]');
    return main.scrollWidth - main.clientWidth;
}"""


def status(page: Page) -> Locator:
    """What is announced of the search; the page has a line of its own for a lost connection."""
    return page.locator("p[role=status]:not(.the-line):not(#said)")


def said(catalogue: Catalogue, count: int, first: int, last: int) -> str:
    return catalogue.interface.sources.found.format(count=f"{count:,}", first=first, last=last)


def test_a_reader_finds_a_claim_by_words_with_the_keyboard_alone(reader: Reader) -> None:
    catalogue, page, words = reader.catalogue, reader.page, reader.words.sources
    reader.open("sources")
    everything = len(catalogue.claims)
    expect(status(page)).to_have_text(said(catalogue, everything, 1, AT_A_TIME))
    box = page.get_by_role("textbox", name=words.words)
    box.focus()
    page.keyboard.type("blunt cannula")
    page.keyboard.press("Enter")
    found = claims_found(catalogue, Wanted("blunt cannula"))
    assert 0 < len(found) < AT_A_TIME
    expect(status(page)).to_have_text(said(catalogue, len(found), 1, len(found)))
    expect(page.locator("ul.found > li > p:first-child")).to_have_text(
        [claim.plain for claim in found]
    )
    assert "cannula" not in page.url
    box.fill("xylophone")
    page.keyboard.press("Enter")
    expect(status(page)).to_have_text(words.found_nothing)


def test_an_address_names_a_method_and_a_fact_and_parts_follow_each_other(reader: Reader) -> None:
    catalogue, page, words = reader.catalogue, reader.page, reader.words.sources
    page.goto("/sources?method=microneedling")
    reader.arrive("sources")
    found = claims_found(catalogue, Wanted(method="microneedling"))
    assert len(found) > 2 * AT_A_TIME
    expect(status(page)).to_have_text(said(catalogue, len(found), 1, AT_A_TIME))
    reader.press(words.after.format(count=AT_A_TIME))
    expect(status(page)).to_have_text(said(catalogue, len(found), AT_A_TIME + 1, 2 * AT_A_TIME))
    reader.press(words.before.format(count=AT_A_TIME))
    expect(status(page)).to_have_text(said(catalogue, len(found), 1, AT_A_TIME))
    page.get_by_text(words.sources, exact=True).click()
    works = sources_found(catalogue, Wanted(method="microneedling"))
    expect(status(page)).to_have_text(said(catalogue, len(works), 1, AT_A_TIME))


def test_a_link_to_a_claim_or_a_source_shows_it_and_opens_the_part_that_holds_it(
    reader: Reader,
) -> None:
    catalogue, page, words = reader.catalogue, reader.page, reader.words.sources
    claim, source = catalogue.claims[AT_A_TIME + 3], catalogue.sources[-1]
    page.goto(f"/sources?claim={claim.id}")
    reader.arrive("sources")
    asked = page.locator(".st-key-search-asked")
    expect(asked.get_by_role("heading", name=words.asked)).to_be_in_viewport()
    expect(asked.get_by_text(claim.plain)).to_be_visible()
    expect(page.get_by_text(claim.plain)).to_have_count(2)
    page.goto(f"/sources?source={source.id}")
    reader.arrive("sources")
    expect(asked.get_by_text(source.title)).to_be_visible()
    page.goto("/sources?claim=no-such-thing&method=nothing")
    reader.arrive("sources")
    expect(page.get_by_text(words.not_there)).to_be_visible()


def test_what_a_fact_rests_on_leads_to_the_same_in_sources(reader: Reader) -> None:
    catalogue, page, words = reader.catalogue, reader.page, reader.words
    page.goto("/method-subcision")
    reader.settle()
    page.locator(".method details.more > summary").first.click()
    with page.expect_popup() as opened:
        page.get_by_role("link", name=re.compile(re.escape(words.sources.in_sources))).first.click()
    there = Reader(opened.value, catalogue)
    there.arrive("sources")
    wanted = Wanted(method="subcision", fact=catalogue.facts[0].id)
    count = len(claims_found(catalogue, wanted))
    expect(status(there.page)).to_have_text(said(catalogue, count, 1, count))


@pytest.mark.parametrize("screen", ["sources", "about", "glossary"])
def test_axe_finds_nothing_wrong_and_nothing_scrolls_sideways(
    new_page: NewPage, server: AppServer, catalogue: Catalogue, screen: PageId
) -> None:
    page = new_page(server.url, viewport=SMALLEST)
    Reader(page, catalogue).open(screen)
    assert page.evaluate(_SIDEWAYS) <= 0
    assert violations_light_and_dark(page) == []


def test_about_is_short(new_page: NewPage, server: AppServer, catalogue: Catalogue) -> None:
    page = new_page(server.url, viewport=PHONE)
    reader = Reader(page, catalogue)
    reader.open("about")
    height = page.get_by_test_id("stMainBlockContainer").evaluate("one => one.scrollHeight")
    assert 0 < height <= 6000
    reader.follow(catalogue.page_by_id["glossary"].title)
    reader.arrive("glossary")
    page.get_by_role("link", name="T", exact=True).click()
    expect(page.get_by_role("heading", name="T", exact=True)).to_be_in_viewport()
