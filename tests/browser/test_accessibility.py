"""WCAG 2.2 A and AA on every screen: empty, filled and with an error, light and dark, three widths.

axe-core finds about half of what can be wrong. The rest of what a machine can see is checked here
too: headings, tables, names of groups, charts as text, the skip link, nothing cut off.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Literal

import pytest
from playwright.sync_api import Page, expect

from aid.answers import MOST_CHARACTERS
from aid.catalogue import Catalogue
from aid.vocabulary import PageId
from tests.browser.axe import sideways_faults, structure_faults, violations
from tests.browser.reader import Reader

pytestmark = pytest.mark.browser

Look = tuple[tuple[int, int], Literal["light", "dark"]]
"""The size of the window, and what the system is set to."""

WIDE, PHONE, NARROW = (1280, 900), (390, 844), (320, 640)


@pytest.fixture
def reader(page: Page, catalogue: Catalogue) -> Reader:
    return Reader(page, catalogue)


def look(reader: Reader, how: Look) -> None:
    """Look at the same screen on another device, with the system set to light or dark."""
    page, (size, scheme) = reader.page, how
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.emulate_media(color_scheme=scheme)
    page.wait_for_function(
        "scheme => getComputedStyle(document.querySelector('.stApp')).colorScheme === scheme",
        arg=scheme,
    )
    reader.settle()


def faults(reader: Reader, state: str) -> list[str]:
    """Everything wrong with the screen as it stands."""
    page = reader.page
    found = [*violations(page), *structure_faults(page), *sideways_faults(page)]
    return [f"{state}: {fault}" for fault in found]


def unfold_all(reader: Reader) -> None:
    """Open everything that is one tap away, so that it is checked too."""
    reader.page.evaluate(
        "document.querySelectorAll('main details.more').forEach(part => { part.open = true; })"
    )


def every_screen(reader: Reader, *, fill: bool) -> Iterator[PageId]:
    """Go through the journey, answering on the way or not; stops on every screen."""
    go_on = reader.words.service.continue_
    answer: Callable[..., None] = reader.answer if fill else lambda *_: None
    say: Callable[..., None] = reader.say if fill else lambda *_: None

    reader.open()
    yield "start"
    reader.go_to("methods")
    yield "methods"
    reader.go_to("scars")
    answer("scar-shapes", "rolling", "other-dent")
    answer("shape-source", "doctor")
    yield "scars"
    reader.press(go_on)
    reader.arrive("time")
    answer("downtime", "up-to-7-days")
    answer("visits", "up-to-3")
    say("dates", "An exam in May.")
    yield "time"
    reader.press(go_on)
    reader.arrive("priorities")
    answer("concerns", "pain", "cost")
    reader.settle()
    answer("top-concerns", "cost")
    say("hopes", "Smoother cheeks.")
    yield "priorities"
    reader.press(go_on)
    reader.arrive("health")
    answer("health", "smoking", "cold-sores")
    say("earlier-procedures", "A peel.")
    yield "health"
    reader.press(go_on)
    reader.arrive("review")
    yield "review"
    reader.press(reader.words.review.to_compare)
    reader.arrive("compare")
    yield "compare"
    reader.follow(reader.catalogue.page_by_id["quiz"].title)
    reader.arrive("quiz")
    if fill:
        for radio in reader.page.get_by_role("radio", name=reader.words.quiz.false).all():
            reader.choose(radio)
    yield "quiz"
    reader.go_to("sheet")
    if fill:
        words = reader.words.sheet_page
        reader.pick(words.methods_title, reader.name("subcision"), reader.name("tca-cross"))
        reader.page.locator("details").filter(has_text=words.private_title).locator(
            "summary"
        ).click()
        reader.download(reader.sheet_button())
    yield "sheet"
    reader.go_to("about")
    yield "about"


def test_every_screen_filled_on_a_desk_in_light_and_on_a_phone_in_dark(reader: Reader) -> None:
    looks: tuple[Look, ...] = ((WIDE, "light"), (PHONE, "dark"))
    found: list[str] = []
    for screen in every_screen(reader, fill=True):
        found += faults(reader, f"{screen}, filled, {looks[0]}")
        # On to the other device, which is the first one on the next screen.
        looks = (looks[1], looks[0])
        look(reader, looks[0])
        unfold_all(reader)
        found += faults(reader, f"{screen}, filled, unfolded, {looks[0]}")
    assert found == []


def test_every_screen_empty_on_a_narrow_screen(page: Page, catalogue: Catalogue) -> None:
    page.set_viewport_size({"width": NARROW[0], "height": NARROW[1]})
    reader, found = Reader(page, catalogue), []
    for screen in every_screen(reader, fill=False):
        found += faults(reader, f"{screen}, empty, narrow, light")
    assert found == []


def test_compare_in_detail_and_screens_with_errors(reader: Reader) -> None:
    words, found = reader.words.compare, []
    pick = words.pick_methods.format(count=3)

    def check(state: str) -> None:
        looks: tuple[Look, ...] = ((WIDE, "dark"), (NARROW, "light"))
        for how in looks:
            look(reader, how)
            found.extend(faults(reader, f"{state}, {how}"))

    reader.open("priorities")
    reader.answer("concerns", "pain", "cost", "evidence", "needles")
    reader.settle()
    reader.answer("top-concerns", "pain", "cost", "evidence")
    reader.try_option("top-concerns", "needles")
    reader.words_box("hopes").fill("w" * (MOST_CHARACTERS + 1))
    reader.words_box("concern-words").click()
    expect(reader.alert.get_by_role("listitem")).to_have_count(2)
    check("priorities with errors")

    reader.go_to("compare")
    reader.switch(words.view_label, words.in_detail)
    check("compare in detail, none picked")
    names = [reader.name(item) for item in ("subcision", "microneedling", "chemical-peels")]
    reader.pick(pick, *names)
    unfold_all(reader)
    check("compare in detail, unfolded")
    reader.pick(pick, reader.name("tca-cross"))
    expect(reader.alert).to_have_count(1)
    check("compare with an error")

    reader.go_to("sheet")
    reader.box(reader.words.sheet_page.notes_label).fill("w" * (MOST_CHARACTERS + 1))
    reader.download(reader.sheet_button())
    expect(reader.alert).to_have_count(1)
    unfold_all(reader)
    check("sheet with an error, unfolded")
    reader.press(reader.words.sheet_page.large_open)
    reader.settle()
    check("page 1 in large type")
    assert found == []


def test_every_chart_has_a_name_and_says_the_same_as_text(reader: Reader) -> None:
    words = reader.words.compare
    reader.open("compare")
    charts = reader.page.locator("[role=graphics-document]").all()
    texts = reader.page.locator("details").filter(has_text=words.chart_as_text).all()
    titles = [words.downtime_chart, words.visits_chart, words.course_chart]

    assert len(charts) == len(texts) == len(titles)
    for chart, text, title in zip(charts, texts, titles, strict=True):
        name = chart.get_attribute("aria-label") or ""
        assert name.startswith(title)
        reader.unfold_in(text)
        lines = text.get_by_role("listitem").all_inner_texts()
        assert len(lines) >= len(reader.catalogue.methods)
        assert [line for line in lines if line not in name] == []


def test_the_first_tab_stop_leads_past_the_menu(reader: Reader) -> None:
    page = reader.page
    reader.open("methods")
    page.keyboard.press("Tab")
    skip = page.get_by_role("link").first
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")

    assert page.evaluate("document.activeElement.closest('main') !== null")
    assert page.evaluate("document.activeElement.closest('[role=navigation]') === null")
