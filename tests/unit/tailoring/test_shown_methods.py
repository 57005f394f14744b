"""Which methods Compare shows."""

from __future__ import annotations

from aid.catalogue.catalogue import Catalogue
from aid.catalogue.ids import NO_PROCEDURE, MethodId
from aid.tailoring.relevance import relevance
from aid.tailoring.shown_methods import methods_to_pick, shown_methods


def stated(sample: Catalogue) -> tuple[MethodId, ...]:
    return tuple(method.id for method in sample.methods)


def test_the_list_is_shown_and_what_was_added_in_the_stated_order(sample: Catalogue) -> None:
    listing = relevance(sample, ("raised",))
    on_list = shown_methods(listing, "shapes")
    assert on_list == listing.on_list
    off_list = [listed.method_id for listed in listing.off_list]
    assert off_list
    added = shown_methods(listing, "shapes", off_list[:1])
    assert added == tuple(item for item in stated(sample) if item in {*on_list, off_list[0]})


def test_all_methods_can_be_shown(sample: Catalogue) -> None:
    assert shown_methods(relevance(sample, ("raised",)), "all") == stated(sample)


def test_a_method_that_was_picked_can_still_be_taken_off(sample: Catalogue) -> None:
    first, second, _ = stated(sample)
    assert methods_to_pick(sample, (first,), ()) == (first,)
    assert methods_to_pick(sample, (second,), (first,)) == (first, second)
    assert methods_to_pick(sample, (), (second,)) == (second,)


def test_no_procedure_is_not_picked_because_it_is_always_there(sample: Catalogue) -> None:
    every = stated(sample)
    assert NO_PROCEDURE in every
    assert NO_PROCEDURE not in methods_to_pick(sample, every, every)
