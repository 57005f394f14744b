"""The typeface of the screens, served by the aid itself out of an installed package."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path
from typing import Final

from aid.ui.server.shelf import Kept, files_of

_ADDRESS: Final = "/typeface"
"""Where the font files are. ``.streamlit/config.toml`` names them without the slash: by a base path
the address is below that path, as every screen is."""

_A_MONTH: Final = "public, max-age=2592000"
"""The names stay the same when the package changes, which is next to never."""


def typeface_files() -> dict[str, Kept]:
    """The package's font files by address (Atkinson Hyperlegible, SIL Open Font License)."""
    folder = Path(str(files("fontpkg_atkinson_hyperlegible") / "files"))
    return files_of(folder, _ADDRESS, _A_MONTH)
