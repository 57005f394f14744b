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
    label = catalogue.interface.compare.view_label
    choice.show(label, "table", ("glance", "detail"), _view_name, "views")
    draw = glance.show if record.choices().table == "glance" else detail.show
    draw(rows(catalogue, answers.concerns, answers.top_concerns), said_of_facts(catalogue, answers))


def _view_name(option: str) -> str:
    words = runtime.catalogue().interface.compare
    return words.at_a_glance if option == "glance" else words.in_detail
