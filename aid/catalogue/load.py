"""Read ``content/`` and make a catalogue of it. The only module that opens files there.

Reading and form are two steps: ``read_files`` opens the files, ``build_catalogue`` validates their
form. What they say together is checked one layer up, by ``aid.checks``. Each step collects all its
problems before it gives up.
"""

from __future__ import annotations

import re
import tomllib
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from aid.catalogue.catalogue import Catalogue
from aid.catalogue.counts import counts_of
from aid.catalogue.files import LANGUAGE, Raw
from aid.catalogue.letters import invisible_characters
from aid.catalogue.order import by_step, stated_order
from aid.catalogue.overlay import in_language
from aid.catalogue.registry import SLOTS, Slot, lists_in
from aid.errors import ContentError, Problem
from aid.home import HOME

CONTENT_FOLDER = HOME / "content"

CHANGES_FILE = "CHANGES.md"
"""What changed, newest first. Its first heading is the date of the content: its version."""

_FIRST_HEADING = re.compile(r"^## (\S*)", re.MULTILINE)

DRAWINGS = "drawings/"

_Model = TypeVar("_Model", bound=BaseModel)


def read_files(folder: Path = CONTENT_FOLDER) -> Raw:
    """Open and parse every content file.

    Args:
        folder: The content folder.

    Returns:
        The parsed files by their path below the folder, in path order.

    Raises:
        ContentError: A file cannot be opened or is not TOML; names each such file.
    """
    raw: Raw = {}
    problems: list[Problem] = []
    for path in sorted(folder.rglob("*.toml")):
        name = path.relative_to(folder).as_posix()
        try:
            # Some editors put a byte order mark first.
            raw[name] = tomllib.loads(path.read_text(encoding="utf-8-sig"))
        except (OSError, ValueError, RecursionError) as error:
            problems.append(Problem(name, "", f"cannot be read as TOML: {error}"))
    for path, key in [
        *((path, "svg") for path in sorted(folder.glob(f"{DRAWINGS}*.svg"))),
        *((path, "text") for path in folder.glob(CHANGES_FILE)),
    ]:
        name = path.relative_to(folder).as_posix()
        try:
            raw[name] = {key: path.read_text(encoding="utf-8")}
        except (OSError, UnicodeDecodeError) as error:
            problems.append(Problem(name, "", f"cannot be read: {error}"))
    if problems:
        raise ContentError(tuple(problems))
    return raw


_PLAIN = {
    "bool_type": "must be true or false, without quotes",
    "date_type": "must be a date, without quotes, such as 2026-11-22",
    "float_type": "must be a number, without quotes",
    "int_type": "must be a whole number, without quotes",
    "tuple_type": "must be a list, in square brackets",
}
"""What is said where a value is of the wrong type; nothing is turned into what was meant."""


