"""The words of the interface and of the sheet: one field for each text that code asks for.

A text that is missing, or that no field asks for, fails when the content is loaded.
"""

from __future__ import annotations

import string
from typing import Annotated

from pydantic import AfterValidator, Field

from aid.model import Entry, Text
from aid.vocabulary import (
    Audited,
    CardStatus,
    Certainty,
    ListCase,
    NeedId,
    ShapeSourceId,
    ShapeStatus,
    Standard,
    Unit,
)


class Holds:
    """Checks that a text has exactly the named gaps, each written ``{name}``."""

    def __init__(self, *gaps: str) -> None:
        self.gaps = set(gaps)

    def __call__(self, text: str) -> str:
        """Return the text unchanged; raise ``ValueError`` where its gaps are not the named ones."""
        found = {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}
        if found != self.gaps:
            wanted, has = (", ".join(sorted(gaps)) or "none" for gaps in (self.gaps, found))
            raise ValueError(f"its gaps must be: {wanted}; it has: {has}")
        return text


def _gaps(*names: str) -> AfterValidator:
    return AfterValidator(Holds(*names))


class Named(Entry):
    """A name and what it means."""

    name: Text
    meaning: Text


class UnitWords(Entry):
    """A unit after one and after several."""

    one: Text
    many: Text


class Section(Entry):
    """A heading with paragraphs and, if any, a list.

    ``only_on_screen`` keeps what is not true of paper out of the booklet.
    """

    title: Text
    text: tuple[Text, ...] = ()
    items: tuple[Text, ...] = ()
    only_on_screen: bool = False


class ServiceTexts(Entry):
    """The name of the service and what stands on every screen."""

    name: Text
    document_title: Annotated[str, _gaps("page", "service")]
    document_title_problem: Annotated[str, _gaps("page", "service")]
    menu_label: Text
    step: Annotated[str, _gaps("number", "count")]
    sheet_link: Text
    words_explained: Text
    back: Text
    continue_: Annotated[str, Field(alias="continue")]
    not_advice: Text
    not_reviewed: Text
    reviewed: Annotated[str, _gaps("name")]
    dated: Annotated[str, _gaps("date")]
    overdue: Annotated[str, _gaps("due")]
    weigh_link: Text
    unexpected: Text
    line_lost: Text
    line_back: Text
    redraw: Text


class RelevanceTexts(Entry):
    """How the list of methods came about, and the reasons that hold for every method."""

    nothing_ticked: Text
    not_sure: Text
    raised_only: Text
    shapes: Text
    shapes_and_raised: Text
    always_listed: Text
    about_dents_only: Text
    no_shape_named: Text


class FigureTexts(Entry):
    """How a number is written."""

    range: Annotated[str, _gaps("low", "high", "unit")]
    single: Annotated[str, _gaps("low", "unit")]
    x_of_n: Annotated[str, _gaps("events", "of", "unit")]
    out_of_100: Annotated[str, _gaps("count")]
    who: Annotated[str, _gaps("who")]
    follow_up: Annotated[str, _gaps("follow_up")]


class StartTexts(Entry):
    """The first screen."""

    decision: Text
    begin: Text
    read_first: Text
    sections: Annotated[tuple[Section, ...], Field(min_length=4)]


class MethodsTexts(Entry):
    """Facts first: every method with the same headings."""

    order: Text
    same_headings: Text
    open_method: Annotated[str, _gaps("name")]
    words_explained: Annotated[str, _gaps("name")]
    notes_title: Text
    notes_lead: Text
    tips_title: Text
    tips_source: Text
    beside_title: Text
    booklet_title: Text
    booklet_hint: Text
    booklet_a4: Text
    booklet_letter: Text
    booklet_file: Annotated[str, _gaps("paper")]
    begin: Text


class QuestionnaireTexts(Entry):
    """What the steps of the questionnaire share."""

    nothing_required: Text
    why_we_ask: Text
    problems_title: Text
    too_many: Annotated[str, _gaps("count")]
    too_long: Annotated[str, _gaps("count", "most")]
    none_to_choose: Text


class ReviewTexts(Entry):
    """All answers, each with a Change link."""

    change: Annotated[str, _gaps("what")]
    no_answer: Text
    to_compare: Text
    nothing_answered: Text


class CompareTexts(Entry):
    """The comparison."""

    how_to_read: Text
    order: Text
    list_title: Text
    list_how: Text
    same_for_everyone: Text
    show_listed: Text
    show_all: Text
    showing_listed: Annotated[str, _gaps("count")]
    showing_all: Text
    off_list_title: Annotated[str, _gaps("count")]
    add: Annotated[str, _gaps("name")]
    why_listed: Text
    view_label: Text
    at_a_glance: Text
    in_detail: Text
    glance_caption: Text
    glance_caption_more: Annotated[str, _gaps("number", "count")]
    one_fact: Text
    method_head: Text
    marked: Text
    sources_say: Text
    pick_methods: Annotated[str, _gaps("count")]
    nothing_picked: Text
    detail_caption: Text
    slide: Text
    fact_head: Text
    more_facts: Text
    certainty: Annotated[str, _gaps("name")]
    figures_title: Text
    sources_title: Text
    open_fact: Text
    charts_title: Text
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
    limit_line: Annotated[str, _gaps("said")]
    chart_alt: Annotated[str, _gaps("title", "values")]
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
    trade_off_facts: Annotated[str, _gaps("facts")]
    trade_off_open: Annotated[str, _gaps("facts")]


