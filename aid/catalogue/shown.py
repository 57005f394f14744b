"""Where a text of the content is shown: the annotation of fields that hold words for a reader."""

from __future__ import annotations

from dataclasses import dataclass

from aid.catalogue.ids import PAGE_IDS

SHEET = "sheet-paper"
"""The place name for the printed sheet, beside the ids of the screens."""

BOOKLET = "booklet-paper"
"""The place name for the booklet, which holds the whole aid."""

SIGN_OFF = "sign-off-paper"
"""The place name for the paper that a clinician signs; no reader of the aid sees it."""

READING = "reading-edition"
"""The place name for the pages that are there to be read, without any question."""

REFUSED_FILE = "refused-file"
"""The place name for what is wrong with an answers file: it is on a screen only with such a file.

As part of the screens these short sentences would make each look easier to read than it is.
"""


@dataclass(frozen=True, init=False)
class Shown:
    """The screens and papers that show the texts of a field.

    Attributes:
        places: Ids of screens and names of papers; the booklet is worked out elsewhere.
        by: A field of the entry that names one more screen, the first; empty for none.
    """

    places: tuple[str, ...]
    by: str

    def __init__(self, *places: str, by: str = "") -> None:
        object.__setattr__(self, "places", places)
        object.__setattr__(self, "by", by)

    def of(self, entry: object) -> tuple[str, ...]:
        """The screens and papers for one entry."""
        return (getattr(entry, self.by), *self.places) if self.by else self.places


EVERYWHERE = Shown(*PAGE_IDS)
"""On every screen."""

NOWHERE = Shown()
"""On no screen: in the booklet at most."""
