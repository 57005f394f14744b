"""The views of the comparison, and the choice between them.

A view draws its parts and gives back the HTML that it ends with: each message costs time, so what
stands below the view is in the same one.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final, get_args

from markupsafe import Markup

from aid.ui import runtime
from aid.ui.layout.html import html
from aid.ui.parts import part
from aid.ui.screens.compare import charts, choice, detail, direct, glance, off_table, on_show
from aid.ui.session import record
from aid.ui.session.visit import ViewId
from aid.views.elements import Parts

_VIEWS: Final[Mapping[ViewId, Callable[[], Parts]]] = {
    "glance": glance.view,
    "detail": detail.view,
    "charts": charts.view,
    "direct": direct.view,
}


@part("views")
def show() -> None:
    """Draw the view that the reader chose. Going to another one draws nothing else again."""
    label = runtime.catalogue().interface.compare.view_label
    choice.show(label, "table", get_args(ViewId), _view_name, "views")
    html(_shown(), *_VIEWS[record.choices().table](), off_table.reasons())


def _shown() -> Markup:
    """How many methods are on show, for whoever cannot see it."""
    catalogue, count = runtime.catalogue(), len(on_show.method_ids())
    words = catalogue.interface.compare
    is_whole = count == len(catalogue.methods)
    said = words.showing_all if is_whole else words.showing_listed.format(count=count)
    return Markup('<p class="unseen" role="status">{}</p>').format(said)


def _view_name(option: str) -> str:
    words = runtime.catalogue().interface
    names = {
        "glance": words.compare.at_a_glance,
        "detail": words.compare.in_detail,
        "charts": words.compare.charts,
        "direct": words.direct.title,
    }
    return names[option]
