"""Every screen speaks the language of the content, down to names that are only heard."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
import tomli_w
from playwright.sync_api import Page, expect

from aid.catalogue.addresses import METHOD
from aid.catalogue.catalogue import Catalogue
from aid.catalogue.ids import PAGE_IDS, PageId
from tests.browser.reader import Reader
from tests.changed_app import break_at, copied_app
from tests.conftest import AppServer, running_app
from tests.pseudo import LANGUAGE, english_left, pseudo_files

SAID = """() => {
    const body = document.body.cloneNode(true);
    // Icons are letters of a font. A chart has all its words beside it.
    const unsaid = ['style', 'script', 'noscript', '[data-testid="stIconMaterial"]'];
    unsaid.push('[data-testid="stVegaLiteChart"] svg');
    body.querySelectorAll(unsaid.join(', ')).forEach(one => one.remove());
    // A word ends where its element ends.
    body.querySelectorAll('*').forEach(one => one.append(' '));
    const named = ['alt', 'aria-label', 'aria-description', 'placeholder', 'title'];
    const heard = named.flatMap(
        name => [...body.querySelectorAll(`[${name}]`)].map(one => one.getAttribute(name))
    );
    return [document.title, body.textContent, ...heard].join(' ');
}"""
"""All words of the screen, what is folded included, and those that are only heard."""


@pytest.fixture(scope="module")
def translated_app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[AppServer]:
    folder = copied_app(tmp_path_factory.mktemp("translated") / "app")
    raw = pseudo_files()
    for name in ("manifest.toml", *(file for file in raw if file.startswith(f"{LANGUAGE}/"))):
        path = folder / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(tomli_w.dumps(raw[name]), "utf-8")
    break_at(
        folder, "aid/ui/runtime.py", "language: str = LANGUAGE", f'language: str = "{LANGUAGE}"'
    )
    with running_app(folder.parent / "log.txt", folder=folder) as app:
        yield app


def test_no_english_is_left(
    new_page: Callable[..., Page], translated_app: AppServer, translated: Catalogue
) -> None:
    page = new_page(translated_app.url, viewport=(320, 640))
    reader = Reader(page, translated)
    seen: set[PageId] = set()
    for screen in reader.tour():
        look(page, translated, screen)
        seen.add(screen)
    assert seen == set(PAGE_IDS)
    # No method is at this address.
    reader.open(METHOD)
    expect(reader.heading).to_have_text(translated.page_by_id[METHOD].title)
    look(page, translated, METHOD)


def look(page: Page, translated: Catalogue, screen: PageId) -> None:
    expect(page.locator("html")).to_have_attribute("lang", LANGUAGE)
    said = page.evaluate(SAID)
    assert screen == METHOD or translated.page_by_id[screen].title in said
    assert english_left(translated, said) == set(), screen
    # Words a third longer than ours fit a small phone all the same.
    assert page.evaluate("document.documentElement.scrollWidth") <= 320, screen
