"""Direct comparisons as JSON for other programs, and as lines of text for a terminal."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from aid.catalogue.catalogue import Catalogue
from aid.catalogue.comparisons import StudyComparison
from aid.catalogue.ids import MethodId
from aid.formatting.direct import certainty, pair_title, result, sentences, shown, year
from aid.tailoring.direct import at_once, by_pair, direct_comparisons, never_compared


def direct_json(
    catalogue: Catalogue, method_ids: Collection[MethodId]
) -> Iterator[Mapping[str, Any]]:
    """Each pair of some methods with each study that compared them, as plain values.

    ``n`` and ``year`` are ``None`` where they were not shown.
    """
    for found in direct_comparisons(catalogue, method_ids):
        study = found.study
        yield {
            "methods": list(found.methods),
            "study": study.id,
            "text": result(catalogue, study),
            "who": study.who,
            "n": study.n,
            "shapes": list(study.shapes),
            "follow-up": shown(catalogue, study.follow_up),
            "by-chance": study.by_chance,
            "difference": study.difference,
            "harms": shown(catalogue, study.harms),
            "year": year(catalogue, study),
            "certainty": certainty(catalogue, study),
            "claims": list(study.claims),
            "sources": list(catalogue.cell_sources(study.claims)),
        }


def direct_text(catalogue: Catalogue, method_ids: Collection[MethodId]) -> Iterator[str]:
    """The direct comparisons of some methods as lines of text, and the pairs without a study."""
    words = catalogue.interface.direct
    yield from (words.title, words.lead, words.apart)
    for pair, studies in by_pair(direct_comparisons(catalogue, method_ids)):
        yield from ("", pair_title(catalogue, pair))
        for study in studies:
            yield from _study(catalogue, study)
    yield from ("", words.at_once_title)
    for study in at_once(catalogue):
        yield from _study(catalogue, study)
    never = never_compared(catalogue, method_ids)
    yield from ("", words.never_title, words.never_lead if never else words.all_compared)
    yield from (f"  - {pair_title(catalogue, pair)}" for pair in never)


def _study(catalogue: Catalogue, study: StudyComparison) -> Iterator[str]:
    first, *more = sentences(catalogue, study)
    yield f"  - {first}"
    yield from (f"    {line}" for line in more)
