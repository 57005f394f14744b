"""Take the pictures of the documents, and write docs/identity.md: ``make pictures``.

The answers are those of ``aid.answers.example.example_answers``, entered in the browser as a reader
enters them; the date on the sheet is the date of the content. Same content, same pictures.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from PIL import Image
from playwright.sync_api import FloatRect, Locator, Page, sync_playwright

from aid.answers.example import example_answers
from aid.answers.model import Answers
from aid.catalogue.answer_fields import FIELD_BY_KEY
from aid.catalogue.catalogue import Catalogue
from aid.catalogue.ids import PageId
from aid.checks import load_checked_catalogue
from aid.papers.sheet.content import build_sheet
from aid.papers.sheet.pdf import sheet_pdf
from tests import controls, identity
from tests.browser.wait import wait_ready
from tests.chromium import ChromiumMissingError, chromium
from tests.conftest import CHROMIUM_FLAGS, ROOT, running_app

FOLDER = ROOT / "docs" / "pictures"
WIDTH = 1280
MOST_BYTES = 300_000

_STEPS: tuple[PageId, ...] = ("scars", "time", "priorities")
_ROWS_IN_VIEW = 4
_ABOVE_THE_LIST = 36
_SHEET_DPI = 88
_GAP = 16
_COLOURS = 128
_PAPER_SHADE = "#d8dde3"


def main() -> int:
    """Take all pictures.

    Returns:
        The exit status: 0, or 1 after one sentence on the error stream.
    """
    if shutil.which("pdftoppm") is None:
        print(
            "The picture of the sheet needs pdftoppm, and it was not found: install it "
            "(on Debian: sudo apt-get install poppler-utils).",
            file=sys.stderr,
        )
        return 1
    try:
        browser = chromium()
    except ChromiumMissingError as missing:
        print(missing, file=sys.stderr)
        return 1
    FOLDER.mkdir(parents=True, exist_ok=True)
    catalogue, answers = load_checked_catalogue(), example_answers()
    with tempfile.TemporaryDirectory() as folder:
        pictures = {
            "compare.png": _compare(catalogue, answers, browser, Path(folder)),
            "sheet.png": _sheet(catalogue, answers, Path(folder)),
            **_identity(catalogue, browser, Path(folder)),
            **_controls(catalogue, browser, Path(folder)),
        }
    identity.PAGE.write_text(identity.text(catalogue), encoding="utf-8")
    for name, picture in pictures.items():
        path = FOLDER / name
        picture.quantize(_COLOURS, dither=Image.Dither.NONE).save(path, optimize=True)
        size = path.stat().st_size
        print(f"{path.relative_to(ROOT)}: {picture.width} × {picture.height}, {size:,} bytes")
        if size > MOST_BYTES:
            print(f"{name} is larger than {MOST_BYTES:,} bytes.", file=sys.stderr)
            return 1
    return 0


def _compare(
    catalogue: Catalogue, answers: Answers, path_of_browser: str, folder: Path
) -> Image.Image:
    """The comparison, from how the list came about down to the first rows of the table."""
    path = folder / "compare.png"
    with running_app(folder / "app.log") as app, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=path_of_browser, args=list(CHROMIUM_FLAGS)
        )
        page = browser.new_page(
            base_url=app.url,
            viewport={"width": WIDTH, "height": 900},
            color_scheme="light",
            reduced_motion="reduce",
        )
        page.goto("/scars")
        for step in _STEPS:
            wait_ready(page)
            _fill_in(page, catalogue, answers, step)
            page.locator("[class*=st-key-continue] button").click()
        wait_ready(page)
        # The whole page in view, so that nothing has to be scrolled into the picture.
        page.set_viewport_size({"width": WIDTH, "height": 5000})
        wait_ready(page)
        page.mouse.move(0, 0)
        listed = page.get_by_role("radiogroup", name=catalogue.interface.compare.list_title)
        row = page.get_by_role("table").first.get_by_role("row").nth(_ROWS_IN_VIEW)
        top = _box(listed)["y"] - _ABOVE_THE_LIST
        height = _box(row)["y"] + _box(row)["height"] - top
        page.screenshot(path=path, clip={"x": 0, "y": top, "width": WIDTH, "height": height})
        browser.close()
    return _read(path)


def _identity(catalogue: Catalogue, path_of_browser: str, folder: Path) -> dict[str, Image.Image]:
    """Every piece of the identity, in both themes, in forced colours and as it prints."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=path_of_browser, args=list(CHROMIUM_FLAGS)
        )
        found = {path.name: _read(path) for path in identity.take(browser, catalogue, folder)}
        browser.close()
    return found


def _controls(catalogue: Catalogue, path_of_browser: str, folder: Path) -> dict[str, Image.Image]:
    """Every control of the running aid in each of its states."""
    with running_app(folder / "app.log") as app, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=path_of_browser, args=list(CHROMIUM_FLAGS)
        )
        found = {path.name: _read(path) for path in controls.take(browser, app, catalogue, folder)}
        browser.close()
    return found


def _box(element: Locator) -> FloatRect:
    box = element.bounding_box()
    if box is None:
        raise RuntimeError(f"This is not on the page: {element}")
    return box


def _fill_in(page: Page, catalogue: Catalogue, answers: Answers, step: PageId) -> None:
    """Answer the questions of one step by the words that a reader sees."""
    for question in catalogue.asks:
        value = getattr(answers, FIELD_BY_KEY[question.id])
        if question.step != step or not value:
            continue
        if question.kind == "ranked":  # asked beside each concern
            for concern in value:
                page.locator(f".st-key-ask-{question.id}-{concern} label").click()
                wait_ready(page)
            continue
        group = page.locator(f".st-key-group-{question.id}")
        if question.kind == "text":
            group.get_by_role("textbox").fill(value)
            group.get_by_role("textbox").press("Tab")
            wait_ready(page)
            continue
        for answer in value if isinstance(value, tuple) else (value,):
            label = catalogue.option_label(question.id, answer)
            group.get_by_text(label, exact=True).click()
            wait_ready(page)


def _sheet(catalogue: Catalogue, answers: Answers, folder: Path) -> Image.Image:
    """Both pages of the sheet, side by side."""
    sheet = build_sheet(catalogue, answers, catalogue.content_version)
    pdf = folder / "sheet.pdf"
    pdf.write_bytes(sheet_pdf(catalogue, sheet))
    command = ["pdftoppm", "-r", str(_SHEET_DPI), "-f", "1", "-l", "2", "-png"]
    subprocess.run([*command, str(pdf), str(folder / "sheet")], check=True)
    pages = [_read(path) for path in sorted(folder.glob("sheet-*.png"))]
    width = sum(page.width for page in pages) + _GAP * (len(pages) + 1)
    height = max(page.height for page in pages) + 2 * _GAP
    picture = Image.new("RGB", (width, height), _PAPER_SHADE)
    left = _GAP
    for page in pages:
        picture.paste(page, (left, _GAP))
        left += page.width + _GAP
    return picture


def _read(path: Path) -> Image.Image:
    with Image.open(path) as picture:
        return picture.convert("RGB")


if __name__ == "__main__":
    sys.exit(main())
