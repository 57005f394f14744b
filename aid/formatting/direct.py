"""How a study that compared methods is described: every part, in one order, in the same words."""

from __future__ import annotations

from aid.catalogue.catalogue import Catalogue
from aid.catalogue.comparisons import StudyComparison
from aid.catalogue.ids import CERTAINTIES, ClaimCertainty, MethodId
from aid.formatting.locale import listed, number, sentence


def pair_title(catalogue: Catalogue, methods: tuple[MethodId, MethodId]) -> str:
    """The names of two methods; the name of one where two kinds of it were compared."""
    words = catalogue.interface.direct
    first, second = (catalogue.method_by_id[method].name for method in methods)
    if first == second:
        return words.kinds.format(name=first)
    return words.pair.format(first=first, second=second)


def result(catalogue: Catalogue, study: StudyComparison) -> str:
    """What was found, and whether chance may explain it."""
    return f"{study.text} {catalogue.interface.direct.difference[study.difference]}"


def certainty(catalogue: Catalogue, study: StudyComparison) -> ClaimCertainty:
    """How sure a study is: as sure as the weakest of its claims."""
    found = [catalogue.claim_by_id[claim].certainty for claim in study.claims]
    return max(found, key=CERTAINTIES.index)


def year(catalogue: Catalogue, study: StudyComparison) -> int | None:
    """The year of the main source: the first source of the first claim."""
    main = catalogue.claim_by_id[study.claims[0]].sources[0]
    return catalogue.source_by_id[main].year


def study_name(catalogue: Catalogue, study: StudyComparison) -> str:
    """How a study is named: by the year of its main source, where that was seen."""
    words, seen = catalogue.interface.direct, year(catalogue, study)
    return words.study.format(year=seen) if seen else words.study_undated


def shown(catalogue: Catalogue, text: str | None) -> str:
    """A part of a study, or the words for what was not shown."""
    return text or catalogue.interface.direct.not_shown


def shape_names(catalogue: Catalogue, study: StudyComparison) -> str | None:
    """The names of the dents that a study names, if any."""
    return listed(catalogue, (catalogue.shape_by_id[shape].name for shape in study.shapes)) or None


def sentences(catalogue: Catalogue, study: StudyComparison) -> tuple[str, ...]:
    """A whole study: result, harms, people, shapes, groups, follow-up, how sure.

    Each part has its label; a part that was not shown says so.
    """
    words = catalogue.interface.direct
    counted = [words.people.format(count=number(catalogue, study.n))] if study.n else []
    sure = catalogue.interface.certainty[certainty(catalogue, study)].name
    statements = (
        words.result.format(text=result(catalogue, study)),
        words.harms.format(text=shown(catalogue, study.harms)),
        words.who.format(text=" ".join([*counted, study.who])),
        words.shapes.format(names=shown(catalogue, shape_names(catalogue, study))),
        words.groups.format(text=words.by_chance[study.by_chance]),
        words.follow_up.format(text=shown(catalogue, study.follow_up)),
        catalogue.interface.compare.certainty.format(name=sure),
    )
    return tuple(map(sentence, statements))


def in_short(catalogue: Catalogue, study: StudyComparison) -> str:
    """A study in a small space on paper: how many people, result, how sure."""
    people = (
        [catalogue.interface.direct.people.format(count=number(catalogue, study.n))]
        if study.n
        else []
    )
    *_, sure = sentences(catalogue, study)
    return " ".join((*people, result(catalogue, study), sure))
