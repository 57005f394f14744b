"""Words of the comparison, and of how its list came about."""

from __future__ import annotations

from typing import Annotated

from aid.catalogue.base import Entry, Text
from aid.catalogue.gaps import gaps
from aid.catalogue.ids import ListCase, ListId


class RelevanceTexts(Entry):
    """How the list of methods came about, and the reasons that hold for every method.

    ``note`` says how, for each way of ticking scar shapes. ``always_word`` is in the place of a
    status for having no procedure.
    """

    note: dict[ListCase, Text]
    always_listed: Text
    always_word: Text
    about_dents_only: Text
    no_shape_named: Text
    fit: Annotated[str, gaps("shape", "word")]


class CompareTexts(Entry):
    """The comparison."""

    how_to_read: Text
    where_from: Text
    order: Text
    list_title: Text
    same_for_everyone: Text
    lists: dict[ListId, Annotated[str, gaps("count")]]
    not_named: Text
    line: dict[ListCase, Text]
    list_how: Text
    showing_listed: Annotated[str, gaps("count")]
    showing_all: Text
    off_list_title: Annotated[str, gaps("count")]
    add_label: Text
    add: Annotated[str, gaps("name")]
    fits_title: Text
    fits_open: Text
    view_label: Text
    at_a_glance: Text
    in_detail: Text
    glance_caption: Text
    glance_caption_more: Annotated[str, gaps("number", "count")]
    one_fact: Text
    fact_before: Text
    fact_after: Text
    method_head: Text
    marked: Text
    sources_say: Text
    pick_methods: Annotated[str, gaps("count")]
    nothing_picked: Text
    nothing_to_pick: Text
    detail_caption: Text
    slide: Text
    fact_head: Text
    more_facts: Text
    certainty: Annotated[str, gaps("name")]
    figures_title: Text
    sources_title: Text
    open_fact: Text
    charts: Text
    charts_note: Text
    downtime_chart: Text
    downtime_axis: Text
    visits_chart: Text
    visits_axis: Text
    course_chart: Text
    course_axis: Text
    course_note: Text
    course_colours: Text
    course_gap: Text
    course_downtime: Text
    course_redness: Text
    course_result: Text
    no_figure_row: Text
    limit_line: Annotated[str, gaps("said")]
    chart_alt: Annotated[str, gaps("title", "values")]
    chart_as_text: Text
    download_csv: Text
    csv_method: Text
    csv_fact: Text
    csv_low: Text
    csv_high: Text
    csv_unit: Text
    csv_short: Text
    csv_text: Text
    csv_certainty: Text
    csv_sources: Text
    tips_title: Text
    to_sheet: Text
    trade_offs_title: Text
    trade_offs_lead: Text
    trade_off_facts: Annotated[str, gaps("facts")]