class _Reader:
    """Turns raw files into models and remembers every problem and every file it used."""

    def __init__(self, raw: Raw, language: str) -> None:
        self.raw = raw
        self.language = language
        self.problems: list[Problem] = []
        self.used: set[str] = set()
        folder = f"{language}/"
        self.counts = counts_of(
            {
                name.removeprefix(folder).removesuffix(".toml"): content
                for name, content in raw.items()
                if name.startswith(folder)
            }
        )

    def value(self, slot: Slot) -> Any:
        """The value of a field of the catalogue; incomplete where there is a problem."""
        if slot.is_single:
            return self._single(slot, slot.file.of(self.language))
        names = (
            [name for name in self.raw if slot.file.matches(name, self.language)]
            if slot.file.is_folder
            else [slot.file.of(self.language)]
        )
        if slot.file.key:
            return tuple(entry for name in names for entry in self._listed(slot, name))
        return tuple(entry for name in names if (entry := self._named(slot, name)) is not None)

    def drawings(self) -> dict[str, str]:
        """The drawings by their names."""
        names = [name for name in self.raw if name.startswith(DRAWINGS)]
        return {Path(name).stem: self._file(name)["svg"] for name in names}

    def version(self) -> date | None:
        """The newest date in the list of changes; none where there is a problem."""
        text = self._file(CHANGES_FILE).get("text")
        if text is None:
            return None
        found = _FIRST_HEADING.search(text)
        try:
            return date.fromisoformat(found[1] if found else "")
        except ValueError:
            said = "its first heading (##) must begin with a date, such as 2026-11-22"
            self.problems.append(Problem(CHANGES_FILE, "", said))
            return None

    def unknown_files(self) -> None:
        """Report every file that nothing was read from."""
        self.problems += [
            Problem(name, "", "the aid does not know this file")
            for name in sorted(set(self.raw) - self.used)
        ]

    def _file(self, name: str) -> dict[str, Any]:
        if name not in self.raw and name not in self.used:
            self.problems.append(Problem(name, "", "the file is missing"))
        self.used.add(name)
        return self.raw.get(name, {})

    def _single(self, slot: Slot, name: str) -> Any:
        content = self._file(name)
        if name not in self.raw:
            return None
        listed = {other.file.key for other in lists_in(slot.file)} - {""}
        own = {key: value for key, value in content.items() if key not in listed}
        return self._one(name, "", own, slot.kind)

    def _named(self, slot: Slot, name: str) -> Any:
        entry = self._single(slot, name)
        stem = Path(name).stem
        if entry is not None and getattr(entry, slot.file.named) != stem:
            said = Problem(name, slot.file.named, f"must be the file's name, {stem}")
            self.problems.append(said)
        return entry

    def _listed(self, slot: Slot, name: str) -> list[Any]:
        first_use = name not in self.used
        content = self._file(name)
        if first_use:
            known = {other.file.key for other in lists_in(slot.file)}
            self.problems += [
                Problem(name, key, "is not a key of this file")
                for key in content
                if key not in known
            ]
        key = slot.file.key
        entries = content.get(key, [])
        if not isinstance(entries, list):
            self.problems.append(Problem(name, key, f"must be a list ([[{key}]])"))
            return []
        added = {slot.file.named: Path(name).stem} if slot.file.named else {}
        found = []
        for position, entry in enumerate(entries):
            value = {**entry, **added} if isinstance(entry, dict) else entry
            label = value.get("id") if isinstance(value, dict) else None
            label = label if isinstance(label, str) else position
            made = self._one(name, f"{key}[{label}]", value, slot.kind)
            if made is not None:
                found.append(made)
        return found

    def _one(self, name: str, where: str, value: object, kind: type[_Model]) -> _Model | None:
        try:
            # By keys as files write them: a field's name with an underscore is no key.
            return kind.model_validate(value, by_alias=True, by_name=False, context=self.counts)
        except ValidationError as error:
            for fault in error.errors():
                key = ".".join(str(part) for part in (where, *fault["loc"]) if part != "")
                said = _PLAIN.get(fault["type"], fault["msg"].removeprefix("Value error, "))
                self.problems.append(Problem(name, key or "whole file", said))
            return None


def build_catalogue(raw: Raw, language: str = LANGUAGE) -> Catalogue:
    """Make a catalogue of parsed files.

    Args:
        raw: Parsed files, as ``read_files`` returns them.
        language: The language whose words are taken, by the name of its folder.

    Returns:
        The catalogue; methods are in the stated order, their facts and shapes in that of the files
        of facts and shapes.

    Raises:
        ContentError: With every problem of form; each names its file and key.
    """
    files, problems = in_language(raw, language)
    problems += invisible_characters(files)
    if problems:
        raise ContentError(tuple(problems))
    reader = _Reader(files, language)
    values = {slot.field: reader.value(slot) for slot in SLOTS}
    drawings = MappingProxyType(reader.drawings())
    version = reader.version()
    reader.unknown_files()
    if reader.problems or version is None:
        raise ContentError(tuple(reader.problems))
    values["asks"] = by_step(values["asks"], values["pages"])
    values["methods"] = stated_order(values["methods"], values["facts"], values["shapes"])
    return Catalogue(language=language, drawings=drawings, content_version=version, **values)


def load_catalogue(folder: Path = CONTENT_FOLDER, language: str = LANGUAGE) -> Catalogue:
    """Read all content and validate its form. ``aid.checks`` looks at what it says together.

    Args:
        folder: The content folder.
        language: The language whose words are taken, by the name of its folder.

    Returns:
        The catalogue.

    Raises:
        ContentError: With every problem found, each naming its file and key.
    """
    return build_catalogue(read_files(folder), language)
