"""The view of the studies that set two of the methods on show against each other."""

from __future__ import annotations

from aid.ui import runtime
from aid.ui.screens.compare import on_show
from aid.views.direct import direct_view
from aid.views.elements import Parts


def view() -> Parts:
    """How often each pair was studied, and what was found each time."""
    return direct_view(runtime.catalogue(), on_show.method_ids())
