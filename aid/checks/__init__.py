"""What content must say together: every cross-check, each yielding all its problems.

``aid.catalogue.load`` has already checked the form of every entry. A check takes the whole
catalogue and yields its problems.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from aid.catalogue.catalogue import Catalogue
from aid.catalogue.files import LANGUAGE
from aid.catalogue.load import CONTENT_FOLDER, build_catalogue, read_files
from aid.checks.answers import every_answer_is_used, options_match_answers, retired_ids_resolve
from aid.checks.citations import (
    citations_resolve,
    everything_read_is_cited,
    missing_citations,
)
from aid.checks.completeness import (
    methods_complete,
    pages_are_reached,
    plurals_complete,
    reading_before_version,
    review_is_stated,
    small_lists,
)
from aid.checks.direct import comparisons_hold
from aid.checks.drawings import drawings_match
from aid.checks.editorial.balance import accounts_are_even
from aid.checks.editorial.prose import lengths, prose_is_clean, wording_is_agreed
from aid.checks.editorial.standards import report_card_is_true
from aid.checks.editorial.symmetry import gaps_are_few, shorts_are_alike
from aid.checks.evidence import certainty_is_earned, figures_match_claims
from aid.checks.ids import ids_once, vocabulary_complete
from aid.checks.numbers import numbers_are_cited
from aid.checks.tailoring import (
    answers_bring_questions,
    ask_groups_hold,
    concerns_mark_rows,
    health_groups_hold,
    printed_reasons_reveal_nothing,
    questions_hold,
    trade_offs_pull_apart,
)
from aid.errors import ContentError, Problem

Check = Callable[[Catalogue], Iterator[Problem]]

CHECKS: tuple[Check, ...] = (
    ids_once,
    vocabulary_complete,
    every_answer_is_used,
    options_match_answers,
    methods_complete,
    citations_resolve,
    missing_citations,
    figures_match_claims,
    numbers_are_cited,
    certainty_is_earned,
    comparisons_hold,
    concerns_mark_rows,
    trade_offs_pull_apart,
    questions_hold,
    answers_bring_questions,
    ask_groups_hold,
    health_groups_hold,
    printed_reasons_reveal_nothing,
    small_lists,
    pages_are_reached,
    plurals_complete,
    reading_before_version,
    review_is_stated,
    drawings_match,
    retired_ids_resolve,
)
"""What has to hold wherever content is loaded, in the order in which problems are reported."""

EDITORIAL_CHECKS: tuple[Check, ...] = (
    everything_read_is_cited,
    lengths,
    prose_is_clean,
    wording_is_agreed,
    accounts_are_even,
    shorts_are_alike,
    gaps_are_few,
    report_card_is_true,
)
"""How texts are written. ``aid check`` runs them too; a straight quote must not stop a server."""


def problems_of(catalogue: Catalogue, checks: Iterable[Check] = CHECKS) -> tuple[Problem, ...]:
    """Run checks and return all problems, in the order of the checks."""
    problems: list[Problem] = []
    for check in checks:
        # The report card assumes that all checks before it pass.
        if not (problems and check is report_card_is_true):
            problems += check(catalogue)
    return tuple(problems)


def checked(catalogue: Catalogue, checks: Iterable[Check] = CHECKS) -> Catalogue:
    """Return the catalogue if it is sound.

    Args:
        catalogue: The content.
        checks: What has to hold.

    Raises:
        ContentError: With every problem that ``problems_of`` finds.
    """
    problems = problems_of(catalogue, checks)
    if problems:
        raise ContentError(problems)
    return catalogue


def load_checked_catalogue(
    folder: Path = CONTENT_FOLDER,
    checks: Iterable[Check] = CHECKS,
    language: str = LANGUAGE,
) -> Catalogue:
    """Load all content and check what it says together.

    Another language brings words alone, so most is checked in the first language: its figures,
    claims and conditions are those of every other.

    Args:
        folder: The content folder.
        checks: What has to hold.
        language: The language whose words are taken, by the name of its folder.

    Raises:
        ContentError: With every problem of form, or, where the form is right, every problem of
            meaning; each names its file and key.
    """
    raw = read_files(folder)
    first = checked(build_catalogue(raw), checks)
    if language == LANGUAGE:
        return first
    return checked(build_catalogue(raw, language), (plurals_complete,))
