"""Which methods are listed depends on scar shapes alone: proven for every set, on what we ship.

The rules one by one are tested on the sample, in ``tests/unit/tailoring/test_relevance.py``.
What is expected here is worked out from the statuses in the content, not by the code under test.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Collection
from itertools import product

import pytest

from aid.answers.model import Answers
from aid.catalogue.answer_fields import DowntimeId, VisitsId
from aid.catalogue.catalogue import Catalogue
from aid.catalogue.ids import (
    LIST_IDS,
    METHOD_IDS,
    SHAPE_IDS,
    SHAPE_STATUSES,
    DentId,
    FactId,
    ListId,
    ListSection,
    MethodId,
    ShapeId,
    ShapeStatus,
)
from aid.catalogue.methods import MethodFact
from aid.catalogue.text_index import reader_texts
from aid.checks.editorial.prose import MOST_WORDS_REASON
from aid.tailoring.comparison import compare
from aid.tailoring.relevance import relevance
from tests.exhaustive import COMBINATIONS, made_of, subsets

NO_PROCEDURE: MethodId = "no-procedure-for-now"
DENTS: tuple[DentId, ...] = ("ice-pick", "boxcar", "rolling", "other-dent")
STATUSES_ON: dict[ListId, tuple[ShapeStatus, ...]] = {
    "shapes": ("described",),
    "less": ("described", "described-less"),
    "all": SHAPE_STATUSES,
}
DOWNTIMES: tuple[DowntimeId | None, ...] = (
    None,
    "none",
    "up-to-3-days",
    "up-to-7-days",
    "up-to-14-days",
    "longer",
    "not-sure",
)
VISITS: tuple[VisitsId | None, ...] = (None, "one", "up-to-3", "up-to-6", "more", "not-sure")
ALL_SETS: tuple[tuple[ShapeId, ...], ...] = tuple(subsets(SHAPE_IDS))

SUITS = re.compile(
    r"\b(suit\w*|unsuit\w*|best|better for|good for|right for|fit for|fits|match\w*|ideal\w*|should"
    r"|recommend\w*|prefer\w*|works? (?:well|for)|effective\w*|candidate\w*|choose)\b",
    re.IGNORECASE,
)

Record = Callable[[str, object], None]


@pytest.fixture(scope="session")
def texts(catalogue: Catalogue) -> frozenset[str]:
    """Every text of the content."""
    return frozenset(entry.text for entry in reader_texts(catalogue))


def expected_on_list(
    catalogue: Catalogue, ticked: Collection[str], list_id: ListId = "shapes"
) -> set[str]:
    """The product's rule: a status that puts a method on a list, for at least one ticked dent."""
    everything = {method.id for method in catalogue.methods}
    if not ticked or "not-sure" in ticked or list_id == "all":
        return set(everything)
    if set(ticked) == {"raised"}:
        return {NO_PROCEDURE}
    return {NO_PROCEDURE} | {
        method.id
        for method in catalogue.methods
        if any(
            method.shapes[dent].status in STATUSES_ON[list_id] for dent in DENTS if dent in ticked
        )
    }


def test_every_set_of_shapes_lists_the_methods_that_the_statuses_put_on_each_list(
    catalogue: Catalogue, record_property: Record
) -> None:
    stated = [method.id for method in catalogue.methods]
    for ticked, list_id in product(ALL_SETS, LIST_IDS):
        listing = relevance(catalogue, ticked)
        expected = expected_on_list(catalogue, ticked, list_id)
        held = listing.held_by(list_id)
        assert held == tuple(method for method in stated if method in expected), (ticked, list_id)
        if list_id == "shapes":
            assert listing.on_list == held
            off = [listed.method_id for listed in listing.off_list]
            assert off == [method for method in stated if method not in expected], ticked
    assert len(ALL_SETS) == 64
    record_property(COMBINATIONS, f"{len(ALL_SETS):,} sets of scar shapes: the methods listed")


