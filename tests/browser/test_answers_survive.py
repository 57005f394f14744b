"""Answers are never lost: on the way between screens, beside a rule, or while typing fast."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from aid.catalogue.answer_fields import MOST_CHARACTERS
from aid.catalogue.catalogue import Catalogue
from aid.catalogue.ids import MethodId, PageId
from tests.browser.line import Line
from tests.browser.reader import Reader
from tests.conftest import AppServer

pytestmark = pytest.mark.browser


def test_answers_survive_any_way_between_the_screens(reader: Reader) -> None:
    page, go_on = reader.page, reader.words.service.continue_
    reader.open("scars")
    reader.answer("scar-shapes", "ice-pick", "not-sure")
    reader.answer("shape-source", "doctor")
    reader.press(go_on)
    reader.arrive("time")
    reader.answer("downtime", "none")
    reader.go_to("health")
    reader.say("dates", "An exam in May.")
    reader.go_to("about")  # straight from the box
    reader.go_to("compare")
    reader.follow(reader.catalogue.page_by_id["quiz"].title)
    reader.arrive("quiz")

    def scars_hold() -> None:
        reader.arrive("scars")
        assert reader.ticked("scar-shapes") == ["ice-pick", "not-sure"]
        assert reader.ticked("shape-source") == ["doctor"]

    def time_holds() -> None:
        reader.arrive("time")
        assert reader.ticked("downtime") == ["none"]

    def health_holds() -> None:
        reader.arrive("health")
        expect(reader.words_box("dates")).to_have_value("An exam in May.")

    back: tuple[PageId, ...] = ("compare", "about")
    for screen in back:
        page.go_back()
        reader.arrive(screen)
    page.go_back()
    health_holds()
    page.go_back()
    reader.arrive("sheet")
    page.go_back()
    time_holds()
    page.go_back()
    scars_hold()
    page.go_forward()
    time_holds()
    page.go_forward()
    reader.arrive("sheet")
    page.go_forward()
    health_holds()
    page.go_forward()
    reader.arrive("about")
    reader.go_to("scars")
    scars_hold()

    # A change on the way back counts, and Back does not undo it.
    reader.untick("scar-shapes", "not-sure")
    reader.go_to("sheet")
    page.go_back()
    reader.arrive("scars")
    assert reader.ticked("scar-shapes") == ["ice-pick"]
    reader.press(reader.words.service.back)
    reader.arrive("methods")
    reader.go_to("time")
    time_holds()
    reader.go_to("health")
    health_holds()


def test_choices_on_the_sheet_and_in_compare_survive(reader: Reader) -> None:
    words, compare = reader.words.sheet_page, reader.words.compare
    names = [reader.name("subcision"), reader.name("tca-cross")]
    pick = compare.pick_methods.format(count=3)
    reader.open("scars")
    reader.answer("scar-shapes", "rolling")
    reader.go_to("compare")
    every = len(reader.catalogue.methods)
    reader.switch(compare.list_title, compare.lists["all"].format(count=every))
    reader.switch(compare.view_label, compare.in_detail)
    reader.pick(pick, *names)
    reader.press(compare.to_sheet)
    reader.arrive("sheet")
    # What was picked side by side is on the sheet; what is taken off is still offered as a leaning.
    reader.pick(words.leaning_title, names[1])
    reader.pick(words.methods_title, names[1])
    reader.drop(reader.kept_ids()[3])
    reader.settle()
    kept = reader.kept_ids()
    reader.unfold(words.own_title)
    for number, text in enumerate(("Is it done here?", "Who else is there?"), start=1):
        reader.write(reader.box(words.own_label.format(number=number)), text)
        reader.page.keyboard.press("Tab")
        reader.settle()
    reader.unfold(words.needs_title)
    reader.tick(reader.catalogue.sheet.needs["feel-sure"])
    reader.write(reader.box(words.notes_label), "Ask my sister.")

    reader.go_to("compare")
    table = reader.page.get_by_role("table", name=compare.detail_caption, exact=True)
    expect(table.get_by_role("columnheader")).to_contain_text(names)
    reader.go_to("sheet")

    expect(reader.pill(words.methods_title, names[0])).to_have_attribute("aria-pressed", "true")
    expect(reader.pill(words.leaning_title, names[1])).to_have_attribute("aria-pressed", "true")
    assert reader.kept_ids() == kept
    reader.unfold(words.own_title)
    expect(reader.box(words.own_label.format(number=1))).to_have_value("Is it done here?")
    expect(reader.box(words.own_label.format(number=2))).to_have_value("Who else is there?")
    expect(reader.box(words.own_label.format(number=3))).to_have_value("")
    reader.unfold(words.needs_title)
    need = reader.page.get_by_role("checkbox", name=reader.catalogue.sheet.needs["feel-sure"])
    expect(need).to_be_checked()
    expect(reader.box(words.notes_label)).to_have_value("Ask my sister.")


def test_an_answer_that_stands_alone_excludes_the_others_both_ways(reader: Reader) -> None:
    reader.open("priorities")
    reader.answer("concerns", "pain", "cost")
    reader.settle()
    reader.answer("top-concerns", "cost")
    reader.answer("concerns", "none-of-these")
    reader.settle()
    assert reader.ticked("concerns") == ["none-of-these"]
    assert reader.ticked("top-concerns") == []
    reader.answer("concerns", "needles")
    reader.settle()
    assert reader.ticked("concerns") == ["needles"]

    reader.go_to("health")
    reader.answer("health", "smoking", "allergies")
    reader.settle()
    for alone in ("none-of-these", "rather-not-say"):
        reader.answer("health", alone)
        reader.settle()
        assert reader.ticked("health") == [alone]
    reader.answer("health", "cold-sores")
    reader.settle()
    assert reader.ticked("health") == ["cold-sores"]


def problem_title(reader: Reader) -> str:
    """How the tab's title begins where something does not fit."""
    return reader.words.service.document_title_problem.split("{")[0]


