"""Studies that compared methods: how often each pair was studied, and what was found each time.

Every pair has the same form, whichever of its methods is read first. Nothing is added up.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Final

from markupsafe import Markup

from aid.catalogue.catalogue import Catalogue
from aid.catalogue.comparisons import StudyComparison
from aid.catalogue.ids import MethodId
from aid.catalogue.methods import Method
from aid.formatting.direct import pair_title, sentences, study_name
from aid.tailoring.direct import Pair, by_pair, direct_comparisons, never_lines
from aid.views.elements import Parts, filled, paragraph
from aid.views.evidence import source_list
from aid.views.glossary import WordsInPlace
from aid.views.templating import frame, rendered

MOST_IN_VIEW: Final = 5
"""How many columns of figures fit beside the names on a phone."""


def direct_view(catalogue: Catalogue, method_ids: Sequence[MethodId]) -> Parts:
    """The studies that compared two of some methods, pair by pair, below a table of how many.

    Each study is described once, under the first of its pairs; under the others a link leads there.
    Pairs that no study compared are named.

    Args:
        catalogue: The content.
        method_ids: The methods in view, in any order.
    """
    methods = catalogue.some_methods(method_ids)
    words = catalogue.interface.direct
    if len(methods) <= 1:
        return paragraph(words.lead), paragraph(words.no_pair)
    compared = dict(by_pair(direct_comparisons(catalogue, method_ids)))
    around = frame(
        "direct_comparisons",
        words=words,
        method_head=catalogue.interface.compare.method_head,
        slide=catalogue.interface.compare.slide,
        most_in_view=MOST_IN_VIEW,
        methods=methods,
        none_compared=not compared,
        never=tuple(never_lines(catalogue, method_ids)),
    )
    return filled(around, _lines(catalogue, methods), _pairs(catalogue, compared))


def _lines(catalogue: Catalogue, methods: Sequence[Method]) -> Parts:
    """The rows of the table of how many studies set each pair against each other."""
    end = Markup("</tr>")
    return (
        piece
        for begin, cells in (_line(catalogue, method.id) for method in methods)
        for piece in (begin, *(cells[method.id] for method in methods), end)
    )


def _pairs(catalogue: Catalogue, compared: Mapping[Pair, Sequence[StudyComparison]]) -> Parts:
    """What is known of each pair; a study of several is told under the first of them."""
    first: dict[str, Pair] = {}
    for pair, studies in compared.items():
        for study in studies:
            first.setdefault(study.id, pair)
    return (
        piece
        for pair, studies in compared.items()
        for piece in (
            _pair_begins(catalogue, pair),
            *(
                study_account(catalogue, study)
                if first[study.id] == pair
                else _elsewhere(catalogue, study, first[study.id])
                for study in studies
            ),
            Markup("</details>"),
        )
    )


# Every click on the comparison needs these. They are made of the content alone, and of no answer.


@lru_cache(maxsize=64)
def _line(catalogue: Catalogue, method_id: MethodId) -> tuple[Markup, Mapping[MethodId, Markup]]:
    """How the row of a method begins, and its cells by the other method."""
    ids = [method.id for method in catalogue.methods]
    before = ids[: ids.index(method_id)]
    begin = Markup('<tr><th scope="row">{}</th>').format(catalogue.method_by_id[method_id].name)
    return begin, {
        other: _cell(catalogue, (other, method_id) if other in before else (method_id, other))
        for other in ids
    }


def _cell(catalogue: Catalogue, pair: Pair) -> Markup:
    """How many studies set a pair against each other, and the way to them, if any did."""
    if not _count(catalogue, pair):
        return Markup("<td>0</td>")
    cell = Markup('<td><a href="#{}">{}<span class="unseen">: {}</span></a></td>')
    return cell.format(_place_of(pair), _count(catalogue, pair), pair_title(catalogue, pair))


@lru_cache(maxsize=256)
def _pair_begins(catalogue: Catalogue, pair: Pair) -> Markup:
    words, count = catalogue.interface.direct, _count(catalogue, pair)
    said = words.one_study if count == 1 else words.studies.format(count=count)
    begin = Markup(
        '<details class="more pair" id="{}">'
        '<summary><h3>{}</h3><span class="note">{}</span></summary>'
    )
    return begin.format(_place_of(pair), pair_title(catalogue, pair), said)


@lru_cache(maxsize=1024)
def _elsewhere(catalogue: Catalogue, study: StudyComparison, pair: Pair) -> Markup:
    said = catalogue.interface.direct.told_under.format(
        study=study_name(catalogue, study), pair=pair_title(catalogue, pair)
    )
    return Markup('<p><a href="#{}">{}</a></p>').format(_place(study), said)


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


def _count(catalogue: Catalogue, pair: Pair) -> int:
    return sum(found.methods == pair for found in direct_comparisons(catalogue, pair))


def _place(study: StudyComparison) -> str:
    return f"study-{study.id}"


def _place_of(pair: Pair) -> str:
    return "-".join(("pair", *pair))
