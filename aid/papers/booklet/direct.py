"""Studies that compared methods: how many for each pair, and each study described once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from aid.catalogue.catalogue import Catalogue
from aid.catalogue.comparisons import StudyComparison
from aid.formatting.direct import pair_title, sentences, study_name
from aid.papers.blocks import Bullets, Note, Notes, Paragraph, Row, Section, Table
from aid.papers.booklet.references import Numbering
from aid.tailoring.direct import Pair, at_once, by_pair, direct_comparisons, never_lines

_StudiesOfPair = tuple[Pair, tuple[StudyComparison, ...]]
"""A pair of methods with all studies that compared the two."""


def direct(catalogue: Catalogue, numbering: Numbering) -> Section:
    """Every study under the first of the pairs that it compared, and the pairs that none compared.

    The section of a pair is named by the places of its methods, counted from 0: ``pair-0-3``.
    """
    words = catalogue.interface.direct
    methods = [method.id for method in catalogue.methods]
    compared = tuple(by_pair(direct_comparisons(catalogue, methods)))
    lead = (words.lead, words.apart, words.grid_note)
    return Section(
        "direct",
        words.title,
        (
            *map(Paragraph, lead),
            _grid(catalogue, compared),
            *_pairs(catalogue, numbering, compared),
            Section(
                "at-once",
                words.at_once_title,
                (_notes(catalogue, numbering, at_once(catalogue)),),
            ),
            Section(
                "never",
                words.never_title,
                (Paragraph(words.never_lead), Bullets(tuple(never_lines(catalogue, methods)))),
            ),
        ),
    )


def _grid(catalogue: Catalogue, compared: Sequence[_StudiesOfPair]) -> Table:
    """How many studies set two methods against each other."""
    counts = {frozenset(pair): len(studies) for pair, studies in compared}
    return Table(
        name="pairs",
        caption=catalogue.interface.direct.grid_caption,
        head=(
            catalogue.interface.compare.method_head,
            *(method.name for method in catalogue.methods),
        ),
        rows=tuple(
            Row(
                method.name,
                tuple(
                    str(counts.get(frozenset((method.id, other.id)), 0))
                    for other in catalogue.methods
                ),
            )
            for method in catalogue.methods
        ),
    )


def _pairs(
    catalogue: Catalogue, numbering: Numbering, compared: Sequence[_StudiesOfPair]
) -> Iterable[Section]:
    places = {method.id: place for place, method in enumerate(catalogue.methods)}
    first: dict[str, Pair] = {}
    for pair, studies in compared:
        here = [study for study in studies if first.setdefault(study.id, pair) == pair]
        elsewhere = [
            catalogue.interface.direct.told_under.format(
                study=study_name(catalogue, study), pair=pair_title(catalogue, first[study.id])
            )
            for study in studies
            if study not in here
        ]
        name = "-".join(("pair", *(str(places[method]) for method in pair)))
        yield Section(
            name,
            pair_title(catalogue, pair),
            (_notes(catalogue, numbering, here), *map(Paragraph, elsewhere)),
        )


def _notes(catalogue: Catalogue, numbering: Numbering, studies: Iterable[StudyComparison]) -> Notes:
    return Notes(tuple(_note(catalogue, numbering, study) for study in studies))


def _note(catalogue: Catalogue, numbering: Numbering, study: StudyComparison) -> Note:
    *findings, sure = sentences(catalogue, study)
    return Note(
        title=study_name(catalogue, study),
        text=" ".join(findings),
        remark=sure.removesuffix("."),
        sources=numbering.of(study.claims),
    )