def test_a_fourth_top_concern_is_told_and_loses_nothing(reader: Reader) -> None:
    sentence = reader.words.questionnaire.too_many.format(count=3)
    reader.open("priorities")
    reader.answer("concerns", "pain", "cost", "evidence", "needles")
    reader.settle()
    reader.answer("top-concerns", "needles", "pain", "evidence")
    reader.settle()
    expect(reader.alert).to_have_count(0)

    reader.try_option("top-concerns", "cost")
    reader.settle()

    # At the top, announced and with the question's name; and beside the question itself.
    expect(reader.alert).to_contain_text(sentence)
    expect(reader.alert).to_contain_text(reader.catalogue.ask_by_id["top-concerns"].name)
    expect(reader.question("top-concerns").get_by_text(sentence)).to_be_visible()
    assert reader.page.title().startswith(problem_title(reader))
    reader.alert.get_by_role("link").click()
    expect(reader.question("top-concerns").get_by_text(sentence)).to_be_in_viewport()
    assert set(reader.ticked("top-concerns")) == {"pain", "needles", "evidence"}
    assert set(reader.ticked("concerns")) == {"pain", "cost", "evidence", "needles"}

    reader.untick("top-concerns", "pain")
    reader.answer("top-concerns", "cost")
    reader.settle()
    expect(reader.alert).to_have_count(0)
    assert set(reader.ticked("top-concerns")) == {"cost", "needles", "evidence"}

    # A concern that is taken off makes room too, and asks no more whether it matters most.
    reader.untick("concerns", "needles")
    reader.settle()
    expect(reader.option("top-concerns", "needles")).to_have_count(0)
    reader.answer("concerns", "needles")
    expect(reader.option("top-concerns", "needles")).not_to_be_checked()
    reader.answer("top-concerns", "pain")
    reader.settle()
    expect(reader.alert).to_have_count(0)
    assert set(reader.ticked("top-concerns")) == {"pain", "cost", "evidence"}


