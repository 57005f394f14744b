"""Streamlit's page, with the words of one screen in it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Final

import streamlit as st
from markupsafe import Markup

from aid.catalogue.addresses import Address
from aid.catalogue.catalogue import Catalogue
from aid.ui.first_words.words import Words
from aid.ui.server import streamlit_files
from aid.ui.server.settings import settings
from aid.views.elements import joined, paragraph
from aid.views.methods import booklet_links

_STYLE = Path(__file__).parent.parent / "style" / "first_words.css"
_SHEET: Final = r'<link rel="stylesheet"[^>]*>'
_COLOURS: Final = ("textColor", "backgroundColor", "linkColor", "primaryColor")


def page(catalogue: Catalogue, address: Address, words: Words, scripts: Iterable[str]) -> str:
    """The whole HTML document of a screen.

    Args:
        catalogue: The content.
        address: Where the screen is.
        words: What it says.
        scripts: Addresses of the scripts that it needs beyond those that the page names.

    Raises:
        LookupError: Streamlit's page is not as it was.
    """
    own = streamlit_files.page()
    sheet = _found(_SHEET, own)
    preloads = joined(
        Markup('<link rel="modulepreload" crossorigin href=".{}">\n').format(script)
        for script in scripts
    )
    style = f"<style>{_theme()}{_STYLE.read_text(encoding='utf-8')}{words.style}</style>"
    for pattern, by in (
        (r'<html lang="en">', Markup('<html lang="{}">').format(catalogue.language)),
        (r"<title>.*?</title>", _head(catalogue, address, words)),
        (r'<link\s+rel="preload"[^>]*SourceSans[^>]*>', ""),
        (_SHEET, f"{preloads}{style}"),
        (r"<noscript>.*?</noscript>", ""),
        # The style sheet comes after the words: a browser paints nothing until it has arrived.
        (
            r'<div id="root"></div>',
            f'{_first(catalogue, words)}{_missing(catalogue)}<div id="root"></div>\n{sheet}',
        ),
    ):
        own = own.replace(_found(pattern, own), str(by))
    return own


def _found(pattern: str, text: str) -> str:
    found = re.findall(pattern, text, flags=re.DOTALL)
    if len(found) != 1:
        raise LookupError(f"Streamlit's page does not have once: {pattern}")
    return str(found[0])


def _head(catalogue: Catalogue, address: Address, words: Words) -> Markup:
    title, lead = address.title(catalogue), address.lead(catalogue)
    service = settings().site_name or catalogue.interface.service.name
    tags = [
        Markup("<title>{}</title>").format(words.title),
        Markup('<meta name="description" content="{}">').format(lead),
        Markup('<meta property="og:type" content="website">'),
        Markup('<meta property="og:site_name" content="{}">').format(service),
        Markup('<meta property="og:title" content="{}">').format(title),
        Markup('<meta property="og:description" content="{}">').format(lead),
        Markup('<meta name="color-scheme" content="light dark">'),
    ]
    tags += [
        Markup('<meta name="theme-color" media="(prefers-color-scheme: {})" content="{}">').format(
            scheme, st.get_option(f"theme.{scheme}.backgroundColor")
        )
        for scheme in ("light", "dark")
    ]
    return Markup("\n").join(tags)


def _theme() -> str:
    """The colours of the theme, for the words."""
    light, dark = (
        "".join(f"--{name}:{st.get_option(f'theme.{scheme}.{name}')};" for name in _COLOURS)
        for scheme in ("light", "dark")
    )
    return f"#first{{{light}}}@media(prefers-color-scheme:dark){{#first{{{dark}}}}}"


def _missing(catalogue: Catalogue) -> Markup:
    """What is said where a script cannot be fetched (failed_script.js)."""
    said = catalogue.interface.service.script_missing
    return Markup('<p id="missing" class="the-line" role="status" hidden>{}</p>').format(said)


def _first(catalogue: Catalogue, words: Words) -> Markup:
    texts = catalogue.interface.service
    without_scripts = Markup(
        '<noscript><div class="problem">{}{}</div>'
        "<style>.first-late{{display:none}}</style></noscript>"
    ).format(paragraph(texts.no_scripts), booklet_links(catalogue))
    menu, _, rest = words.body.partition("</nav>")
    # The mark keeps Streamlit from making the words inert where it shows a box of its own.
    return Markup(
        '<div id="first" class="stApp{}" data-react-aria-top-layer="true">'
        '<div class="screen">{}</nav><main>{}{}</main></div>'
        '<div class="first-notes"><div class="first-late" role="status">{}{}</div>'
        '<p class="the-line first-lost">{}</p></div></div>'
    ).format(
        " first-wide" if words.is_wide else "",
        menu,
        without_scripts,
        rest,
        paragraph(texts.late),
        booklet_links(catalogue),
        texts.line_lost,
    )
