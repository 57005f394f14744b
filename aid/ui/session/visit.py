"""What the reader looks at, which is no answer: never saved, and in no address.

``Choices`` last until the reader clears everything, a ``Visit`` until they go to another screen.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal, NamedTuple, TypeAlias

from aid.catalogue.ids import FactId, ListId, MethodId, PageId, Paper
from aid.papers.files import FileId


class FileOutcome(NamedTuple):
    """What came of the answers file that the reader picked last."""

    failed: bool = False
    sentences: tuple[str, ...] = ()


ViewId: TypeAlias = Literal["glance", "detail", "charts", "direct"]
"""A view of the comparison, in the order of the choice."""


@dataclass(slots=True)
class Choices:
    """What the reader chose to look at. Not answers; never saved."""

    listing: ListId = "shapes"
    added: tuple[MethodId, ...] = ()
    """Methods off the list that the reader added to the comparison."""
    table: ViewId = "glance"
    paper: Paper = "a4"
    has_begun_sheet: bool = False
    """Whether the methods compared side by side were put on the sheet, which is done once."""
    is_large: bool = False
    """Whether page 1 of the sheet is shown in large type."""
    quiz: dict[str, str] = field(default_factory=dict)
    """Replies to the statements, by the statement's id."""


ChoiceId: TypeAlias = Literal["listing", "table", "paper"]
"""A choice of one option, made by one widget."""


FoundKind: TypeAlias = Literal["claims", "sources"]
"""What Sources lists, in the order of the choice."""


@dataclass(slots=True)
class Search:
    """What the reader looks for on Sources. Not an answer; never saved, and in no address."""

    kind: FoundKind = "claims"
    words: str = ""
    method: MethodId | None = None
    fact: FactId | None = None
    batch: int = 0
    """Which batch of what was found is shown, from 0."""
    asked: str = ""
    """Id of the claim or source that the address names."""


@dataclass(slots=True)
class Visit:
    """What lasts as long as the reader stays on one screen."""

    screen: PageId = "start"
    method: MethodId | None = None
    """The method whose page this is."""
    search: Search | None = None
    """On Sources, once its address has been read."""
    opened: Literal["load", "clear"] | None = None
    """Which of the controls that keep or clear the answers is open."""
    wanted: FileId | None = None
    """The file that is to be made, if one is."""
    file: FileOutcome = field(default_factory=FileOutcome)
    just_ticked: tuple[str, ...] = ()
    """Further questions that were ticked here; they keep their place in the list."""
    rows: tuple[str, ...] = ()
    """The questions that were on show when one was last unticked; it keeps its place too."""
    is_ordering: bool = False
    """Whether the questions show their ways up and down in place of their ticks."""
    said: str = ""
    """What was last said to those who do not see what a press changed."""
    times_said: int = 0
    counted: dict[str, Callable[[], str]] = field(default_factory=dict)
    """By the key of a line that opens: what says how much of what it hides is answered."""
