"""Studies that compared methods: how often each pair was studied, and what was found each time.

Every pair has the same form, whichever of its methods is read first. Nothing is added up.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from markupsafe import Markup

from aid.catalogue.catalogue import Catalogue
from aid.catalogue.comparisons import StudyComparison
from aid.catalogue.ids import MethodId
from aid.formatting.direct import pair_title, sentences, study_name
from aid.tailoring.direct import Pair, by_pair, direct_comparisons, never_lines
from aid.views.evidence import source_list
from aid.views.glossary import WordsInPlace
from aid.views.templating import rendered

MOST_IN_VIEW: Final = 5
"""How many columns of figures fit beside the names on a phone."""


@dataclass(frozen=True)
class _PairAccount:
    """The studies of a pair, and the place of the screen where they stand."""

    place: str
    title: str
    count: str
    studies: tuple[Markup, ...]


def direct_view(catalogue: Catalogue, method_ids: Sequence[MethodId]) -> Markup:
    """The studies that compared two of some methods, pair by pair, below a table of how many.

    Each study is described once, under the first of its pairs; under the others a link leads there.
    Pairs that no study compared are named.

    Args:
        catalogue: The content.
        method_ids: The methods in view, in any order.
    """
    methods = catalogue.some_methods(method_ids)
    accounts = _accounts(catalogue, method_ids)
    return rendered(
        "direct_comparisons",
        words=catalogue.interface.direct,
        method_head=catalogue.interface.compare.method_head,
        slide=catalogue.interface.compare.slide,
        most_in_view=MOST_IN_VIEW,
        methods=methods,
        accounts=accounts,
        in_order=lambda one, other: (one, other) if (one, other) in accounts else (other, one),
        never=tuple(never_lines(catalogue, method_ids)),
    )


def _accounts(catalogue: Catalogue, method_ids: Sequence[MethodId]) -> Mapping[Pair, _PairAccount]:
    first: dict[str, Pair] = {}
    accounts = {}
    for pair, studies in by_pair(direct_comparisons(catalogue, method_ids)):
        for study in studies:
            first.setdefault(study.id, pair)
        accounts[pair] = _PairAccount(
            place="-".join(("pair", *pair)),
            title=pair_title(catalogue, pair),
            count=_count(catalogue, len(studies)),
            studies=tuple(
                study_account(catalogue, study)
                if first[study.id] == pair
                else _elsewhere(catalogue, study, first[study.id])
                for study in studies
            ),
        )
    return accounts


def _count(catalogue: Catalogue, studies: int) -> str:
    words = catalogue.interface.direct
    return words.one_study if studies == 1 else words.studies.format(count=studies)


def _elsewhere(catalogue: Catalogue, study: StudyComparison, pair: Pair) -> Markup:
    said = catalogue.interface.direct.told_under.format(
        study=study_name(catalogue, study), pair=pair_title(catalogue, pair)
    )
    return Markup('<p><a href="#{}">{}</a></p>').format(_place(study), said)


# Every click on the comparison needs these. They are made of the content alone, and of no answer.
@lru_cache(maxsize=256)
def study_account(catalogue: Catalogue, study: StudyComparison) -> Markup:
    """A whole study, to stand below a heading of level 3."""
    name = study_name(catalogue, study)
    explained = WordsInPlace(catalogue)
    result, *more = map(explained, sentences(catalogue, study))
    return rendered(
        "study_account",
        place=_place(study),
        name=name,
        result=result,
        more=more,
        sources_title=catalogue.interface.compare.sources_title,
        sources=source_list(catalogue, study.claims),
    )


def _place(study: StudyComparison) -> str:
    return f"study-{study.id}"
