"""Which methods are on the sheet, and which way the reader leans."""

from __future__ import annotations

from typing import Final

from aid.catalogue.ids import METHOD_IDS, NO_PROCEDURE, LeaningId
from aid.papers.sheet.content import MOST_METHODS_UPRIGHT
from aid.ui import runtime
from aid.ui.layout import frame
from aid.ui.parts import part
from aid.ui.screens.sheet import changed, pick, places
from aid.ui.session import actions, record, widgets

_METHODS: Final = widgets.key_for("sheet-methods")
_LEANING: Final = widgets.key_for("leaning")
_LEANINGS: Final[tuple[LeaningId, ...]] = (*METHOD_IDS, "not-sure")


def begin() -> None:
    """Put the methods that the reader compared side by side on the sheet, once, if it has none."""
    choices, answers = record.choices(), record.answers()
    if choices.has_begun_sheet or record.current().opening is not None:
        return  # what the tab has kept may still come
    if answers.compare_methods and not answers.sheet_methods:
        choices.has_begun_sheet = True
        record.change(sheet_methods=answers.compare_methods)


@part("methods")
def show() -> None:
    """Draw the choice of methods, and below it the leaning, which offers them."""
    _methods()
    _leaning()


def _methods() -> None:
    """All but "no procedure for now", which is always on the sheet."""
    catalogue = runtime.catalogue()
    words = catalogue.interface.sheet_page
    names = {item.id: item.name for item in catalogue.methods if item.id != NO_PROCEDURE}
    chosen = record.answers().sheet_methods
    pick.show(
        words.methods_title,
        words.methods_hint,
        names,
        place=places.METHODS,
        key=_METHODS,
        picked=[item for item in names if item in chosen],
        keep=_keep_methods,
    )
    if sum(item in names for item in chosen) > MOST_METHODS_UPRIGHT:
        frame.status(words.methods_more)


def _leaning() -> None:
    """The methods on the sheet, all where none is; "no procedure" and "not sure" are like them."""
    catalogue, answers = runtime.catalogue(), record.answers()
    words = catalogue.interface.sheet_page
    chosen = answers.sheet_methods or METHOD_IDS
    names: dict[LeaningId, str] = {
        item.id: item.name
        for item in catalogue.methods
        if item.id in (*chosen, *answers.leaning, NO_PROCEDURE)
    }
    names["not-sure"] = words.leaning_not_sure
    pick.show(
        words.leaning_title,
        words.leaning_hint,
        names,
        place=places.LEANING,
        key=_LEANING,
        picked=answers.leaning,
        keep=_keep_leaning,
    )


def _keep_methods() -> actions.Parts:
    picked = widgets.value(_METHODS) or ()
    record.change(sheet_methods=tuple(item for item in METHOD_IDS if item in picked))
    return changed.METHODS


def _keep_leaning() -> actions.Parts:
    picked = widgets.value(_LEANING) or ()
    record.change(leaning=tuple(item for item in _LEANINGS if item in picked))
    return changed.PRINTED
