"""Checks that methods, tips and quiz have all their parts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from aid.catalogue.catalogue import Catalogue
from aid.catalogue.editorial import Manifest
from aid.catalogue.ids import DENT_IDS, FACT_IDS
from aid.catalogue.load import CHANGES_FILE
from aid.catalogue.methods import Method
from aid.catalogue.pages import QuizStatement, Tip, in_menu
from aid.catalogue.registry import SLOT_BY_KIND
from aid.catalogue.texts.interface import InterfaceTexts
from aid.checks.places import file_of, list_of, place_of
from aid.errors import Place, Problem
from aid.formatting.locale import plural_categories

READ_ON = Place(SLOT_BY_KIND[Manifest].file.path, "evidence-read-on")


def methods_complete(catalogue: Catalogue) -> Iterator[Problem]:
    """Find methods that lack a shape or a fact, or share a name."""
    for method in catalogue.methods:
        file = place_of(catalogue, method)
        for shape in DENT_IDS:
            if shape not in method.shapes:
                yield file.at(f"shapes.{shape}").problem("is missing")
        for fact in FACT_IDS:
            if fact not in method.facts:
                yield file.at(f"facts.{fact}").problem("is missing")
    names = Counter(method.name for method in catalogue.methods)
    for name, times in names.items():
        if times > 1:
            yield file_of(catalogue, Method).problem(f"“{name}” names {times} methods")


def pages_are_reached(catalogue: Catalogue) -> Iterator[Problem]:
    """Find pages that no page of the menu leads to."""
    menu = in_menu(catalogue.pages)
    for page in catalogue.pages:
        if page.part_of is not None and page.part_of not in menu:
            yield (
                place_of(catalogue, page)
                .at("part-of")
                .problem(f"{page.part_of} is not in the menu, so nothing leads to this page")
            )


def review_is_stated(catalogue: Catalogue) -> Iterator[Problem]:
    """Find an About page that says something else of a review than the manifest."""
    reviewed = catalogue.manifest.checked_by != "none"
    place = file_of(catalogue, InterfaceTexts).at("about.sections")
    marked = [section for section in catalogue.interface.about.sections if section.says_unreviewed]
    for section in marked if reviewed else ():
        yield place.problem(f"“{section.title}” is not true: manifest.toml names a reviewer")
    if not reviewed and not marked:
        yield place.problem("none says that nobody has reviewed it (says-unreviewed = true)")


def reading_before_version(catalogue: Catalogue) -> Iterator[Problem]:
    """Find sources that were read after the content that rests on them was written."""
    if catalogue.manifest.evidence_read_on > catalogue.content_version:
        yield READ_ON.problem(f"is after {catalogue.content_version}, the newest in {CHANGES_FILE}")


def small_lists(catalogue: Catalogue) -> Iterator[Problem]:
    """Find a wrong number of tips or quiz statements, and a quiz with one answer to all."""
    if len(catalogue.tips) != 4:
        yield list_of(catalogue, Tip).problem("there are four tips")
    quiz = file_of(catalogue, QuizStatement).at("statement")
    if not 5 <= len(catalogue.statements) <= 6:
        yield quiz.problem("there are five or six statements")
    if len({statement.answer for statement in catalogue.statements}) < 2:
        yield quiz.problem("some must be true and some false")


def plurals_complete(catalogue: Catalogue) -> Iterator[Problem]:
    """Find units without a word for each plural category of the language."""
    categories = plural_categories(catalogue.language_tag)
    for unit, words in catalogue.interface.units.items():
        if len(words) != len(categories):
            place = file_of(catalogue, InterfaceTexts).at(f"units.{unit}")
            said = f"must have {len(categories)} words, for numbers of the kinds"
            yield place.problem(f"{said} {', '.join(categories)}")
