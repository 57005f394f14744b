"""What Streamlit sends to every browser, read from the installed package."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from functools import cache, partial
from importlib.resources import files
from pathlib import Path
from typing import Final

from aid.ui.server.shelf import FOREVER, Kept, files_of

_FOLDER: Final = Path(str(files("streamlit"))) / "static"
_IMPORTED: Final = re.compile(r'(?:from|import)"\./([^"]+\.js)"')
_ICONS: Final = b"font-family:Material Symbols Rounded;"
_SOURCE_SANS: Final = re.compile(rb"@font-face\{font-family:Source Sans;[^}]*\}")


_WHERE_THE_SERVER_IS: Final = 'window.__streamlit = {BACKEND_BASE_URL: new URL(".", location).href}'
"""Without it Streamlit first asks below the address of a screen, in vain."""

_SCRIPTS: Final = Path(__file__).parents[1] / "browser"

OWN_SCRIPTS: Final = (
    _WHERE_THE_SERVER_IS,
    *(
        (_SCRIPTS / name).read_text(encoding="utf-8")
        for name in ("workarounds/failed_script.js", "bring_along.js")
    ),
)
"""The scripts that the aid puts into the page, to run before all others."""


@cache
def page() -> str:
    """The page that Streamlit sends at every address, with our own scripts before all others."""
    own = (_FOLDER / "index.html").read_text(encoding="utf-8")
    scripts = "".join(f"\n<script>{script}</script>" for script in OWN_SCRIPTS)
    before, title, after = own.partition("</title>")
    return f"{before}{title}{scripts}{after}"


def pages(paths: Iterable[str]) -> dict[str, Kept]:
    """That page at the paths of screens, until the one with their first words is written."""
    kept = Kept(lambda: page().encode("utf-8"), "text/html", "no-cache")
    return {f"/{path}": kept for path in paths}


def named_in_page() -> list[str]:
    """The addresses of the scripts and styles that the page names."""
    return [f"/{name}" for name in re.findall(r'(?:src|href)="\./(static/[^"]+)"', page())]


@cache
def drawn_by(start: str) -> Sequence[str]:
    """The addresses of a script and of all that it imports, beyond what the page names.

    Args:
        start: The script's name without the mark of its version, such as ``PageLink``.
    """
    here = {path.name: path for path in (_FOLDER / "static" / "js").glob("*.js")}
    named = re.compile(re.escape(start) + r"\.[\w-]{8}\.js")
    found: dict[str, None] = {}
    todo = [name for name in sorted(here) if named.fullmatch(name)]
    while todo:
        name = todo.pop()
        if name in here and name not in found and name not in page():
            found[name] = None
            todo += _IMPORTED.findall(here[name].read_text(encoding="utf-8"))
    return [f"/static/js/{name}" for name in found]


def streamlit_files() -> dict[str, Kept]:
    """Its files by address; the style sheet without the fonts that the aid has no use for."""
    found = files_of(_FOLDER / "static", "/static", FOREVER)
    (sheet,) = [name for name in named_in_page() if name.endswith(".css")]
    before = found[sheet]
    return found | {sheet: before._replace(plain=partial(_edited, before.plain), path=None)}


def _edited(plain: Callable[[], bytes]) -> bytes:
    return only_fonts_in_use(plain())


def only_fonts_in_use(css: bytes) -> bytes:
    """Streamlit's style sheet without Source Sans, and with the icons' font for their names alone.

    Streamlit asks for the icons' font by a space on every page. A font that has no space is
    fetched when an icon is drawn, and not before.
    """
    return _SOURCE_SANS.sub(b"", css).replace(
        _ICONS, _ICONS + b"unicode-range:U+5F,U+30-39,U+61-7A;"
    )
