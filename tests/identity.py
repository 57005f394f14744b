"""The page on the identity: its figures from the real style sheet, its pictures from all of them.

``make pictures`` writes both. A test holds the text against the style sheet, so it cannot go stale.
"""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final, NamedTuple

from markupsafe import Markup
from PIL import ImageColor
from playwright.sync_api import Browser

from aid.catalogue.catalogue import Catalogue
from aid.ui.server.typeface import typeface_files
from aid.views.elements import bullets, disclosure, drawing, heading, joined, paragraph
from aid.views.glossary import WordsInPlace
from aid.views.icons import fact_icon, icon_rules
from aid.views.identity import IDENTITY
from aid.views.templating import rendered
from tests.conftest import ROOT

PAGE: Final = ROOT / "docs" / "identity.md"
PICTURES: Final = {
    "identity-light.png": "light",
    "identity-dark.png": "dark",
    "identity-forced.png": "forced",
    "identity-print.png": "print",
}
CONTROL_PICTURES: Final = {
    "controls-light.png": "light",
    "controls-dark.png": "dark",
    "controls-forced.png": "forced",
}
"""Of the running aid: ``tests/controls.py`` takes them."""

_STYLES: Final = ROOT / "aid" / "ui" / "style"
_TYPEFACE: Final = "Atkinson Hyperlegible"
_PAIRS: Final = (
    ("ink", "page", 4.5),
    ("ink", "surface", 4.5),
    ("ink", "soft", 4.5),
    ("quiet", "page", 4.5),
    ("quiet", "surface", 4.5),
    ("quiet", "soft", 4.5),
    ("accent", "page", 4.5),
    ("accent", "surface", 4.5),
    ("accent", "soft", 4.5),
    ("on-accent", "accent", 4.5),
    ("line", "page", 3.0),
    ("line", "surface", 3.0),
    ("line", "soft", 3.0),
    ("ring", "page", 3.0),
    ("ring", "surface", 3.0),
)
"""Which colour is on which, and the contrast that WCAG 2.2 asks for: words, then edges and the
ring."""


class Colour(NamedTuple):
    """One colour in both themes, as it is written in the style sheet."""

    light: str
    dark: str


def colours() -> Mapping[str, Colour]:
    """The colours of the identity by name, in the order of the style sheet."""
    light, dark = (
        dict(re.findall(r"--([a-z-]+): (#[0-9a-f]+);", part))
        for part in IDENTITY.read_text(encoding="utf-8").split("@media screen and", maxsplit=1)
    )
    return {name: Colour(light[name], dark[name]) for name in light}