def test_each_list_holds_the_one_before_it(catalogue: Catalogue) -> None:
    for ticked in ALL_SETS:
        listing = relevance(catalogue, ticked)
        first, second, third = (set(listing.held_by(item)) for item in LIST_IDS)
        assert first <= second <= third == {method.id for method in catalogue.methods}, ticked


def test_the_lists_are_offered_where_a_dent_tells_methods_apart(catalogue: Catalogue) -> None:
    for ticked in ALL_SETS:
        listing = relevance(catalogue, ticked)
        if not ticked or "not-sure" in ticked:
            assert listing.lists == ()
        elif set(ticked) == {"raised"}:
            assert listing.lists == ("shapes", "all")
        else:
            assert listing.lists == LIST_IDS


def test_methods_with_the_same_statuses_are_on_the_same_lists(catalogue: Catalogue) -> None:
    """The list looks at statuses alone: it cannot tell two methods with the same ones apart."""
    for ticked in ALL_SETS:
        sections: dict[tuple[ShapeStatus, ...], set[ListSection]] = {}
        for listed in relevance(catalogue, ticked).methods:
            if listed.method_id != NO_PROCEDURE:
                fits = catalogue.method_by_id[listed.method_id].shapes
                statuses = tuple(fits[dent].status for dent in DENTS if dent in ticked)
                sections.setdefault(statuses, set()).add(listed.section)
        assert all(len(found) == 1 for found in sections.values()), ticked


def test_the_shape_changes_the_list(catalogue: Catalogue) -> None:
    lists = {dent: relevance(catalogue, (dent,)).on_list for dent in DENTS}
    assert lists["rolling"] != lists["ice-pick"]
    assert len(set(lists.values())) == len(DENTS)
    assert all(1 < len(held) < len(catalogue.methods) for held in lists.values())


def test_each_status_is_met_but_the_one_that_no_source_bears_out(catalogue: Catalogue) -> None:
    """No source says in plain words that a method does not help a shape (content/CHANGES.md)."""
    met = {
        fit.status
        for ticked in ALL_SETS
        for listed in relevance(catalogue, ticked).methods
        for fit in listed.fits.values()
    }
    assert met == set(SHAPE_STATUSES) - {"described-not"}


def test_what_sources_say_is_given_for_each_ticked_dent(catalogue: Catalogue) -> None:
    for ticked in ALL_SETS:
        for listed in relevance(catalogue, ticked).methods:
            fits = catalogue.method_by_id[listed.method_id].shapes
            assert list(listed.fits.items()) == [
                (dent, fits[dent]) for dent in DENTS if dent in ticked
            ]


def test_every_reason_is_short_and_cited(catalogue: Catalogue) -> None:
    for method in catalogue.methods:
        for fit in method.shapes.values():
            assert len(fit.reason.split()) <= MOST_WORDS_REASON, (method.id, fit.reason)
            assert fit.claims, (method.id, fit.reason)
            assert set(fit.claims) <= catalogue.claim_by_id.keys()


@pytest.mark.parametrize("ticked", [(), ("not-sure",), ("raised", "not-sure"), SHAPE_IDS])
def test_nothing_ticked_and_not_sure_list_every_method(
    catalogue: Catalogue, ticked: tuple[ShapeId, ...]
) -> None:
    listing = relevance(catalogue, ticked)
    assert set(listing.on_list) == set(METHOD_IDS)
    assert listing.off_list == ()


def test_raised_alone_lists_just_no_procedure(catalogue: Catalogue) -> None:
    listing = relevance(catalogue, ("raised",))
    assert listing.on_list == (NO_PROCEDURE,)
    assert len(listing.off_list) == len(METHOD_IDS) - 1


def test_raised_beside_dents_changes_no_method(catalogue: Catalogue) -> None:
    for ticked in subsets(DENTS):
        if ticked:
            with_raised = relevance(catalogue, (*ticked, "raised"))
            assert with_raised.methods == relevance(catalogue, ticked).methods