def test_a_text_that_is_too_long_stays_and_the_sheet_keeps_the_last_that_fitted(
    reader: Reader,
) -> None:
    words = reader.words.sheet_page
    longest, too_long = "quokka " * 285 + "plum!", "x" * (MOST_CHARACTERS + 1)
    assert len(longest) == MOST_CHARACTERS
    sentence = reader.words.questionnaire.too_long.format(count="2,001", most="2,000")
    reader.open("sheet")
    box = reader.box(words.notes_label)

    box.fill(longest)
    printed = reader.download_sheet()
    assert (printed.count("quokka"), printed.count("plum!")) == (285, 1)
    expect(reader.alert).to_have_count(0)

    box.fill(too_long)
    printed = reader.download_sheet()
    expect(reader.alert).to_contain_text(sentence)
    expect(box).to_have_value(too_long)
    assert (printed.count("quokka"), printed.count("plum!")) == (285, 1)
    assert "xxxx" not in printed

    # It waits in its box over a change of screen, and still says what is wrong.
    reader.go_to("about")
    reader.go_to("sheet")
    expect(box).to_have_value(too_long)
    expect(reader.alert).to_contain_text(sentence)

    # Another box is not touched by it, and shortening the text makes it count.
    reader.write(reader.box(words.next_steps_label), "Ring on Monday.")
    box.fill("Short again.")
    printed = reader.download_sheet()
    expect(reader.alert).to_have_count(0)
    assert "Short again." in printed
    assert "Ring on Monday." in printed


def test_typing_at_once_while_the_app_still_works_loses_nothing(reader: Reader) -> None:
    words, keyboard = reader.words.sheet_page, reader.page.keyboard
    reader.open("sheet")
    first, second = reader.box(words.next_steps_label), reader.box(words.notes_label)
    for turn in range(3):
        reader.write(first, f"Step {turn}: ring the clinic.")
        keyboard.press("Tab")  # the app runs again, and the reader goes on in the next box
        keyboard.press("Control+a")
        keyboard.type(f"Note {turn}: my sister comes along, and so does her friend from work.")
    keyboard.press("Tab")
    reader.settle()

    expect(first).to_have_value("Step 2: ring the clinic.")
    expect(second).to_have_value("Note 2: my sister comes along, and so does her friend from work.")
    printed = reader.download_sheet()
    assert "Step 2: ring the clinic." in printed
    assert "Note 2: my sister comes along, and so does her friend from work." in printed

    # A box of its own opens below while the reader already types in the one after.
    reader.unfold(words.own_title)
    reader.write(reader.box(words.own_label.format(number=1)), "Does it hurt at night?")
    keyboard.press("Tab")
    reader.write(first, "Ring the other clinic.")
    reader.settle()
    expect(first).to_have_value("Ring the other clinic.")
    expect(reader.box(words.own_label.format(number=1))).to_have_value("Does it hurt at night?")


def test_a_screen_left_straight_from_a_box_keeps_its_text(
    server: AppServer, new_page: Callable[..., Page], catalogue: Catalogue
) -> None:
    """A tap leaves the box and presses the link in the same moment; Back leaves no box at all."""
    page = new_page(server.url, viewport=(390, 844), has_touch=True, is_mobile=True)
    reader = Reader(page, catalogue)
    reader.open("about")
    reader.go_to("health")
    screens: tuple[PageId, ...] = ("about", "sheet")
    for screen in screens:
        reader.unfold_menu()
        reader.say("dates", f"An exam, and then to {screen}.")
        reader.menu_link(screen).tap()
        reader.arrive(screen)
        reader.go_to("health")
        expect(reader.words_box("dates")).to_have_value(f"An exam, and then to {screen}.")

    reader.say("dates", "An exam, and then back.")
    page.go_back()
    reader.arrive("sheet")
    page.go_forward()
    reader.arrive("health")
    expect(reader.words_box("dates")).to_have_value("An exam, and then back.")


