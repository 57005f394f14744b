"""The closed lists hold exactly the ids that issue 2, section 6, names; others script with them."""

from __future__ import annotations

from typing import get_args

import pytest

from aid.answers.model import Answers
from aid.catalogue import ids as vocabulary
from aid.catalogue.ids import EXCLUSIVE

SECTION_6 = {
    "ShapeId": "ice-pick boxcar rolling other-dent raised not-sure",
    "DentId": "ice-pick boxcar rolling other-dent",
    "ShapeSourceId": "doctor own-guess not-sure",
    "CauseId": "acne chickenpox injury-or-surgery other not-sure",
    "BodyPlaceId": "face neck chest back arms-or-legs elsewhere not-sure",
    "HowLongId": "under-1-year 1-to-5-years over-5-years not-sure",
    "DowntimeId": "none up-to-3-days up-to-7-days up-to-14-days longer not-sure",
    "VisitsId": "one up-to-3 up-to-6 more not-sure",
    "ConcernId": (
        "pain colour-change downtime visits cost lasting amount-of-change needles "
        "something-left-in-skin serious-harm evidence being-seen none-of-these not-sure"
    ),
    "HealthId": (
        "active-acne isotretinoin raised-scars cold-sores pregnancy blood-thinners "
        "darkens-after-injury darker-skin recent-sun earlier-filler earlier-procedures "
        "metal-or-device allergies slow-healing-or-immune light-sensitive smoking under-18 "
        "none-of-these rather-not-say"
    ),
    "NeedId": "know-options clear-on-what-matters enough-support feel-sure",
    "MethodId": (
        "ablative-fractional-laser non-ablative-fractional-laser microneedling rf-microneedling "
        "chemical-peels tca-cross hyaluronic-acid-filler autologous-fat subcision "
        "punch-techniques dermabrasion no-procedure-for-now"
    ),
    "FactId": (
        "what-it-is what-it-is-like scar-shapes visits visit-length downtime time-to-result "
        "how-long-it-lasts effect pain common-side-effects serious-risks darker-skin "
        "tell-your-doctor aftercare cost evidence combined-with"
    ),
}

PRODUCT = {
    "ShapeStatus": "described described-less shape-not-named other-shapes-only described-not",
    "PageId": "start methods scars time priorities health review compare quiz sheet about",
    "Unit": (
        "minutes hours days weeks months years visits percent people points ratio syringes scars "
        "GBP USD EUR other-currency other"
    ),
}

ANSWER_KEYS = (
    "scar-shapes shape-source causes body-places how-long downtime visits dates concerns "
    "top-concerns concern-words hopes health earlier-procedures health-on-sheet compare-methods "
    "sheet-methods leaning needs kept-questions own-questions next-steps notes"
)


@pytest.mark.parametrize(("name", "ids"), [*SECTION_6.items(), *PRODUCT.items()])
def test_list_holds_the_stated_ids_in_the_stated_order(name: str, ids: str) -> None:
    assert get_args(getattr(vocabulary, name)) == tuple(ids.split())


def words(kind: object) -> list[str]:
    """The words of a literal, or of several joined ones."""
    parts = get_args(kind)
    return [word for part in parts for word in words(part)] if parts else [str(kind)]


def test_leaning_is_a_method_or_not_sure() -> None:
    assert words(vocabulary.LeaningId) == [*SECTION_6["MethodId"].split(), "not-sure"]


def test_certainty_words_are_those_of_the_product() -> None:
    graded = ["high", "moderate", "low", "very-low", "not-graded"]
    assert words(vocabulary.ClaimCertainty) == graded
    assert words(vocabulary.Certainty) == [*graded, "by-definition", "none-found"]


def test_answers_have_exactly_the_stated_keys_in_the_stated_order() -> None:
    keys = [field.alias for field in Answers.model_fields.values()]
    assert keys == ANSWER_KEYS.split()


@pytest.mark.parametrize(
    ("name", "of"),
    [
        ("DENT_IDS", "DentId"),
        ("SHAPE_IDS", "ShapeId"),
        ("CONCERN_IDS", "ConcernId"),
        ("HEALTH_IDS", "HealthId"),
        ("METHOD_IDS", "MethodId"),
        ("FACT_IDS", "FactId"),
        ("NEED_IDS", "NeedId"),
        ("PAGE_IDS", "PageId"),
        ("UNITS", "Unit"),
    ],
)
def test_each_tuple_is_the_type_of_the_same_name(name: str, of: str) -> None:
    assert getattr(vocabulary, name) == get_args(getattr(vocabulary, of))


def test_what_keeps_a_method_on_the_list_is_as_the_product_says() -> None:
    keeps_on = vocabulary.RELEVANT_STATUSES
    assert keeps_on == {"described", "described-less", "shape-not-named"}


def test_two_answers_are_exclusive() -> None:
    assert sorted(EXCLUSIVE) == ["none-of-these", "rather-not-say"]


def test_no_procedure_is_one_of_the_methods() -> None:
    assert vocabulary.NO_PROCEDURE == "no-procedure-for-now"
