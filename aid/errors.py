"""The errors that the aid raises on purpose, and what a problem in the content is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, Literal, TypeVar

MOST_CHARACTERS = 1000
"""The most characters of a problem that are written."""

_Problem = TypeVar("_Problem")


@dataclass(frozen=True)
class Problem:
    """Something wrong in the content.

    Attributes:
        file: Path of the file or folder below ``content/``.
        key: Where in the file; empty where the problem is about the whole file.
        message: What is wrong, in words.
    """

    file: str
    key: str
    message: str

    def __str__(self) -> str:
        """The problem on one line of limited length, whatever the file holds."""
        parts = (f"content/{self.file}", self.key, self.message)
        line = ": ".join(part for part in parts if part)
        printable = (char if char.isprintable() else "\ufffd" for char in line[:MOST_CHARACTERS])
        return "".join(printable) + "…" * (len(line) > MOST_CHARACTERS)


@dataclass(frozen=True)
class Place:
    """A file of the content, or a key in it, that a problem can be about."""

    file: str
    key: str = ""

    def at(self, *keys: str) -> Place:
        """The place of something inside this one."""
        return Place(self.file, ": ".join(key for key in (self.key, *keys) if key))

    def problem(self, message: str) -> Problem:
        """What is wrong here."""
        return Problem(self.file, self.key, message)


AnswerProblemKind = Literal[
    "too_large",
    "damaged",
    "foreign",
    "newer",
    "key_twice",
    "missing",
    "unknown_key",
    "not_text",
    "not_a_list",
    "not_an_object",
    "unusable",
    "unknown_choice",
    "unknown_question",
    "too_long",
    "too_many",
    "choice_twice",
    "exclusive",
    "top_not_ticked",
    "more",
]


@dataclass(frozen=True)
class AnswerProblem:
    """Something wrong with answers.

    Attributes:
        kind: Which sentence of ``aid.catalogue.texts.answers_file`` says it.
        place: The keys that lead there from the top of the file; none for the whole file.
        what: What is there, as somebody wrote it.
        known: The choices that are allowed there.
        count: How many there are of what the sentence is about.
        most: How many there may be.
    """

    kind: AnswerProblemKind
    place: tuple[str, ...] = ()
    what: str = ""
    known: tuple[str, ...] = ()
    count: int = 0
    most: int = 0

    def __str__(self) -> str:
        """The place and the kind, without anything that somebody wrote."""
        return ": ".join((*self.place[:2], self.kind))


class AidError(Exception, Generic[_Problem]):
    """Something is wrong with what the aid was given.

    Attributes:
        problems: What is wrong, in the order found, never empty. ``str`` writes each as one plain
            sentence that a person can act on.
    """

    def __init__(self, problems: tuple[_Problem, ...]) -> None:
        super().__init__("\n".join(map(str, problems)))
        self.problems = problems


class ContentError(AidError[Problem]):
    """The files in ``content/`` do not fit together."""


class AnswersError(AidError[AnswerProblem]):
    """Answers or an answers file cannot be used."""


class SettingsError(AidError[str]):
    """The host set something that the aid cannot use. Each problem names the setting."""


class SheetError(AidError[str]):
    """A sheet cannot be made as asked."""


class ReadabilityError(AidError[str]):
    """The reading level cannot be calculated here."""


class BookletError(AidError[str]):
    """The booklet cannot be made as asked."""
