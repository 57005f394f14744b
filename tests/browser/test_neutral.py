"""No method is put before the others, whatever a reader answers."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from aid.catalogue.catalogue import Catalogue
from aid.catalogue.ids import LIST_IDS, NO_PROCEDURE, ListId
from tests.browser.reader import Reader

pytestmark = pytest.mark.browser

LOOK = """row => [row, ...row.querySelectorAll('th, td')].map(part => {
    const style = getComputedStyle(part);
    return [style.color, style.backgroundColor, style.backgroundImage, style.fontWeight,
        style.fontStyle, style.fontSize, style.opacity, style.filter, style.borderLeft,
        style.borderBottom, style.outline, style.textDecorationLine, style.display].join(' / ');
})"""
"""How a row looks: everything by which one could stand out from another."""

BARE = """row => [row, ...row.querySelectorAll('*:not(.ranges *)')].every(
    part => !part.style.cssText && !part.hasAttribute('bgcolor') && !part.id)"""


@pytest.fixture
def reader(page: Page, catalogue: Catalogue) -> Reader:
    reader = Reader(page, catalogue)
    reader.open("scars")
    return reader


def in_stated_order(catalogue: Catalogue) -> list[str]:
    """All names from A to Z, "No procedure for now" last."""
    names = [method.name for method in catalogue.methods if method.id != NO_PROCEDURE]
    return [*sorted(names, key=str.casefold), catalogue.method_by_id[NO_PROCEDURE].name]


def names_in(table: Locator) -> list[str]:
    return table.get_by_role("rowheader").all_inner_texts()


def list_of(reader: Reader, list_id: ListId, count: int) -> str:
    return reader.words.compare.lists[list_id].format(count=count)


def test_answers_neither_move_nor_mark_a_method(reader: Reader, catalogue: Catalogue) -> None:
    words, go_on = reader.words.compare, reader.words.service.continue_
    reader.answer("scar-shapes", "ice-pick", "rolling")
    reader.press(go_on)
    reader.arrive("time")
    reader.answer("downtime", "none")
    reader.answer("visits", "one")
    reader.press(go_on)
    reader.arrive("priorities")
    reader.answer("concerns", "pain", "colour-change", "serious-harm", "being-seen")
    reader.settle()
    reader.answer("top-concerns", "being-seen", "serious-harm")
    reader.go_to("health")
    reader.answer("health", "darker-skin", "isotretinoin")
    reader.go_to("compare")
    order = in_stated_order(catalogue)

    reader.switch(words.list_title, list_of(reader, "all", len(order)))
    page = reader.page
    glance = page.get_by_role("table", name=words.glance_caption, exact=True)
    assert names_in(glance) == order
    assert_rows_look_alike(glance)

    # The same on a narrow screen, one fact at a time.
    page.set_viewport_size({"width": 390, "height": 844})
    facts = page.get_by_role("combobox", name=words.fact_head)
    for fact in facts.get_by_role("option").evaluate_all("all => all.map(one => one.value)"):
        reader.turn_to(fact)
        narrow = page.get_by_role("table")
        expect(narrow).to_have_count(1)
        assert names_in(narrow) == order
        assert_rows_look_alike(narrow)
    page.set_viewport_size({"width": 1280, "height": 900})

    # The charts tell the methods in the same order, those without a figure in their places.
    reader.switch(words.view_label, words.charts)
    for chart in page.locator("details").filter(has_text=words.chart_as_text).all():
        if chart.get_attribute("open") is None:
            reader.unfold_in(chart)
        listed = [line.split(":")[0] for line in chart.get_by_role("listitem").all_inner_texts()]
        first_places = [
            next((place for place, line in enumerate(listed) if line.startswith(name)), None)
            for name in order
        ]
        known = [place for place in first_places if place is not None]
        assert known == sorted(known)
        assert len(known) >= len(order) - 1  # light and medium peels have names of their own

    # In detail the columns keep the order too, whatever was picked first.
    reader.switch(words.view_label, words.in_detail)
    picked = [order[9], order[0], order[4]]
    pills = page.get_by_role("toolbar", name=words.pick_methods.format(count=3), exact=True)
    expect(pills.get_by_role("button")).to_have_text(order[:-1])
    expect(pills.get_by_role("button", pressed=True)).to_have_count(0)  # none is preselected
    reader.pick(words.pick_methods.format(count=3), *picked)
    reader.unfold(words.more_facts)
    for caption in (words.detail_caption, words.more_facts):
        heads = page.get_by_role("table", name=caption, exact=True).get_by_role("columnheader")
        expect(heads).to_have_text([words.fact_head, *sorted(picked, key=order.index), order[-1]])
    reader.pick(words.pick_methods.format(count=3), order[6])
    expect(reader.alert).to_contain_text(reader.words.questionnaire.too_many.format(count=3))
    table = page.get_by_role("table", name=words.detail_caption, exact=True)
    expect(table.get_by_role("columnheader")).to_have_text(
        [words.fact_head, *sorted(picked, key=order.index), order[-1]]
    )

    # And on the sheet.
    reader.go_to("sheet")
    sheet = reader.words.sheet_page
    offered = page.get_by_role("toolbar", name=sheet.methods_title, exact=True)
    expect(offered.get_by_role("button")).to_have_text(order[:-1])
    # What was picked side by side is on it. The leaning offers that, and all where nothing is.
    chosen: list[str] = sorted(picked, key=order.index)
    expect(offered.get_by_role("button", pressed=True)).to_have_text(chosen)
    leaning = page.get_by_role("toolbar", name=sheet.leaning_title, exact=True)
    ends = [order[-1], sheet.leaning_not_sure]
    expect(leaning.get_by_role("button")).to_have_text([*chosen, *ends])
    reader.pick(sheet.methods_title, *picked)
    expect(leaning.get_by_role("button")).to_have_text([*order, sheet.leaning_not_sure])


def test_three_equal_buttons_show_the_lists_and_the_rest_is_one_tap_away(
    reader: Reader, catalogue: Catalogue
) -> None:
    words, order = reader.words.compare, in_stated_order(catalogue)
    statuses = {
        method.name: method.shapes["rolling"].status
        for method in catalogue.methods
        if method.id != NO_PROCEDURE
    }
    shapes = [name for name in order if statuses.get(name, "described") == "described"]
    less = [name for name in order if name in shapes or statuses.get(name) == "described-less"]
    assert 1 < len(shapes) < len(less) < len(order)
    reader.answer("scar-shapes", "rolling")
    reader.go_to("compare")
    page = reader.page
    table = page.get_by_role("table", name=words.glance_caption, exact=True)
    choices = page.get_by_role("radiogroup", name=words.list_title, exact=True)

    # Three equal buttons with their counts; the list by shapes is preset.
    lists = {"shapes": shapes, "less": less, "all": order}
    labels = [words.lists[item].format(count=len(lists[item])) for item in LIST_IDS]
    expect(choices.get_by_role("radio")).to_have_text(labels)
    expect(choices.get_by_role("radio", checked=True)).to_have_text(labels[0])
    sizes = [button.bounding_box() for button in choices.get_by_role("radio").all()]
    for size in sizes:
        assert size is not None
        assert sizes[0] is not None
        assert size["width"] == pytest.approx(sizes[0]["width"], abs=2)
        assert size["height"] == pytest.approx(sizes[0]["height"], abs=2)

    for list_id, label in zip(LIST_IDS, labels, strict=True):
        reader.switch(words.list_title, label)
        assert names_in(table) == lists[list_id]
        assert_rows_look_alike(table)
        off = [name for name in order if name not in lists[list_id]]
        for name in order:
            button = reader.pill(words.add_label, words.add.format(name=name))
            expect(button).to_be_visible() if name in off else expect(button).to_have_count(0)
        for method in catalogue.methods:
            reason = page.get_by_text(method.shapes["rolling"].reason)
            if method.name in off:
                expect(reason).to_be_visible()
            elif method.id != NO_PROCEDURE:
                expect(reason.first).to_be_hidden()  # one tap away, in the table
        expect(page.get_by_text(words.not_named)).to_have_count(1 if off else 0)
    expect(page.get_by_text(words.showing_all)).to_be_visible()

    # What is added stands in its place.
    reader.switch(words.list_title, labels[0])
    added = next(name for name in order if name not in less)
    reader.pick(words.add_label, words.add.format(name=added))
    assert names_in(table) == [name for name in order if name in shapes or name == added]
    # Tapped again it goes.
    reader.pick(words.add_label, words.add.format(name=added))
    assert names_in(table) == shapes


def test_raised_scars_alone_list_no_procedure_and_every_other_method_can_be_added(
    reader: Reader, catalogue: Catalogue
) -> None:
    words, order = reader.words.compare, in_stated_order(catalogue)
    reader.answer("scar-shapes", "raised")
    reader.go_to("compare")
    page = reader.page
    table = page.get_by_role("table", name=words.glance_caption, exact=True)

    expect(page.get_by_text(words.line["raised-only"])).to_be_visible()
    expect(page.get_by_text(words.showing_listed.format(count=1))).to_be_visible()
    assert names_in(table) == order[-1:]
    reader.switch(words.view_label, words.in_detail)
    expect(page.get_by_text(words.nothing_to_pick)).to_be_visible()
    reader.switch(words.view_label, words.at_a_glance)
    reader.switch(words.list_title, list_of(reader, "all", len(order)))
    assert names_in(table) == order
    reader.switch(words.list_title, list_of(reader, "shapes", 1))
    assert names_in(table) == order[-1:]
    assert_rows_look_alike(table)
    for name in order[:-1]:
        expect(reader.pill(words.add_label, words.add.format(name=name))).to_be_visible()

    # Added from the end to the start, they are in the stated order all the same.
    added: list[str] = []
    for name in order[-2::-1]:
        reader.pick(words.add_label, words.add.format(name=name))
        added.append(name)
        expect(table.get_by_role("rowheader")).to_have_text(
            [*sorted(added, key=order.index), order[-1]]
        )
    reader.settle()
    expect(page.get_by_text(words.showing_all)).to_be_visible()
    assert_rows_look_alike(table)


def assert_rows_look_alike(table: Locator) -> None:
    """No method's row has a class, a style or a look of its own."""
    rows = table.locator("tbody tr").all()
    first = rows[0].evaluate(LOOK)
    for row in rows:
        assert row.evaluate(BARE)
        assert row.get_attribute("class") is None
        assert row.locator("th, td").evaluate_all("cells => cells.every(c => !c.className)")
        assert row.evaluate(LOOK) == first
