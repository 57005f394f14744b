"""The reading level of every text, by two formulas. Only the command and the tests load this.

Formulas of this kind misjudge fragments, so single texts count from eight words on. Names that no
plainer word can stand for are content; they count as one short word, and the level with them as
written is reported beside it. Grades are US school years.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from statistics import median

import textstat
import tomli_w

from aid.catalogue.catalogue import Catalogue
from aid.catalogue.editorial import PlaceGrade, Readability
from aid.catalogue.evidence import Claim
from aid.catalogue.ids import PAGE_IDS
from aid.catalogue.shown import SHEET
from aid.catalogue.text_index import ReaderText, reader_texts
from aid.checks.places import file_of
from aid.errors import Place, Problem

FEWEST_WORDS = 8
GATE_GRADE = 8.0
AIM_GRADE = 6.0
MOST_ABOVE_GATE_BY_LETTERS = 0.1
"""The formula that counts letters swings widely on short texts."""
MOST_CLAIMS_ABOVE_GATE = 0.25
"""Claims are exact first."""
_STAND_IN = "name"
_GAP = re.compile(r"\{[\w-]+\}")


def plain(catalogue: Catalogue, text: str) -> str:
    """A text with a short word in place of every unavoidable name and every gap."""
    names = sorted({word for item in catalogue.unavoidable for word in item.words}, key=len)
    pattern = "|".join(re.escape(name) for name in reversed(names))
    without = re.sub(rf"(?<!\w)(?:{pattern})(?!\w)", _STAND_IN, text, flags=re.IGNORECASE)
    return _filled(without)


def _filled(text: str) -> str:
    return _GAP.sub(_STAND_IN, text)


def flesch_kincaid(text: str) -> float:
    """The grade by the length of sentences and the number of syllables."""
    return float(textstat.flesch_kincaid_grade(text))


def automated_readability(text: str) -> float:
    """The grade by the length of sentences and the number of letters."""
    return float(textstat.automated_readability_index(text))


def graded_texts(catalogue: Catalogue) -> tuple[ReaderText, ...]:
    """The texts of our own that are long enough: no titles of works, nothing that sources say."""
    return tuple(
        entry
        for entry in reader_texts(catalogue)
        if not entry.key.startswith(("sources.", "evidence.")) and _is_long_enough(entry)
    )


def graded_claims(catalogue: Catalogue) -> tuple[ReaderText, ...]:
    """What sources say, in our words, where it is long enough."""
    return tuple(
        entry
        for entry in reader_texts(catalogue)
        if entry.key.startswith("evidence.") and _is_long_enough(entry)
    )


def _is_long_enough(entry: ReaderText) -> bool:
    return len(entry.text.split()) >= FEWEST_WORDS


def grades(catalogue: Catalogue, texts: Iterable[ReaderText]) -> dict[str, float]:
    """The first formula's grade of each text by its key."""
    return {entry.key: flesch_kincaid(plain(catalogue, entry.text)) for entry in texts}


def readability(catalogue: Catalogue) -> Readability:
    """Work out the reading level of every screen and of the sheet.

    Args:
        catalogue: The content; what it says of its own reading level is not looked at.

    Returns:
        Grades rounded to one decimal, screens in their order and the sheet last.
    """
    each = grades(catalogue, graded_texts(catalogue))
    return _readability(catalogue, each, grades(catalogue, graded_claims(catalogue)))


def _readability(
    catalogue: Catalogue, each: Mapping[str, float], of_claims: Mapping[str, float]
) -> Readability:
    texts = graded_texts(catalogue)
    return Readability(
        made_with=f"textstat {'.'.join(map(str, textstat.__version__))}",
        median=round(median(each.values()), 1),
        highest=round(max(each.values()), 1),
        claims_median=round(median(of_claims.values()), 1),
        place=tuple(_of_place(catalogue, place, texts) for place in (*PAGE_IDS, SHEET)),
    )


def _of_place(catalogue: Catalogue, place: str, texts: Iterable[ReaderText]) -> PlaceGrade:
    # A label without a full stop would run into the next text and make one long sentence.
    together = " ".join(_closed(entry.text) for entry in texts if place in entry.where)
    simple = plain(catalogue, together)
    return PlaceGrade(
        id=place,
        flesch_kincaid=round(flesch_kincaid(simple), 1),
        automated_readability=round(automated_readability(simple), 1),
        as_written=round(flesch_kincaid(_filled(together)), 1),
    )


def _closed(text: str) -> str:
    return text if text.endswith((".", "?", "!")) else f"{text}."


def reading_level_holds(catalogue: Catalogue) -> Iterator[Problem]:
    """Find texts that are too hard, by themselves or together, and a stated level that is old.

    Single texts are held to the first formula. The second one, which counts letters, swings widely
    on short texts, so most of them are held to it, and every screen and the sheet to both. Claims
    are exact first: they have limits of their own.
    """
    texts = graded_texts(catalogue)
    each = grades(catalogue, texts)
    of_claims = grades(catalogue, graded_claims(catalogue))
    for entry in texts:
        grade = each[entry.key]
        if grade > GATE_GRADE:
            yield entry.place.problem(f"is at grade {grade:.1f}; at most {GATE_GRADE:g}")
    by_letters = [automated_readability(plain(catalogue, entry.text)) for entry in texts]
    yield from _most_are_easy(Place(catalogue.language), by_letters, MOST_ABOVE_GATE_BY_LETTERS)
    yield from _most_are_easy(file_of(catalogue, Claim), of_claims.values(), MOST_CLAIMS_ABOVE_GATE)
    found = _readability(catalogue, each, of_claims)
    for place in found.place:
        for name, grade, most in (
            ("Flesch-Kincaid", place.flesch_kincaid, AIM_GRADE),
            ("Automated Readability", place.automated_readability, AIM_GRADE),
            ("Flesch-Kincaid, names left in", place.as_written, GATE_GRADE),
        ):
            if grade > most:
                yield Place(catalogue.language).problem(
                    f"all texts of {place.id} are at grade {grade:.1f} ({name}); at most {most:g}"
                )
    if found != catalogue.readability:
        yield file_of(catalogue, Readability).problem(
            "is out of date: run python -m aid readability"
        )


def _most_are_easy(place: Place, levels: Collection[float], most_above: float) -> Iterator[Problem]:
    above = sum(level > GATE_GRADE for level in levels) / len(levels)
    if above > most_above:
        yield place.problem(
            f"{above:.0%} of the texts are above grade {GATE_GRADE:g}; at most {most_above:.0%}"
        )
    if median(levels) > AIM_GRADE:
        yield place.problem(
            f"half of the texts are above grade {median(levels):.1f}; at most {AIM_GRADE:g}"
        )


def readability_toml(found: Readability) -> str:
    """The content file that holds the reading level."""
    values = found.model_dump(by_alias=True)
    return f"{_HEAD}{tomli_w.dumps(values)}"


_HEAD = """\
#:schema schema/readability.schema.json

# Written by python -m aid readability, which aid check asks for where it is out of date.
"""
