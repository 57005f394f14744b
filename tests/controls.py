"""Pictures of the running aid's controls in each of their states, for the page on the identity.

Each is photographed where it stands, so that no copy of the look can drift from it. Nothing in the
aid is ever greyed out by itself: Streamlit does it while the connection is lost.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

from markupsafe import Markup
from playwright.sync_api import Browser, Locator, expect

from aid.catalogue.catalogue import Catalogue
from aid.catalogue.ids import PageId
from aid.views.elements import joined
from aid.views.identity import IDENTITY
from tests.browser.line import Line
from tests.browser.reader import Reader
from tests.conftest import AppServer
from tests.identity import CONTROL_PICTURES, typeface

State = Literal["resting", "pointed at", "focused", "pressed or chosen", "greyed out"]
Finds = Callable[[Reader], Locator]

STATES: Final[tuple[State, ...]] = (
    "resting",
    "pointed at",
    "focused",
    "pressed or chosen",
    "greyed out",
)

_RING: Final = 6
"""Room around a control, in pixels, for the ring of what has the focus."""

_WIDEST: Final = 190
"""Of a wide control its beginning is enough."""

_BLUR: Final = "() => document.activeElement.blur()"
_HAS_DISABLED: Final = "one => !!(one.closest('[disabled]') ?? one.querySelector('[disabled]'))"


def _click(reader: Reader, control: Locator) -> Locator:
    control.click()
    reader.settle()
    reader.page.evaluate(_BLUR)
    return control


def _hold(reader: Reader, control: Locator) -> Locator:
    control.hover()
    reader.page.mouse.down()
    return control


def _write(reader: Reader, control: Locator) -> Locator:
    control.fill("14 May")
    control.press("Tab")
    return control


@dataclass(frozen=True)
class Control:
    """A control: its screen, where it is on it, what takes the focus in it, how it is chosen."""

    name: str
    screen: PageId
    find: Finds
    choose: Callable[[Reader, Locator], Locator] = _click
    focus: str = "xpath=self::*"


CONTROLS: Final = (
    Control("Main button", "time", lambda it: it.button(it.words.service.continue_), _hold),
    Control("Other button", "time", lambda it: it.button(it.words.service.back), _hold),
    Control(
        "One of several",
        "time",
        lambda it: it.option("downtime", "none").locator("xpath=ancestor::label"),
        focus="input",
    ),
    Control(
        "Tick",
        "priorities",
        lambda it: it.option("concerns", "pain").locator("xpath=ancestor::label"),
        focus="input",
    ),
    Control("What opens", "priorities", lambda it: it.page.locator("details.more > summary").first),
    Control(
        "Group that opens",
        "health",
        lambda it: it.page.get_by_test_id("stExpander").locator("summary").first,
    ),
    Control(
        "Tab",
        "compare",
        lambda it: it.page.get_by_role("radio", name=it.words.compare.in_detail, exact=True),
    ),
    Control(
        "Small button",
        "sheet",
        lambda it: it.page.get_by_role("toolbar").first.get_by_role("button").nth(2),
    ),
    Control("Box for words", "sheet", lambda it: it.box(it.words.sheet_page.notes_label), _write),
    Control(
        "Link of the menu",
        "methods",
        lambda it: it.menu_link("sources"),
        lambda it, _: it.menu_link("methods"),
    ),
)
"""One control of each kind. To choose a button is to press it, and the words of a box are typed; of
the menu the screen on show is chosen."""


def take(browser: Browser, server: AppServer, catalogue: Catalogue, folder: Path) -> Iterator[Path]:
    """Take the pictures of all controls into a folder, one for each way to show colours."""
    for name, way in CONTROL_PICTURES.items():
        with Line(server.url) as line:
            context = browser.new_context(
                base_url=line.url,
                viewport={"width": 1280, "height": 4000},
                color_scheme="light" if way == "light" else "dark",
                forced_colors="active" if way == "forced" else "none",
                reduced_motion="reduce",
            )
            reader = Reader(context.new_page(), catalogue)
            rows = {control.name: dict(_states(reader, line, control)) for control in CONTROLS}
            path = folder / name
            page = context.new_page()
            page.set_content(_html(catalogue, rows))
            page.locator("table").screenshot(path=path)
            context.close()
        yield path


def _states(reader: Reader, line: Line, control: Control) -> Iterator[tuple[State, bytes]]:
    page = reader.page
    reader.open(control.screen)
    found = control.find(reader)
    yield "resting", _photographed(found)
    found.hover()
    reader.settle()
    yield "pointed at", _photographed(found)
    page.mouse.move(0, 0)
    page.keyboard.press("Tab")  # a ring is for those who go by the keyboard
    found.locator(control.focus).focus()
    reader.settle()
    yield "focused", _photographed(found)
    page.evaluate(_BLUR)
    chosen = control.choose(reader, found)
    reader.settle()
    yield "pressed or chosen", _photographed(chosen)
    page.mouse.move(0, 0)
    page.mouse.up()
    line.cut()
    expect(page.get_by_text(reader.words.service.line_lost)).to_be_visible()
    if found.evaluate(_HAS_DISABLED):
        yield "greyed out", _photographed(found)
    line.mend()


def _photographed(control: Locator) -> bytes:
    box = control.bounding_box()
    if box is None:
        raise RuntimeError(f"This is not on the page: {control}")
    return control.page.screenshot(
        clip={
            "x": max(0, box["x"] - _RING),
            "y": max(0, box["y"] - _RING),
            "width": min(box["width"], _WIDEST) + 2 * _RING,
            "height": box["height"] + 2 * _RING,
        }
    )


def _html(catalogue: Catalogue, rows: Mapping[str, Mapping[State, bytes]]) -> str:
    head = joined(Markup("<th>{}</th>").format(state) for state in STATES)
    body = joined(
        Markup("<tr><th>{}</th>{}</tr>").format(
            name, joined(_cell(name, state, pictures.get(state)) for state in STATES)
        )
        for name, pictures in rows.items()
    )
    return Markup(
        '<!doctype html><html lang="{}"><head><meta charset="utf-8"><style>{}</style></head>'
        "<body><table><thead><tr><td></td>{}</tr></thead><tbody>{}</tbody></table></body></html>"
    ).format(
        catalogue.language,
        Markup(typeface() + IDENTITY.read_text(encoding="utf-8") + _OWN),  # noqa: S704 - our own style sheets
        head,
        body,
    )


def _cell(name: str, state: State, picture: bytes | None) -> Markup:
    if picture is None:
        return Markup("<td>–</td>")
    return Markup('<td><img alt="{}, {}" src="data:image/png;base64,{}"></td>').format(
        name, state, b64encode(picture).decode()
    )


_OWN: Final = """
body { margin: 0; background: var(--page); color: var(--ink); color-scheme: light dark;
  font: 17px/1.4 "Atkinson Hyperlegible", sans-serif; }
table { border-collapse: collapse; background: var(--page); }
th { text-align: start; padding: 0.25rem 0.75rem; }
td { padding: 0.1rem 0.25rem; border-top: 1px solid var(--edge); }
tbody th { border-top: 1px solid var(--edge); }
img { display: block; }
"""
