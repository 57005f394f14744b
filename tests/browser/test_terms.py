"""Jargon is explained one tap away where it stands, on every screen that has some."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Locator, Page, expect

from aid.catalogue.addresses import METHOD, Address
from aid.catalogue.catalogue import Catalogue
from tests.browser.axe import violations
from tests.browser.reader import Reader
from tests.browser.test_look import box_of
from tests.conftest import AppServer

pytestmark = pytest.mark.browser

AS_WITHOUT_POPOVERS = """() => {
    for (const one of document.querySelectorAll('[popover]')) one.removeAttribute('popover');
    const unwrap = (rules) => [...rules].flatMap((rule) =>
        rule.conditionText?.includes(':popover-open') ? [...rule.cssRules] : []);
    for (const sheet of document.styleSheets)
        for (const rule of unwrap(sheet.cssRules))
            sheet.insertRule(rule.cssText, sheet.cssRules.length);
}"""
"""The page as a browser of 2023 has it: no attribute that it knows, and its own rules."""


def words_to_tap(reader: Reader) -> Iterator[tuple[str, Locator]]:
    """Go to each screen that explains words; stops with the first one in sight."""
    page, words = reader.page, reader.words
    in_sight = page.locator("td button.term, .hint button.term, .why button.term")
    reader.open("compare")
    yield "compare", in_sight.filter(visible=True).first
    reader.switch(words.compare.view_label, words.compare.in_detail)
    reader.pick(words.compare.pick_methods.format(count=3), reader.name("subcision"))
    yield "detail", in_sight.filter(visible=True).first
    reader.switch(words.compare.view_label, words.direct.title)
    page.locator("details.pair > summary").first.click()
    yield "direct", page.locator(".study button.term").filter(visible=True).first
    reader.go_to("health")
    reader.uncover("health", "blood-thinners")
    yield "health", in_sight.filter(visible=True).first
    reader.go_to("quiz")
    reader.choose(page.get_by_role("radio", name=words.quiz.false).nth(1))
    yield "quiz", page.get_by_role("status").locator("button.term").filter(visible=True).first
    reader.go_to("sheet")
    for folded in page.locator(".why-folded > summary").all():
        folded.click()
    yield "sheet", in_sight.filter(visible=True).first


def test_a_word_opens_its_meaning_without_a_jump_and_closes_it_by_keyboard(phone: Reader) -> None:
    page, seen = phone.page, []
    texts = {f"term-{term.id}": term.text for term in phone.catalogue.terms}
    for name, word in words_to_tap(phone):
        place = word.get_attribute("popovertarget")
        assert place in texts
        meaning = page.locator(f"#{place}")
        word.scroll_into_view_if_needed()
        before = box_of(word)
        expect(meaning).to_be_hidden()
        word.click()
        expect(meaning).to_be_in_viewport(ratio=1)
        expect(meaning).to_contain_text(texts[place])
        expect(word).to_have_accessible_description(meaning.inner_text().replace("\n\n", " "))
        assert box_of(word) == before
        assert violations(page) == [], name
        page.keyboard.press("Escape")
        expect(meaning).to_be_hidden()
        expect(word).to_be_focused()
        page.keyboard.press("Enter")
        expect(meaning).to_be_visible()
        page.mouse.click(5, 5)
        expect(meaning).to_be_hidden()
        seen.append(name)
    assert seen == ["compare", "detail", "direct", "health", "quiz", "sheet"]


def test_the_name_of_a_method_opens_what_it_is(phone: Reader) -> None:
    method = phone.catalogue.methods[0]
    phone.open("compare")
    name = phone.page.get_by_role("rowheader", name=method.name, exact=True)
    name.get_by_role("button").click()
    meaning = phone.page.locator(".meaning").get_by_text(method.summary, exact=True)
    expect(meaning).to_be_in_viewport(ratio=1)
    expect(meaning).to_be_visible()
    to_all = phone.page.locator(".meaning").get_by_role(
        "link", name=phone.words.methods.all_facts, exact=True
    )
    assert box_of(to_all)[3] >= 44
    with phone.page.context.expect_page() as coming:
        to_all.click()
    there = Reader(coming.value, phone.catalogue)
    there.arrive_at(Address(METHOD, method.id))


def test_on_paper_a_word_to_tap_is_a_word_like_any_other(reader: Reader) -> None:
    page = reader.page
    reader.open("compare")
    word = page.locator("td button.term").filter(visible=True).first
    expect(word).to_have_css("text-decoration-line", "underline")
    page.emulate_media(media="print")
    expect(word).to_have_css("text-decoration-line", "none")
    expect(page.locator(".meanings")).to_be_hidden()


@pytest.mark.parametrize("address", ["/compare", "/sheet", "/method-subcision"])
def test_a_browser_that_cannot_open_meanings_lists_them_at_the_end(
    new_page: Callable[..., Page], server: AppServer, catalogue: Catalogue, address: str
) -> None:
    page = new_page(server.url, viewport=(390, 844))
    page.goto(address)
    Reader(page, catalogue).settle()
    listed = page.locator(".meanings")
    heading = listed.get_by_text(catalogue.interface.service.words_explained)
    expect(heading).to_be_hidden()
    page.evaluate(AS_WITHOUT_POPOVERS)
    expect(heading).to_be_visible()
    for meaning in listed.locator(".meaning").all():
        expect(meaning).to_be_visible()
    expect(page.locator("button.term").first).to_have_css("text-decoration-line", "none")
