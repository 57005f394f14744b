"""The views of the comparison, and the choice between them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final, get_args

from aid.ui import runtime
from aid.ui.parts import part
from aid.ui.screens.compare import choice, detail, direct, glance
from aid.ui.session import record
from aid.ui.session.record import ViewId

_DRAW: Final[Mapping[ViewId, Callable[[], None]]] = {
    "glance": glance.show,
    "detail": detail.show,
    "direct": direct.show,
}


@part("views")
def show() -> None:
    """Draw the view that the reader chose. Going to another one draws nothing else again."""
    label = runtime.catalogue().interface.compare.view_label
    choice.show(label, "table", get_args(ViewId), _view_name, "views")
    _DRAW[record.choices().table]()


def _view_name(option: str) -> str:
    words = runtime.catalogue().interface
    names = {
        "glance": words.compare.at_a_glance,
        "detail": words.compare.in_detail,
        "direct": words.direct.title,
    }
    return names[option]