def test_ticking_one_more_dent_takes_no_method_off(catalogue: Catalogue) -> None:
    for ticked, one_more in product(subsets(DENTS), DENTS):
        if ticked and one_more not in ticked:
            before = relevance(catalogue, ticked).on_list
            after = relevance(catalogue, (*ticked, one_more)).on_list
            assert set(before) <= set(after), (ticked, one_more)


def test_the_order_of_ticks_changes_nothing(catalogue: Catalogue) -> None:
    chance = random.Random(1)
    for ticked in ALL_SETS:
        shuffled = list(ticked)
        chance.shuffle(shuffled)
        assert relevance(catalogue, shuffled) == relevance(catalogue, ticked)


def test_one_order_from_a_to_z_with_no_procedure_last(catalogue: Catalogue) -> None:
    names = [method.name for method in catalogue.methods]
    assert catalogue.methods[-1].id == NO_PROCEDURE
    assert names[:-1] == sorted(names[:-1], key=str.casefold)
    stated = [method.id for method in catalogue.methods]
    for ticked in ALL_SETS:
        listing = relevance(catalogue, ticked)
        assert [listed.method_id for listed in listing.methods] == stated, ticked
        on_list = set(listing.on_list)
        assert listing.on_list == tuple(method for method in stated if method in on_list)


def test_no_procedure_is_on_every_list(catalogue: Catalogue) -> None:
    for ticked in ALL_SETS:
        assert relevance(catalogue, ticked).on_list[-1] == NO_PROCEDURE, ticked


def test_every_method_has_reasons_that_stand_in_the_content(
    catalogue: Catalogue, texts: frozenset[str]
) -> None:
    for ticked in ALL_SETS:
        listing = relevance(catalogue, ticked)
        assert listing.note in texts, ticked
        for listed in listing.methods:
            assert listed.reasons, (ticked, listed.method_id)
            assert set(listed.reasons) <= texts, (ticked, listed.method_id)
            assert len(set(listed.reasons)) == len(listed.reasons)
            assert listed.reason == " ".join(listed.reasons)


def test_reasons_are_those_of_the_ticked_dents_in_order(catalogue: Catalogue) -> None:
    for ticked in subsets(DENTS):
        if not ticked:
            continue
        for listed in relevance(catalogue, ticked).methods:
            if listed.method_id == NO_PROCEDURE:
                continue
            fits = catalogue.method_by_id[listed.method_id].shapes
            said = [fits[dent].reason for dent in DENTS if dent in ticked]
            assert list(listed.reasons) == list(dict.fromkeys(said)), (ticked, listed.method_id)


def test_every_reason_in_the_content_can_be_reached(catalogue: Catalogue) -> None:
    met = {
        reason
        for ticked in ALL_SETS
        for listed in relevance(catalogue, ticked).methods
        for reason in listed.reasons
    }
    words = catalogue.interface.relevance
    written = {words.always_listed, words.about_dents_only, words.no_shape_named} | {
        fit.reason
        for method in catalogue.methods
        if method.id != NO_PROCEDURE
        for fit in method.shapes.values()
    }
    assert met == written


def test_a_reason_never_denies_a_dent_that_was_ticked(catalogue: Catalogue) -> None:
    """A person who ticks ice pick and "not sure" has named a shape."""
    for ticked in ALL_SETS:
        if not set(ticked) & set(DENTS):
            continue
        for listed in relevance(catalogue, ticked).methods:
            assert "named no shape" not in listed.reason, (ticked, listed.method_id)


def test_no_word_on_the_lists_says_or_hints_that_a_method_suits(catalogue: Catalogue) -> None:
    words = catalogue.interface
    said = [
        *words.relevance.note.values(),
        *catalogue.sheet.list_note.values(),
        *words.compare.lists.values(),
        *(text for status in words.statuses.values() for text in (status.name, status.meaning)),
        words.relevance.always_word,
        words.compare.not_named,
        words.compare.fits_title,
        words.compare.off_list_title,
        words.compare.same_for_everyone,
    ]
    for ticked in ALL_SETS:
        said += [listed.reason for listed in relevance(catalogue, ticked).methods]
    for text in dict.fromkeys(said):
        assert not SUITS.search(text), text


