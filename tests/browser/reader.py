"""A reader at the screen: small steps, so that a test reads as what a person does.

Controls are found by their role and their label, as a reader finds them. Labels come from the
content by id, so that a corrected sentence breaks no test.

While the app draws, what was there before stands beside what is new. Playwright waits for what is
not there yet, but where two elements fit a locator it fails at once. So where a step takes
something away, settle first, or say which words are looked for.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Final, Literal

import pypdf
from playwright.sync_api import Download, Locator, Page, expect

from aid.answers.file import copy_json
from aid.answers.model import Answers
from aid.catalogue.addresses import METHOD, Address
from aid.catalogue.catalogue import Catalogue
from aid.catalogue.ids import START, MethodId, PageId, SheetFormatId
from aid.catalogue.pages import in_menu, steps
from aid.catalogue.texts.interface import InterfaceTexts
from tests.browser.wait import wait_ready

MOST_TABS = 250
"""A reader who has pressed Tab more often than this has lost the way."""

_HAS_FOCUS: Final = "element => element === document.activeElement"
_HOLDS_FOCUS: Final = "element => element.contains(document.activeElement)"


class Reader:
    """A person with a mouse and a keyboard to type on."""

    def __init__(self, page: Page, catalogue: Catalogue) -> None:
        self.page = page
        self.catalogue = catalogue
        self.words: InterfaceTexts = catalogue.interface

    # Moving about

    def open(self, screen: PageId = START) -> None:
        """Type the address of a screen. The visit starts over."""
        self.page.goto("/" if screen == START else f"/{screen}")
        self.arrive(screen)

    def come_back(self, answers: Answers, screen: PageId) -> None:
        """Open a screen in a tab that has kept answers."""
        self.page.goto("/_stcore/health")  # an address of the aid that draws nothing
        self.page.evaluate(
            "text => sessionStorage.setItem('scar-options-answers', text)", copy_json(answers)
        )
        self.open(screen)

    def arrive(self, screen: PageId) -> None:
        """Wait until a screen is there and finished."""
        expect(self.heading).to_have_text(self.catalogue.page_by_id[screen].title)
        self.settle()

    def arrive_at(self, address: Address) -> None:
        """Wait until the screen of an address is there and finished."""
        expect(self.heading).to_have_text(address.title(self.catalogue))
        self.settle()

    def settle(self) -> None:
        """Wait until the screen is finished."""
        wait_ready(self.page)

    @property
    def heading(self) -> Locator:
        """The heading of the screen."""
        return self.page.get_by_role("heading", level=1)

    @property
    def alert(self) -> Locator:
        """What is announced as wrong."""
        return self.page.get_by_role("alert")

    def menu_link(self, screen: PageId) -> Locator:
        """A screen's link in the menu."""
        menu = self.page.get_by_role("navigation", name=self.words.service.menu_label, exact=True)
        return menu.get_by_role("link", name=self.catalogue.page_by_id[screen].menu, exact=True)

    def unfold_menu(self) -> None:
        """On a phone: unfold the links of the header, unless they are."""
        folded = self.page.locator(".st-key-menu details:not([open]) > summary")
        if folded.is_visible():
            self._press(folded)

    def go_to(self, screen: PageId) -> None:
        """Go to a screen by the menu, and on from there where the menu does not have it."""
        pages = self.catalogue.pages
        if screen == METHOD:
            self.go_to("methods")
            self.follow(self.catalogue.methods[0].name)
            self.arrive_at(Address(METHOD, self.catalogue.methods[0].id))
        elif screen in in_menu(pages):
            self.unfold_menu()
            self._press(self.menu_link(screen))
            self.arrive(screen)
        elif screen not in steps(pages):
            leading = self.catalogue.page_by_id[screen].part_of
            assert leading is not None, screen
            self.go_to(leading)
            self.follow(self.catalogue.page_by_id[screen].title)
            self.arrive(screen)
        else:
            first, *further = steps(pages)
            self.go_to(first)
            for step in further[: further.index(screen) + 1]:
                self.press(self.words.service.continue_)
                self.arrive(step)

    def tour(self) -> Iterator[PageId]:
        """Go to every screen and answer nothing; stops on each. Much sooner than opening each."""
        pages = self.catalogue.pages
        first, *further = steps(pages)
        self.open()
        yield START
        self.go_to(first)
        yield first
        for step in further:
            self.press(self.words.service.continue_)
            self.arrive(step)
            yield step
        for page in pages:
            if page.id not in (START, first, *further):
                self.go_to(page.id)
                yield page.id

    def compare(self) -> None:
        """Go from the last question, or from all answers, to the comparison."""
        self.press(self.words.questionnaire.to_compare)
        self.arrive("compare")

    def button(self, label: str, within: Locator | None = None) -> Locator:
        """A button."""
        return (within or self.page).get_by_role("button", name=label, exact=True)

    def press(self, label: str, within: Locator | None = None) -> None:
        """Press a button, without waiting for what comes of it."""
        self._press(self.button(label, within))

    def follow(self, label: str) -> None:
        """Follow a link of the screen."""
        self._press(self.page.get_by_role("link", name=label, exact=True))

    def unfold(self, label: str) -> None:
        """Open something that is one tap away."""
        self._open(self.page.locator("summary").filter(has_text=label))

    def unfold_in(self, disclosure: Locator) -> None:
        """Open one of several things that are one tap away under the same words."""
        self._open(disclosure.locator("summary"))

    # The questionnaire

    def group(self, label: str, *, in_closed_group: bool = False) -> Locator:
        """A named group of controls."""
        return self.page.get_by_role(
            "group", name=label, exact=True, include_hidden=in_closed_group
        )

    def question(self, ask_id: str, *, in_closed_group: bool = False) -> Locator:
        """The group of one question; what matters most is asked beside each concern."""
        group = "concerns" if ask_id == "top-concerns" else ask_id
        label = self.catalogue.ask_by_id[group].label
        return self.group(label, in_closed_group=in_closed_group)

    def option(self, ask_id: str, option_id: str, *, in_closed_group: bool = False) -> Locator:
        """One tick or one choice of a question."""
        role: Literal["radio", "checkbox"] = (
            "radio" if self.catalogue.ask_by_id[ask_id].kind == "one" else "checkbox"
        )
        name = self.catalogue.option_label(ask_id, option_id)
        if ask_id == "top-concerns":
            name = self.words.questionnaire.matters_most.format(concern=name)
        return self.question(ask_id, in_closed_group=in_closed_group).get_by_role(
            role, name=name, exact=True, include_hidden=in_closed_group
        )

    def uncover(self, ask_id: str, option_id: str = "") -> None:
        """Open the groups in which a question and a health item stand, unless they are."""
        group = self.catalogue.ask_by_id[ask_id].group
        self._uncover([item.name for item in self.catalogue.ask_groups if item.id == group])
        items = [item.group for item in self.catalogue.health if item.id == option_id]
        if ask_id == "health":
            self._uncover([item.name for item in self.catalogue.health_groups if item.id in items])

    def _uncover(self, names: list[str]) -> None:
        for name in names:
            closed = self.page.locator("details:not([open]) > summary").filter(has_text=name)
            if closed.count():
                self._open(closed)

    def try_option(self, ask_id: str, option_id: str) -> None:
        """Press an answer, whatever comes of it."""
        self.uncover(ask_id, option_id)
        self._tick(self.option(ask_id, option_id))

    def answer(self, ask_id: str, *option_ids: str) -> None:
        """Tick some answers, or choose one; one after the other, without waiting."""
        for option_id in option_ids:
            self.uncover(ask_id, option_id)
            control = self.option(ask_id, option_id)
            if self.catalogue.ask_by_id[ask_id].kind == "one":
                self._choose(control)
            else:
                self._tick(control)
            expect(control).to_be_checked()

    def choose(self, radio: Locator) -> None:
        """Choose one of several."""
        self._choose(radio)
        self.settle()

    def untick(self, ask_id: str, option_id: str) -> None:
        """Take a tick off."""
        self.uncover(ask_id, option_id)
        control = self.option(ask_id, option_id)
        self._tick(control)
        expect(control).not_to_be_checked()

    def ticked(self, ask_id: str) -> list[str]:
        """The answers that are ticked or chosen now, by id, in the order of the screen."""
        return [
            option.id
            for option in self.catalogue.options(ask_id)
            if (control := self.option(ask_id, option.id, in_closed_group=True)).count()
            and control.is_checked()
        ]

    def box(self, label: str, *, in_closed_group: bool = False) -> Locator:
        """A box for own words."""
        return self.page.get_by_role(
            "textbox", name=label, exact=True, include_hidden=in_closed_group
        )

    def words_box(self, ask_id: str) -> Locator:
        """The box of a question that asks for own words, in a closed group too."""
        return self.box(self.catalogue.ask_by_id[ask_id].label, in_closed_group=True)

    def write(self, box: Locator, text: str) -> None:
        """Replace what a box holds by typing. The cursor stays in the box."""
        self._go_into(box)
        self.page.keyboard.press("Control+a")
        self.page.keyboard.type(text)

    def say(self, ask_id: str, text: str) -> None:
        """Answer a question in own words."""
        self.uncover(ask_id)
        self.write(self.words_box(ask_id), text)

    def said(self, ask_id: str) -> Locator:
        """What the review shows as the answer to a question."""
        return self.group(self.catalogue.ask_by_id[ask_id].name)

    # Compare

    def name(self, method_id: MethodId) -> str:
        """The display name of a method."""
        return self.catalogue.method_by_id[method_id].name

    def switch(self, label: str, choice: str) -> None:
        """Switch a view: press one of the buttons side by side."""
        choices = self.page.get_by_role("radiogroup", name=label, exact=True)
        self._switch(choices.get_by_role("radio", name=choice, exact=True))
        self.settle()

    def turn_to(self, fact: str) -> None:
        """On a phone: have another fact shown for all methods."""
        self.page.get_by_role("combobox", name=self.words.compare.fact_head).select_option(fact)

    def pick(self, label: str, *names: str) -> None:
        """Press some of many small buttons that stay pressed."""
        for name in names:
            self._pick(self.pill(label, name))
            self.settle()

    def pill(self, label: str, name: str) -> Locator:
        """One of many small buttons that stay pressed."""
        toolbar = self.page.get_by_role("toolbar", name=label, exact=True)
        return toolbar.get_by_role("button", name=name, exact=True)

    # The sheet

    def tick(self, label: str, within: Locator | None = None) -> None:
        """Tick a line."""
        place = within or self.page
        self._tick(place.get_by_role("checkbox", name=label, exact=True))
        self.settle()

    def click_in_a_row(self, *controls: Locator) -> None:
        """Click so fast that the app cannot answer in between, as on a slow line.

        The controls must be close together, to be in view at once.
        """
        for control in controls:
            control.hover()  # waits until it is in view and does not move
        boxes = [control.bounding_box() for control in controls]
        for box in boxes:
            assert box is not None
            self.page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)

    def asked(self, question_id: str) -> Locator:
        """The tick of a question that is on the sheet or could be."""
        text = self.catalogue.question_by_id[question_id].text
        questions = self.group(self.words.sheet_page.questions_title)
        return questions.get_by_role("checkbox", name=text, exact=True)

    def drop(self, question_id: str) -> None:
        """Take a question off the sheet; its line stays where it is."""
        self._tick(self.asked(question_id))
        expect(self.asked(question_id)).not_to_be_checked()

    def change_order(self) -> None:
        """Turn the lines of the questions into those that go up and down."""
        self.press(self.words.sheet_page.order_open)
        expect(self.button(self.words.sheet_page.order_close)).to_be_visible()
        self.settle()

    def end_order(self) -> None:
        """Turn them back."""
        self.press(self.words.sheet_page.order_close)
        expect(self.button(self.words.sheet_page.order_open)).to_be_visible()
        self.settle()

    def kept(self, question_id: str) -> Locator:
        """The line of a question on the sheet while the order is changed."""
        text = self.catalogue.question_by_id[question_id].text
        return self.page.get_by_role("group", name=re.compile(rf"^\d+\. {re.escape(text)}$"))

    def kept_ids(self) -> list[str]:
        """The questions on the sheet, in their order on the screen."""
        by_text = {question.text: question.id for question in self.catalogue.questions}
        lines = self.page.evaluate(
            """() => [
                ...document.querySelectorAll('details.general li > p:first-child'),
                ...document.querySelectorAll('[class*="st-key-group-kept-"] .group-label'),
                ...[...document.querySelectorAll('.st-key-group-questions label')]
                    .filter(label => label.querySelector('input:checked')),
            ].map(line => line.textContent.trim().replace(/^\\d+\\. /, ''))"""
        )
        return [by_text[line] for line in lines]

    def download(self, label: str) -> Download:
        """Press a button that starts a download."""
        with self.page.expect_download() as coming:
            self.press(label)
        return coming.value

    def sheet_button(self, format_id: SheetFormatId = "pdf") -> str:
        """What the button says that downloads the sheet in one format."""
        return self.words.sheet_page.formats[format_id].button

    def choose_by_label(self, label: str, choice: str) -> None:
        """Choose one of several under a label."""
        choices = self.page.get_by_role("radiogroup", name=label, exact=True)
        self.choose(choices.get_by_role("radio", name=choice, exact=True))

    def download_sheet(self) -> str:
        """Download the sheet as it is offered first and read its text."""
        return pdf_text(self.download(self.sheet_button()))

    def _open(self, summary: Locator) -> None:
        self._press(summary)
        # What lies below moves while it opens: a press now would hit another line.
        self.settle()

    # How a person uses a control. A reader without a mouse does these in another way.

    def _press(self, control: Locator) -> None:
        control.click()

    def _tick(self, control: Locator) -> None:
        # The box itself is drawn beside the real one; a person presses the line.
        control.locator("xpath=ancestor::label").click()

    def _choose(self, control: Locator) -> None:
        control.locator("xpath=ancestor::label").click()

    def _switch(self, control: Locator) -> None:
        control.click()

    def _pick(self, control: Locator) -> None:
        control.click()

    def _go_into(self, box: Locator) -> None:
        box.click()


