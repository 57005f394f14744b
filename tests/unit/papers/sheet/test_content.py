"""The sheet holds what was answered and what the content says; health leaves no trace unasked."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass
from datetime import date
from math import comb
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aid.answers.example import example_answers
from aid.answers.file import answers_json, load_answers
from aid.answers.model import Answers
from aid.catalogue.answer_fields import MOST_CHARACTERS
from aid.catalogue.catalogue import Catalogue
from aid.catalogue.ids import HEALTH_IDS, METHOD_IDS, FactId, HealthId, MethodId, ShapeId
from aid.catalogue.text_index import reader_texts
from aid.formatting.direct import in_short, pair_title
from aid.papers.sheet.content import (
    Line,
    Sheet,
    SheetQuestion,
    TellLine,
    build_sheet,
    printed_health,
    sheet_methods,
)
from aid.tailoring.direct import direct_comparisons
from aid.tailoring.doctor_questions import asked_questions
from tests.exhaustive import COMBINATIONS, made_of, readers, subsets

TODAY = date(2026, 11, 22)
NO_PROCEDURE: MethodId = "no-procedure-for-now"
ITEMS = tuple(item for item in HEALTH_IDS if item not in ("none-of-these", "rather-not-say"))

TELLING: Mapping[HealthId, str] = {
    "active-acne": r"acne|spots?\b|pimple",
    "raised-scars": r"raised|keloid",
    "darkens-after-injury": r"dark|marks?\b|colour",
    "darker-skin": r"dark|brown|black|colour|tone",
    "recent-sun": r"sun|tan\b|tanned",
    "melasma": r"melasma|patches|brown",
    "vitiligo-psoriasis-lichen": r"vitiligo|psoriasis|lichen",
    "eczema-or-rosacea": r"eczema|rosacea",
    "isotretinoin": r"isotretinoin|acne|medicine|dose",
    "blood-thinners": r"blood|thinner|aspirin|bleed|bruis",
    "light-sensitive": r"light|sensitiv",
    "allergies": r"allerg|reaction",
    "smoking": r"smok|tobacco|nicotine",
    "cold-sores": r"cold sore|herpes|virus",
    "slow-healing": r"slow|immun|infect|heal",
    "immune-illness": r"immun|lupus|scleroderma",
    "diabetes": r"diabet|sugar|insulin",
    "cancer-treatment": r"cancer|tumou?r|chemo",
    "pregnancy": r"pregnan|breast|baby",
    "under-18": r"18|ages?\b|young|parent|guardian|child",
    "earlier-filler": r"filler|inject",
    "earlier-procedures": r"laser|peel|needl|procedure",
    "metal-or-device": r"metal|pacemaker|device|implant|radio",
    "infection-jab-dental": r"infection|jab|vaccin|dental|tooth",
}
"""For each health item, the words that would give it away."""

Record = Callable[[str, object], None]


def reader(**values: object) -> Answers:
    return Answers.model_validate(values)


def without(answers: Answers, item: str) -> Answers:
    """The same person, who has not said one health item."""
    update: dict[str, Any] = {"health": tuple(other for other in answers.health if other != item)}
    if item == "earlier-procedures":
        update["earlier_procedures"] = ""
    return answers.model_copy(update=update)


@pytest.fixture(scope="session")
def texts(catalogue: Catalogue) -> frozenset[str]:
    """Every text of the content, and a line for each scar shape with each word for it."""
    words = catalogue.interface
    said = (words.relevance.always_word, *(status.name for status in words.statuses.values()))
    lines = {
        words.relevance.fit.format(shape=", ".join(shapes), word=word)
        for shapes in subsets([shape.name for shape in catalogue.shapes])
        for word in said
    }
    return frozenset(entry.text for entry in reader_texts(catalogue)) | lines


def test_what_sources_say_of_the_ticked_shapes_is_the_first_row(catalogue: Catalogue) -> None:
    answers = reader(scar_shapes=["ice-pick", "rolling"], sheet_methods=["tca-cross"])
    sheet = build_sheet(catalogue, answers, TODAY)
    assert sheet.rows[0].name == catalogue.sheet.fits_name
    assert sheet.rows[0].cells == (
        "Ice pick: described. Rolling: changed less.",
        "Ice pick, Rolling: always a choice.",
    )
    nothing_ticked = build_sheet(catalogue, answers.with_values(scar_shapes=()), TODAY)
    assert nothing_ticked.rows == sheet.rows[1:]


@pytest.fixture(scope="module")
def base_answers(catalogue: Catalogue) -> list[Answers]:
    """Readers who differ in all but their health; two of them made their own list of questions."""
    private = [question.id for question in catalogue.questions if question.private]
    full = example_answers().with_values(health=(), health_on_sheet=())
    return [
        reader(),
        full,
        reader(scar_shapes=["raised"], concerns=["none-of-these"], sheet_methods=METHOD_IDS),
        reader(kept_questions=[*private, "what-are-my-options"], own_questions=["Is it near?"]),
        full.with_values(kept_questions=(), earlier_procedures="A peel, long ago."),
        full.with_values(kept_questions=None, top_concerns=(), leaning=("subcision",)),
    ]


# Health stays private.


@pytest.mark.slow
def test_an_item_that_is_not_chosen_leaves_no_trace(
    catalogue: Catalogue, base_answers: list[Answers], record_property: Record
) -> None:
    """Each item, beside each other item that is or is not printed, for several readers."""
    ran = 0
    for base in base_answers:
        for other in ITEMS:
            for printed in ((), (other,)):
                said = base.with_values(health=(other,), health_on_sheet=printed)
                expected = build_sheet(catalogue, said, TODAY)
                for item in ITEMS:
                    more = said.with_values(health=tuple({other, item}))
                    if item not in printed:
                        assert build_sheet(catalogue, more, TODAY) == expected, (item, said)
                        ran += 1
    assert ran == len(base_answers) * (24 * 24 + 24 * 23)
    record_property(COMBINATIONS, f"{ran:,} sheets: a health item not chosen leaves no trace")


def test_all_items_unchosen_leave_no_trace(
    catalogue: Catalogue, base_answers: list[Answers]
) -> None:
    for base in base_answers:
        silent = base.with_values(health=(), earlier_procedures="")
        told = base.with_values(health=ITEMS, earlier_procedures="Laser in May, with a bad result.")
        assert build_sheet(catalogue, told, TODAY) == build_sheet(catalogue, silent, TODAY)


def test_answers_that_stand_alone_leave_no_trace(
    catalogue: Catalogue, base_answers: list[Answers]
) -> None:
    for base in base_answers:
        silent = base.with_values(health=(), health_on_sheet=())
        for alone in ("none-of-these", "rather-not-say"):
            told = silent.with_values(health=(alone,), health_on_sheet=(alone,))
            assert build_sheet(catalogue, told, TODAY) == build_sheet(catalogue, silent, TODAY)


@pytest.mark.slow
@given(data=st.data())
def test_any_reader_prints_no_trace_of_an_item_not_chosen(
    catalogue: Catalogue, data: st.DataObject
) -> None:
    answers = data.draw(readers(catalogue.question_by_id))
    sheet = build_sheet(catalogue, answers, TODAY)
    for item in set(answers.health_said) - set(answers.health_on_sheet):
        assert build_sheet(catalogue, without(answers, item), TODAY) == sheet, item


def test_every_item_prints_alone_when_it_is_chosen(catalogue: Catalogue) -> None:
    for item in ITEMS:
        answers = reader(health=ITEMS, health_on_sheet=[item])
        sheet = build_sheet(catalogue, answers, TODAY)
        content = catalogue.health_by_id[item]
        assert [(line.text, line.fill_in) for line in sheet.tell] == [
            (content.tell, content.fill_in)
        ]


def test_things_to_tell_stand_in_the_aids_order(catalogue: Catalogue) -> None:
    answers = reader(health=ITEMS[::-1], health_on_sheet=ITEMS[::-1])
    printed = [line.text for line in build_sheet(catalogue, answers, TODAY).tell]
    assert printed == [catalogue.health_by_id[item].tell for item in ITEMS]


def test_an_item_ticked_for_printing_but_not_said_is_not_printed(catalogue: Catalogue) -> None:
    assert build_sheet(catalogue, reader(health_on_sheet=ITEMS), TODAY).tell == ()


def test_words_on_earlier_procedures_count_as_the_item() -> None:
    words = {"earlier_procedures": "A peel in May."}
    assert reader(**words).health_said == ("earlier-procedures",)
    assert printed_health(reader(**words)) == ()
    assert printed_health(reader(**words, health_on_sheet=["earlier-procedures"])) == (
        "earlier-procedures",
    )
    assert reader(earlier_procedures=" \n ").health_said == ()
    assert reader(health=["rather-not-say"], **words).health_said == ("earlier-procedures",)


def test_words_on_earlier_procedures_print_only_with_their_item(catalogue: Catalogue) -> None:
    secret = "Laser in May, with a bad result."
    shown = reader(earlier_procedures=secret, health_on_sheet=["earlier-procedures"])
    hidden = reader(earlier_procedures=secret, health=["smoking"], health_on_sheet=["smoking"])
    assert [line.words for line in build_sheet(catalogue, shown, TODAY).tell] == [secret]
    assert secret not in str(build_sheet(catalogue, hidden, TODAY))


def test_there_are_telling_words_for_every_item_and_they_are_telling(catalogue: Catalogue) -> None:
    assert tuple(TELLING) == ITEMS
    for item, words in TELLING.items():
        assert re.search(words, catalogue.health_by_id[item].tell or "", re.IGNORECASE), item


def test_a_printed_reason_never_repeats_the_item(catalogue: Catalogue) -> None:
    private = [question for question in catalogue.questions if question.private]
    kept = reader(kept_questions=[question.id for question in private])
    printed = build_sheet(catalogue, kept, TODAY).questions[-len(private) :]
    for question, line in zip(private, printed, strict=True):
        assert line.text == question.text
        for item in question.when.health:
            found = re.search(rf"\b(?:{TELLING[item]})", line.why, re.IGNORECASE)
            assert not found, (question.id, line.why)


# Every sentence is the content's or the reader's own.


def not_own_words(value: object, path: str = "sheet") -> Iterator[tuple[str, str]]:
    """Every text of a sheet, save those that the reader typed, with its place."""
    if isinstance(value, str):
        if value:
            yield path, value
    elif isinstance(value, tuple):
        for position, part in enumerate(value):
            yield from not_own_words(part, f"{path}[{position}]")
    elif is_dataclass(value):
        own: tuple[str, ...] = ()
        if isinstance(value, Sheet):
            own = ("next_steps", "notes")
        elif isinstance(value, Line) and value.words:
            own = ("value",)
        elif isinstance(value, TellLine):
            own = ("words",)
        elif isinstance(value, SheetQuestion) and value.own:
            own = ("text",)
        for field in fields(value):
            if field.name not in own:
                yield from not_own_words(getattr(value, field.name), f"{path}.{field.name}")


@pytest.mark.slow
@given(data=st.data())
def test_every_sentence_that_is_not_the_readers_stands_in_the_content(
    catalogue: Catalogue, texts: frozenset[str], data: st.DataObject
) -> None:
    answers = data.draw(readers(catalogue.question_by_id))
    direct = {
        text
        for item in direct_comparisons(catalogue, METHOD_IDS)
        for text in (pair_title(catalogue, item.methods), in_short(catalogue, item.study))
    }
    for path, text in not_own_words(build_sheet(catalogue, answers, TODAY)):
        assert made_of(text, texts | direct), (path, text)


def test_the_places_of_own_words_are_found() -> None:
    """The walk above would not notice a text that it does not visit."""
    sheet = example_sheet_value()
    assert [text for _, text in not_own_words(sheet)] == ["decision", "label", "tell", "why"]


def example_sheet_value() -> Sheet:
    return Sheet(
        decision="decision",
        made_on=TODAY,
        content_version=TODAY,
        told=(Line("label", "OWN", words=True),),
        matters=(),
        time=(),
        list_note="",
        listed_names=(),
        methods=(),
        rows=(),
        sideways=False,
        compared=(),
        leaning=(),
        tell=(TellLine("tell", "", "OWN"),),
        questions=(SheetQuestion("OWN", own=True), SheetQuestion("", "why")),
        needs=(),
        next_steps="OWN",
        notes="OWN",
        tips=(),
    )


# Methods.


def test_no_procedure_is_a_column_for_every_choice_of_methods(
    catalogue: Catalogue, record_property: Record
) -> None:
    stated = [method.id for method in catalogue.methods]
    ran = 0
    for chosen in subsets(METHOD_IDS):
        columns = sheet_methods(catalogue, reader(sheet_methods=chosen))
        wanted = {*chosen, NO_PROCEDURE} if chosen else set()
        assert list(columns) == [method for method in stated if method in wanted], chosen
        ran += 1
    assert ran == 2 ** len(METHOD_IDS)
    record_property(COMBINATIONS, f"{ran:,} choices of methods: the columns of the sheet")


def test_the_table_holds_key_and_marked_facts_of_each_column(
    catalogue: Catalogue, record_property: Record
) -> None:
    facts: Sequence[FactId] = "cost", "visits", "downtime", "effect", "serious-risks", "darker-skin"
    ran = 0
    for chosen in subsets(METHOD_IDS, at_most=3):
        answers = reader(sheet_methods=chosen, concerns=["cost"], top_concerns=["cost"])
        sheet = build_sheet(catalogue, answers, TODAY)
        ran += 1
        if not chosen:
            assert (sheet.methods, sheet.rows) == ((), ())
            continue
        columns = [method for method in catalogue.methods if method.id in {*chosen, NO_PROCEDURE}]
        assert sheet.methods == tuple(method.name for method in columns)
        assert sheet.listed_names == ()
        assert [row.name for row in sheet.rows] == [
            catalogue.fact_by_id[fact].name for fact in facts
        ]
        assert [row.marked for row in sheet.rows] == [True, *[False] * 5]
        for fact, row in zip(facts, sheet.rows, strict=True):
            assert row.cells == tuple(method.facts[fact].short for method in columns)
    assert ran == sum(comb(len(METHOD_IDS), size) for size in range(4))
    record_property(COMBINATIONS, f"{ran:,} choices of up to three methods: the table of the sheet")


@pytest.mark.parametrize(("beside", "sideways"), [(1, False), (3, False), (4, True), (11, True)])
def test_more_than_three_methods_get_a_page_of_their_own(
    catalogue: Catalogue, beside: int, sideways: bool
) -> None:
    others = [method for method in METHOD_IDS if method != NO_PROCEDURE][:beside]
    for chosen in (others, [*others, NO_PROCEDURE]):
        assert build_sheet(catalogue, reader(sheet_methods=chosen), TODAY).sideways is sideways


def test_with_no_method_chosen_the_names_on_the_list_are_printed(catalogue: Catalogue) -> None:
    sheet = build_sheet(catalogue, reader(scar_shapes=["raised"]), TODAY)
    assert sheet.listed_names == (catalogue.method_by_id[NO_PROCEDURE].name,)
    assert sheet.list_note == catalogue.sheet.list_note["raised-only"]
    everything = build_sheet(catalogue, reader(), TODAY)
    assert everything.listed_names == tuple(method.name for method in catalogue.methods)


def test_leaning_stands_in_the_stated_order_of_methods(catalogue: Catalogue) -> None:
    """One order everywhere: the order of clicks must not look like a ranking."""
    leaning = [method.id for method in catalogue.methods][::-1]
    sheet = build_sheet(catalogue, reader(leaning=leaning), TODAY)
    assert sheet.leaning == tuple(method.name for method in catalogue.methods)


# What the reader said.


def test_nothing_answered_gives_a_full_sheet(catalogue: Catalogue) -> None:
    sheet = build_sheet(catalogue, reader(), TODAY)
    assert sheet.decision
    assert len(sheet.listed_names) == len(METHOD_IDS)
    assert sheet.list_note
    assert [line.label for line in sheet.told] == list(catalogue.sheet.told.values())
    not_answered = catalogue.sheet.not_answered
    lines = (*sheet.told, *sheet.matters, *sheet.time)
    assert {line.value for line in lines} == {not_answered}
    assert sheet.leaning == (catalogue.sheet.leaning_none,)
    assert sheet.tell == ()
    assert 3 < len(sheet.questions) <= 12
    assert all(question.why for question in sheet.questions)
    assert len(sheet.tips) == len(catalogue.tips)
    assert sheet.made_on == TODAY
    assert sheet.content_version == catalogue.content_version


def test_shapes_stand_beside_who_named_them(catalogue: Catalogue) -> None:
    shapes: tuple[ShapeId, ...] = ("ice-pick", "rolling")
    names = ", ".join(catalogue.shape_by_id[shape].name for shape in shapes)
    for source, words in catalogue.sheet.shape_source.items():
        answers = reader(scar_shapes=["rolling", "ice-pick"], shape_source=source)
        told = build_sheet(catalogue, answers, TODAY).told[0]
        assert told.value == f"{names} ({words})"
    alone = build_sheet(catalogue, reader(shape_source="doctor"), TODAY).told[0]
    assert alone.value == catalogue.sheet.not_answered


def test_what_matters_most_stands_in_the_readers_order_and_once(catalogue: Catalogue) -> None:
    answers = reader(concerns=["pain", "cost", "visits"], top_concerns=["visits", "pain"])
    most, also = build_sheet(catalogue, answers, TODAY).matters
    label = {item.id: item.label for item in catalogue.concerns}
    assert most.value == f"{label['visits']}, {label['pain']}"
    assert also.value == label["cost"]


def test_needs_are_printed_in_one_order(catalogue: Catalogue) -> None:
    words = catalogue.sheet.needs
    answers = reader(needs=["feel-sure", "know-options"])
    assert build_sheet(catalogue, answers, TODAY).needs == (
        words["know-options"],
        words["feel-sure"],
    )


def test_own_words_arrive_whole(catalogue: Catalogue) -> None:
    long = ("Zürich – “tea” 😀\n#[script]* " * 100)[: MOST_CHARACTERS - 4] + " end"
    assert len(long) == MOST_CHARACTERS
    answers = reader(
        dates=f"D{long}"[:MOST_CHARACTERS],
        concern_words=f"C{long}"[:MOST_CHARACTERS],
        hopes=f"H{long}"[:MOST_CHARACTERS],
        earlier_procedures=f"E{long}"[:MOST_CHARACTERS],
        health_on_sheet=["earlier-procedures"],
        own_questions=[f"{number}{long}"[:MOST_CHARACTERS] for number in range(12)],
        next_steps=long,
        notes=long,
    )
    sheet = build_sheet(catalogue, answers, TODAY)
    own = [line.value for line in (*sheet.matters, *sheet.time) if line.words]
    assert own == [answers.hopes, answers.concern_words, answers.dates]
    assert [line.words for line in sheet.tell] == [answers.earlier_procedures]
    assert tuple(line.text for line in sheet.questions if line.own) == answers.own_questions
    assert sheet.next_steps == sheet.notes == long


@pytest.mark.slow
@given(data=st.data())
def test_no_own_word_is_lost_or_changed(catalogue: Catalogue, data: st.DataObject) -> None:
    answers = data.draw(readers(catalogue.question_by_id))
    sheet = build_sheet(catalogue, answers, TODAY)
    typed = (answers.hopes, answers.concern_words, answers.dates)
    own = [line.value for line in (*sheet.matters, *sheet.time) if line.words]
    assert own == [text.strip() for text in typed if text.strip()]
    assert [line.text for line in sheet.questions if line.own] == [
        text.strip() for text in answers.own_questions if text.strip()
    ]
    assert sheet.notes.strip() == answers.notes.strip()
    assert sheet.next_steps.strip() == answers.next_steps.strip()


# Same answers, same sheet.


@pytest.mark.slow
@given(data=st.data())
def test_answers_from_a_file_give_the_same_sheet(catalogue: Catalogue, data: st.DataObject) -> None:
    answers = data.draw(readers(catalogue.question_by_id))
    file = answers_json(answers, "2026-11-22").encode()
    again = load_answers(file, catalogue.question_by_id, ()).answers
    assert build_sheet(catalogue, again, TODAY) == build_sheet(catalogue, answers, TODAY)


@pytest.mark.parametrize(
    "field",
    [
        "scar_shapes",
        "causes",
        "body_places",
        "concerns",
        "health",
        "health_on_sheet",
        "sheet_methods",
        "compare_methods",
        "leaning",
        "needs",
    ],
)
@settings(max_examples=25)
@given(data=st.data())
def test_the_order_of_ticks_changes_nothing(
    catalogue: Catalogue, field: str, data: st.DataObject
) -> None:
    answers = data.draw(readers(catalogue.question_by_id, words=False))
    ticks = data.draw(st.permutations(getattr(answers, field)))
    shuffled = reader(**{**answers.model_dump(), field: ticks})
    assert build_sheet(catalogue, shuffled, TODAY) == build_sheet(catalogue, answers, TODAY)


def test_kept_questions_hold_and_own_ones_follow(catalogue: Catalogue) -> None:
    kept = [question.id for question in asked_questions(catalogue, reader())]
    kept[3:] = kept[:2:-1]
    answers = reader(kept_questions=kept, own_questions=["  Is it near?  ", "   "])
    printed = build_sheet(catalogue, answers, TODAY).questions
    bank = [catalogue.question_by_id[item].text for item in kept]
    assert [line.text for line in printed] == [*bank, "Is it near?"]
    assert [line.own for line in printed] == [*[False] * len(kept), True]
