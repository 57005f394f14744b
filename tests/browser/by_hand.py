"""Small steps on a page, by the words that stand on it, and what the tab has kept."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Final

from playwright.sync_api import Page, expect
from playwright.sync_api import TimeoutError as WaitedTooLongError

from aid.catalogue.catalogue import Catalogue
from tests.browser.wait import wait_ready

KEY = "scar-options-answers"
"""Where the tab keeps the answers."""


def open_screen(page: Page, address: str) -> None:
    page.goto(address)
    wait_ready(page)


def tick(page: Page, label: str, *, on: bool = True) -> None:
    """Press the line of a box, and wait until it is ticked or not. After a lost connection a press
    waits until the session is ready."""
    box = page.get_by_role("checkbox", name=label, exact=True)
    box.evaluate("box => box.scrollIntoView({block: 'center'})")  # not under word of the connection
    box.locator("xpath=ancestor::label").click()
    expect(box).to_be_checked(checked=on)
    wait_ready(page)


def open_group(page: Page, catalogue: Catalogue, ask_id: str) -> None:
    """Open the group in which a question stands."""
    group = catalogue.ask_by_id[ask_id].group
    name = next(item.name for item in catalogue.ask_groups if item.id == group)
    page.locator("summary").filter(has_text=name).click()
    wait_ready(page)


def press(page: Page, label: str) -> None:
    page.get_by_role("button", name=label, exact=True).click()
    wait_ready(page)


def open_keep(page: Page) -> None:
    """Go by the menu to the screen that saves, loads and clears."""
    if not page.url.endswith("/keep"):
        page.get_by_role("navigation").get_by_role("link", name="Save or clear").click()
        page.wait_for_url("**/keep")
    wait_ready(page)


def kept(page: Page) -> dict[str, object]:
    """The answers in the tab's copy; nothing where there is no copy."""
    text = page.evaluate(f"sessionStorage.getItem('{KEY}')")
    answers: dict[str, object] = json.loads(text)["answers"] if text else {}
    return answers


def keep(page: Page, answers: object) -> None:
    """Put a copy into the tab, as the aid would have, or as somebody else might."""
    frame = {"format": "scar-options-answers", "version": 1, "answers": answers}
    page.evaluate("([key, text]) => sessionStorage.setItem(key, text)", [KEY, json.dumps(frame)])


def saved(page: Page, label: str) -> dict[str, object]:
    with page.expect_download() as download:
        page.get_by_role("button", name=label, exact=True).click()
    assert download.value.suggested_filename.endswith(".json")
    content: dict[str, object] = json.loads(Path(download.value.path()).read_text("utf-8"))
    return content


_KEPT: Final = """([key, expected]) => {
    const { answers } = JSON.parse(sessionStorage.getItem(key) ?? '{}');
    const ids = Object.keys(expected);
    return answers && Object.keys(answers).length === ids.length
        && ids.every(id => JSON.stringify(answers[id]) === JSON.stringify(expected[id]));
}"""


def await_kept(page: Page, expected: dict[str, object]) -> None:
    """Wait until the tab has kept these answers and no others; a reload may come in between."""
    try:
        page.wait_for_function(_KEPT, arg=[KEY, expected], polling=100)
    except WaitedTooLongError:
        found = kept(page)
        assert found == expected, f"{found}, and not {expected}"
        raise
