"""Where the app's folder is: the repository, or the copy in an installed package."""

from __future__ import annotations

from pathlib import Path

_INSTALLED = Path(__file__).with_name("installed")
"""In an installed package. The repository has no such folder; pyproject.toml says what goes in."""

HOME = _INSTALLED if _INSTALLED.is_dir() else Path(__file__).parents[1]
"""The folder that holds the app, its screens, its content and its settings."""