@pytest.mark.parametrize("given", ["a tick", "a text", "a pick"])
@pytest.mark.parametrize("held_ms", [300, pytest.param(4500, marks=pytest.mark.slow)])
def test_an_answer_that_the_line_holds_up_counts_though_the_reader_goes_on(
    given: str,
    held_ms: int,
    server: AppServer,
    new_page: Callable[..., Page],
    catalogue: Catalogue,
) -> None:
    """Streamlit would take answer and change of page together, and drop the answer."""
    with Line(server.url) as line:
        page = new_page(line.url)
        reader = Reader(page, catalogue)
        screens: dict[str, PageId] = {"a tick": "time", "a text": "health", "a pick": "sheet"}
        asked = screens[given]
        came_from: PageId = "sheet" if given == "a text" else "scars"
        ways: dict[PageId, tuple[str, MethodId, str]] = {
            came_from: ("one", "subcision", "An exam in May."),
            "about": ("up-to-3", "tca-cross", "No exam in May."),
        }
        reader.open("scars")
        reader.go_to(asked)

        for onward, (visits, method, text) in ways.items():
            pill = reader.pill(reader.words.sheet_page.methods_title, reader.name(method))
            line.hold()
            if given == "a tick":
                reader.answer("visits", visits)
            elif given == "a pick":
                pill.click()
            else:
                reader.say("dates", text)
            if onward == "about":
                reader.menu_link("about").click()
            else:
                page.evaluate("history.back()")
            page.wait_for_timeout(held_ms)
            line.let_go()

            reader.arrive(onward)
            expect(reader.page.locator("footer.aid")).to_be_visible()
            reader.go_to(asked)
            if given == "a tick":
                assert reader.ticked("visits") == [visits], onward
            elif given == "a pick":
                expect(pill).to_have_attribute("aria-pressed", "true")
            else:
                expect(reader.words_box("dates")).to_have_value(text)


def test_quick_clicks_all_count(reader: Reader) -> None:
    """Each click leaves before the app has answered the one before."""
    reader.open("health")
    reader.uncover("causes")
    causes = ("acne", "chickenpox", "other")
    boxes = [reader.option("causes", cause) for cause in causes]
    reader.click_in_a_row(*(box.locator("xpath=ancestor::label") for box in boxes))
    reader.settle()
    assert reader.ticked("causes") == list(causes)
    reader.go_to("sheet")
    reader.go_to("health")
    assert reader.ticked("causes") == list(causes)


def test_clicks_that_a_slow_line_brings_at_once_all_count(reader: Reader) -> None:
    """In several questions: no later click tells of the earlier one again."""
    reader.open("health")
    picked = {"causes": "acne", "body-places": "face", "health": "none-of-these"}
    for ask_id in picked:
        reader.uncover(ask_id)
    for turn in range(6):
        boxes = [reader.option(ask_id, option) for ask_id, option in picked.items()]
        # In one moment of the browser, so that the messages reach the server together.
        reader.page.evaluate(
            "boxes => boxes.forEach((box) => box.click())",
            [box.element_handle() for box in boxes],
        )
        reader.settle()
        kept = reader.page.evaluate("sessionStorage.getItem('scar-options-answers')")
        answers = json.loads(kept)["answers"] if kept else {}
        chosen = {ask_id: answers.get(ask_id, []) for ask_id in picked}
        assert chosen == {ask_id: [option] * (1 - turn % 2) for ask_id, option in picked.items()}


def test_quick_ticks_of_further_questions_all_count(reader: Reader) -> None:
    """The same where each answer makes the page longer; what was ticked stays in its place."""
    words = reader.words.sheet_page
    reader.open("scars")
    reader.answer("scar-shapes", "ice-pick", "boxcar", "rolling", "other-dent")
    reader.go_to("health")
    reader.answer("causes", "acne", "chickenpox")
    reader.go_to("sheet")
    kept = reader.kept_ids()
    reader.unfold(words.more_title)
    offered = reader.page.locator("details").get_by_role("checkbox")
    expect(offered.nth(2)).to_be_visible()
    wanted = [offered.nth(place).get_attribute("aria-label") for place in range(3)]
    lines = [offered.nth(place).locator("xpath=ancestor::label") for place in range(3)]
    reader.click_in_a_row(*lines)
    reader.settle()
    assert [reader.catalogue.question_by_id[item].text for item in reader.kept_ids()] == [
        *(reader.catalogue.question_by_id[item].text for item in kept),
        *wanted,
    ]
    for place, text in enumerate(wanted):
        expect(offered.nth(place)).to_have_accessible_name(text or "")
        expect(offered.nth(place)).to_be_checked()

    lines[1].click()
    reader.settle()
    assert reader.catalogue.question_by_id[reader.kept_ids()[-1]].text == wanted[2]
    assert len(reader.kept_ids()) == len(kept) + 2
