"""The comparison: the list and how it came about, the two views, the charts, the table to keep."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

import streamlit as st
from markupsafe import Markup

from aid.catalogue.answer_fields import MOST_COMPARED
from aid.catalogue.catalogue import Catalogue
from aid.catalogue.ids import METHOD_IDS, NO_PROCEDURE, FactId, MethodId
from aid.formatting.glossary import method_texts, page_texts
from aid.tailoring.comparison import Row, rows, said_of_facts
from aid.tailoring.relevance import Relevance, relevance
from aid.tailoring.trade_offs import trade_offs
from aid.ui import runtime
from aid.ui.layout import problems, routes
from aid.ui.layout.html import html
from aid.ui.parts import part
from aid.ui.screens.methods import tips
from aid.ui.session import actions, record, widgets
from aid.ui.session.record import ChoiceId, Part
from aid.views.charts import LIMIT_DAYS, LIMIT_VISITS, ChartId, chart, course_key
from aid.views.comparison import detail_table, fact_tables, glance_table, row_notes
from aid.views.elements import bullets, disclosure, heading, paragraph
from aid.views.glossary import words_explained
from aid.views.trade_offs import trade_offs_html

LISTED, ALL = "listed", "all"
GLANCE, DETAIL = "glance", "detail"


def render() -> None:
    """Draw the comparison for the reader's answers."""
    catalogue = runtime.catalogue()
    words = catalogue.interface.compare
    method_ids = _list()
    _views()
    if pulling_apart := trade_offs(catalogue, record.answers().concerns):
        html(trade_offs_html(catalogue, pulling_apart))
    _charts(method_ids)
    st.download_button(
        words.download_csv,
        data=_csv,
        file_name="scar-options.csv",
        mime="text/csv",
        on_click="ignore",
        key="csv",
    )
    html(tips(catalogue, 2))
    for page_id in routes.parts("compare"):
        st.page_link(routes.page(page_id), label=catalogue.page_by_id[page_id].title)
    st.button(
        words.to_sheet, type="primary", key="to-sheet", **actions.on_click(routes.go, "sheet")
    )


@cache
def _explained(catalogue: Catalogue) -> Markup:
    texts = [*page_texts(catalogue, "compare")]
    for method in catalogue.methods:
        texts += method_texts(catalogue, method)
    return words_explained(catalogue, catalogue.interface.service.words_explained, texts)


def _csv() -> bytes:
    # Imported here, so that only this download waits for pandas.
    from aid.views.tidy_table import table_csv

    return table_csv(runtime.catalogue())


# What names the options of a widget, Streamlit keeps for every session. A function takes no room.


def _option_name(option: str) -> str:
    words = runtime.catalogue().interface.compare
    return {
        LISTED: words.show_listed,
        ALL: words.show_all,
        GLANCE: words.at_a_glance,
        DETAIL: words.in_detail,
    }[option]


def _method_name(method_id: MethodId) -> str:
    return runtime.catalogue().method_by_id[method_id].name


def _choice(label: str, name: ChoiceId, options: tuple[str, str], part: Part) -> None:
    key = widgets.seed(widgets.key_for(f"view.{name}"), getattr(record.choices(), name))
    st.segmented_control(
        label,
        options,
        format_func=_option_name,
        required=True,
        key=key,
        width="stretch",
        **actions.on_change(actions.keep_choice, name, key, part),
    )


def _listing() -> Relevance:
    return relevance(runtime.catalogue(), record.answers().scar_shapes)


def _shown(listing: Relevance) -> tuple[MethodId, ...]:
    """The methods to show, in the stated order."""
    chosen = record.choices()
    return tuple(
        listed.method_id
        for listed in listing.methods
        if listed.relevant or listed.method_id in chosen.added or chosen.listing == ALL
    )


def _list() -> tuple[MethodId, ...]:
    """Draw how the list came about and return the methods to show, in the stated order."""
    catalogue = runtime.catalogue()
    words = catalogue.interface.compare
    html(paragraph(words.order))
    _choice(words.list_title, "listing", (LISTED, ALL), "whole")
    listing = _listing()
    shown = _shown(listing)
    off = [listed for listed in listing.off_list if listed.method_id not in shown]
    showing = words.showing_listed.format(count=len(shown)) if off else words.showing_all
    html(Markup('<p>{} <span role="status">{}</span></p>').format(listing.note, showing))
    if off:
        # With a key it stays as the reader left it when its title, which counts, changes.
        title = words.off_list_title.format(count=len(off))
        with st.expander(title, expanded=True, key="off-list"):
            for listed in off:
                name = catalogue.method_by_id[listed.method_id].name
                html(Markup("<p><strong>{}</strong>. {}</p>").format(name, listed.reason))
                st.button(
                    words.add.format(name=name),
                    key=f"add-{listed.method_id}",
                    **actions.on_click(_add, listed.method_id),
                )
    reasons = bullets(
        f"{catalogue.method_by_id[listed.method_id].name}: {listed.reason}"
        for listed in listing.methods
        if listed.relevant
    )
    how = paragraph(words.same_for_everyone) + paragraph(words.why_listed, "label") + reasons
    html(disclosure(words.list_how, how) + _explained(catalogue))
    return shown


