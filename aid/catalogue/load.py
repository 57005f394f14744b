"""Read ``content/`` and make a catalogue of it. The only module that opens files there.

Reading and form are two steps: ``read_files`` opens the files, ``build_catalogue`` validates their
form. What they say together is checked one layer up, by ``aid.checks``. Each step collects all its
problems before it gives up.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple, TypeVar

from pydantic import BaseModel, ValidationError

from aid.catalogue.base import Entry
from aid.catalogue.catalogue import Catalogue, stated_order
from aid.catalogue.counts import counts_of
from aid.catalogue.doctor_questions import DoctorQuestion, QuestionGroup
from aid.catalogue.editorial import (
    AllowedPhrase,
    Manifest,
    NumberException,
    Readability,
    ReportItem,
    Unavoidable,
    WordException,
    WordRule,
)
from aid.catalogue.evidence import Claim, Source
from aid.catalogue.methods import Fact, Method
from aid.catalogue.pages import BesideTip, Note, PageText, QuizStatement, Term, Tip
from aid.catalogue.questionnaire import Concern, HealthItem, QuestionnaireItem, Shape, TradeOff
from aid.catalogue.retired import RetiredId
from aid.catalogue.texts.interface import InterfaceTexts
from aid.catalogue.texts.papers import BookletTexts, SignOffTexts
from aid.catalogue.texts.sheet import SheetTexts
from aid.errors import ContentError, Problem

CONTENT_FOLDER = Path(__file__).parents[2] / "content"
_LANGUAGE = "en"

CHANGES_FILE = "CHANGES.md"
READABILITY_FILE = "readability.toml"
"""Written by a command, unlike the other files."""

Raw = dict[str, dict[str, Any]]
"""Parsed files by their path below ``content/``, with ``/`` between folders.

