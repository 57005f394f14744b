"""No word of English is left in what is written in another language, and no word is cut off."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date
from html import unescape
from io import BytesIO

import docx
import pytest

from aid.answers.model import Answers
from aid.catalogue.catalogue import Catalogue
from aid.catalogue.ids import CONCERN_IDS, HEALTH_IDS, METHOD_IDS
from aid.papers.booklet.build import build_booklet
from aid.papers.sheet.content import build_sheet
from aid.papers.sheet.text import sheet_text
from aid.papers.sheet.word import sheet_docx
from aid.site.build import pages
from aid.views.charts import chart
from aid.views.tidy_table import table_csv
from tests.pseudo import TAG, english_left

FULL = Answers(
    scar_shapes=("ice-pick", "rolling"),
    concerns=CONCERN_IDS[:6],
    top_concerns=CONCERN_IDS[:3],
    health=HEALTH_IDS[:-2],
    health_on_sheet=HEALTH_IDS[:-2],
)
NO_WORDS = {"Section.name", "Table.name", "Figure.drawing"}
"""Fields of a paper that no reader sees."""


def texts(value: object, name: str = "") -> Iterator[str]:
    """Every text of a paper that a reader sees."""
    if isinstance(value, str):
        if name not in NO_WORDS:
            yield value
    elif is_dataclass(value):
        for field in fields(value):
            yield from texts(getattr(value, field.name), f"{type(value).__name__}.{field.name}")
    elif isinstance(value, tuple):
        for part in value:
            yield from texts(part, name)


def words_of(html: str) -> str:
    """What is read of a page, by eye or aloud, and what a search engine shows of it."""
    html = re.sub(r"<(style|script)\b.*?</\1>", " ", html, flags=re.DOTALL)
    named = re.findall(r'\b(?:alt|title|aria-label|content)="([^"]*)"', html)
    return unescape(" ".join([re.sub(r"<[^>]+>", " ", html), *named]))


def test_what_is_left_is_found(translated: Catalogue, catalogue: Catalogue) -> None:
    assert english_left(translated, "Bóxçár dent ~ 3 days") == {"dent", "days"}
    method = catalogue.method_by_id["subcision"]
    assert english_left(translated, method.summary)


def test_the_sheet(translated: Catalogue) -> None:
    sheet = build_sheet(translated, FULL, date(2026, 11, 30))
    assert english_left(translated, sheet_text(translated, sheet)) == set()
    file = docx.Document(BytesIO(sheet_docx(translated, sheet)))
    said = " ".join(text.text or "" for text in file.element.body.iter() if text.tag.endswith("}t"))
    assert english_left(translated, said) == set()
    assert file.core_properties.language == TAG


def test_the_booklet(translated: Catalogue) -> None:
    assert english_left(translated, " ".join(texts(build_booklet(translated)))) == set()


def test_the_reading_edition(translated: Catalogue) -> None:
    for page in pages(translated):
        assert english_left(translated, words_of(str(page.body))) == set(), page.path


@pytest.mark.parametrize("chart_id", ["downtime", "visits", "course"])
def test_the_charts(translated: Catalogue, chart_id: str) -> None:
    drawn = chart(translated, chart_id, METHOD_IDS)  # type: ignore[arg-type]  # one of three
    for text in (drawn.title, drawn.alt, *drawn.lines):
        assert english_left(translated, text) == set()


def test_the_names_of_the_columns_of_the_table(translated: Catalogue) -> None:
    head = table_csv(translated).decode("utf-8-sig").splitlines()[0]
    assert english_left(translated, head) == set()
