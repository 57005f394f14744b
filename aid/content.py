"""Read ``content/`` and make a catalogue of it. The only module that opens files there.

Reading, shape and meaning are three steps: ``read_files`` opens the files, ``build_catalogue``
validates their shape, and ``aid.checks`` looks at what they say together. Each step collects all
its problems before it gives up.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple, TypeVar

from pydantic import BaseModel, ValidationError

from aid import model
from aid.catalogue import Catalogue, stated_order
from aid.checks import problems_of
from aid.errors import ContentError
from aid.texts import BookletTexts, InterfaceTexts, SheetTexts, SignOffTexts

CONTENT_FOLDER = Path(__file__).parent.parent / "content"
_LANGUAGE = "en"

READABILITY_FILE = "readability.toml"
"""Written by a command, unlike the other files."""

Raw = dict[str, dict[str, Any]]
"""Parsed files by their path below ``content/``, with ``/`` between folders.

A drawing is a file with one key, ``svg``.
"""

DRAWINGS = "drawings/"

MOST_TOLD = 1000
"""Characters of a problem that are told at most."""

_Model = TypeVar("_Model", bound=BaseModel)


class ListFile(NamedTuple):
    """A file that holds lists of entries: for each key, the class of an entry."""

    path: str
    entries: Mapping[str, type[model.Entry]]


LIST_FILES = (
    ListFile("sources.toml", {"source": model.Source}),
    ListFile("retired.toml", {"retired": model.Retired}),
    ListFile("en/facts.toml", {"fact": model.Fact}),
    ListFile("en/shapes.toml", {"shape": model.Shape}),
    ListFile("en/concerns.toml", {"concern": model.Concern}),
    ListFile("en/trade-offs.toml", {"trade-off": model.TradeOff}),
    ListFile("en/health.toml", {"health": model.HealthItem}),
    ListFile("en/questionnaire.toml", {"question": model.Ask}),
    ListFile("en/questions.toml", {"group": model.QuestionGroup, "question": model.BankQuestion}),
    ListFile("en/glossary.toml", {"term": model.Term}),
    ListFile("en/tips.toml", {"tip": model.Tip, "beside": model.Beside}),
    ListFile("en/notes.toml", {"note": model.Note}),
    ListFile("en/quiz.toml", {"statement": model.Statement}),
    ListFile("en/pages.toml", {"page": model.PageText}),
    ListFile(
        "wording.toml",
        {
            "rule": model.WordRule,
            "allowed": model.AllowedPhrase,
            "exception": model.WordException,
            "unavoidable": model.Unavoidable,
        },
    ),
    ListFile("report-card.toml", {"item": model.ReportItem}),
)
"""Every file of lists. Methods and claims have one file for each method and topic."""

SINGLE_FILES: Mapping[str, type[BaseModel]] = {
    "manifest.toml": model.Manifest,
    READABILITY_FILE: model.Readability,
    "en/interface.toml": InterfaceTexts,
    "en/sheet.toml": SheetTexts,
    "en/booklet.toml": BookletTexts,
    "en/sign-off.toml": SignOffTexts,
}
"""Files that hold one value."""


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
    problems: list[str] = []
    for path in sorted(folder.rglob("*.toml")):
        name = path.relative_to(folder).as_posix()
        try:
            # Some editors put a byte order mark first.
            raw[name] = tomllib.loads(path.read_text(encoding="utf-8-sig"))
        except (OSError, ValueError, RecursionError) as error:
            problems.append(f"content/{name}: cannot be read as TOML: {error}")
    for path in sorted(folder.glob(f"{DRAWINGS}*.svg")):
        name = path.relative_to(folder).as_posix()
        try:
            raw[name] = {"svg": path.read_text(encoding="utf-8")}
        except (OSError, UnicodeDecodeError) as error:
            problems.append(f"content/{name}: cannot be read: {error}")
    if problems:
        raise ContentError(told(problems))
    return raw


_PLAIN = {
    "bool_type": "must be true or false, without quotes",
    "date_type": "must be a date, without quotes, such as 2026-11-22",
    "float_type": "must be a number, without quotes",
    "int_type": "must be a whole number, without quotes",
    "tuple_type": "must be a list, in square brackets",
}
"""What is said where a value is of the wrong type; nothing is turned into what was meant."""


def told(problems: Iterable[str]) -> tuple[str, ...]:
    """Problems as they are told: each on one line and not too long, whatever a file holds."""
    return tuple(
        "".join(char if char.isprintable() else "\ufffd" for char in problem[:MOST_TOLD])
        + "…" * (len(problem) > MOST_TOLD)
        for problem in problems
    )


class _Reader:
    """Turns raw files into models and remembers every problem and every file it used."""

    def __init__(self, raw: Raw) -> None:
        self.raw = raw
        self.problems: list[str] = []
        self.used: set[str] = set()

    def file(self, name: str) -> dict[str, Any]:
        if name not in self.raw and name not in self.used:
            self.problems.append(f"content/{name}: the file is missing")
        self.used.add(name)
        return self.raw.get(name, {})

    def one(self, name: str, where: str, value: object, kind: type[_Model]) -> _Model | None:
        try:
            # By keys as files write them: a field's name with an underscore is no key.
            return kind.model_validate(value, by_alias=True, by_name=False)
        except ValidationError as error:
            for fault in error.errors():
                key = ".".join(str(part) for part in (where, *fault["loc"]) if part != "")
                said = _PLAIN.get(fault["type"], fault["msg"].removeprefix("Value error, "))
                self.problems.append(f"content/{name}: {key or 'whole file'}: {said}")
            return None

    def no_other_keys(self, name: str, known: set[str]) -> None:
        self.problems += [
            f"content/{name}: {key}: is not a key of this file"
            for key in self.file(name)
            if key not in known
        ]

    def single(self, name: str, kind: type[_Model]) -> _Model | None:
        content = self.file(name)
        return self.one(name, "", content, kind) if name in self.raw else None

    def listed(
        self, name: str, key: str, kind: type[_Model], **added: object
    ) -> tuple[_Model, ...]:
        entries = self.file(name).get(key, [])
        if not isinstance(entries, list):
            self.problems.append(f"content/{name}: {key}: must be a list ([[{key}]])")
            return ()
        found = []
        for position, entry in enumerate(entries):
            value = {**entry, **added} if isinstance(entry, dict) else entry
            label = value.get("id") if isinstance(value, dict) else None
            label = label if isinstance(label, str) else position
            made = self.one(name, f"{key}[{label}]", value, kind)
            if made is not None:
                found.append(made)
        return tuple(found)


def build_catalogue(
    raw: Raw, *, check: Callable[[Catalogue], tuple[str, ...]] = problems_of
) -> Catalogue:
    """Make a catalogue of parsed files.

    Args:
        raw: Parsed files, as ``read_files`` gives them.
        check: Looks at the whole catalogue and returns its problems.

    Returns:
        The catalogue; methods stand in the stated order.

    Raises:
        ContentError: With every problem of shape, or, where the shape is right, every problem of
            meaning; each names its file and key.
    """
    reader = _Reader(raw)
    lists: dict[tuple[str, str], tuple[Any, ...]] = {}
    for listing in LIST_FILES:
        for key, kind in listing.entries.items():
            lists[listing.path, key] = reader.listed(listing.path, key, kind)
        reader.no_other_keys(listing.path, set(listing.entries))
    single = {name: reader.single(name, kind) for name, kind in SINGLE_FILES.items()}
    claims: list[model.Claim] = []
    methods: list[model.Method] = []
    drawings: dict[str, str] = {}
    for name in raw:
        stem = Path(name).stem
        if name.startswith("evidence/"):
            claims += reader.listed(name, "claim", model.Claim, topic=stem)
            reader.no_other_keys(name, {"claim"})
        elif name.startswith(DRAWINGS):
            drawings[stem] = reader.file(name)["svg"]
        elif name.startswith(f"{_LANGUAGE}/methods/"):
            method = reader.single(name, model.Method)
            if method is not None:
                methods.append(method)
                if method.id != stem:
                    reader.problems.append(f"content/{name}: id: must be the file's name, {stem}")
    reader.problems += [
        f"content/{name}: the aid does not know this file"
        for name in sorted(set(raw) - reader.used)
    ]
    if reader.problems:
        raise ContentError(told(reader.problems))
    manifest, readability, interface, sheet, booklet, sign_off = single.values()
    catalogue = Catalogue(
        manifest=manifest,  # type: ignore[arg-type]
        readability=readability,  # type: ignore[arg-type]
        interface=interface,  # type: ignore[arg-type]
        sheet=sheet,  # type: ignore[arg-type]
        booklet=booklet,  # type: ignore[arg-type]
        sign_off=sign_off,  # type: ignore[arg-type]
        claims=tuple(claims),
        methods=stated_order(tuple(methods)),
        sources=lists["sources.toml", "source"],
        retired=lists["retired.toml", "retired"],
        facts=lists["en/facts.toml", "fact"],
        shapes=lists["en/shapes.toml", "shape"],
        concerns=lists["en/concerns.toml", "concern"],
        trade_offs=lists["en/trade-offs.toml", "trade-off"],
        health=lists["en/health.toml", "health"],
        asks=lists["en/questionnaire.toml", "question"],
        groups=lists["en/questions.toml", "group"],
        questions=lists["en/questions.toml", "question"],
        terms=lists["en/glossary.toml", "term"],
        tips=lists["en/tips.toml", "tip"],
        beside_tips=lists["en/tips.toml", "beside"],
        notes=lists["en/notes.toml", "note"],
        statements=lists["en/quiz.toml", "statement"],
        pages=lists["en/pages.toml", "page"],
        word_rules=lists["wording.toml", "rule"],
        allowed_phrases=lists["wording.toml", "allowed"],
        word_exceptions=lists["wording.toml", "exception"],
        unavoidable=lists["wording.toml", "unavoidable"],
        report_card=lists["report-card.toml", "item"],
        drawings=MappingProxyType(drawings),
    )
    problems = check(catalogue)
    if problems:
        raise ContentError(told(problems))
    return catalogue


def load_catalogue(folder: Path = CONTENT_FOLDER) -> Catalogue:
    """Read, validate and link all content.

    Args:
        folder: The content folder.

    Returns:
        The catalogue.

    Raises:
        ContentError: With every problem found, each naming its file and key.
    """
    return build_catalogue(read_files(folder))