A drawing is a file with one key, ``svg``.
"""

DRAWINGS = "drawings/"

_Model = TypeVar("_Model", bound=BaseModel)


class ListFile(NamedTuple):
    """A file that holds lists of entries: for each key, the class of an entry."""

    path: str
    entries: Mapping[str, type[Entry]]


LIST_FILES = (
    ListFile("sources.toml", {"source": Source}),
    ListFile("retired.toml", {"retired": RetiredId}),
    ListFile("en/facts.toml", {"fact": Fact}),
    ListFile("en/shapes.toml", {"shape": Shape}),
    ListFile("en/concerns.toml", {"concern": Concern}),
    ListFile("en/trade-offs.toml", {"trade-off": TradeOff}),
    ListFile("en/health.toml", {"health": HealthItem}),
    ListFile("en/questionnaire.toml", {"question": QuestionnaireItem}),
    ListFile("en/questions.toml", {"group": QuestionGroup, "question": DoctorQuestion}),
    ListFile("en/glossary.toml", {"term": Term}),
    ListFile("en/tips.toml", {"tip": Tip, "beside": BesideTip}),
    ListFile("en/notes.toml", {"note": Note}),
    ListFile("en/quiz.toml", {"statement": QuizStatement}),
    ListFile("en/pages.toml", {"page": PageText}),
    ListFile(
        "wording.toml",
        {
            "rule": WordRule,
            "allowed": AllowedPhrase,
            "exception": WordException,
            "number": NumberException,
            "unavoidable": Unavoidable,
        },
    ),
    ListFile("report-card.toml", {"item": ReportItem}),
)
"""Every file of lists. Methods and claims have one file for each method and topic."""

SINGLE_FILES: Mapping[str, type[BaseModel]] = {
    "manifest.toml": Manifest,
    READABILITY_FILE: Readability,
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
    problems: list[Problem] = []
    for path in sorted(folder.rglob("*.toml")):
        name = path.relative_to(folder).as_posix()
        try:
            # Some editors put a byte order mark first.
            raw[name] = tomllib.loads(path.read_text(encoding="utf-8-sig"))
        except (OSError, ValueError, RecursionError) as error:
            problems.append(Problem(name, "", f"cannot be read as TOML: {error}"))
    for path in sorted(folder.glob(f"{DRAWINGS}*.svg")):
        name = path.relative_to(folder).as_posix()
        try:
            raw[name] = {"svg": path.read_text(encoding="utf-8")}
        except (OSError, UnicodeDecodeError) as error:
            problems.append(Problem(name, "", f"cannot be read: {error}"))
    if problems:
        raise ContentError(tuple(problems))
    return raw


def read_changes(folder: Path = CONTENT_FOLDER) -> str:
    """Read what changed in the content, for editors: ``CHANGES.md``, empty where there is none."""
    path = folder / CHANGES_FILE
    return path.read_text(encoding="utf-8") if path.is_file() else ""


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

    def __init__(self, raw: Raw) -> None:
        self.raw = raw
        self.problems: list[Problem] = []
        self.used: set[str] = set()
        self.counts = counts_of(
            {
                name.removeprefix(f"{_LANGUAGE}/").removesuffix(".toml"): content
                for name, content in raw.items()
                if name.startswith(f"{_LANGUAGE}/")
            }
        )

    def file(self, name: str) -> dict[str, Any]:
        if name not in self.raw and name not in self.used:
            self.problems.append(Problem(name, "", "the file is missing"))
        self.used.add(name)
        return self.raw.get(name, {})

    def one(self, name: str, where: str, value: object, kind: type[_Model]) -> _Model | None:
        try:
            # By keys as files write them: a field's name with an underscore is no key.
            return kind.model_validate(value, by_alias=True, by_name=False, context=self.counts)
        except ValidationError as error:
            for fault in error.errors():
                key = ".".join(str(part) for part in (where, *fault["loc"]) if part != "")
                said = _PLAIN.get(fault["type"], fault["msg"].removeprefix("Value error, "))
                self.problems.append(Problem(name, key or "whole file", said))
            return None

    def no_other_keys(self, name: str, known: set[str]) -> None:
        self.problems += [
            Problem(name, key, "is not a key of this file")
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
            self.problems.append(Problem(name, key, f"must be a list ([[{key}]])"))
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


def build_catalogue(raw: Raw) -> Catalogue:
    """Make a catalogue of parsed files.

    Args:
        raw: Parsed files, as ``read_files`` gives them.

    Returns:
        The catalogue; methods stand in the stated order.

    Raises:
        ContentError: With every problem of form; each names its file and key.
    """
    reader = _Reader(raw)
    lists: dict[tuple[str, str], tuple[Any, ...]] = {}
    for listing in LIST_FILES:
        for key, kind in listing.entries.items():
            lists[listing.path, key] = reader.listed(listing.path, key, kind)
        reader.no_other_keys(listing.path, set(listing.entries))
    single = {name: reader.single(name, kind) for name, kind in SINGLE_FILES.items()}
    claims: list[Claim] = []
    methods: list[Method] = []
    drawings: dict[str, str] = {}
    for name in raw:
        stem = Path(name).stem
        if name.startswith("evidence/"):
            claims += reader.listed(name, "claim", Claim, topic=stem)
            reader.no_other_keys(name, {"claim"})
        elif name.startswith(DRAWINGS):
            drawings[stem] = reader.file(name)["svg"]
        elif name.startswith(f"{_LANGUAGE}/methods/"):
            method = reader.single(name, Method)
            if method is not None:
                methods.append(method)
                if method.id != stem:
                    reader.problems.append(Problem(name, "id", f"must be the file's name, {stem}"))
    reader.problems += [
        Problem(name, "", "the aid does not know this file")
        for name in sorted(set(raw) - reader.used)
    ]
    if reader.problems:
        raise ContentError(tuple(reader.problems))
    manifest, readability, interface, sheet, booklet, sign_off = single.values()
    return Catalogue(
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
        number_exceptions=lists["wording.toml", "number"],
        unavoidable=lists["wording.toml", "unavoidable"],
        report_card=lists["report-card.toml", "item"],
        drawings=MappingProxyType(drawings),
    )


def load_catalogue(folder: Path = CONTENT_FOLDER) -> Catalogue:
    """Read all content and validate its form. ``aid.checks`` looks at what it says together.

    Args:
        folder: The content folder.

    Returns:
        The catalogue.

    Raises:
        ContentError: With every problem found, each naming its file and key.
    """
    return build_catalogue(read_files(folder))
