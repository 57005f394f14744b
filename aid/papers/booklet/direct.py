"""Studies that compared methods in the booklet: pair by pair, and the pairs without one."""

from __future__ import annotations

from collections.abc import Iterable

from aid.catalogue.catalogue import Catalogue
from aid.catalogue.comparisons import StudyComparison
from aid.formatting.direct import pair_title, sentences, year
from aid.papers.blocks import Bullets, Note, Notes, Paragraph, Section
from aid.papers.booklet.references import Numbering
from aid.tailoring.direct import at_once, by_pair, direct_comparisons, never_lines


def direct(catalogue: Catalogue, numbering: Numbering) -> Section:
    """Every study under every pair that it compared, and the pairs that none compared."""
    words = catalogue.interface.direct
    methods = [method.id for method in catalogue.methods]
    pairs = by_pair(direct_comparisons(catalogue, methods))
    return Section(
        "direct",
        words.title,
        (
            Paragraph(words.lead),
            Paragraph(words.apart),
            *(
                Section("pair", pair_title(catalogue, pair), (_notes(catalogue, numbering, found),))
                for pair, found in pairs
            ),
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


def _notes(catalogue: Catalogue, numbering: Numbering, studies: Iterable[StudyComparison]) -> Notes:
    return Notes(tuple(_note(catalogue, numbering, study) for study in studies))


def _note(catalogue: Catalogue, numbering: Numbering, study: StudyComparison) -> Note:
    *told, sure = sentences(catalogue, study)
    return Note(
        title=str(year(catalogue, study) or ""),
        text=" ".join(told),
        remark=sure.removesuffix("."),
        sources=numbering.of(study.claims),
    )
