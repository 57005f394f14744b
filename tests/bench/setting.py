"""What every part of the bench is given: the bare page, the answers, and where to click."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Final, NamedTuple

from aid.answers.example import example_answers
from aid.answers.file import copy_json
from aid.catalogue.catalogue import Catalogue
from aid.catalogue.ids import PageId
from tests.conftest import ROOT

APP: Final = ROOT / "app.py"
COMPARE: Final = "compare"

CLICKS: Final[Mapping[PageId, tuple[str, str]]] = {
    "scars": ("ask.scar-shapes.ice-pick", "a tick"),
    "time": ("ask.visits", "another choice"),
    "priorities": ("ask.concerns.lasting", "a tick"),
    "health": ("ask.health.smoking", "a tick"),
    COMPARE: ("ask.view.table", "switches the view"),
    "quiz": ("ask.quiz.dark-marks", "another choice"),
    "sheet": ("ask.need.feel-sure", "a tick"),
    "keep": ("load", "opens or closes Load"),
}
"""By screen: the key of a widget that changes something, and what a click on it is."""


class Setting(NamedTuple):
    """What a part measures."""

    catalogue: Catalogue
    bare_app: Path

    @property
    def answers(self) -> str:
        """The answers that visitors bring along, as a tab keeps them."""
        return copy_json(example_answers())

    def address_of(self, page: PageId) -> str:
        """The address of a screen below the root."""
        return "" if page == "start" else page
