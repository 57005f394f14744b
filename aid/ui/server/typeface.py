"""The typeface of the screens, served by the aid itself."""

from __future__ import annotations

from typing import Final

from aid.typefaces import ATKINSON
from aid.ui.server.shelf import Kept, files_of

_ADDRESS: Final = "/typeface"
"""Where the font files are. ``.streamlit/config.toml`` names them without the slash: by a base path
the address is below that path, as every screen is."""

_A_MONTH: Final = "public, max-age=2592000"
"""The names stay the same when the fonts change, which is next to never."""


def typeface_files() -> dict[str, Kept]:
    """The font files by address (Atkinson Hyperlegible, SIL Open Font License)."""
    return files_of(ATKINSON, _ADDRESS, _A_MONTH)
