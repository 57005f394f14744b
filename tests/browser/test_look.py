"""What the style sheet promises: room, size, place and sight. Each rule of it is watched here.

Contrast, names and reflow are watched in ``test_accessibility``, print and doubled text in
``test_views``.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PIL import ImageColor
from playwright.sync_api import Locator, Page, WebSocket, expect

from aid.answers.example import example_answers
from aid.answers.model import Answers
from aid.catalogue.catalogue import Catalogue
from aid.catalogue.ids import PAGE_IDS, PageId
from aid.catalogue.pages import in_menu, steps
from aid.papers.sheet.formats import SHEET_FORMATS
from aid.tailoring.comparison import rows
from tests.browser.line import Line
from tests.browser.reader import Reader
from tests.conftest import AppServer
from tests.identity import colours

pytestmark = pytest.mark.browser

SMALLEST_TARGET = 44
SMALLEST_LETTERS = 14
SMALLEST_LETTERS_TO_TYPE = 16
"""With smaller ones in a box, some phones enlarge the page when the box is tapped."""

MOST_OF_THE_SHEET_SCREEN = 4000
MOST_OF_THE_HEADER = 64
MOST_ABOVE_THE_FACTS = 500
NAME_OF_A_FACT = """head => [...head.childNodes]
    .find(part => part.nodeType === Node.TEXT_NODE).textContent.trim()"""
"""The words of a head without its icon, its mark and its scale."""


_SMALL_TARGETS = """least => {
    const PAINTED = {visibilityProperty: true};
    const main = document.querySelector('[data-testid="stMain"]');
    const all = main.querySelectorAll('button, summary, textarea, input[type=file], a, '
        + '[data-testid="stCheckbox"] label, [data-testid="stRadioOption"]');
    return [...all].filter(one => one.checkVisibility(PAINTED)
            // A link or an explained word within a sentence is as high as its line.
            && !(one.matches('a, button.term') && (one.closest('p, li, td') ?? one).innerText.trim()
                !== one.innerText.trim())
            && one.getBoundingClientRect().height < least)
        .map(one => `${Math.round(one.getBoundingClientRect().height)}: ${one.innerText}`);
}"""

_SIZE = "one => parseFloat(getComputedStyle(one).fontSize)"

SCREEN_SCROLLS_SIDEWAYS = """() => {
    const main = document.querySelector('[data-testid="stMain"]');
    return main.scrollWidth > main.clientWidth + 1;
}"""
_SCROLLS_SIDEWAYS = "box => box.scrollWidth > box.clientWidth + 1"


def box_of(control: Locator) -> tuple[float, float, float, float]:
    """Left, top, width and height."""
    box = control.bounding_box()
    assert box is not None
    return box["x"], box["y"], box["width"], box["height"]


def tick_every_concern(reader: Reader) -> None:
    reader.open("priorities")
    concerns = [item.id for item in reader.catalogue.concerns if item.facts]
    reader.answer("concerns", *concerns)
    reader.settle()
    reader.go_to("compare")


def test_everything_to_tap_is_large_enough(phone: Reader) -> None:
    found = {}
    for screen in phone.tour():
        found[screen] = phone.page.evaluate(_SMALL_TARGETS, SMALLEST_TARGET)
    assert set(found) == set(PAGE_IDS)
    small = {screen: found[screen] for screen in found if found[screen]}
    assert not small, small


def test_what_a_control_says_is_as_large_as_the_text(phone: Reader) -> None:
    phone.open("health")
    text = phone.page.locator(".hint").first.evaluate(_SIZE)
    phone.uncover("causes")
    phone.uncover("hopes")
    cause = phone.question("causes").get_by_text(
        phone.catalogue.option_label("causes", "acne"), exact=True
    )
    assert cause.evaluate(_SIZE) == text
    assert phone.words_box("hopes").evaluate(_SIZE) >= SMALLEST_LETTERS_TO_TYPE
    go_on = phone.words.compare.to_sheet
    assert phone.button(go_on).get_by_text(go_on).evaluate(_SIZE) == text


def test_every_concern_ticked_all_facts_of_all_methods_are_in_sight_at_a_glance(
    reader: Reader,
) -> None:
    tick_every_concern(reader)
    page, catalogue = reader.page, reader.catalogue
    tables = page.locator(".compare-room:not(.rest) table.glance")
    expect(tables).to_have_count(3)
    heads: list[str] = []
    for table in tables.all():
        assert not table.locator("xpath=..").evaluate(_SCROLLS_SIDEWAYS)
        expect(table.get_by_role("rowheader")).to_have_text([m.name for m in catalogue.methods])
        assert table.locator("td").first.evaluate(_SIZE) >= SMALLEST_LETTERS
        left, _, width, _ = box_of(table)
        assert left >= 0
        assert left + width <= 1280
        heads += table.locator("thead th").evaluate_all(
            f"all => all.slice(1).map({NAME_OF_A_FACT})"
        )
    concerned = {fact for concern in catalogue.concerns for fact in concern.facts}
    assert sorted(heads) == sorted(
        fact.name for fact in catalogue.facts if fact.key or fact.id in concerned
    )
    assert catalogue.fact_by_id["serious-risks"].name in heads


def test_the_names_of_the_facts_stay_in_sight_while_the_table_is_read(reader: Reader) -> None:
    reader.open("compare")
    table = reader.page.locator("table.glance").first
    table.get_by_role("rowheader").last.scroll_into_view_if_needed()
    table.get_by_role("rowheader").last.evaluate("one => one.scrollIntoView({block: 'center'})")
    for head in table.get_by_role("columnheader").all():
        expect(head).to_be_in_viewport()
    _, top, _, _ = box_of(table.get_by_role("columnheader").first)
    assert top == pytest.approx(0, abs=1)


def test_a_phone_shows_two_columns_side_by_side_below_the_name_of_the_fact(phone: Reader) -> None:
    words = phone.words.compare
    phone.open("compare")
    phone.switch(words.view_label, words.in_detail)
    names = [phone.name(item) for item in ("dermabrasion", "microneedling", "subcision")]
    phone.pick(words.pick_methods.format(count=3), names[0])
    table = phone.page.get_by_role("table", name=words.detail_caption, exact=True)
    row = table.get_by_role("row").nth(1)
    fact, cells = box_of(row.get_by_role("rowheader")), row.get_by_role("cell").all()
    first, second = (box_of(cell) for cell in cells)
    assert fact[1] + fact[3] <= first[1] + 1
    assert first[1] == second[1]
    assert first[0] + first[2] <= second[0] + 1
    # The names of the two methods stay in view to the last fact.
    table.get_by_role("row").last.evaluate("one => one.scrollIntoView({block: 'end'})")
    for head in (names[0], phone.name("no-procedure-for-now")):
        expect(table.get_by_role("columnheader", name=head, exact=True)).to_be_in_viewport(ratio=1)

    # With more methods each cell has its name above it.
    phone.pick(words.pick_methods.format(count=3), *names[1:])
    names.append(phone.name("no-procedure-for-now"))
    row = table.get_by_role("row").nth(1).get_by_role("cell")
    expect(row).to_have_count(len(names))
    for cell, name in zip(row.all(), names, strict=True):
        expect(cell.locator(".of-method")).to_have_text(name)
        expect(cell.locator(".of-method")).to_be_visible()
    assert not phone.page.evaluate(SCREEN_SCROLLS_SIDEWAYS)


def test_a_phone_shows_one_fact_after_the_other_for_all_methods(phone: Reader) -> None:
    words = phone.words.compare
    phone.open("priorities")
    phone.answer("concerns", "pain")
    phone.go_to("compare")
    order = [row.fact for row in rows(phone.catalogue, ("pain",))]
    facts = phone.page.get_by_role("combobox", name=words.fact_head)
    # The open facts first, in the reader's order; then the others.
    opened = [fact.name for fact in order if fact.key or fact.id == "pain"]
    names = facts.get_by_role("option").all_inner_texts()
    assert names[: len(opened)] == opened
    assert sorted(names) == sorted(fact.name for fact in order)
    assert names[0] == phone.catalogue.fact_by_id["pain"].name

    def shown() -> str:
        """The one fact on show, of which the one table has every method."""
        (table,) = phone.page.get_by_role("table").all()
        assert table.get_by_role("rowheader").all_inner_texts() == [
            method.name for method in phone.catalogue.methods
        ]
        (head,) = table.get_by_role("columnheader").all()[1:]
        return head.evaluate(NAME_OF_A_FACT)

    assert shown() == names[0]
    for name in (names[1], names[2]):
        phone.press(words.fact_after)
        assert shown() == name
    phone.press(words.fact_before)
    assert shown() == names[1]
    phone.turn_to("cost")
    cost = phone.catalogue.fact_by_id["cost"].name
    assert shown() == cost
    expect(phone.page.locator(".turn [role=status]")).to_have_text(cost)
    # It stays when the table is redrawn.
    for view in (words.charts, words.at_a_glance):
        phone.switch(words.view_label, view)
    assert shown() == cost
    for _ in range(names.index(cost), len(names)):
        phone.press(words.fact_after)
    assert shown() == names[0]  # after the last comes the first


@pytest.mark.parametrize(("width", "most"), [(390, 3500), (1280, 3500)])
def test_facts_stand_on_the_first_screen_of_compare(
    new_page: Callable[..., Page], server: AppServer, catalogue: Catalogue, width: int, most: int
) -> None:
    """With five methods and all three questions answered."""
    reader = Reader(new_page(server.url, viewport=(width, 844)), catalogue)
    reader.open("scars")
    reader.answer("scar-shapes", "ice-pick")
    reader.settle()
    reader.press(catalogue.interface.service.continue_)
    reader.arrive("time")
    reader.answer("downtime", "up-to-7-days")
    reader.answer("visits", "up-to-3")
    reader.settle()
    reader.press(catalogue.interface.service.continue_)
    reader.arrive("priorities")
    reader.answer("concerns", "pain", "cost", "lasting")
    reader.settle()
    reader.compare()
    words = catalogue.interface.compare
    reader.pick(words.add_label, words.add.format(name=reader.name("subcision")))
    cells = reader.page.locator("td[data-fact=fits]").filter(visible=True)
    expect(cells).to_have_count(5)
    top = box_of(reader.page.get_by_test_id("stMainBlockContainer"))
    assert box_of(cells.first)[1] - top[1] <= MOST_ABOVE_THE_FACTS
    assert 0 < top[3] <= most


@pytest.mark.parametrize("width", [390, 1280])
def test_the_buttons_of_a_choice_are_equal(
    new_page: Callable[..., Page], server: AppServer, catalogue: Catalogue, width: int
) -> None:
    reader = Reader(new_page(server.url, viewport=(width, 900)), catalogue)
    reader.open("scars")
    reader.answer("scar-shapes", "rolling")  # without a shape there is one list and no choice
    reader.go_to("compare")
    words = catalogue.interface.compare
    for label in (words.list_title, words.view_label):
        choices = reader.page.get_by_role("radiogroup", name=label, exact=True)
        buttons = choices.get_by_role("radio").all()
        first, *others = (box_of(button) for button in buttons)
        assert others
        for other in others:
            assert other[2:] == pytest.approx(first[2:], abs=2)
        for button in buttons:
            assert not button.evaluate(_SCROLLS_SIDEWAYS)


def test_back_and_continue_stand_in_the_same_place_on_every_step(phone: Reader) -> None:
    pages = steps(phone.catalogue.pages)
    phone.open(pages[0])
    places = set()
    for step in pages:
        phone.arrive(step)
        last = step == pages[-1]
        go_on = phone.words.questionnaire.to_compare if last else phone.words.service.continue_
        back, forward = phone.button(phone.words.service.back), phone.button(go_on)
        places.add((round(box_of(back)[0]), round(box_of(forward)[0])))
        assert box_of(back)[1] == box_of(forward)[1]
        number = phone.words.service.step.format(number=pages.index(step) + 1, count=len(pages))
        expect(phone.page.get_by_text(number, exact=True)).to_be_visible()
        if not last:
            phone.press(go_on)
    assert len(places) == 1


def test_not_sure_is_as_large_as_any_other_answer(phone: Reader) -> None:
    phone.open("time")
    for ask_id in ("downtime", "visits"):
        options = phone.question(ask_id).locator("label:has(input)")
        assert len({round(box_of(one)[3]) for one in options.all()}) == 1
        assert len({one.locator("p").evaluate(_SIZE) for one in options.all()}) == 1


def test_shapes_are_cards_of_equal_size_two_in_a_row_on_a_phone(phone: Reader) -> None:
    phone.open("scars")
    cards = [box_of(card) for card in phone.page.locator("[class*=st-key-shape-]").all()]
    assert len(cards) == len(phone.catalogue.shapes)
    for left, right in zip(cards[::2], cards[1::2], strict=True):
        assert left[1] == right[1]
        assert left[2:] == pytest.approx(right[2:], abs=1)
        assert left[0] + left[2] < right[0]
    shape = phone.catalogue.shapes[0]
    picture = phone.page.get_by_role("img", name=shape.drawing_alt)
    name, words = phone.page.get_by_text(shape.label), phone.page.get_by_text(shape.text)
    tops = [box_of(part)[1] for part in (picture, name, words)]
    assert tops == sorted(tops)


@pytest.mark.parametrize(
    ("screen", "most"),
    [
        ("start", 1700),
        ("methods", 2600),
        ("scars", 2300),
        ("time", 1700),
        ("priorities", 2300),
        ("health", 1200),
    ],
)
@pytest.mark.parametrize("answers", [Answers(), example_answers()], ids=["empty", "filled"])
def test_a_phone_shows_a_step_without_much_scrolling(
    phone: Reader, screen: PageId, most: int, answers: Answers
) -> None:
    """With answers, a notice says that they are back."""
    phone.come_back(answers, screen)
    height = box_of(phone.page.get_by_test_id("stMainBlockContainer"))[3]
    assert 0 < height <= most
    assert box_of(phone.page.locator(".st-key-menu"))[3] <= MOST_OF_THE_HEADER


def test_the_foot_of_a_phone_is_two_lines_of_words_and_one_to_tap(phone: Reader) -> None:
    for screen in ("start", "compare"):
        phone.open(screen)
        (known,) = phone.page.locator("footer.aid > p").all()
        lines = known.evaluate(
            """one => {
                const words = document.createRange();
                words.selectNodeContents(one);
                return new Set([...words.getClientRects()].map(({top}) => Math.round(top))).size;
            }"""
        )
        assert lines == 2
        assert known.evaluate(_SIZE) >= SMALLEST_LETTERS
        assert known.inner_text().startswith("Information, not advice.")
        expect(phone.page.locator("footer.aid summary")).to_have_text(
            phone.words.service.weigh_link
        )


def test_the_header_unfolds_its_links_on_a_phone_and_folds_them_again(phone: Reader) -> None:
    phone.open("time")
    menu = in_menu(phone.catalogue.pages)
    for screen in menu:
        expect(phone.menu_link(screen)).to_have_count(0)  # hidden, from a screen reader too
    phone.unfold_menu()
    for screen in menu:
        expect(phone.menu_link(screen)).to_be_visible()
    phone.page.keyboard.press("Escape")
    expect(phone.menu_link("about")).to_have_count(0)
    opener = phone.page.locator(".st-key-menu summary")
    expect(opener).to_be_focused()
    expect(opener).to_have_text(phone.words.service.menu)
    phone.go_to("about")
    expect(phone.menu_link("about")).to_have_count(0)


def test_a_wide_screen_has_all_links_in_the_row_of_the_header(reader: Reader) -> None:
    reader.open("scars")
    links = [box_of(reader.menu_link(screen)) for screen in in_menu(reader.catalogue.pages)]
    assert len({top for _, top, _, _ in links}) == 1
    assert [left for left, *_ in links] == sorted(left for left, *_ in links)
    assert box_of(reader.page.locator(".st-key-menu"))[3] <= MOST_OF_THE_HEADER
    expect(reader.page.locator(".st-key-menu summary")).to_be_hidden()


def test_the_way_on_is_in_view_on_a_phone_without_scrolling(phone: Reader) -> None:
    for screen in steps(phone.catalogue.pages):
        phone.open(screen)
        expect(phone.page.locator("[class*=st-key-continue] button")).to_be_in_viewport(ratio=1)
        expect(phone.button(phone.words.service.back)).to_be_in_viewport(ratio=1)


def test_every_link_of_the_menu_has_an_address_of_its_own(reader: Reader) -> None:
    for screen in ("scars", "compare"):
        reader.open(screen)
        menu = in_menu(reader.catalogue.pages)
        addresses = [reader.menu_link(item).evaluate("one => one.pathname") for item in menu]
        assert addresses == ["/" if item == "start" else f"/{item}" for item in menu]


def test_what_has_the_focus_has_a_thick_ring(reader: Reader) -> None:
    reader.open("time")
    for _ in range(4):
        reader.page.keyboard.press("Tab")
    ring = reader.page.evaluate(
        "(({outlineStyle, outlineWidth}) => [outlineStyle, outlineWidth])"
        "(getComputedStyle(document.activeElement))"
    )
    assert ring == ["solid", "3px"]


def test_the_ring_of_a_box_for_words_is_not_cut_off(reader: Reader) -> None:
    reader.open("sheet")
    box = reader.box(reader.words.sheet_page.notes_label)
    box.focus()
    inside, around = box_of(box), box_of(box.locator("xpath=.."))
    expect(box).to_have_css("outline-width", "3px")
    offset = float(box.evaluate("one => parseFloat(getComputedStyle(one).outlineOffset)"))
    assert inside[0] - offset - 3 >= around[0]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_what_is_greyed_out_while_the_line_is_lost_can_be_read(
    new_page: Callable[..., Page], server: AppServer, catalogue: Catalogue, scheme: str
) -> None:
    with Line(server.url) as line:
        reader = Reader(new_page(line.url, color_scheme=scheme), catalogue)
        reader.open("time")
        line.cut()
        expect(reader.page.get_by_text(catalogue.interface.service.line_lost)).to_be_visible()
        red, green, blue = ImageColor.getrgb(getattr(colours()["line"], scheme))[:3]
        words = [
            reader.button(catalogue.interface.service.continue_).locator("p"),
            reader.button(catalogue.interface.service.back).locator("p"),
            reader.option("visits", "one").locator("xpath=ancestor::label").locator("p"),
            reader.menu_link("sources").locator("p"),
        ]
        for word in words:
            expect(word).to_have_css("color", f"rgb({red}, {green}, {blue})")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_words_and_the_line_of_a_chart_stand_out(
    new_page: Callable[..., Page], server: AppServer, catalogue: Catalogue, scheme: str
) -> None:
    reader = Reader(new_page(server.url, color_scheme=scheme), catalogue)
    reader.open("time")
    reader.answer("downtime", "up-to-7-days")
    reader.go_to("compare")
    words = catalogue.interface.compare
    reader.switch(words.view_label, words.charts)
    said = next(one.you_said for one in catalogue.options("downtime") if one.id == "up-to-7-days")
    expect(reader.page.get_by_text(words.limit_line.format(said=said))).to_be_visible()
    drawn = {"light": ("rgb(75, 72, 67)", "rgb(31, 34, 38)")}
    drawn["dark"] = ("rgb(201, 201, 197)", "rgb(241, 241, 239)")
    letters, line = drawn[scheme]
    chart = reader.page.locator("svg.marks").first
    expect(chart.locator("text").first).to_have_css("fill", letters)
    expect(chart.locator(".mark-rule.role-mark line").first).to_have_css("stroke", line)
    # The key of the third chart wraps, and nothing of it is cut off.
    key = reader.page.locator(".chart-key li")
    expect(key).to_have_text(
        [words.course_downtime, words.course_redness, words.course_gap, words.course_result]
    )


def test_nothing_of_the_tool_itself_is_offered(reader: Reader) -> None:
    reader.open("compare")
    for name in ("stToolbarActions", "stAppDeployButton", "stMainMenu", "stStatusWidget"):
        expect(reader.page.get_by_test_id(name)).to_have_count(0)


def test_a_box_that_is_written_in_shows_nothing_but_what_is_written(reader: Reader) -> None:
    reader.open("sheet")
    reader.write(reader.box(reader.words.sheet_page.notes_label), "May.")
    own_words = reader.page.get_by_test_id("InputInstructions")
    expect(own_words).to_have_count(1)
    expect(own_words).to_be_hidden()


def test_the_download_is_in_view_at_the_top_and_at_the_end_of_the_sheet_screen(
    phone: Reader,
) -> None:
    page, words = phone.page, phone.words.sheet_page
    phone.open("sheet")
    buttons = [phone.button(words.formats[item].button) for item in SHEET_FORMATS]
    for button in buttons:
        expect(button).to_be_in_viewport(ratio=1)
    tops = {box_of(button)[1] for button in buttons}
    assert len(tops) == 1
    page.locator("footer").scroll_into_view_if_needed()
    for button in buttons:
        expect(button).to_be_in_viewport(ratio=1)


def test_a_low_screen_has_a_way_to_the_download_at_its_top(
    new_page: Callable[..., Page], server: AppServer, catalogue: Catalogue
) -> None:
    reader = Reader(new_page(server.url, viewport=(320, 256)), catalogue)
    words = reader.words.sheet_page
    reader.open("sheet")
    expect(reader.button(reader.sheet_button())).not_to_be_in_viewport()
    reader.follow(words.download_jump)
    expect(reader.page.get_by_role("heading", name=words.download_title)).to_be_in_viewport()


@pytest.mark.parametrize("answers", [Answers(), example_answers()], ids=["empty", "filled"])
def test_the_sheet_screen_is_short_on_a_phone(phone: Reader, answers: Answers) -> None:
    phone.come_back(answers, "sheet")
    assert len(phone.kept_ids()) >= 10
    height = box_of(phone.page.get_by_test_id("stMainBlockContainer"))[3]
    assert 0 < height <= MOST_OF_THE_SHEET_SCREEN


def test_a_table_of_the_preview_that_is_wider_than_a_phone_says_so(phone: Reader) -> None:
    phone.come_back(Answers(sheet_methods=("tca-cross",)), "sheet")
    phone.page.locator("summary").filter(has_text=phone.words.sheet_page.preview_title).click()
    table = phone.page.get_by_role("table")
    expect(table).to_be_visible()
    assert table.evaluate("table => table.scrollWidth > table.parentElement.clientWidth")
    says_so = phone.page.get_by_text(phone.words.compare.slide)
    expect(says_so).to_be_visible()
    phone.page.set_viewport_size({"width": 1280, "height": 900})
    expect(says_so).to_be_hidden()


def test_no_letter_alone_does_anything(reader: Reader) -> None:
    sent: list[str | bytes] = []

    def watch(socket: WebSocket) -> None:
        socket.on("framesent", lambda frame: sent.append(frame))

    reader.page.on("websocket", watch)
    reader.open("time")
    sent.clear()
    for letter in "rRcC?/":
        reader.page.keyboard.press(letter)
    reader.settle()
    assert not sent
    reader.answer("visits", "one")
    reader.settle()
    assert sent  # a tap does, so the watch works


def test_no_label_is_cut_short_on_a_narrow_phone(
    new_page: Callable[..., Page], server: AppServer, catalogue: Catalogue
) -> None:
    reader = Reader(new_page(server.url, viewport=(320, 640)), catalogue)
    found = {}
    for screen in reader.tour():
        found[screen] = reader.page.evaluate(
            """() => [...document.querySelectorAll('main :is(a, button, label) :is(p, span, div)')]
                .filter(one => one.scrollWidth > one.clientWidth + 1 && one.clientWidth > 1
                    && getComputedStyle(one).overflowX !== 'visible')
                .map(one => one.innerText)"""
        )
    assert {screen: cut for screen, cut in found.items() if cut} == {}
