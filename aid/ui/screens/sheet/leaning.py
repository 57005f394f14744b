"""Which way the reader leans, if any."""

from __future__ import annotations

from typing import Final

from aid.catalogue.ids import METHOD_IDS, LeaningId
from aid.ui import runtime
from aid.ui.screens.sheet import changed, pick
from aid.ui.session import actions, record, widgets

_KEY: Final = widgets.key_for("leaning")
_ORDER: Final[tuple[LeaningId, ...]] = (*METHOD_IDS, "not-sure")


def show() -> None:
    """Draw every method, and "not sure"."""
    catalogue = runtime.catalogue()
    words = catalogue.interface.sheet_page
    names: dict[LeaningId, str] = {item.id: item.name for item in catalogue.methods}
    names["not-sure"] = words.leaning_not_sure
    pick.show(
        words.leaning_title,
        words.leaning_hint,
        names,
        key=_KEY,
        picked=record.answers().leaning,
        keep=_keep,
    )


def _keep() -> actions.Parts:
    picked = widgets.value(_KEY) or ()
    record.change(leaning=tuple(item for item in _ORDER if item in picked))
    return changed.PRINTED
