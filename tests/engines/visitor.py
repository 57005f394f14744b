"""A reader in any engine: small steps, by the role and the words of what is on the screen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from aid.catalogue.addresses import METHOD
from aid.catalogue.catalogue import Catalogue
from aid.catalogue.ids import START, PageId
from aid.catalogue.pages import in_menu, step_before, steps
from aid.catalogue.texts.interface import InterfaceTexts
from tests.browser.wait import FINISHED_FOR, QUIET_MS
from tests.engines.engine import Engine, press, type_keys, wait_until

_LOOK: Final = Path(__file__).with_name("look.js").read_text(encoding="utf-8")

# It may be drawn by a component, which no other script looks into.
_FILE_INPUT: Final = """() => [document, ...document.querySelectorAll('*')]
    .map((one) => (one.shadowRoot ?? one).querySelector('input[type=file]'))
    .find((input) => input)"""

_TEMPORARY = {".part", ".wkdownload"}


@dataclass(frozen=True)
class Found:
    """Something on the screen."""

    name: str
    text: str
    x: float
    y: float
    clear: bool
    """A press at its middle reaches it."""
    checked: bool
    pressed: bool
    focused: bool
    open: bool
    value: str


Within = tuple[str, str]
"""The role and the name of what surrounds something."""


class Visitor:
    """A person with a mouse and a keyboard to type on."""

    def __init__(self, engine: Engine, url: str, catalogue: Catalogue) -> None:
        self.engine = engine
        self.url = url
        self.catalogue = catalogue
        self.words: InterfaceTexts = catalogue.interface
        self.visited: set[PageId] = set()

    # Looking

    def all(
        self,
        role: str,
        name: str = "",
        *,
        part: bool = False,
        within: Within | None = None,
        show: bool = False,
    ) -> list[Found]:
        """Everything of a role that is seen now, under a name or a part of one."""
        around = within and {"role": within[0], "name": within[1]}
        asked = {"role": role, "name": name, "part": part, "within": around, "show": show}
        return [Found(**found) for found in self.engine.run(_LOOK, asked)]

    def see(
        self,
        role: str,
        name: str = "",
        fits: Callable[[Found], Any] = lambda _found: True,
        *,
        part: bool = False,
        within: Within | None = None,
    ) -> Found:
        """Wait until exactly one is seen that fits, and return it."""

        def one() -> list[Found]:
            found = self.all(role, name, part=part, within=within)
            return found if len(found) == 1 and fits(found[0]) else []

        found: list[Found] = wait_until(
            one,
            f"{role} {name!r} as expected",
            lambda: self.all(role, name, part=part, within=within) or self.all(role),
        )
        return found[0]

    def says(self, text: str) -> None:
        """Wait until words stand on the screen."""
        wanted = " ".join(text.split())
        wait_until(lambda: wanted in self.text(), f"the words {wanted!r}", self.text)

    def text(self) -> str:
        """All words that are seen now."""
        said: str = self.engine.run("() => document.body.innerText")
        return " ".join(said.split())

    # Doing

    def press(
        self, role: str, name: str, *, part: bool = False, within: Within | None = None
    ) -> None:
        """Press something, once it is there, stands still, and nothing lies over it."""
        before: list[Found] = []

        def still() -> Found | None:
            found = self.all(role, name, part=part, within=within, show=True)
            unmoved = found == before
            before[:] = found
            return found[0] if len(found) == 1 and unmoved and found[0].clear else None

        there: Found = wait_until(still, f"{role} {name!r} to press", lambda: before)
        self.engine.act(press(there.x, there.y))

    def choose(self, role: str, name: str, *, within: Within | None = None) -> None:
        """Press a tick or one of several choices, and wait until it is chosen."""
        self.press(role, name, within=within)
        self.see(role, name, lambda found: found.checked, within=within)
        self.settle()

    def pick(self, name: str, label: str) -> None:
        """Press one of many small buttons that stay pressed."""
        within = ("toolbar", label)
        self.press("button", name, within=within)
        self.see("button", name, lambda found: found.pressed, within=within)
        self.settle()

    def switch(self, label: str, choice: str) -> None:
        """Switch a view."""
        self.choose("radio", choice, within=("radiogroup", label))

    def write(self, label: str, text: str) -> None:
        """Type into an empty box. The cursor stays in it."""
        self.press("textbox", label)
        self.see("textbox", label, lambda found: found.focused)
        self.engine.act(type_keys(text))
        self.see("textbox", label, lambda found: found.value == text)

    def answer(self, ask_id: str, *option_ids: str) -> None:
        """Tick some answers, or choose one."""
        for option_id in option_ids:
            self._uncover(ask_id, option_id)
            self.choose(*self._option(ask_id, option_id), within=self._question(ask_id))

    def see_answers(self, ask_id: str, *option_ids: str) -> None:
        """Wait until answers are ticked or chosen."""
        for option_id in option_ids:
            control = self._option(ask_id, option_id)
            self.see(*control, lambda found: found.checked, within=self._question(ask_id))

    def see_no_answers(self, ask_id: str) -> None:
        """Wait until a question is there and nothing is ticked in it."""
        self.see(*self._question(ask_id))
        within = self._question(ask_id)
        wait_until(
            lambda: not any(found.checked for found in self.all("checkbox", within=within)),
            f"no answer to {ask_id}",
        )

    def say(self, ask_id: str, text: str) -> None:
        """Answer a question in own words."""
        self._uncover(ask_id)
        self.write(self.catalogue.ask_by_id[ask_id].label, text)

    def _option(self, ask_id: str, option_id: str) -> tuple[str, str]:
        role = "radio" if self.catalogue.ask_by_id[ask_id].kind == "one" else "checkbox"
        name = self.catalogue.option_label(ask_id, option_id)
        if ask_id == "top-concerns":
            name = self.words.questionnaire.matters_most.format(concern=name)
        return role, name

    def _question(self, ask_id: str) -> Within:
        """The group of one question; what matters most is asked beside each concern."""
        group = "concerns" if ask_id == "top-concerns" else ask_id
        return "group", self.catalogue.ask_by_id[group].label

    def _uncover(self, ask_id: str, option_id: str = "") -> None:
        """Open the groups in which a question and a health item stand, unless they are."""
        ask = self.catalogue.ask_by_id[ask_id]
        names = [group.name for group in self.catalogue.ask_groups if group.id == ask.group]
        items = [item.group for item in self.catalogue.health if item.id == option_id]
        if ask_id == "health":
            names += [group.name for group in self.catalogue.health_groups if group.id in items]
        for name in names:
            if not self.see("summary", name, part=True).open:
                self.unfold(name)

    def unfold(self, words: str) -> None:
        """Open something that is one tap away."""
        self.press("summary", words, part=True)
        self.see("summary", words, lambda found: found.open, part=True)
        self.settle()

    def load(self, path: Path) -> None:
        """Choose a file for the one control that takes one."""
        wait_until(lambda: self.engine.run(f"() => ({_FILE_INPUT})() !== undefined"), "a control")
        self.engine.attach(_FILE_INPUT, path)

    def download(self, role: str, name: str) -> tuple[str, bytes]:
        """Press what starts a download; the name and the content of the file."""
        self.press(role, name)
        path: Path = wait_until(self._downloaded, f"the file of {name!r}")
        content = path.read_bytes()
        path.unlink()
        return path.name, content

    def _downloaded(self) -> Path | None:
        files = list(self.engine.downloads.iterdir())
        if any(file.suffix in _TEMPORARY for file in files):
            return None
        return next((file for file in files if file.stat().st_size), None)

    # Moving about

    def open(self, screen: PageId = START) -> None:
        """Type the address of a screen. The visit starts over."""
        self.engine.open(f"{self.url}/{'' if screen == START else screen}")
        self.arrive(screen)

    def go_to(self, screen: PageId) -> None:
        """Go to a screen by the menu, and on from there where the menu does not have it."""
        page, words = self.catalogue.page_by_id[screen], self.words.service
        if screen in in_menu(self.catalogue.pages):
            for menu in self.all("summary", words.menu):  # with a phone
                if not menu.open:
                    self.press("summary", words.menu)
            self.press("link", page.menu, within=("navigation", words.menu_label))
        elif screen == METHOD:
            self.go_to("methods")
            self.press("link", self.catalogue.methods[0].name)
        elif screen in steps(self.catalogue.pages):
            self.go_to(step_before(self.catalogue.pages, screen))
            self.press("button", words.continue_)
        else:
            assert page.part_of is not None, screen
            self.go_to(page.part_of)
            self.press("link", page.title)
        self.arrive(screen)

    def arrive(self, screen: PageId) -> None:
        """Wait until a screen is there and finished."""
        title = self.catalogue.page_by_id[screen].title
        self.see("heading", self.catalogue.methods[0].name if screen == METHOD else title)
        self.settle()
        self.visited.add(screen)

    def settle(self) -> None:
        """Wait until the screen is finished."""
        self.engine.run("() => { window.finishedSince = undefined; }")
        wait_until(lambda: self.engine.run(FINISHED_FOR) >= QUIET_MS, "the screen to be finished")