def _add(method_id: MethodId) -> None:
    chosen = record.choices()
    chosen.added = (*chosen.added, method_id)


@part("views")
def _views() -> None:
    """The two views. Going from one to the other draws them anew, and nothing else."""
    catalogue, answers = runtime.catalogue(), record.answers()
    words = catalogue.interface.compare
    _choice(words.view_label, "table", (GLANCE, DETAIL), "views")
    laid_out = rows(catalogue, answers.concerns, answers.top_concerns)
    draw = _at_a_glance if record.choices().table == GLANCE else _in_detail
    draw(laid_out, said_of_facts(catalogue, answers), _shown(_listing()))


def _at_a_glance(
    laid_out: tuple[Row, ...], said: Mapping[FactId, str], method_ids: tuple[MethodId, ...]
) -> None:
    """All methods at once on a wide screen, one fact of them at a time on a narrow one.

    The style sheet shows one of the two. Each message costs time, so both are in one.
    """
    catalogue = runtime.catalogue()
    words = catalogue.interface.compare
    wide = paragraph(words.how_to_read, "note") + glance_table(
        catalogue, method_ids, laid_out, said
    )
    narrow = paragraph(words.one_fact, "note") + fact_tables(catalogue, method_ids, laid_out, said)
    notes = row_notes(row for row in laid_out if row.open)
    html(
        Markup('<div class="wide">{}</div><div class="narrow">{}</div>{}').format(
            wide, narrow, notes
        )
    )


def _in_detail(
    laid_out: tuple[Row, ...], said: Mapping[FactId, str], method_ids: tuple[MethodId, ...]
) -> None:
    catalogue = runtime.catalogue()
    words = catalogue.interface.compare
    picked = record.answers().compare_methods
    offered = [
        method.id
        for method in catalogue.methods
        if method.id != NO_PROCEDURE and (method.id in method_ids or method.id in picked)
    ]
    key = widgets.seed(
        widgets.key_for("compare-methods"), [item for item in picked if item in offered]
    )
    problems.here(key)
    st.pills(
        words.pick_methods.format(count=MOST_COMPARED),
        offered,
        selection_mode="multi",
        format_func=_method_name,
        key=key,
        **actions.on_change(_keep_compared),
    )
    columns = (*picked, NO_PROCEDURE)
    opened = [row for row in laid_out if row.open]
    closed = [row for row in laid_out if not row.open]
    tables = Markup("") if picked else paragraph(words.nothing_picked)
    tables += detail_table(catalogue, columns, opened, said, words.detail_caption)
    if closed:
        rest = detail_table(catalogue, columns, closed, said, words.more_facts)
        tables += disclosure(words.more_facts, rest)
    html(tables)


def _keep_compared() -> actions.Parts:
    key = widgets.key_for("compare-methods")
    picked = tuple(item for item in METHOD_IDS if item in (widgets.value(key) or ()))
    if len(picked) > MOST_COMPARED:
        words = runtime.catalogue().interface.questionnaire
        record.set_problem(key, words.too_many.format(count=MOST_COMPARED))
        return ("whole",)
    was_wrong = record.problem(key) is not None
    record.set_problem(key, None)
    record.change(compare_methods=picked)
    return ("whole",) if was_wrong else ("views", "foot")


def _charts(method_ids: tuple[MethodId, ...]) -> None:
    catalogue = runtime.catalogue()
    words = catalogue.interface.compare
    answers = record.answers()
    limits: dict[ChartId, tuple[float | None, str]] = {
        "downtime": (
            LIMIT_DAYS.get(answers.downtime) if answers.downtime else None,
            _said("downtime", answers.downtime),
        ),
        "visits": (
            LIMIT_VISITS.get(answers.visits) if answers.visits else None,
            _said("visits", answers.visits),
        ),
        "course": (None, ""),
    }
    above = heading(2, words.charts_title) + paragraph(words.charts_note)
    for chart_id, (limit, said) in limits.items():
        drawn = chart(catalogue, chart_id, method_ids, limit=limit, limit_words=said)
        above += heading(3, drawn.title)
        if chart_id == "course":
            above += course_key(catalogue)
        if limit is not None:
            above += paragraph(words.limit_line.format(said=said), "note")
        html(above)
        st.vega_lite_chart(drawn.specification, alt=drawn.alt, key=f"chart-{chart_id}")
        above = disclosure(words.chart_as_text, bullets(drawn.lines))
    html(above + paragraph(words.course_note, "note"))


def _said(ask_id: str, answer: str | None) -> str:
    return next(
        (
            option.you_said or ""
            for option in runtime.catalogue().options(ask_id)
            if option.id == answer
        ),
        "",
    )
