"""All methods as cards, and each method at an address of its own that holds no answer."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from aid.catalogue.addresses import METHOD, Address
from aid.catalogue.catalogue import Catalogue
from tests.browser.axe import violations_light_and_dark
from tests.browser.reader import Reader
from tests.conftest import AppServer, NewPage

pytestmark = pytest.mark.browser

MOST_HEIGHT = 2600
PHONE, DESK, SMALLEST = (390, 844), (1280, 900), (320, 568)
_CARDS = "[class*='st-key-method-card-']"
_SIDEWAYS = """() => {
    const main = document.querySelector('[data-testid="stMain"]');
    return main.scrollWidth - main.clientWidth;
}"""


@pytest.mark.parametrize(("viewport", "in_a_row"), [(PHONE, 2), (DESK, 4)])
def test_the_cards_stand_in_even_rows_and_do_not_fill_a_phone_for_long(
    new_page: NewPage,
    server: AppServer,
    catalogue: Catalogue,
    viewport: tuple[int, int],
    in_a_row: int,
) -> None:
    page = new_page(server.url, viewport=viewport)
    Reader(page, catalogue).open("methods")
    boxes = page.locator(_CARDS).evaluate_all(
        "all => all.map(one => one.getBoundingClientRect()).map(({x, y}) => [x, y])"
    )
    assert len(boxes) == len(catalogue.methods)
    rows = [boxes[start : start + in_a_row] for start in range(0, len(boxes), in_a_row)]
    for row in rows:
        assert len({y for _, y in row}) == 1
        assert [x for x, _ in row] == sorted({x for x, _ in row})
    height = page.get_by_test_id("stMainBlockContainer").evaluate("one => one.scrollHeight")
    assert 0 < height <= MOST_HEIGHT


def test_a_card_leads_to_its_method_and_the_browser_back_again(reader: Reader) -> None:
    catalogue, page = reader.catalogue, reader.page
    words = catalogue.interface.methods
    first, second = catalogue.methods[:2]
    reader.open("methods")
    # Anywhere on the card, not on its name alone.
    page.locator(f".st-key-method-card-{first.id} img").click(force=True)
    for method in (first, second):
        here = Address(METHOD, method.id)
        reader.arrive_at(here)
        expect(page).to_have_url(f"{page.url.rsplit('/', 1)[0]}/{here.path}")
        service = catalogue.interface.service
        expect(page).to_have_title(
            service.document_title.format(page=method.name, service=service.name)
        )
        expect(reader.heading).to_be_focused()
        if method is first:
            expect(page.locator(".st-key-method-ways a")).to_have_text(
                [words.all_methods, words.after.format(name=second.name)]
            )
            reader.follow(words.after.format(name=second.name))
    page.go_back()
    reader.arrive_at(Address(METHOD, first.id))
    page.go_back()
    reader.arrive("methods")
    page.go_forward()
    reader.arrive_at(Address(METHOD, first.id))


def test_the_last_method_leads_back_and_to_all(reader: Reader) -> None:
    catalogue, words = reader.catalogue, reader.catalogue.interface.methods
    before, last = catalogue.methods[-2:]
    reader.page.goto(f"/{Address(METHOD, last.id).path}")
    reader.arrive_at(Address(METHOD, last.id))
    expect(reader.page.locator(".st-key-method-ways a")).to_have_text(
        [words.before.format(name=before.name), words.all_methods]
    )
    reader.follow(words.before.format(name=before.name))
    reader.arrive_at(Address(METHOD, before.id))
    reader.follow(words.all_methods)
    reader.arrive("methods")


def test_a_link_to_a_method_that_is_not_there_says_so_and_shows_all(reader: Reader) -> None:
    reader.page.goto("/method-magic-wand?x=1")
    reader.arrive(METHOD)
    expect(reader.page.get_by_text(reader.catalogue.page_by_id[METHOD].lead)).to_be_visible()
    assert reader.page.locator(_CARDS).count() == len(reader.catalogue.methods)
    expect(reader.page.get_by_role("dialog")).to_have_count(0)


def test_a_method_has_all_facts_under_six_headings(reader: Reader) -> None:
    catalogue, page = reader.catalogue, reader.page
    method = catalogue.methods[0]
    page.goto(f"/{Address(METHOD, method.id).path}")
    reader.arrive_at(Address(METHOD, method.id))
    expect(page.get_by_role("heading", level=2)).to_have_text(
        list(catalogue.interface.methods.parts.values())
    )
    facts = page.get_by_role("heading", level=3)
    for fact in catalogue.facts:
        expect(facts.get_by_text(fact.label, exact=True)).to_be_visible()
    links = page.get_by_role("navigation", name=catalogue.interface.methods.parts_label)
    last = list(catalogue.interface.methods.parts.values())[-1]
    links.get_by_role("link", name=last).click()
    expect(page.get_by_role("heading", level=2, name=last)).to_be_in_viewport()


def test_a_word_opens_and_closes_its_meaning_by_keyboard(reader: Reader) -> None:
    method = reader.catalogue.methods[0]
    reader.page.goto(f"/{Address(METHOD, method.id).path}")
    reader.arrive_at(Address(METHOD, method.id))
    word = reader.page.locator("button.term").first
    place = word.get_attribute("popovertarget")
    (term,) = [item for item in reader.catalogue.terms if f"term-{item.id}" == place]
    meaning = reader.page.get_by_text(term.text, exact=True)
    expect(meaning).to_be_hidden()
    word.focus()
    reader.page.keyboard.press("Enter")
    expect(meaning).to_be_visible()
    reader.page.keyboard.press("Escape")
    expect(meaning).to_be_hidden()
    expect(word).to_be_focused()


def test_axe_finds_nothing_wrong_and_nothing_scrolls_sideways(
    new_page: Callable[..., Page], server: AppServer, catalogue: Catalogue
) -> None:
    page = new_page(server.url, viewport=SMALLEST)
    reader = Reader(page, catalogue)
    for address in (Address("methods"), Address(METHOD), Address(METHOD, "tca-cross")):
        page.goto(f"/{address.path}")
        reader.arrive_at(address)
        assert page.evaluate(_SIDEWAYS) <= 0, address
        assert violations_light_and_dark(page) == [], address
    page.locator("button.term").first.click()
    expect(page.locator(".meaning:popover-open")).to_have_count(1)
    assert violations_light_and_dark(page) == []
