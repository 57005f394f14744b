"""The screens under a reader's own settings: doubled text, no movement, on paper."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator

import pypdf
import pytest
from playwright.sync_api import Locator, Page, expect

from aid.answers.example import example_answers
from aid.catalogue.answer_fields import MOST_COMPARED
from aid.catalogue.catalogue import Catalogue
from aid.catalogue.ids import DENT_IDS, PAGE_IDS, PageId
from tests.browser.reader import Reader
from tests.conftest import ROOT, AppServer

pytestmark = pytest.mark.browser

SCROLLS_SIDEWAYS = """() => {
    const main = document.querySelector('[data-testid="stMain"]');
    return main.scrollWidth > main.clientWidth + 1;
}"""

MOST_PAGES_OF_COMPARE = 8

CUT_IN_A_CHART = """() => [...document.querySelectorAll('svg.marks')].flatMap(chart => {
    const room = chart.getBoundingClientRect();
    return [...chart.querySelectorAll('text')].filter(words => {
        const { left, right, width } = words.getBoundingClientRect();
        return width && (left < room.left - 1 || right > room.right + 1);
    }).map(words => words.textContent);
})"""

MARK = "pill => getComputedStyle(pill.querySelector('p'), '::before').content"

SIZE = "one => parseFloat(getComputedStyle(one).fontSize)"

# Borders and strokes of what is drawn for a box or a dot. Shades do not count.
LINES = """box => [box, ...box.querySelectorAll('*')]
    .map(one => [getComputedStyle(one).border, getComputedStyle(one).stroke,
        getComputedStyle(one).strokeDashoffset, getComputedStyle(one).opacity].join())"""

MOVES_FOR_LONG = """() => document.getAnimations()
    .filter((one) => one.effect.getComputedTiming().iterations === Infinity).length"""


def test_text_of_twice_the_size_needs_no_sideways_scrolling(
    server: AppServer, new_page: Callable[..., Page], catalogue: Catalogue
) -> None:
    page = new_page(server.url)
    reader = Reader(page, catalogue)
    # As a reader sets it in the browser: the places where a layout changes move too.
    page.context.new_cdp_session(page).send(
        "Page.setFontSizes", {"fontSizes": {"standard": 32, "fixed": 26}}
    )
    for screen in reader.tour():
        assert not page.evaluate(SCROLLS_SIDEWAYS), screen
        expect(reader.heading).to_be_visible()
        if screen == "compare":
            for view in views_of_compare(reader):
                assert not page.evaluate(SCROLLS_SIDEWAYS), view
                assert page.evaluate(CUT_IN_A_CHART) == []


def views_of_compare(reader: Reader) -> Iterator[str]:
    """Go through the views of the comparison; stops on each."""
    words = reader.words.compare
    names = (words.at_a_glance, words.in_detail, words.charts, reader.words.direct.title)
    for name in names:
        reader.switch(words.view_label, name)
        yield name


def test_nothing_keeps_moving_for_readers_who_want_no_movement(
    server: AppServer, new_page: Callable[..., Page], catalogue: Catalogue
) -> None:
    page = new_page(server.url, reduced_motion="reduce")
    reader = Reader(page, catalogue)
    screens: tuple[PageId, ...] = ("start", "compare", "sheet")
    for screen in screens:
        reader.open(screen)
        assert page.evaluate(MOVES_FOR_LONG) == 0, screen


def test_a_printed_screen_is_black_on_white_without_menu_and_buttons(
    server: AppServer, new_page: Callable[..., Page], catalogue: Catalogue
) -> None:
    page = new_page(server.url, color_scheme="dark")
    reader = Reader(page, catalogue)
    reader.open("compare")
    menu = page.locator(".st-key-menu")
    expect(menu).to_be_visible()
    page.emulate_media(media="print", color_scheme="dark")
    expect(menu).to_be_hidden()
    expect(reader.button(catalogue.interface.compare.to_sheet)).to_be_hidden()
    expect(reader.heading).to_have_css("color", "rgb(0, 0, 0)")
    expect(page.locator("table.compare tbody th").first).to_have_css(
        "background-color", "rgb(255, 255, 255)"
    )


def test_the_comparison_prints_on_few_pages_and_each_chart_with_its_title(
    server: AppServer, new_page: Callable[..., Page], catalogue: Catalogue
) -> None:
    """With all that makes it long: every shape, every concern, three methods side by side."""
    reader = Reader(new_page(server.url), catalogue)
    page, words = reader.page, catalogue.interface.compare
    answers = example_answers().model_copy(
        update={
            "scar_shapes": DENT_IDS,
            "concerns": tuple(concern.id for concern in catalogue.concerns if concern.facts),
            "compare_methods": ("microneedling", "subcision", "tca-cross"),
        }
    )
    reader.come_back(answers, "compare")
    printed = {}
    for view in views_of_compare(reader):
        paper = pypdf.PdfReader(io.BytesIO(page.pdf(format="A4")))
        printed[view] = [" ".join(sheet.extract_text().split()) for sheet in paper.pages]
        assert len(printed[view]) <= MOST_PAGES_OF_COMPARE, view
    rows = [method.name for method in catalogue.methods if method.id != "chemical-peels"]
    for title in (words.downtime_chart, words.visits_chart, words.course_chart):
        (sheet,) = (sheet for sheet in printed[words.charts] if title in sheet)
        assert [row for row in rows if row not in sheet] == []
        if title == words.course_chart:
            assert words.course_redness in sheet


def test_what_is_chosen_prints_as_chosen(
    server: AppServer, new_page: Callable[..., Page], catalogue: Catalogue
) -> None:
    """By its lines: a printer leaves out the shades, and a dark screen prints black on white."""
    reader = Reader(new_page(server.url, color_scheme="dark"), catalogue)
    page, words = reader.page, catalogue.interface.sheet_page
    reader.open("time")
    reader.answer("downtime", "none")
    chosen, other = (reader.option("downtime", item) for item in ("none", "longer"))
    looks_unlike(page, chosen, other)
    reader.go_to("health")
    reader.answer("causes", "acne")
    looks_unlike(page, *(reader.option("causes", item) for item in ("acne", "chickenpox")))
    reader.go_to("sheet")
    reader.pick(words.methods_title, reader.name("subcision"))
    picked, unpicked = (  # by hand: on paper the name of one has a mark before it
        reader.pill(words.methods_title, reader.name(item)).element_handle()
        for item in ("subcision", "tca-cross")
    )
    page.emulate_media(media="print", color_scheme="dark")
    assert picked.evaluate(MARK) != unpicked.evaluate(MARK)
    expect(page.locator(".st-key-group-take")).to_be_hidden()


def looks_unlike(page: Page, one: Locator, other: Locator) -> None:
    """On paper, without shades, the drawn boxes or dots of two controls are not alike."""
    page.emulate_media(media="print", color_scheme="dark")
    pictures = [
        control.locator("xpath=ancestor::label/div[1]").evaluate(LINES) for control in (one, other)
    ]
    assert pictures[0] != pictures[1]
    page.emulate_media(media="screen", color_scheme="dark")


@pytest.mark.parametrize("ask_id", ["downtime", "causes"])
def test_chosen_and_focused_can_be_seen_in_the_colours_of_the_system(
    server: AppServer, new_page: Callable[..., Page], catalogue: Catalogue, ask_id: str
) -> None:
    reader = Reader(new_page(server.url, forced_colors="active"), catalogue)
    page = reader.page
    reader.open(catalogue.ask_by_id[ask_id].step)
    reader.uncover(ask_id)
    first = catalogue.options(ask_id)[0].id
    option = reader.option(ask_id, first)
    line = reader.question(ask_id)  # a ring stands around its control
    plain = line.screenshot()
    reader.answer(ask_id, first)
    leave(reader)
    chosen = line.screenshot()
    assert chosen != plain
    page.keyboard.press("Tab")
    option.focus()
    assert line.screenshot() != chosen


def leave(reader: Reader) -> None:
    """Take the pointer and the focus away."""
    reader.settle()
    reader.page.mouse.move(0, 0)
    reader.page.evaluate("document.activeElement.blur()")


def test_pressed_can_be_seen_in_the_colours_of_the_system(
    server: AppServer, new_page: Callable[..., Page], catalogue: Catalogue
) -> None:
    reader = Reader(new_page(server.url, forced_colors="active"), catalogue)
    title = catalogue.interface.sheet_page.methods_title
    reader.open("sheet")
    pill = reader.pill(title, reader.name("subcision"))
    pills = reader.page.get_by_role("toolbar", name=title, exact=True)
    plain = pills.screenshot()
    reader.pick(title, reader.name("subcision"))
    leave(reader)
    pressed = pills.screenshot()
    assert pressed != plain
    reader.page.keyboard.press("Tab")
    pill.focus()
    assert pills.screenshot() != pressed


def test_the_choices_of_compare_can_be_seen_in_the_colours_of_the_system(
    server: AppServer, new_page: Callable[..., Page], catalogue: Catalogue
) -> None:
    reader = Reader(new_page(server.url, forced_colors="active"), catalogue)
    page, words = reader.page, catalogue.interface.compare
    reader.open("scars")
    reader.answer("scar-shapes", "rolling")
    reader.go_to("compare")
    pick = words.pick_methods.format(count=MOST_COMPARED)
    every = words.lists["all"].format(count=len(catalogue.methods))
    for choices, name in (
        (page.get_by_role("radiogroup", name=words.list_title, exact=True), every),
        (page.get_by_role("radiogroup", name=words.view_label, exact=True), words.in_detail),
        (page.get_by_role("toolbar", name=pick, exact=True), reader.name("subcision")),
    ):
        choice = choices.get_by_text(name, exact=True)
        leave(reader)
        plain = choice.screenshot()
        choice.click()
        leave(reader)
        chosen = choice.screenshot()
        assert chosen != plain, name
        around = choices.screenshot()
        page.keyboard.press("Tab")
        choice.locator("xpath=ancestor::button").focus()
        assert choices.screenshot() != around, name


def test_larger_standard_letters_make_everything_larger(
    server: AppServer, new_page: Callable[..., Page], catalogue: Catalogue
) -> None:
    reader = Reader(new_page(server.url), catalogue)
    session = reader.page.context.new_cdp_session(reader.page)
    reader.open("time")
    words = [reader.heading, reader.page.locator(".lead"), reader.page.locator("label p").first]
    before = [one.evaluate(SIZE) for one in words]
    session.send("Page.enable")
    session.send("Page.setFontSizes", {"fontSizes": {"standard": 32}})
    reader.page.reload()
    reader.arrive("time")
    after = [one.evaluate(SIZE) for one in words]
    assert after == pytest.approx([2 * size for size in before])


def test_no_colour_waits_for_a_browser_that_knows_both_schemes_in_one() -> None:
    """light-dark() is younger than some phones: without it a whole declaration is dropped."""
    sheets = [*(ROOT / "aid").rglob("*.css"), *(ROOT / "aid").rglob("*.js")]
    assert len(sheets) > 10
    assert [path.name for path in sheets if "light-dark(" in path.read_text("utf-8")] == []


TIGHT = """() => {
    const style = document.createElement('style');
    style.id = 'tight';
    style.textContent = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
        word-spacing: 0.16em !important; } p { margin-bottom: 2em !important; }`;
    document.body.append(style);
}"""

CUT = """() => [...document.querySelectorAll('[data-testid="stMainBlockContainer"] *')]
    .filter(one => one.checkVisibility() && !one.matches('.unseen, textarea, svg, svg *')
        && !one.closest('.unseen') && one.innerText?.trim()
        && ['hidden', 'clip'].includes(getComputedStyle(one).overflowX)
        && getComputedStyle(one).position !== 'absolute'
        && (one.scrollHeight > one.clientHeight + 1 || one.scrollWidth > one.clientWidth + 1))
    .map(one => `${one.className}: ${one.innerText.slice(0, 60)}`)"""


def test_room_between_letters_and_lines_cuts_nothing_on_any_screen(
    server: AppServer, new_page: Callable[..., Page], catalogue: Catalogue
) -> None:
    reader = Reader(new_page(server.url, viewport=(390, 844)), catalogue)
    page, seen = reader.page, set()
    for screen in reader.tour():
        if screen == "health":
            for item in catalogue.health:
                reader.uncover("health", item.id)
        page.evaluate(TIGHT)
        reader.settle()
        for shown in views_of_compare(reader) if screen == "compare" else (screen,):
            assert page.evaluate(CUT) == [], shown
            assert page.evaluate(CUT_IN_A_CHART) == [], shown
            assert not page.evaluate(SCROLLS_SIDEWAYS), shown
        page.evaluate("document.getElementById('tight').remove()")
        seen.add(screen)
    assert seen == set(PAGE_IDS)
