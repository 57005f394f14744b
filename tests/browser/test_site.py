"""The reading edition in a browser, from a disk: whole, accessible, and asking nobody."""

from __future__ import annotations

from pathlib import Path

import pypdf
import pytest
from playwright.sync_api import Page, Request
from pytest_playwright.pytest_playwright import CreateContextCallback

from aid.catalogue.catalogue import Catalogue
from aid.site.build import build_site
from tests.browser.axe import structure_faults, violations

pytestmark = pytest.mark.browser

KINDS = (
    "index",
    "methods",
    "methods/subcision",
    "side-by-side",
    "shapes",
    "direct-comparisons",
    "questions",
    "tips",
    "glossary",
    "sources",
    "sources/b",
    "about",
)
"""A page of each kind."""

PHONE, DESK = 390, 1280
WIDTHS = (320, PHONE, DESK)

_OPEN_ALL = "document.querySelectorAll('details').forEach(found => { found.open = true; })"
_SIDEWAYS = """() => [...document.querySelectorAll('body *')].filter(element => {
    const box = element.getBoundingClientRect();
    return box.width && box.right > document.documentElement.clientWidth + 1
        && !element.closest('.compare-box, .skip, .unseen');
}).map(element => element.outerHTML.slice(0, 120)).slice(0, 5)"""


@pytest.fixture(scope="module")
def folder(catalogue: Catalogue, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The pages as files."""
    folder = tmp_path_factory.mktemp("site")
    files = build_site(catalogue, aid="https://aid.example", booklets={"a4": b"%PDF-1"})
    for name, data in files.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_bytes(data)
    return folder


@pytest.fixture
def asked() -> list[str]:
    """The addresses that were asked for."""
    return []


@pytest.fixture
def page(new_context: CreateContextCallback, asked: list[str]) -> Page:
    """A page that notes what is asked for."""

    def note(request: Request) -> None:
        asked.append(request.url)

    context = new_context(color_scheme="light")
    context.on("request", note)
    return context.new_page()


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_is_accessible_fits_and_asks_nobody(
    page: Page, asked: list[str], folder: Path, kind: str
) -> None:
    page.goto((folder / f"{kind}.html").as_uri())
    assert page.evaluate("document.fonts.ready.then(fonts => fonts.size)") == 2
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate("document.documentElement.scrollWidth") <= width, width
        assert not page.evaluate(_SIDEWAYS), width
        assert not structure_faults(page), width
    # Dark differs from light in its colours, and a desk from a phone in nothing that a rule names.
    page.set_viewport_size({"width": PHONE, "height": 900})
    page.evaluate(_OPEN_ALL)
    assert not violations(page)
    page.set_viewport_size({"width": DESK, "height": 900})
    page.emulate_media(color_scheme="dark")
    assert not violations(page, colours_alone=True)
    here = folder.as_uri()
    assert any(address.endswith(".woff2") for address in asked)
    assert not [address for address in asked if not address.startswith((here, "data:"))]


def test_the_menu_unfolds_on_a_phone_and_every_page_is_one_tap_away(
    page: Page, folder: Path, catalogue: Catalogue
) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto((folder / "index.html").as_uri())
    for words in catalogue.site.page.values():
        link = page.locator("header nav").get_by_text(words.menu, exact=True)
        assert not link.is_visible()
        page.get_by_text(catalogue.interface.service.menu, exact=True).click()
        link.click()
        assert page.get_by_role("heading", level=1).inner_text() == words.title


def test_a_link_to_a_fact_shows_that_fact(page: Page, folder: Path) -> None:
    page.goto((folder / "methods" / "subcision.html").as_uri() + "#downtime")
    assert (
        0 <= page.locator("#downtime").evaluate("found => found.getBoundingClientRect().top") < 60
    )


def test_on_paper_nothing_is_a_tap_away(
    page: Page, folder: Path, catalogue: Catalogue, tmp_path: Path
) -> None:
    page.goto((folder / "methods" / "subcision.html").as_uri())
    file = tmp_path / "page.pdf"
    page.pdf(path=file, format="A4")
    printed = " ".join(
        " ".join(sheet.extract_text() for sheet in pypdf.PdfReader(file).pages).split()
    )
    claims = catalogue.method_by_id["subcision"].facts["downtime"].claims
    assert claims
    for claim in claims:
        assert catalogue.claim_by_id[claim].plain in printed


def test_what_is_marked_stays_marked_in_forced_colours(page: Page, folder: Path) -> None:
    page.emulate_media(forced_colors="active")
    page.goto((folder / "index.html").as_uri())
    here = page.locator("header nav a[aria-current]")
    assert here.evaluate("found => getComputedStyle(found).borderTopWidth") == "2px"
    ink = "found => getComputedStyle(found).backgroundColor"
    assert page.locator(".mark").evaluate(ink) != page.locator("body").evaluate(ink)