class BackingTexts(Entry):
    """What stands behind what a source says."""

    sure: Annotated[str, _gaps("name", "kind")]
    people: Annotated[str, _gaps("count")]
    followed: Annotated[str, _gaps("spans")]
    read: dict[Audited, Text]
    source: Annotated[str, _gaps("numbers")]


class KeepTexts(Entry):
    """Where the answers are, and how to save, load and clear them. On every screen."""

    title: Text
    jump: Text
    where: Text
    where_shared: Text
    save: Text
    save_again: Text
    file_name: Text
    load: Text
    load_label: Text
    load_hint: Text
    load_close: Text
    loaded: Text
    not_loaded: Text
    moved: Annotated[str, _gaps("names")]
    left_out: Annotated[str, _gaps("names")]
    clear: Text
    clear_question: Text
    clear_yes: Text
    clear_no: Text
    cleared: Text
    finish: Text
    restored: Text
    restored_after_break: Text
    restored_in_part: Text
    nothing_kept: Text
    nothing_kept_shared: Text
    idle_warning: Text
    idle_cleared: Text


class PrivacyTexts(Entry):
    """What happens to answers: short on Start, in full on About, by kind of device."""

    start_title: Text
    start: Annotated[tuple[Text, ...], Field(min_length=1)]
    start_shared: Annotated[tuple[Text, ...], Field(min_length=1)]
    about_title: Text
    about: Annotated[tuple[Text, ...], Field(min_length=1)]
    about_shared: Annotated[tuple[Text, ...], Field(min_length=1)]


class QuizTexts(Entry):
    """Check what you know."""

    true: Text
    false: Text
    not_sure: Text
    matches: Text
    differs: Text
    unsure: Text


class SheetPageTexts(Entry):
    """The screen on which the sheet is put together. The printed words are in ``sheet.toml``."""

    methods_title: Text
    methods_hint: Text
    questions_title: Text
    questions_hint: Text
    kept_title: Annotated[str, _gaps("count")]
    more_title: Annotated[str, _gaps("count")]
    drop: Text
    up: Text
    down: Text
    default_order: Text
    private_title: Text
    private_warning: Text
    own_title: Text
    own_hint: Annotated[str, _gaps("count")]
    own_label: Annotated[str, _gaps("number")]
    tell_title: Text
    tell_hint: Text
    nothing_to_tell: Text
    leaning_title: Text
    leaning_hint: Text
    leaning_not_sure: Text
    needs_title: Text
    notes_title: Text
    next_steps_label: Text
    notes_label: Text
    preview_title: Text
    large_open: Text
    large_close: Text
    large_lead: Text
    download_jump: Text
    download_title: Text
    paper_label: Text
    paper_a4: Text
    paper_letter: Text
    format_label: Text
    format_pdf: Text
    format_docx: Text
    format_txt: Text
    size_pdf: Text
    size_docx: Text
    size_txt: Text
    making: Text
    download: Annotated[str, _gaps("format", "size")]
    download_hint: Text
    download_again: Text
    file_name: Text
    undrawable: Text
    failed: Text


class AboutTexts(Entry):
    """Sources, funding, dates, privacy, accessibility."""

    sections: Annotated[tuple[Section, ...], Field(min_length=5)]
    authors_title: Text
    author: Annotated[str, _gaps("name", "role")]
    funding_title: Text
    dates_title: Text
    dates: Annotated[str, _gaps("version", "read_on", "months")]
    country_title: Text
    licence_title: Text
    licence: Annotated[str, _gaps("licence", "url", "code")]
    contact_title: Text
    certainty_title: Text
    certainty_lead: Text
    sources_title: Text
    sources_lead: Annotated[str, _gaps("count")]
    source_kind: dict[str, Text]
    funding_said: Annotated[str, _gaps("funding")]
    read_via: Annotated[str, _gaps("how")]
    used_for: Annotated[str, _gaps("places")]
    glossary_title: Text
    reading_title: Text
    reading_lead: Text
    reading_said: Annotated[str, _gaps("median", "highest", "claims", "made_with")]
    reading_caption: Text
    reading_place: Text
    reading_first: Text
    reading_second: Text
    reading_as_is: Text
    reading_sheet: Text
    card_title: Text
    card_lead: Annotated[tuple[Text, ...], Field(min_length=1)]
    card_caption: Text
    card_standard: Text
    card_name: dict[Standard, Text]
    card_status: dict[CardStatus, Text]
    card_not_met: Text
    card_open: Annotated[str, _gaps("name")]
    card_item: Text
    card_how: Text
    card_why: Text
    card_computed: Text


