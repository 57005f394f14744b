"""The view of a few methods in detail, beside having no procedure for now."""

from __future__ import annotations

import streamlit as st

from aid.catalogue.answer_fields import MOST_COMPARED
from aid.catalogue.ids import METHOD_IDS, NO_PROCEDURE, MethodId
from aid.tailoring.shown_methods import methods_to_pick
from aid.tailoring.ticks import are_too_many
from aid.ui import runtime
from aid.ui.layout import problems
from aid.ui.screens.compare import on_show
from aid.ui.session import actions, record, widgets
from aid.views.detail import detail_table
from aid.views.elements import Parts, disclosed, paragraph


def view() -> Parts:
    """Draw the choice of methods; then comes what is known of those that are picked."""
    catalogue = runtime.catalogue()
    words = catalogue.interface.compare
    picked = record.answers().compare_methods
    offered = methods_to_pick(catalogue, on_show.method_ids(), picked)
    if offered:
        _pick(offered, picked)
    columns = (*picked, NO_PROCEDURE)
    laid_out, said = on_show.rows(), on_show.said()
    opened = [row for row in laid_out if row.open]
    closed = [row for row in laid_out if not row.open]
    empty = words.nothing_picked if offered else words.nothing_to_pick
    if not picked:
        yield paragraph(empty)
    yield from detail_table(catalogue, columns, opened, said, words.detail_caption)
    if closed:
        rest = detail_table(catalogue, columns, closed, said, words.more_facts)
        yield from disclosed(words.more_facts, rest)


def _pick(offered: tuple[MethodId, ...], picked: tuple[MethodId, ...]) -> None:
    key = widgets.key_for("compare-methods")
    stored = widgets.seed(key, [item for item in picked if item in offered])
    problems.here(key)
    st.pills(
        runtime.catalogue().interface.compare.pick_methods.format(count=MOST_COMPARED),
        offered,
        selection_mode="multi",
        default=stored,
        format_func=_method_name,
        key=key,
        **actions.on_change(_keep),
    )


# Streamlit keeps format_func for every session; a module-level function adds no memory.
def _method_name(method_id: MethodId) -> str:
    return runtime.catalogue().method_by_id[method_id].name


def _keep() -> actions.Parts:
    key = widgets.key_for("compare-methods")
    picked = tuple(item for item in METHOD_IDS if item in (widgets.value(key) or ()))
    if are_too_many(picked, MOST_COMPARED):
        words = runtime.catalogue().interface.questionnaire
        record.set_problem(key, words.too_many.format(count=MOST_COMPARED))
        return ("whole",)
    was_wrong = record.problem(key) is not None
    record.set_problem(key, None)
    record.change(compare_methods=picked)
    return ("whole",) if was_wrong else ("views", "foot")
