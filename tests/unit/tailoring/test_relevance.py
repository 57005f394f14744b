"""Which methods are listed depends on scar shapes alone, status by status and case by case.

The rules, on the sample. ``tests/content/test_lists_for_shapes.py`` proves them for every set of
shapes over the content that we ship.
"""

from __future__ import annotations

from dataclasses import replace

import pytest

from aid.catalogue.catalogue import Catalogue
from aid.catalogue.ids import (
    LIST_IDS,
    NO_PROCEDURE,
    SHAPE_IDS,
    ListId,
    ListSection,
    ShapeId,
    ShapeStatus,
)
from aid.catalogue.methods import ShapeFit
from aid.tailoring.relevance import case_of, relevance

EVERY_METHOD = ("dermabrasion", "subcision", NO_PROCEDURE)


def with_status(sample: Catalogue, status: ShapeStatus) -> Catalogue:
    """The sample with one status for subcision and rolling scars."""
    fit = ShapeFit(status=status, reason="A made-up reason.", claims=("sub-visits",))
    methods = tuple(
        method.model_copy(update={"shapes": method.shapes | {"rolling": fit}})
        if method.id == "subcision"
        else method
        for method in sample.methods
    )
    return replace(sample, methods=methods)


@pytest.mark.parametrize(
    ("status", "section", "lists"),
    [
        ("described", "shapes", {"shapes", "less", "all"}),
        ("described-less", "less", {"less", "all"}),
        ("shape-not-named", "other", {"all"}),
        ("other-shapes-only", "other", {"all"}),
        ("described-not", "other", {"all"}),
    ],
)
def test_a_status_sets_the_section_and_the_lists_that_hold_the_method_with_its_reason(
    sample: Catalogue, status: ShapeStatus, section: ListSection, lists: set[ListId]
) -> None:
    listing = relevance(with_status(sample, status), ("rolling",))
    (listed,) = [item for item in listing.methods if item.method_id == "subcision"]
    assert listed.section == section
    assert listed.fits["rolling"].status == status
    assert {item for item in LIST_IDS if "subcision" in listing.held_by(item)} == lists
    on_list = section == "shapes"
    assert listed.relevant is on_list
    assert listed.reason == "A made-up reason."
    assert ("subcision" in listing.on_list) is on_list
    assert (listed in listing.off_list) is not on_list


def test_one_ticked_shape_is_enough_and_every_reason_is_given(sample: Catalogue) -> None:
    listing = relevance(sample, ("rolling", "ice-pick"))
    assert listing.on_list == ("subcision", NO_PROCEDURE)
    assert [list(item.fits) for item in listing.methods[:2]] == [["ice-pick", "rolling"]] * 2
    reasons = {item.method_id: item.reasons for item in listing.methods}
    # In the order of the shapes, not of the ticks or of the method's file.
    assert reasons["subcision"] == (
        "Described not for ice pick scars.",
        "Described for rolling scars.",
    )
    assert reasons["dermabrasion"] == ("No source names a shape.",), "the same reason is given once"


def test_a_method_that_is_not_described_is_off_the_list(sample: Catalogue) -> None:
    listing = relevance(sample, ("ice-pick",))
    assert listing.on_list == (NO_PROCEDURE,)
    assert [item.method_id for item in listing.off_list] == ["dermabrasion", "subcision"]


def test_no_procedure_is_always_listed_whatever_its_statuses(sample: Catalogue) -> None:
    for ticked in ((), ("ice-pick",), ("raised",), ("not-sure",), SHAPE_IDS):
        listed = relevance(sample, ticked).methods[-1]
        assert listed.method_id == NO_PROCEDURE
        assert listed.relevant
        assert listed.reason == "interface.relevance.always-listed"


@pytest.mark.parametrize("ticked", [(), ("not-sure",), ("raised", "not-sure"), SHAPE_IDS])
def test_nothing_ticked_and_not_sure_list_every_method(
    sample: Catalogue, ticked: tuple[ShapeId, ...]
) -> None:
    listing = relevance(sample, ticked)
    assert listing.on_list == EVERY_METHOD
    assert listing.off_list == ()
    assert listing.lists == ()
    assert listing.methods[0].reason == "interface.relevance.no-shape-named"


def test_raised_alone_lists_just_no_procedure(sample: Catalogue) -> None:
    listing = relevance(sample, ("raised",))
    assert listing.on_list == (NO_PROCEDURE,)
    assert {item.reason for item in listing.off_list} == {"interface.relevance.about-dents-only"}
    assert [listing.held_by(item) for item in listing.lists] == [(NO_PROCEDURE,), EVERY_METHOD]


@pytest.mark.parametrize(
    ("ticked", "case"),
    [
        ((), "nothing-ticked"),
        (("not-sure",), "not-sure"),
        (("boxcar", "not-sure"), "not-sure"),
        (("raised", "not-sure"), "not-sure"),
        (("raised",), "raised-only"),
        (("boxcar", "raised"), "shapes-and-raised"),
        (("boxcar", "rolling"), "shapes"),
    ],
)
def test_the_case_names_how_the_list_came_about_and_brings_its_note(
    sample: Catalogue, ticked: tuple[ShapeId, ...], case: str
) -> None:
    assert case_of(ticked) == case
    assert relevance(sample, ticked).case == case
    assert relevance(sample, ticked).note == f"interface.relevance.note.{case}"
