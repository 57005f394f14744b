"""axe-core on a page as it is, and checks that axe-core does not make."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any, Literal

import axe_playwright_python
from playwright.sync_api import Page

COLOURS = ["color-contrast", "link-in-text-block"]
"""The rules that look at colours."""

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

# Each returns sentences about what is wrong. Only what can be seen counts.
_STRUCTURE = """() => {
    const PAINTED = {visibilityProperty: true};
    const found = [];
    const seen = (selector, root = document) =>
        [...root.querySelectorAll(selector)].filter(element => element.checkVisibility(PAINTED));
    const named = element => (element?.getAttribute('aria-label') || (element
        ?.getAttribute('aria-labelledby') ?? '').split(' ')
        .map(id => document.getElementById(id)?.textContent ?? '').join('')).trim();

    if (document.documentElement.lang !== 'en') found.push('the language is not said');

    const levels = seen('h1, h2, h3, h4, h5, h6').map(heading => Number(heading.tagName[1]));
    if (levels.filter(level => level === 1).length !== 1) found.push('not exactly one h1');
    levels.forEach((level, place) => {
        if (level > (levels[place - 1] ?? 0) + 1)
            found.push(`a heading level is skipped before heading ${place + 1}: ${levels}`);
    });

    for (const table of seen('table')) {
        if (!table.caption?.textContent.trim()) found.push('a table has no caption');
        for (const head of table.querySelectorAll('th'))
            if (!['col', 'row'].includes(head.scope)) found.push('a header without a scope');
        for (const row of table.tBodies[0].rows)
            if (row.cells[0].tagName !== 'TH') found.push('a row without a header');
    }

    for (const box of seen('input[type=checkbox]'))
        if (!named(box.closest('[role=group]')))
            found.push('a tick in a group without a name: ' + box.getAttribute('aria-label'));
    for (const radio of seen('input[type=radio], button[role=radio]'))
        if (!named(radio.closest('[role=radiogroup]'))) found.push('choices without a name');
    for (const pressed of seen('button[aria-pressed]'))
        if (!named(pressed.closest('[role=toolbar]'))) found.push('picks without a name');
    for (const group of document.querySelectorAll('[role=group][aria-labelledby]'))
        if (group.checkVisibility(PAINTED) && !named(group)) found.push('a group without a name');
    return [...new Set(found)];
}"""

_SIDEWAYS = """() => {
    const width = document.documentElement.clientWidth;
    const main = document.querySelector('[data-testid="stMainBlockContainer"]');
    const PAINTED = {visibilityProperty: true};
    const found = [];
    for (const element of [document.documentElement, document.body, main.parentElement])
        if (element.scrollWidth > element.clientWidth + 1) found.push('the page scrolls sideways');
    for (const element of main.querySelectorAll('*')) {
        if (element.closest('svg') !== element && element.closest('svg')) continue;
        const box = element.getBoundingClientRect();
        const spills = getComputedStyle(element).overflowX === 'visible';
        const end = Math.max(box.right, spills ? box.left + element.scrollWidth : 0);
        if (!box.width || end <= width + 1 || !element.checkVisibility(PAINTED)) continue;
        let holder = element.parentElement;
        while (holder !== main && !['auto', 'scroll'].includes(getComputedStyle(holder).overflowX))
            holder = holder.parentElement;
        if (holder === main)
            found.push(`reaches ${Math.round(end)} of ${width} pixels: `
                + element.outerHTML.slice(0, 120));
    }
    return found.slice(0, 5);
}"""


# A screen of the app takes the colours over by a script; what is there before it, by its styles.
_HAS_COLOURS = """scheme => {
    const app = document.querySelector('[data-testid="stApp"]');
    return app ? getComputedStyle(app).colorScheme === scheme
        : matchMedia(`(prefers-color-scheme: ${scheme})`).matches;
}"""


@cache
def _source() -> str:
    folder = Path(axe_playwright_python.__file__).parent
    return (folder / "axe.min.js").read_text(encoding="utf-8")


def violations(page: Page, *, colours_alone: bool = False) -> list[str]:
    """What axe-core finds on the page: WCAG 2.2 A and AA and best practices, no rule left out.

    Args:
        page: The page as it is.
        colours_alone: Whether only the rules of colours are applied.
    """
    if not page.evaluate("'axe' in window"):
        page.evaluate(_source())
    rules = (
        {"type": "rule", "values": COLOURS} if colours_alone else {"type": "tag", "values": TAGS}
    )
    result: dict[str, Any] = page.evaluate(
        "options => axe.run(document, options)",
        {"runOnly": rules, "resultTypes": ["violations"]},
    )
    return [
        f"{rule['id']} ({rule['impact']}): {node['html'][:160]} - {node['failureSummary'][:300]}"
        for rule in result["violations"]
        for node in rule["nodes"]
    ]


def violations_light_and_dark(page: Page) -> list[str]:
    """What axe-core finds on a page in light colours, and of its colours in dark ones."""
    found = violations(page)
    _colour(page, "dark")
    found += [f"dark: {fault}" for fault in violations(page, colours_alone=True)]
    _colour(page, "light")
    return found


def _colour(page: Page, scheme: Literal["light", "dark"]) -> None:
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    page.wait_for_function(_HAS_COLOURS, arg=scheme)


def structure_faults(page: Page) -> list[str]:
    """Faults of language, headings, tables and names of groups."""
    faults: list[str] = page.evaluate(_STRUCTURE)
    return faults


def sideways_faults(page: Page) -> list[str]:
    """Whether the page scrolls sideways, and what is cut off at the right-hand side.

    A table in a box of its own that scrolls is not counted. A chart takes its new width a moment
    after the window, so only what stays for some seconds is a fault.
    """
    faults: list[str] = []
    for _ in range(20):
        faults = page.evaluate(_SIDEWAYS)
        if not faults:
            break
        page.wait_for_timeout(250)
    return faults
