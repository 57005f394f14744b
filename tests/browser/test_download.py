"""Downloads: the file holds what was typed a moment before."""

from __future__ import annotations

import csv
import io
import json
import zipfile

import pypdf
import pytest
from playwright.sync_api import Page

from aid.catalogue.catalogue import Catalogue
from tests.browser.reader import Reader, pdf_text

pytestmark = pytest.mark.browser

LETTER_POINTS = (612, 792)
METHODS_TIMES_FACTS = 12 * 18


@pytest.fixture
def reader(page: Page, catalogue: Catalogue) -> Reader:
    reader = Reader(page, catalogue)
    reader.open("sheet")
    return reader


def test_text_typed_a_moment_before_the_click_is_in_the_file(reader: Reader) -> None:
    words = reader.words.sheet_page
    notes, button = reader.box(words.notes_label), reader.sheet_button()

    reader.write(notes, "My sister comes along on Tuesday.")
    first = reader.download(button)  # straight from the box

    assert first.suggested_filename == f"{words.file_name}.pdf"
    assert "My sister comes along on Tuesday." in pdf_text(first)

    reader.write(notes, "My brother comes along on Friday.")
    second = pdf_text(reader.download(button))

    assert "My brother comes along on Friday." in second
    assert "sister" not in second

    # The same from another box, and by keyboard: the focus goes to the button at once.
    reader.write(reader.box(words.next_steps_label), "Ask about a second visit.")
    reader.button(button).focus()
    with reader.page.expect_download() as coming:
        reader.page.keyboard.press("Enter")
    third = pdf_text(coming.value)

    assert "Ask about a second visit." in third
    assert "My brother comes along on Friday." in third


def test_the_other_formats_hold_it_too(reader: Reader) -> None:
    words = reader.words.sheet_page
    notes = reader.box(words.notes_label)

    reader.write(notes, "My sister comes along on Tuesday.")
    word = reader.download(reader.sheet_button("docx"))
    assert word.suggested_filename == f"{words.file_name}.docx"
    with zipfile.ZipFile(word.path()) as parts:
        assert "My sister comes along on Tuesday." in parts.read("word/document.xml").decode()

    reader.write(notes, "My brother comes along on Friday.")
    plain = reader.download(reader.sheet_button("txt"))
    assert plain.suggested_filename == f"{words.file_name}.txt"
    text = plain.path().read_text(encoding="utf-8")
    assert "My brother comes along on Friday." in text
    assert "sister" not in text


def test_the_sheet_comes_on_us_letter_too(reader: Reader) -> None:
    words = reader.words.sheet_page
    reader.choose_by_label(words.paper_label, words.paper_letter)
    download = reader.download(reader.sheet_button())

    for page in pypdf.PdfReader(download.path()).pages:
        size = tuple(round(float(side)) for side in (page.mediabox.width, page.mediabox.height))
        assert size == LETTER_POINTS


def test_the_table_comes_as_csv_with_every_method_and_fact(reader: Reader) -> None:
    words = reader.words.compare
    reader.write(reader.box(reader.words.sheet_page.notes_label), "My sister comes along.")
    reader.go_to("compare")
    with reader.page.expect_request("**/files/table") as asked:
        download = reader.download(words.download_csv)
    assert json.loads(asked.value.post_data or "")["answers"] == ""
    rows = list(csv.DictReader(io.StringIO(download.path().read_text(encoding="utf-8-sig"))))

    assert download.suggested_filename.endswith(".csv")
    assert len(rows) == METHODS_TIMES_FACTS
    assert [row[words.csv_method] for row in rows[::18]] == [
        method.name for method in reader.catalogue.methods
    ]
    assert all(row[words.csv_text] and row[words.csv_certainty] for row in rows)
