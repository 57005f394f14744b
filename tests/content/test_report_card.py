"""The report card: whole, borne out by the content, and claiming no seal of anybody."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from aid.catalogue.catalogue import Catalogue
from aid.catalogue.ids import STANDARDS
from aid.checks.editorial.report_card import FULL, IN_PART, computed_status, counts
from aid.papers.about import report_card
from aid.papers.render.html import HtmlRenderer
from aid.views.about import OPEN_STATUSES, card_items

IPDAS_IDS = [
    f"ipdas-{group}{number}"
    for group, most in (("q", 6), ("c", 10), ("b", 28))
    for number in range(1, most + 1)
]
ONLY_PEOPLE_CAN_TELL = {f"ipdas-b{number}" for number in (12, 13, 14, 15, 16, 17, 22, 23)}
ABOUT_TESTS = {f"ipdas-c{n}" for n in range(7, 11)} | {f"ipdas-b{n}" for n in range(24, 29)}
PEMAT_IDS = [f"pemat-{number}" for number in (*range(1, 13), *range(15, 27))]


def ids(catalogue: Catalogue, standard: str) -> list[str]:
    return [item.id for item in catalogue.report_card if item.standard == standard]


def test_every_item_of_ipdasi_4_has_a_status(catalogue: Catalogue) -> None:
    assert len(IPDAS_IDS) == 44
    assert ids(catalogue, "ipdas") == IPDAS_IDS


def test_every_item_of_pemat_for_print_has_a_status(catalogue: Catalogue) -> None:
    assert len(PEMAT_IDS) == 24
    assert ids(catalogue, "pemat") == PEMAT_IDS


def test_what_could_not_be_read_is_on_the_card(catalogue: Catalogue) -> None:
    unread = {item.id for item in catalogue.report_card if item.status == "not-read"}
    assert unread == {"nice-e6", "nice-e7", "nice-h", "his-c9"}


def test_what_needs_patients_or_doctors_is_not_met(catalogue: Catalogue) -> None:
    unmet = {item.id for item in catalogue.report_card if item.status == "not-met"}
    assert unmet == ONLY_PEOPLE_CAN_TELL | {"nice-p7"}


def test_what_is_about_tests_and_sums_does_not_apply(catalogue: Catalogue) -> None:
    found = {item.id for item in catalogue.report_card if item.status == "not-applicable"}
    assert found == ABOUT_TESTS | {"pemat-24"}


def test_an_item_starts_with_the_name_of_its_standard(catalogue: Catalogue) -> None:
    for item in catalogue.report_card:
        assert item.id.startswith(f"{item.standard}-")


def changed(catalogue: Catalogue, entry: str, **fields: Any) -> Catalogue:
    return replace(catalogue, **{entry: getattr(catalogue, entry).model_copy(update=fields)})


def no_method_but_waiting(catalogue: Catalogue) -> Catalogue:
    return replace(catalogue, methods=catalogue.methods[-1:])


def nothing_said_on_start(catalogue: Catalogue) -> Catalogue:
    start = catalogue.interface.start
    silent = tuple(item.model_copy(update={"text": (), "items": ()}) for item in start.sections)
    return changed(catalogue, "interface", start=start.model_copy(update={"sections": silent}))


def no_rules(catalogue: Catalogue) -> Catalogue:
    return replace(catalogue, word_rules=())


def no_claims(catalogue: Catalogue) -> Catalogue:
    return replace(
        catalogue,
        methods=tuple(
            method.model_copy(
                update={
                    "facts": {
                        fact: cell.model_copy(update={"claims": (), "sources": ()})
                        for fact, cell in method.facts.items()
                    }
                }
            )
            for method in catalogue.methods
        ),
    )


def no_figures(catalogue: Catalogue) -> Catalogue:
    return replace(
        catalogue,
        methods=tuple(
            method.model_copy(
                update={
                    "facts": {
                        fact: cell.model_copy(
                            update={"figures": None, "more_figures": (), "text": "It may."}
                        )
                        for fact, cell in method.facts.items()
                    }
                }
            )
            for method in catalogue.methods
        ),
    )


CHANGES: list[tuple[Callable[[Catalogue], Catalogue], set[str]]] = [
    (lambda it: changed(it, "manifest", funding="?"), {"ipdas-c6"}),
    (lambda it: changed(it, "manifest", review_every_months=0), {"ipdas-c4", "his-p1"}),
    (lambda it: changed(it, "manifest", country_scope="?"), {"his-c2"}),
    (lambda it: changed(it, "sheet", decision="To decide."), {"ipdas-q2", "nice-e2", "his-c4"}),
    (nothing_said_on_start, {"ipdas-q1", "nice-p6"}),
    (no_method_but_waiting, {"ipdas-q3", "ipdas-b2", "nice-p3", "ipdas-b8", "nice-p4"}),
    (no_rules, {"ipdas-b5", "nice-e5"}),
    (no_claims, {"ipdas-q4", "ipdas-q5", "ipdas-c2", "his-p2", "his-c5"}),
    (no_figures, {"ipdas-b3", "ipdas-b6", "ipdas-b8", "nice-p4"}),
    (lambda it: replace(it, terms=()), {"ipdas-q1", "nice-e1", "his-c3", "pemat-4"}),
    (lambda it: replace(it, asks=()), {"ipdas-b9", "nice-p5"}),
    (lambda it: replace(it, shared_questions=it.shared_questions[3:]), {"ipdas-b11"}),
    (lambda it: replace(it, drawings={}), {"pemat-15", "pemat-17"}),
]


@pytest.mark.parametrize(("change", "lost"), CHANGES)
def test_a_computed_item_falls_with_the_content(
    catalogue: Catalogue, change: Callable[[Catalogue], Catalogue], lost: set[str]
) -> None:
    for item_id in lost:
        assert computed_status(catalogue, item_id) in ("met", "partly"), item_id
        assert computed_status(change(catalogue), item_id) == "not-met", item_id


def test_a_review_by_a_clinician_would_show(catalogue: Catalogue) -> None:
    assert computed_status(catalogue, "ipdas-b15") == "not-met"
    reviewed = changed(catalogue, "manifest", checked_by="A doctor")
    assert computed_status(reviewed, "ipdas-b15") == "met"


def test_an_item_that_people_must_judge_is_never_computed(catalogue: Catalogue) -> None:
    for item in catalogue.report_card:
        if item.status in ("not-read", "not-applicable"):
            assert computed_status(catalogue, item.id) is None
    assert not (ONLY_PEOPLE_CAN_TELL - {"ipdas-b15"}) & {*FULL, *IN_PART}


def test_the_table_counts_every_item_once(catalogue: Catalogue) -> None:
    html = HtmlRenderer(2, {}).render([report_card(catalogue)]) + card_items(catalogue)
    for standard in STANDARDS:
        found = counts(catalogue, standard)
        assert sum(found.values()) == len(ids(catalogue, standard))
        for number in found.values():
            assert f"<td>{number}</td>" in html
    # In the list of its standard, with the reason; what is open is also named without a tap.
    named = html.split("<details")[0]
    for item in catalogue.report_card:
        assert f"<td>{item.evidence}</td>" in html, item.id
        assert (f"<li>{item.words}: " in named) == (item.status in OPEN_STATUSES), item.id
