"""The style sheets of the screens cost a browser little when a page changes."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.conftest import ROOT

STYLES = sorted((ROOT / "aid" / "ui").rglob("*.css"))


def selectors(css: str) -> list[str]:
    """Every selector of a style sheet, those of a list apart."""
    bare = re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)
    rules = re.findall(r"([^{};@]+)\{", re.sub(r"@[^{;]+\{", "", bare))
    return [" ".join(one.split()) for rule in rules for one in apart(rule, ",")]


def apart(text: str, at: str) -> list[str]:
    """The parts of a selector between some characters that stand in no bracket."""
    parts, depth = [""], 0
    for letter in text.strip():
        depth += (letter in "([") - (letter in ")]")
        if letter in at and not depth:
            parts.append("")
        else:
            parts[-1] += letter
    return [part for part in parts if part]


def narrow(compound: str) -> bool:
    """Whether it names a class, an id or an element of what it selects."""
    chosen = re.sub(r":(?:not|has)\((?:[^()]|\([^()]*\))*\)", "", compound)
    return bool(re.search(r"[.#][\w-]|^[a-z]", re.sub(r"\[[^\]]*\]", "", chosen)))


@pytest.mark.parametrize(
    "style", [path for path in STYLES if path.name != "print.css"], ids=lambda path: path.name
)
def test_what_hangs_on_has_names_a_class_an_id_or_an_element(style: Path) -> None:
    """With an attribute alone Chromium styles the whole page anew at each change."""
    for selector in selectors(style.read_text(encoding="utf-8")):
        *before, last = apart(selector, " >~+")
        if any(":has(" in compound for compound in before):
            assert narrow(last), selector


@pytest.mark.parametrize(
    ("compound", "is_narrow"),
    [
        (".hint", True),
        ("#root", True),
        ("p", True),
        (":is(.a, .b):not(:has(.c), .d *)", True),
        (".e[class*=f]", True),
        ("*", False),
        (":not(:has(.a), .b, .b *)", False),
        ('[class*="st-key.x"]', False),
    ],
)
def test_a_narrow_selector_is_told_from_a_wide_one(compound: str, is_narrow: bool) -> None:
    assert narrow(compound) is is_narrow


def test_selectors_are_found_in_queries_and_lists() -> None:
    css = "/* x */ .a, .b:is(c, d) > e { f: g } @media (h: 1px) { .i:has(j, k) l { m: n } }"
    assert selectors(css) == [".a", ".b:is(c, d) > e", ".i:has(j, k) l"]
    assert apart(".i:has(j, k) > l", " >~+") == [".i:has(j, k)", "l"]
