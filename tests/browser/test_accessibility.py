"""WCAG 2.2 A and AA on every screen: empty, filled and with an error, light and dark, three widths.

axe-core finds about half of what can be wrong. The rest of what a machine can see is checked here
too: headings, tables, names of groups, charts as text, the skip link, nothing cut off.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Literal

import pytest
from playwright.sync_api import FilePayload, Page, expect

from aid.catalogue.answer_fields import MOST_CHARACTERS
from aid.catalogue.ids import PageId
from tests.browser.axe import sideways_faults, structure_faults, violations
from tests.browser.reader import Reader
from tests.conftest import ARTEFACTS

pytestmark = pytest.mark.browser

Scheme = Literal["light", "dark"]

WIDTHS = (1280, 390, 320)
"""A desk, a phone, and a narrow phone or a page enlarged four times."""

LAYOUTS = (1280, 320)
"""The style sheets lay a page out alike on all phones."""

SCHEMES: tuple[Scheme, ...] = ("light", "dark")
"""They differ in their colours alone."""

MOST_HEIGHT = 6000
"""Longer pages are looked at in full, but their picture ends here."""


def look(reader: Reader, width: int, scheme: Scheme) -> None:
    """Look at the same screen on another device, with the system set to light or dark."""
    page = reader.page
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    page.set_viewport_size({"width": width, "height": 900})
    page.wait_for_function(
        "scheme => getComputedStyle(document.querySelector('.stApp')).colorScheme === scheme",
        arg=scheme,
    )
    reader.settle()


LOOKS = [
    (width, scheme)
    for width in WIDTHS
    for scheme in SCHEMES
    if width in LAYOUTS or scheme == "light"
]
"""Dark differs from light in its colours, and those of a layout are looked at once."""

LOOKS_AT_LESS = [look for look in LOOKS if look != (LAYOUTS[-1], "dark")]
"""A state whose parts are all in a fuller one too is looked at in the dark at a desk alone."""


def faults(page: Page, width: int, scheme: Scheme) -> list[str]:
    """What is wrong in this width and scheme, unless another width and scheme shows it too."""
    found = []
    if width in LAYOUTS:
        found += violations(page, colours_alone=scheme == "dark")
    if scheme == "light":
        found += [*structure_faults(page), *sideways_faults(page)]
    return found


def look_everywhere(
    reader: Reader, state: str, looks: list[tuple[int, Scheme]] = LOOKS
) -> list[str]:
    """Everything wrong with the screen as it is, in each width, each layout light and dark.

    Leaves a picture of each layout in ``test-artefacts/screens/``, for people to look at.
    """
    folder = ARTEFACTS / "screens"
    folder.mkdir(parents=True, exist_ok=True)
    page, found = reader.page, []
    for width, scheme in looks:
        look(reader, width, scheme)
        # All of it in view: a bar that stays at the foot would lie over whatever comes there.
        height = page.evaluate("document.querySelector('[data-testid=stMain]').scrollHeight")
        page.set_viewport_size({"width": width, "height": min(height, MOST_HEIGHT)})
        found += [f"{state}, {width}, {scheme}: {fault}" for fault in faults(page, width, scheme)]
        if width in LAYOUTS:
            picture = folder / f"{state}-{width}-{scheme}.jpg"
            page.screenshot(path=picture, type="jpeg", quality=70)
    page.set_viewport_size({"width": WIDTHS[0], "height": 900})
    reader.settle()
    return found


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
    yield "time"
    reader.press(go_on)
    reader.arrive("priorities")
    answer("concerns", "pain", "cost")
    reader.settle()
    answer("top-concerns", "cost")
    yield "priorities"
    reader.compare()
    yield "compare"
    reader.follow(reader.catalogue.page_by_id["quiz"].title)
    reader.arrive("quiz")
    if fill:
        for radio in reader.page.get_by_role("radio", name=reader.words.quiz.false).all():
            reader.choose(radio)
    yield "quiz"
    reader.go_to("health")
    say("dates", "An exam in May.")
    say("hopes", "Smoother cheeks.")
    answer("health", "smoking", "cold-sores")
    say("earlier-procedures", "A peel.")
    yield "health"
    reader.press(reader.words.compare.to_sheet)
    reader.arrive("sheet")
    if fill:
        words = reader.words.sheet_page
        reader.pick(words.methods_title, reader.name("subcision"), reader.name("tca-cross"))
        reader.page.locator("details").filter(has_text=words.private_title).locator(
            "summary"
        ).click()
        reader.unfold(words.own_title)
        reader.unfold(words.needs_title)
        reader.download(reader.sheet_button())
    yield "sheet"
    reader.go_to("review")
    yield "review"
    reader.go_to("about")
    yield "about"
    reader.go_to("keep")
    yield "keep"


@pytest.mark.parametrize("fill", [False, True], ids=["empty", "filled"])
def test_every_screen_in_each_width_light_and_dark(reader: Reader, fill: bool) -> None:
    found: list[str] = []
    for screen in every_screen(reader, fill=fill):
        if fill:
            unfold_all(reader)
        state = f"{screen}-{'filled' if fill else 'empty'}"
        found += look_everywhere(reader, state, LOOKS if fill else LOOKS_AT_LESS)
    assert found == []


def test_screens_with_errors_in_each_width_light_and_dark(reader: Reader) -> None:
    words, found = reader.words.compare, []
    too_long = "w" * (MOST_CHARACTERS + 1)

    reader.open("priorities")
    reader.answer("concerns", "pain", "cost", "evidence", "needles")
    reader.settle()
    reader.answer("top-concerns", "pain", "cost", "evidence")
    reader.try_option("top-concerns", "needles")
    expect(reader.alert.get_by_role("listitem")).to_have_count(1)
    found += look_everywhere(reader, "priorities-error")

    reader.go_to("health")
    for ask_id in ("dates", "hopes", "concern-words", "earlier-procedures"):
        reader.uncover(ask_id)
        reader.words_box(ask_id).fill(too_long)
    reader.uncover("health")
    reader.question("health").get_by_role("heading").click()
    expect(reader.alert.get_by_role("listitem")).to_have_count(4)
    found += look_everywhere(reader, "health-error")

    reader.go_to("compare")
    reader.switch(words.view_label, words.in_detail)
    found += look_everywhere(reader, "compare-detail-none-picked")
    names = [reader.name(item) for item in ("subcision", "microneedling", "chemical-peels")]
    reader.pick(words.pick_methods.format(count=3), *names, reader.name("tca-cross"))
    expect(reader.alert.get_by_role("listitem")).to_have_count(1)
    unfold_all(reader)
    found += look_everywhere(reader, "compare-detail-error")

    reader.go_to("sheet")
    reader.box(reader.words.sheet_page.notes_label).fill(too_long)
    reader.download(reader.sheet_button())
    expect(reader.alert.get_by_role("listitem")).to_have_count(1)
    unfold_all(reader)
    found += look_everywhere(reader, "sheet-error")
    reader.change_order()
    found += look_everywhere(reader, "sheet-order")
    reader.end_order()
    reader.press(reader.words.sheet_page.large_open)
    reader.settle()
    found += look_everywhere(reader, "sheet-large")
    assert found == []


@pytest.mark.parametrize("shapes", [(), ("raised",), ("ice-pick", "boxcar", "rolling")], ids=len)
def test_every_view_of_the_comparison_in_each_width_light_and_dark(
    reader: Reader, shapes: tuple[str, ...]
) -> None:
    words, found = reader.words.compare, []
    reader.open("time")
    reader.answer("downtime", "up-to-3-days")
    reader.answer("visits", "one")
    reader.settle()
    reader.go_to("scars")
    reader.answer("scar-shapes", *shapes)
    reader.settle()
    reader.go_to("compare")
    views = (words.at_a_glance, words.in_detail, words.charts, reader.words.direct.title)
    for view in views:
        reader.switch(words.view_label, view)
        unfold_all(reader)
        looks = LOOKS if len(shapes) > 1 else LOOKS_AT_LESS
        found += look_everywhere(reader, f"compare-{len(shapes)}-{view}", looks)
    assert found == []


def test_a_bad_file_and_the_question_before_clearing(reader: Reader) -> None:
    words, found = reader.words.keep, []
    reader.open("keep")
    reader.press(words.load)
    bad = FilePayload(name="bad.json", mimeType="application/json", buffer=b"[]")
    reader.page.get_by_label(words.load_label).set_input_files(bad)
    expect(reader.alert).to_contain_text(words.not_loaded)
    found += look_everywhere(reader, "bad-file")
    reader.press(words.clear)
    reader.settle()
    expect(reader.alert).to_contain_text(words.clear_question)
    found += look_everywhere(reader, "before-clearing")
    assert found == []


def test_every_chart_has_a_name_and_says_the_same_as_text(reader: Reader) -> None:
    words = reader.words.compare
    reader.open("compare")
    reader.switch(words.view_label, words.charts)
    charts = reader.page.locator("[role=graphics-document]").all()
    texts = reader.page.locator("details").filter(has_text=words.chart_as_text).all()
    titles = [words.downtime_chart, words.visits_chart, words.course_chart]

    assert len(charts) == len(texts) == len(titles)
    # No button repeats the whole of a chart in its name.
    drawn = reader.page.get_by_test_id("stVegaLiteChart")
    expect(drawn).to_have_count(len(titles))
    around = reader.page.get_by_test_id("stElementContainer").filter(has=drawn)
    expect(around.get_by_role("button")).to_have_count(0)
    for chart, text, title in zip(charts, texts, titles, strict=True):
        name = chart.get_attribute("aria-label") or ""
        assert name.startswith(title)
        if text.get_attribute("open") is None:
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


def test_the_words_of_a_tick_are_read_once_and_no_choice_is_required(reader: Reader) -> None:
    reader.open("priorities")
    first = reader.catalogue.concerns[0]
    tree = reader.question("concerns").aria_snapshot()
    assert tree.count(first.label) == 1
    expect(reader.option("concerns", first.id)).to_have_accessible_name(first.label)
    reader.open("time")
    session = reader.page.context.new_cdp_session(reader.page)
    nodes = session.send("Accessibility.getFullAXTree")["nodes"]
    groups = [node for node in nodes if node.get("role", {}).get("value") == "radiogroup"]
    assert len(groups) == len(("downtime", "visits"))
    for node in nodes:
        required = [item for item in node.get("properties", ()) if item["name"] == "required"]
        assert not any(item["value"]["value"] for item in required), node.get("name")
