"""Whatever a reader types stays in its box as it was typed, is on the sheet, and breaks nothing."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from aid.catalogue.answer_fields import MOST_CHARACTERS
from aid.catalogue.catalogue import Catalogue
from tests.browser.reader import Reader
from tests.conftest import AppServer
from tests.nasty_texts import LITERAL, NASTY, SHAPED

pytestmark = pytest.mark.browser

BEFORE, AFTER = "Numbat", "Bettong"
"""They surround every text that is typed here, and stand nowhere else."""

_LETTER_BY_LETTER = "\n".join(text for text in LITERAL if len(text) < MOST_CHARACTERS)
_SHAPED = "\n".join(SHAPED)
_SHORT = "\n".join(text for text in NASTY if text not in (*LITERAL, *SHAPED) and len(text) < 300)
MOST_IN_LINES = 500
"""To put a thousand lines into a box takes Chromium seconds; test_pdf.py prints them all."""

TEXTS = {"literal": _LETTER_BY_LETTER, "shaped": _SHAPED, "control": _SHORT} | {
    f"long-{number}": text[: MOST_IN_LINES if text[-1] == "\n" else MOST_CHARACTERS - 20]
    for number, text in enumerate(NASTY)
    if len(text) >= 300
}


def squeezed(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize(
    "name",
    [
        pytest.param(name, marks=[pytest.mark.slow] if name.startswith("long") else [])
        for name in TEXTS
    ],
)
def test_a_text_stays_in_every_kind_of_box_and_is_on_the_sheet(
    new_page: Callable[..., Page], server: AppServer, catalogue: Catalogue, name: str
) -> None:
    text = f"{BEFORE} {TEXTS[name]} {AFTER}"
    page = new_page(server.url)
    reader = Reader(page, catalogue)
    words = reader.words.sheet_page
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("dialog", lambda dialog: faults.append(dialog.message))

    reader.open("health")
    dates = reader.words_box("dates")
    reader.uncover("dates")
    dates.fill(text)
    typed = dates.input_value()  # a browser leaves out half characters and the like
    assert (typed[: len(BEFORE)], typed[-len(AFTER) :]) == (BEFORE, AFTER)
    reader.go_to("sheet")
    own = reader.box(words.own_label.format(number=1), in_closed_group=True)
    notes = reader.box(words.notes_label)
    reader.unfold(words.own_title)
    own.fill(text)
    page.keyboard.press("Tab")
    reader.settle()
    notes.fill(text)
    page.keyboard.press("Tab")
    reader.settle()
    expect(reader.alert).to_have_count(0)

    sheet = reader.download(reader.sheet_button("txt")).path().read_text("utf-8")
    assert sheet.count(BEFORE) == sheet.count(AFTER) == 3
    if name == "literal":
        assert squeezed(sheet).count(squeezed(text)) == 3
    assert BEFORE in reader.download_sheet()

    reader.go_to("start")
    reader.go_to("sheet")
    assert (own.input_value(), notes.input_value()) == (typed, typed)
    page.reload()
    reader.arrive("sheet")
    assert (own.input_value(), notes.input_value()) == (typed, typed)
    reader.go_to("health")
    assert dates.input_value() == typed
    expect(reader.alert).to_have_count(0)
    assert page.locator("script:not([src])", has_text="alert(1)").count() == 0
    assert faults == []
    assert BEFORE not in server.log
    assert "Traceback" not in server.log
