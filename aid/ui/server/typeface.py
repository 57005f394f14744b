"""The typeface of the screens, served by the aid itself out of an installed package."""

from __future__ import annotations

from importlib.resources import files

TYPEFACE_ADDRESS = "/typeface"
"""Where the font files are. ``.streamlit/config.toml`` names them without the slash: by a base path
the address is below that path, as every screen is."""


def typeface_folder() -> str:
    """The folder of the package's font files (Atkinson Hyperlegible, SIL Open Font License)."""
    return str(files("fontpkg_atkinson_hyperlegible") / "files")
