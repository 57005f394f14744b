"""Browsers of 2023: what they do not know falls away, and every screen is whole without it."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from aid.catalogue.catalogue import Catalogue
from aid.catalogue.ids import PAGE_IDS
from tests.browser.reader import Reader
from tests.browser.test_look import SCREEN_SCROLLS_SIDEWAYS
from tests.conftest import AppServer

STYLES = [*(Path(__file__).parents[2] / "aid").rglob("*.css")]

TAKE_HAS_AWAY = """() => {
    const without = (sheet) => {
        for (let number = sheet.cssRules.length - 1; number >= 0; number -= 1) {
            const rule = sheet.cssRules[number];
            if (rule.selectorText?.includes(':has(')) sheet.deleteRule(number);
            else if (rule.cssRules) without(rule);
        }
    };
    for (const sheet of document.styleSheets) without(sheet);
    return [...document.styleSheets].flatMap(sheet => [...sheet.cssRules])
        .filter(rule => rule.cssText.includes(':has(')).length;
}"""

NOT_SEEN = """() => [...document.querySelector('[data-testid="stMain"]').querySelectorAll(
        'h1, h2, label:has(input), [data-testid^="stBaseButton"], footer')]
    .filter(one => one.checkVisibility() && !one.closest('.unseen'))
    .filter(one => { const {width, height} = one.getBoundingClientRect();
        return width < 8 || height < 8; })
    .map(one => `${one.localName}: ${one.innerText}`)"""
"""What is there and takes no room."""


@pytest.mark.parametrize("width", [390, 1280])
def test_without_has_every_screen_is_whole(
    new_page: Callable[..., Page], server: AppServer, catalogue: Catalogue, width: int
) -> None:
    """Firefox before 121 leaves out each rule that has it."""
    reader = Reader(new_page(server.url, viewport=(width, 844)), catalogue)
    page, seen = reader.page, set()
    for screen in reader.tour():
        assert page.evaluate(TAKE_HAS_AWAY) == 0
        reader.settle()
        assert not page.evaluate(SCREEN_SCROLLS_SIDEWAYS), screen
        assert page.evaluate(NOT_SEEN) == [], screen
        expect(reader.heading).to_be_visible()
        seen.add(screen)
    assert seen == set(PAGE_IDS)


@pytest.mark.parametrize("name", ["mask", "print-color-adjust"])
def test_what_chrome_knew_by_another_name_has_that_name_too(name: str) -> None:
    found = 0
    for style in STYLES:
        lines = style.read_text("utf-8").splitlines()
        for before, line in zip(["", *lines], lines, strict=False):
            if said := re.fullmatch(rf"\s*{name}: ([^;]+);.*", line):
                assert f"-webkit-{name}: {said[1]};" in before, f"{style.name}: {line}"
                found += 1
    assert found > 0