class KeyboardReader(Reader):
    """A person with a keyboard alone: Tab, Space, Enter and the arrows."""

    def _press(self, control: Locator) -> None:
        self._tab_to(control)
        self.page.keyboard.press("Enter")

    def _tick(self, control: Locator) -> None:
        self._tab_to(control)
        self.page.keyboard.press("Space")

    def _choose(self, control: Locator) -> None:
        self._go_along("radiogroup", control)
        if not control.is_checked():
            self.page.keyboard.press("Space")

    def _switch(self, control: Locator) -> None:
        self._choose(control)

    def _pick(self, control: Locator) -> None:
        self._go_along("toolbar", control)
        self.page.keyboard.press("Space")

    def _go_into(self, box: Locator) -> None:
        self._tab_to(box)

    def _go_along(self, role: Literal["radiogroup", "toolbar"], wanted: Locator) -> None:
        """Tab into a group of controls and go along it by the arrows, first to its end, then back.

        The group is one stop of the Tab key; where it is entered is the browser's choice.
        """
        group = wanted.locator(f"xpath=ancestor::*[@role='{role}']")
        self._tab_to(group, _HOLDS_FOCUS)
        steps = group.locator("input, button").count()
        for key in ("ArrowRight",) * steps + ("ArrowLeft",) * steps:
            if wanted.evaluate(_HAS_FOCUS):
                return
            self.page.keyboard.press(key)
        raise AssertionError(f"the arrows did not lead to {wanted}")

    def _tab_to(self, wanted: Locator, reached: str = _HAS_FOCUS) -> None:
        """Press Tab until the wanted control has the focus."""
        expect(wanted).to_have_count(1)
        for _ in range(MOST_TABS):
            if wanted.evaluate(reached):
                return
            self.page.keyboard.press("Tab")
        raise AssertionError(f"{MOST_TABS} times Tab did not lead to {wanted}")


def pdf_text(download: Download) -> str:
    """All text of a downloaded PDF, each run of white space as one space."""
    pages = pypdf.PdfReader(io.BytesIO(download.path().read_bytes())).pages
    text = " ".join(page.extract_text() for page in pages)
    return " ".join(text.replace("\u200b", "").split())
