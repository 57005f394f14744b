"""The report card: where the content itself can tell whether an item of a standard is met.

The items, their words and their status are content. For each id here the status is worked out
again whenever content is checked, and must be the one that is given. What only patients, doctors
or a reader can judge has no entry here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping

from aid.catalogue.catalogue import Catalogue
from aid.catalogue.ids import (
    NO_PROCEDURE,
    SHAPE_IDS,
    CardStatus,
    FactId,
    Standard,
)
from aid.catalogue.methods import Method
from aid.checks.editorial.balance import is_even
from aid.formatting.proportions import FEWEST_COUNTED, out_of_100
from aid.tailoring.doctor_questions import general_questions
from aid.tailoring.relevance import relevance

ItemCheck = Callable[["Catalogue"], bool]

MOST_WORDS_HEADING = 6


def computed_status(catalogue: Catalogue, item_id: str) -> CardStatus | None:
    """Work out the status of one item.

    Args:
        catalogue: The content.
        item_id: Id of the item.

    Returns:
        Met or partly where the content bears it out, not met where it does not; ``None`` where
        content alone cannot tell.
    """
    if item_id in FULL:
        return "met" if FULL[item_id](catalogue) else "not-met"
    if item_id in IN_PART:
        return "partly" if IN_PART[item_id](catalogue) else "not-met"
    return None


def counts(catalogue: Catalogue, standard: Standard) -> Mapping[CardStatus, int]:
    """How many items of a standard have each status; a status that none has is left out."""
    return Counter(item.status for item in catalogue.report_card if item.standard == standard)


def _says_what_it_is(catalogue: Catalogue) -> bool:
    sections = catalogue.interface.start.sections
    return bool(sections[0].text) and any(term.id == "atrophic-scar" for term in catalogue.terms)


def _decision_is_stated(catalogue: Catalogue) -> bool:
    said = (catalogue.interface.start.decision, catalogue.sheet.decision)
    return all("?" in text for text in said)


def _options_are_listed(catalogue: Catalogue) -> bool:
    return len(catalogue.methods) > 1 and NO_PROCEDURE in catalogue.method_by_id


def _points_are_cited(point: str) -> ItemCheck:
    def check(catalogue: Catalogue) -> bool:
        fact_ids = [fact.id for fact in catalogue.facts if fact.point == point]
        return bool(fact_ids) and all(
            any(method.facts[fact_id].claims for fact_id in fact_ids)
            for method in catalogue.methods
        )

    return check


def _facts_are_told(*fact_ids: FactId) -> ItemCheck:
    def check(catalogue: Catalogue) -> bool:
        return all(
            method.facts[fact_id].text for method in catalogue.methods for fact_id in fact_ids
        )

    return check


def _has_all_facts(catalogue: Catalogue, method: Method) -> bool:
    return method.facts.keys() == catalogue.fact_by_id.keys()


def _is_even(catalogue: Catalogue) -> bool:
    alike = all(_has_all_facts(catalogue, method) for method in catalogue.methods)
    return alike and is_even(catalogue)


def _facts_are_cited(catalogue: Catalogue) -> bool:
    return all(
        cell.claims or cell.sources or cell.certainty in ("none-found", "by-definition")
        for method in catalogue.methods
        for cell in method.facts.values()
    )


def _updates_are_promised(catalogue: Catalogue) -> bool:
    return 0 < catalogue.manifest.review_every_months <= 24


def _certainty_is_told(catalogue: Catalogue) -> bool:
    words = catalogue.interface.certainty
    return all(
        words[cell.certainty].meaning
        for method in catalogue.methods
        for cell in method.facts.values()
    )


def _funding_is_named(catalogue: Catalogue) -> bool:
    return len(catalogue.manifest.funding.split()) > 1


def _waiting_has_all_facts(catalogue: Catalogue) -> bool:
    return _has_all_facts(catalogue, catalogue.method_by_id[NO_PROCEDURE])


def _options_can_be_compared(catalogue: Catalogue) -> bool:
    return len(catalogue.methods) > 1 and any(fact.key for fact in catalogue.facts)


def _chances_or_none_found(catalogue: Catalogue) -> bool:
    return all(
        cell.figures
        or cell.more_figures
        or catalogue.interface.figures.none in f"{cell.short} {cell.text}"
        for method in catalogue.methods
        for cell in (method.facts["effect"],)
        if method.id != NO_PROCEDURE
    )


def _figures_say_who(catalogue: Catalogue) -> bool:
    return all(figure.who for figure in catalogue.more_figures)


def _counts_are_kept(catalogue: Catalogue) -> bool:
    return {"relative", "one-in"} <= {rule.id for rule in catalogue.word_rules}


def _some_spans_are_told(catalogue: Catalogue) -> bool:
    return any(figure.follow_up for figure in catalogue.more_figures)


def _some_counts_are_drawn(catalogue: Catalogue) -> bool:
    drawn = [figure for figure in catalogue.more_figures if out_of_100(figure) is not None]
    small = [figure for figure in catalogue.more_figures if 0 < (figure.of or 0) < FEWEST_COUNTED]
    return bool(drawn and small)


def _concerns_are_asked(catalogue: Catalogue) -> bool:
    return {"concerns", "top-concerns", "concern-words"} <= set(catalogue.ask_by_id)


def _questions_are_always_asked(catalogue: Catalogue) -> bool:
    return len(general_questions(catalogue)) >= 3 and all(
        question.when.always for question in general_questions(catalogue)
    )


def _a_clinician_has_reviewed(catalogue: Catalogue) -> bool:
    return catalogue.manifest.checked_by != "none"


def _makers_have_roles(catalogue: Catalogue) -> bool:
    return all(len(author.role.split()) > 1 for author in catalogue.manifest.author)


def _reading_level_is_told(catalogue: Catalogue) -> bool:
    return len(catalogue.readability.place) > 1


def _waiting_is_always_listed(catalogue: Catalogue) -> bool:
    ticks = [(), *((shape,) for shape in SHAPE_IDS)]
    return all(NO_PROCEDURE in relevance(catalogue, tick).on_list for tick in ticks)


def _swaying_is_ruled_out(catalogue: Catalogue) -> bool:
    return {"advice", "promise"} <= {rule.id for rule in catalogue.word_rules}


def _talk_is_not_replaced(catalogue: Catalogue) -> bool:
    said = [item for section in catalogue.interface.start.sections for item in section.items]
    wanted = [item.said_on_start for item in catalogue.report_card if item.said_on_start]
    return bool(wanted) and all(any(phrase in text for text in said) for phrase in wanted)


def _country_is_told(catalogue: Catalogue) -> bool:
    return len(catalogue.manifest.country_scope.split()) > 1


def _words_are_explained(catalogue: Catalogue) -> bool:
    return len(catalogue.terms) > 20


def _facts_have_questions(catalogue: Catalogue) -> bool:
    return all(fact.label.endswith("?") for fact in catalogue.facts)


def _facts_have_a_short_form(catalogue: Catalogue) -> bool:
    return all(cell.short for method in catalogue.methods for cell in method.facts.values())


def _drawings_have_words(catalogue: Catalogue) -> bool:
    said = {f"shape-{shape.id}": shape.drawing_alt for shape in catalogue.shapes}
    said |= {f"method-{method.id}": method.drawing_alt for method in catalogue.methods}
    return said.keys() <= catalogue.drawings.keys() and all(said.values())


def _headings_are_short(catalogue: Catalogue) -> bool:
    heads = [fact.name for fact in catalogue.facts]
    heads += [method.name for method in catalogue.methods]
    return all(len(head.split()) <= MOST_WORDS_HEADING for head in heads)


def _tables_are_explained(catalogue: Catalogue) -> bool:
    words = catalogue.interface.compare
    return bool(words.how_to_read and words.charts_note)


FULL: Mapping[str, ItemCheck] = {
    "ipdas-q1": _says_what_it_is,
    "ipdas-q2": _decision_is_stated,
    "ipdas-q3": _options_are_listed,
    "ipdas-q4": _points_are_cited("good"),
    "ipdas-q5": _points_are_cited("bad"),
    "ipdas-q6": _facts_are_told("what-it-is-like", "downtime", "aftercare"),
    "ipdas-c1": _is_even,
    "ipdas-c2": _facts_are_cited,
    "ipdas-c4": _updates_are_promised,
    "ipdas-c5": _certainty_is_told,
    "ipdas-c6": _funding_is_named,
    "ipdas-b1": _waiting_has_all_facts,
    "ipdas-b2": _options_can_be_compared,
    "ipdas-b3": _chances_or_none_found,
    "ipdas-b4": _figures_say_who,
    "ipdas-b5": _counts_are_kept,
    "ipdas-b9": _concerns_are_asked,
    "ipdas-b11": _questions_are_always_asked,
    "ipdas-b15": _a_clinician_has_reviewed,
    "ipdas-b19": _facts_are_told("evidence"),
    "ipdas-b20": _makers_have_roles,
    "ipdas-b21": _reading_level_is_told,
    "nice-e1": _says_what_it_is,
    "nice-e2": _decision_is_stated,
    "nice-e3": _waiting_is_always_listed,
    "nice-e4": _facts_are_told("effect", "how-long-it-lasts", "serious-risks", "what-it-is-like"),
    "nice-e5": _swaying_is_ruled_out,
    "nice-p3": _options_are_listed,
    "nice-p5": _concerns_are_asked,
    "nice-p6": _talk_is_not_replaced,
    "his-p1": _updates_are_promised,
    "his-p2": _facts_are_cited,
    "his-p3": _certainty_is_told,
    "his-c2": _country_is_told,
    "his-c3": _says_what_it_is,
    "his-c4": _decision_is_stated,
    "his-c5": _points_are_cited("bad"),
    "his-c6": _is_even,
    "pemat-4": _words_are_explained,
    "pemat-9": _facts_have_questions,
    "pemat-11": _facts_have_a_short_form,
    "pemat-15": _drawings_have_words,
    "pemat-17": _drawings_have_words,
    "pemat-19": _headings_are_short,
    "pemat-25": _tables_are_explained,
}
"""Items that are met where the check holds."""

IN_PART: Mapping[str, ItemCheck] = {
    "ipdas-b6": _some_spans_are_told,
    "ipdas-b8": _some_counts_are_drawn,
    "nice-p4": _some_counts_are_drawn,
    "his-c7": _reading_level_is_told,
    "pemat-3": _reading_level_is_told,
}
"""Items that are met in part where the check holds; their evidence says what is missing."""