def lengths(beginning: str) -> dict[str, str]:
    """The lengths whose names begin so, in the order of the style sheet."""
    css = IDENTITY.read_text(encoding="utf-8")
    return dict(re.findall(rf"--({beginning}[a-z0-9-]*): ([\d.]+rem)", css))


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, by WCAG 2.2."""
    darker, lighter = sorted(map(_luminance, (one, other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    shares = (part / 255 for part in ImageColor.getrgb(colour)[:3])
    red, green, blue = (
        share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrasts() -> Iterator[tuple[str, str, float, float, float]]:
    """Each pair with its contrast in light and dark, and the least that it must have."""
    known = colours()
    for one, other, least in _PAIRS:
        yield (
            one,
            other,
            contrast(known[one].light, known[other].light),
            contrast(known[one].dark, known[other].dark),
            least,
        )


def text(catalogue: Catalogue) -> str:
    """The page, as Markdown."""
    lines = [
        "# The identity",
        "",
        "Written by `make pictures` from `aid/views/identity.css` and the content: do not edit it",
        "by hand. A calm page with one accent. Words carry the meaning; icons and colours stand",
        "beside them. Nothing moves. Both themes are designed; forced colours and paper keep every",
        "word and every edge.",
        "",
        *(f"![All pieces: {name}](pictures/{file})" for file, name in PICTURES.items()),
        "",
        "## Controls and their states",
        "",
        "Photographed in the running aid. “Pressed or chosen” is a button while it is held, words",
        "in a box, and in the menu the screen on show. Controls are greyed out while the line is",
        "lost, and never else; a dash where one is not.",
        "",
        *(f"![All controls: {name}](pictures/{file})" for file, name in CONTROL_PICTURES.items()),
        "",
        "## Colours",
        "",
        "| Name | Light | Dark |",
        "| --- | --- | --- |",
        *(
            f"| `--{name}` | `{colour.light}` | `{colour.dark}` |"
            for name, colour in colours().items()
        ),
        "",
        "Contrast, with the least that WCAG 2.2 asks for: 4.5 for words, 3 for the edges of",
        "controls and the ring.",
        "",
        "| What | On | Light | Dark | At least |",
        "| --- | --- | ---: | ---: | ---: |",
        *(
            f"| `--{one}` | `--{other}` | {light:.1f} | {dark:.1f} | {least:g} |"
            for one, other, light, dark, least in contrasts()
        ),
        "",
        "`--edge` sets cards off from the page and carries no meaning, so nothing is asked of it.",
        "",
        "## Letters and room",
        "",
        f"One typeface, {_TYPEFACE}, in two weights, served by the aid. Sizes follow the",
        "browser's standard size.",
        "",
        "| Name | Size |",
        "| --- | ---: |",
        *(f"| `--{name}` | {size} |" for name, size in lengths("letters-").items()),
        *(
            f"| `--{name}` | {size} |"
            for name, size in (lengths("room-") | lengths("corner")).items()
        ),
        "",
        "## Icons",
        "",
        "One for each fact, declared in `content/en/facts.toml`, drawn as",
        "`content/drawings/icon-….svg` in lines of one width and in the colour of the words.",
        "`fact_icon` puts one before a name; it never stands alone.",
        "",
        "| Icon | Fact |",
        "| --- | --- |",
        *(
            f"| ![](../content/drawings/icon-{fact.icon}.svg) `{fact.icon}` | {fact.name} |"
            for fact in sorted(catalogue.facts, key=lambda fact: fact.icon)
        ),
        "",
    ]
    return "\n".join(lines)


def html(catalogue: Catalogue) -> str:
    """Every piece on one page, with the style sheets of the app."""
    sheets = (IDENTITY, *sorted(_STYLES.glob("*.css")))
    css = icon_rules(catalogue) + "".join(
        sheet.read_text(encoding="utf-8") for sheet in sheets if sheet.stem != "first_words"
    )
    shades = joined(
        Markup('<div class="shade"><i style="background:var(--{0})"></i>{0}</div>').format(name)
        for name in colours()
    )
    sizes = joined(
        Markup('<p style="font-size:var(--{0});margin:0">{0}: {1}</p>').format(name, size)
        for name, size in lengths("letters-").items()
    )
    rooms = joined(
        Markup('<p class="room"><i style="width:var(--{0})"></i>{0}: {1}</p>').format(name, size)
        for name, size in lengths("room-").items()
    )
    icons = joined(
        Markup("<p>{}{}</p>").format(fact_icon(fact), fact.name) for fact in catalogue.facts
    )
    method = catalogue.methods[0]
    explained = WordsInPlace(catalogue)
    table = rendered(
        "plain_table",
        id="pieces",
        caption=catalogue.facts[3].label,
        heads=(catalogue.interface.compare.method_head, catalogue.facts[3].name),
        rows=[(item.name, item.facts["visits"].short) for item in catalogue.methods[:3]],
        css_class="compare plain",
    )
    pieces = joined(
        (
            Markup('<div class="st-key-method-card-x">{}<p><strong>{}</strong></p>{}</div>').format(
                drawing(catalogue.drawings[f"method-{method.id}"], method.drawing_alt),
                method.name,
                paragraph(method.summary, "hint"),
            ),
            heading(3, method.facts["what-it-is"].short),
            paragraph(explained(method.facts["what-it-is"].text)),
            bullets((Markup('<a href="#x">{}</a>').format(method.name),)),
            disclosure(catalogue.interface.compare.open_fact, paragraph("")),
            paragraph(catalogue.interface.about.certainty_lead, "note"),
            Markup('<p class="problem">{}</p>').format(catalogue.interface.service.unexpected),
            Markup('<span class="bar"><i class="done"></i><i></i><i></i></span>'),
            table,
        )
    )
    return Markup(
        '<!doctype html><html lang="en"><head><meta charset="utf-8"><style>{css}</style></head>'
        '<body class="stApp"><h1><span class="mark"></span>{name}</h1><h2>Colours</h2>'
        '<div class="shades">{shades}</div><h2>Letters</h2>{sizes}<h2>Room</h2>{rooms}'
        '<h2>Icons</h2><div class="icons">{icons}</div><h2>Pieces</h2>'
        '<div data-testid="stHtml">{pieces}</div></body></html>'
    ).format(
        css=Markup(typeface() + css + _OWN),  # noqa: S704 - our own style sheets
        name=catalogue.interface.service.name,
        shades=shades,
        sizes=sizes,
        rooms=rooms,
        icons=icons,
        pieces=pieces,
    )


def typeface() -> str:
    """The regular and the bold letters, in the page itself."""
    files = typeface_files()
    return "".join(
        f"@font-face {{ font-family: '{_TYPEFACE}'; font-weight: {weight};"
        f" src: url(data:font/ttf;base64,{b64encode(files[address].plain()).decode()}) }}"
        for address in files
        for name, weight in (("Regular", 400), ("Bold", 700))
        if address.endswith(f"-{name}.ttf")
    )


_OWN: Final = """
body { margin: 0; padding: 1.5rem; width: 44rem; color-scheme: light dark;
  background: var(--page); color: var(--ink); font: 17px/1.6 "Atkinson Hyperlegible", sans-serif; }
h1 { display: flex; align-items: center; gap: 0.5rem; font-size: var(--letters-h1); }
h2 { font-size: var(--letters-h2); }
.shades, .icons { display: grid; grid-template-columns: repeat(3, 1fr); gap: 0.25rem 1rem; }
.icons p { margin: 0; }
.shade i { display: inline-block; width: 3rem; height: 1.5rem; margin-right: 0.5rem;
  border: 1px solid var(--line); vertical-align: middle; forced-color-adjust: none; }
.room { margin: 0; }
.room i { display: inline-block; height: 0.75rem; margin-right: 0.5rem; background: var(--accent);
  forced-color-adjust: none; }
[class*="st-key-method-card-"] { width: 15rem; }
"""


def take(browser: Browser, catalogue: Catalogue, folder: Path) -> Iterator[Path]:
    """Take all pictures of the page into a folder."""
    for name, way in PICTURES.items():
        page = browser.new_page(
            viewport={"width": 780, "height": 900},
            color_scheme="dark" if way in ("dark", "forced") else "light",
            forced_colors="active" if way == "forced" else "none",
        )
        page.set_content(html(catalogue))
        page.emulate_media(media="print" if way == "print" else "screen")
        path = folder / name
        page.screenshot(path=path, full_page=True)
        page.close()
        yield path
