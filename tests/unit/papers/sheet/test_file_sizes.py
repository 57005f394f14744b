"""A download says how large it is, and that is true."""

from __future__ import annotations

import re

import pytest

from aid.answers.example import example_answers
from aid.answers.file import answers_json
from aid.catalogue.catalogue import Catalogue
from aid.catalogue.ids import SheetFormatId
from aid.papers.sheet.content import build_sheet
from aid.papers.sheet.formats import SHEET_FORMATS
from aid.views.tidy_table import table_csv


def kilobytes(text: str) -> int:
    """The size that a text names."""
    found = re.search(r"about (\d+) kB", text)
    assert found, text
    return int(found.group(1))


def assert_about(named_kilobytes: int, data: bytes) -> None:
    assert named_kilobytes * 500 < len(data) < named_kilobytes * 1500


@pytest.mark.parametrize("format_id", SHEET_FORMATS)
def test_the_sheet(catalogue: Catalogue, format_id: SheetFormatId) -> None:
    words = catalogue.interface.sheet_page
    sheet = build_sheet(catalogue, example_answers(), catalogue.content_version)
    data = SHEET_FORMATS[format_id].make(catalogue, sheet, "a4")
    assert_about(kilobytes(words.formats[format_id].size), data)


def test_the_table(catalogue: Catalogue) -> None:
    named = kilobytes(catalogue.interface.compare.download_csv)
    assert_about(named, table_csv(catalogue))


def test_saved_answers(catalogue: Catalogue) -> None:
    version = catalogue.content_version.isoformat()
    data = answers_json(example_answers(), version).encode("utf-8")
    assert_about(kilobytes(catalogue.interface.keep.where), data)