class WeighTexts(Entry):
    """Kind words behind the quiet link. It screens nobody and stores nothing."""

    title: Text
    text: Annotated[tuple[Text, ...], Field(min_length=1)]
    support_lead: Text


class DateTexts(Entry):
    """How a date is written, with the names of the months from January on."""

    pattern: Annotated[str, _gaps("day", "month", "year")]
    months: Annotated[tuple[Text, ...], Field(min_length=12, max_length=12)]


class InterfaceTexts(Entry):
    """Every text of the screens that is not a heading, a question or a fact."""

    service: ServiceTexts
    relevance: RelevanceTexts
    dates: DateTexts
    units: dict[Unit, UnitWords]
    certainty: dict[Certainty, Named]
    statuses: dict[ShapeStatus, Text]
    families: dict[str, Text]
    figures: FigureTexts
    start: StartTexts
    methods: MethodsTexts
    questionnaire: QuestionnaireTexts
    review: ReviewTexts
    compare: CompareTexts
    backing: BackingTexts
    quiz: QuizTexts
    sheet_page: SheetPageTexts
    about: AboutTexts
    weigh: WeighTexts
    keep: KeepTexts
    privacy: PrivacyTexts


class SheetTexts(Entry):
    """The printed words of the discussion sheet."""

    title: Text
    decision: Text
    name_line: Text
    date_line: Annotated[str, _gaps("date")]
    told_title: Text
    told_shapes: Text
    told_body_places: Text
    told_causes: Text
    told_how_long: Text
    shape_source: dict[ShapeSourceId, Text]
    not_answered: Text
    matters_title: Text
    most: Text
    also: Text
    hopes: Text
    own_words: Text
    time_title: Text
    downtime: Text
    visits: Text
    dates: Text
    methods_title: Text
    no_methods_chosen: Text
    fact_head: Text
    marked: Text
    leaning_title: Text
    leaning_not_sure: Text
    leaning_none: Text
    tell_title: Text
    tell_nothing: Text
    outline_title: Text
    outline_caption: Text
    outline_alt: Text
    earlier_procedures: Text
    questions_title: Text
    why: Annotated[str, _gaps("why")]
    own_question: Text
    needs_title: Text
    needs: dict[NeedId, Text]
    list_note: dict[ListCase, Text]
    agreed_title: Text
    next_steps_title: Text
    notes_title: Text
    tips_title: Text
    doctor_line: Text
    not_advice: Text
    overdue: Annotated[str, _gaps("due")]
    not_reviewed: Text
    reviewed: Annotated[str, _gaps("name")]
    version: Annotated[str, _gaps("version", "date")]
    sources_at: Annotated[str, _gaps("address")]
    funding: Annotated[str, _gaps("funding")]
    report: Annotated[str, _gaps("contact")]
    page_of: Annotated[str, _gaps("page", "pages")]
    effect_note: Text
    long_title: Text
    long_pointer: Annotated[str, _gaps("title")]
    long_questions: Annotated[str, _gaps("title")]


class BookletTexts(Entry):
    """The words that only the booklet has."""

    subtitle: Text
    contents_title: Text
    opening_title: Text
    how_to_use: Section
    your_words: Section
    read_title: Text
    read_items: Annotated[tuple[Text, ...], Field(min_length=1)]
    sources_line: Annotated[str, _gaps("numbers")]
    glance_title: Text
    glance_lead: Text
    answers_title: Text
    answers_lead: Text
    fits_title: Text
    fits_lead: Text
    fits_head: Text
    quiz_answers_title: Annotated[str, _gaps("title")]
    tell_lead: Text
    bank_title: Text
    bank_lead: Text
    sources_lead: Text
    taken: Text
    taken_with: Annotated[str, _gaps("text", "numbers")]
    taken_elsewhere: Annotated[str, _gaps("numbers")]
    footer: Annotated[str, _gaps("name", "dated", "reviewed")]


class SignOffTexts(Entry):
    """The words of the paper on which a clinician signs off one method."""

    title: Annotated[str, _gaps("name")]
    version: Annotated[str, _gaps("version", "read_on")]
    lead: Text
    shapes_title: Text
    facts_title: Text
    in_short: Annotated[str, _gaps("text")]
    in_full: Annotated[str, _gaps("text")]
    certainty: Annotated[str, _gaps("name")]
    figures: Annotated[str, _gaps("range")]
    claims: Text
    no_claims: Text
    mark: Text
    sources_title: Text
    sign_title: Text
    name_line: Text
    role_line: Text
    conflicts_line: Text
    date_line: Text
    signature_line: Text
    all_line: Text
