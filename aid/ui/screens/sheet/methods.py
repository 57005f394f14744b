"""Which methods are on the sheet."""

from __future__ import annotations

from typing import Final

from aid.catalogue.ids import METHOD_IDS, NO_PROCEDURE
from aid.ui import runtime
from aid.ui.screens.sheet import changed, pick
from aid.ui.session import actions, record, widgets

_KEY: Final = widgets.key_for("sheet-methods")


def show() -> None:
    """Draw the choice of methods. "No procedure for now" is always on the sheet."""
    catalogue = runtime.catalogue()
    words = catalogue.interface.sheet_page
    names = {item.id: item.name for item in catalogue.methods if item.id != NO_PROCEDURE}
    chosen = record.answers().sheet_methods
    pick.show(
        words.methods_title,
        words.methods_hint,
        names,
        key=_KEY,
        picked=[item for item in names if item in chosen],
        keep=_keep,
    )


def _keep() -> actions.Parts:
    picked = widgets.value(_KEY) or ()
    record.change(sheet_methods=tuple(item for item in METHOD_IDS if item in picked))
    return changed.QUESTIONS
