"""The two views of the comparison, and the choice between them."""

from __future__ import annotations

from aid.tailoring.comparison import rows, said_of_facts
from aid.ui import runtime
from aid.ui.parts import part
from aid.ui.screens.compare import choice, detail, glance
from aid.ui.session import record


@part("views")
def show() -> None:
    """Draw the view that the reader chose. Going to the other one draws nothing else again."""
    catalogue, answers = runtime.catalogue(), record.answers()
    choice.show(catalogue.interface.compare.view_label, "table", ("glance", "detail"), "views")
    draw = glance.show if record.choices().table == "glance" else detail.show
    draw(rows(catalogue, answers.concerns, answers.top_concerns), said_of_facts(catalogue, answers))