def test_each_case_has_a_note_of_its_own(catalogue: Catalogue) -> None:
    notes = {
        relevance(catalogue, ticked).case: relevance(catalogue, ticked).note for ticked in ALL_SETS
    }
    assert len(notes) == 5
    assert len(set(notes.values())) == 5


def names_the_figure(cell: MethodFact, said: str) -> bool:
    """Whether a sentence holds both bounds of the figure; without one, it or the text says so."""
    if cell.figures is None:
        return "no good figure" in f"{said} {cell.text}".casefold()
    numbers = re.findall(r"\d+(?:[.,]\d+)*", said)
    return all(f"{bound:,g}" in numbers for bound in (cell.figures.low, cell.figures.high))


def test_downtime_and_visits_change_notes_and_nothing_else(
    catalogue: Catalogue, texts: frozenset[str], record_property: Record
) -> None:
    """All 64 sets of shapes, each with 6 downtimes and unanswered, 5 visits and unanswered."""
    ran = 0
    notes: dict[tuple[FactId, MethodId, str | None], str | None] = {}
    for ticked in ALL_SETS:
        alone = compare(catalogue, Answers(scar_shapes=ticked))
        for downtime, visits in product(DOWNTIMES, VISITS):
            laid_out = compare(
                catalogue,
                Answers(scar_shapes=ticked, downtime=downtime, visits=visits),
            )
            assert laid_out.relevance == alone.relevance, (ticked, downtime, visits)
            assert laid_out.rows == alone.rows, (ticked, downtime, visits)
            for method, beside in zip(catalogue.methods, laid_out.beside_answers, strict=True):
                assert beside.method_id == method.id
                first = notes.setdefault(("downtime", method.id, downtime), beside.downtime_note)
                assert beside.downtime_note == first
                first = notes.setdefault(("visits", method.id, visits), beside.visits_note)
                assert beside.visits_note == first
            ran += 1
    assert ran == 64 * 7 * 6
    assert len(notes) == len(METHOD_IDS) * (len(DOWNTIMES) + len(VISITS))
    _check_notes(catalogue, texts, notes)
    record_property(
        COMBINATIONS,
        f"{ran:,} shapes x downtime x visits: methods, rows, notes ({len(notes)} notes)",
    )


def _check_notes(
    catalogue: Catalogue,
    texts: frozenset[str],
    notes: dict[tuple[FactId, MethodId, str | None], str | None],
) -> None:
    said = {
        (ask_id, option.id): option.you_said
        for ask_id in ("downtime", "visits")
        for option in catalogue.options(ask_id)
    }
    for (fact_id, method_id, answer), note in notes.items():
        where = (fact_id, method_id, answer)
        if answer is None:
            assert note is None, where
            continue
        assert note is not None, where
        answer_said = said[fact_id, answer]
        assert answer_said is not None, where
        assert note.endswith(f" {answer_said}"), where
        cell = catalogue.method_by_id[method_id].facts[fact_id]
        assert names_the_figure(cell, note.removesuffix(answer_said)), (where, note)
        assert made_of(note, texts), (where, note)


@pytest.mark.parametrize(
    ("ask_id", "number_said"),
    [
        (
            "downtime",
            {"up-to-3-days": "3", "up-to-7-days": "7", "up-to-14-days": "14", "longer": "14"},
        ),
        ("visits", {"one": "1", "up-to-3": "3", "up-to-6": "6", "more": "6"}),
    ],
)
def test_the_words_for_an_answer_name_it(
    catalogue: Catalogue, ask_id: str, number_said: dict[str, str]
) -> None:
    said = {option.id: option.you_said or "" for option in catalogue.options(ask_id)}
    assert len(set(said.values())) == len(said)
    for answer, number in number_said.items():
        assert re.search(rf"\b{number}\b", said[answer]), said[answer]
