"""How a field of the catalogue names the file of ``content/`` that it is read from."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

Raw = dict[str, dict[str, Any]]
"""Parsed files by their path below the content folder, with ``/`` between folders.

A drawing is a file with one key, ``svg``.
"""

LANGUAGE = "en"
"""The language that content is written in first."""


@dataclass(frozen=True)
class ContentFile:
    """The file, or the folder of files, that a field of the catalogue is read from.

    Attributes:
        path: Path below ``content/``. Files with the words of one language are below
            ``{language}/``. ``*`` stands for the names of several files.
        key: Key of the list of entries; empty where a file is one entry.
        named: Field of each entry that holds the name of its file; empty for none.
        texts: First word of the keys of its texts; the name of the file or folder if empty.
    """

    path: str
    key: str = ""
    named: str = ""
    texts: str = ""

    @property
    def is_folder(self) -> bool:
        """Whether this is a folder of files."""
        return "*" in self.path

    @property
    def name(self) -> str:
        """Name of the file, or of the folder of files, without ending."""
        path = PurePosixPath(self.path)
        return path.parent.name if self.is_folder else path.stem

    @property
    def text_key(self) -> str:
        """First word of the keys of its texts."""
        return self.texts or self.name

    def of(self, language: str, stem: str = "") -> str:
        """The path in one language: of the file with this name, or of the folder if none."""
        path = self.path.format(language=language)
        if self.is_folder and not stem:
            return PurePosixPath(path).parent.as_posix()
        return path.replace("*", stem)

    def matches(self, name: str, language: str) -> bool:
        """Whether a file with this path below ``content/`` is read for the field."""
        path = PurePosixPath(name)
        return name == self.of(language, path.stem)
