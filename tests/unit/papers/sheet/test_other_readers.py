"""The sheet in other programs for PDF: pdf.js, PDFium, poppler, MuPDF and qpdf."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any, Final
from xml.etree import ElementTree

import pikepdf
import pypdfium2
import pytest

from aid.answers.example import example_answers
from aid.catalogue.catalogue import Catalogue
from aid.papers.sheet.content import build_sheet
from aid.papers.sheet.pdf import sheet_pdf
from tests.npm import PDF_JS
from tests.system_packages import program

pytestmark = pytest.mark.slow

SCRIPT: Final = Path(__file__).with_name("read_by_pdf_js.mjs")
NOTES: Final = "Zürich, garçon, naïve, Łódź, Ελληνικά, Привет, 我的疤痕, 흉터 “five” – 3½."
CLUSTERS: Final = {
    "Hindi": "मुझे दर्द है।",
    "Bengali": "আমার ব্যথা।",
    "Thai": "ฉันเจ็บ",
    "Tamil": "எனக்கு வலி",
}
"""Scripts that join and move letters."""
TYPED: Final = "The doctor said that I should wait three months and then come back for more"


def run(*command: str) -> str:
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)
    complaints = done.stderr.replace("warning: ICC support is not available\n", "")
    assert (done.returncode, complaints) == (0, ""), command
    return done.stdout


def by_poppler(path: Path) -> str:
    return run(program("pdftotext"), str(path), "-")


def by_mupdf(path: Path) -> str:
    return run(program("mutool"), "draw", "-F", "txt", str(path))


def by_pdfium(path: Path) -> str:
    with pypdfium2.PdfDocument(path) as pdf:
        return "\n".join(page.get_textpage().get_text_range() for page in pdf)


def by_pdf_js(path: Path) -> str:
    return str(pdf_js(path)["text"])


def pdf_js(path: Path) -> dict[str, Any]:
    """What pdf.js finds; it also leaves a copy in which something is typed in each field."""
    node = Path(sys.executable).with_name("node")
    told = run(
        str(node), str(SCRIPT), str(PDF_JS.folder()), str(path), str(typed_into(path)), TYPED
    )
    return dict(json.loads(told))


def typed_into(path: Path) -> Path:
    return path.with_name(f"typed-{path.name}")


READERS: Final[Mapping[str, Callable[[Path], str]]] = {
    "poppler": by_poppler,
    "MuPDF": by_mupdf,
    "PDFium": by_pdfium,
    "pdf.js": by_pdf_js,
}


def words_in(text: str) -> set[str]:
    return set(re.split(r"\s+", text))


@pytest.fixture(scope="module", params=["a4", "letter"])
def sheet(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, catalogue: Catalogue
) -> Path:
    answers = example_answers().with_values(notes=f"{NOTES} {' '.join(CLUSTERS.values())}")
    made = build_sheet(catalogue, answers, date(2026, 11, 30))
    path = tmp_path_factory.mktemp("sheet") / f"{request.param}.pdf"
    path.write_bytes(sheet_pdf(catalogue, made, request.param))
    return path


@pytest.mark.parametrize("reader", READERS)
def test_every_word_can_be_copied(sheet: Path, catalogue: Catalogue, reader: str) -> None:
    found = words_in(READERS[reader](sheet))
    assert words_in(NOTES) - found == set()
    assert words_in(catalogue.sheet.questions_title) - found == set()


@pytest.mark.parametrize("language", CLUSTERS)
@pytest.mark.parametrize("reader", ["poppler", "PDFium"])
def test_joined_letters_are_copied_once_by_those_who_read_the_text_that_stands_for_them(
    sheet: Path, reader: str, language: str
) -> None:
    found = "".join(READERS[reader](sheet).split())
    assert "".join(CLUSTERS[language].split()) in found


def test_nothing_in_the_file_is_damaged(sheet: Path) -> None:
    assert "No syntax or stream encoding errors" in run(program("qpdf"), "--check", str(sheet))
    assert pdf_js(sheet)["warnings"] == []


def test_what_is_typed_into_a_field_stays_inside_it(sheet: Path) -> None:
    """pdf.js chooses how large the letters are; no word may leave the place that paper has."""
    fields = pdf_js(sheet)["fields"]
    typed = typed_into(sheet)
    assert "No syntax or stream encoding errors" in run(program("qpdf"), "--check", str(typed))
    with pikepdf.open(typed) as pdf:
        places = [
            (number, str(field.FT), [float(side) for side in field.Rect], float(page.mediabox[3]))
            for number, page in enumerate(pdf.pages)
            for field in page.obj.get("/Annots", ())
        ]
        assert len(places) == len(fields) > 10
    pages = _words_with_places(typed)
    for number, kind, (left, bottom, right, top), height in places:
        if kind == "/Tx":
            inside = {
                word
                for word, x_min, y_min, x_max, y_max in pages[number]
                if left <= x_min and x_max <= right
                if height - top <= y_min + 2 and y_max - 2 <= height - bottom
            }
            assert words_in(TYPED) <= inside


def _words_with_places(path: Path) -> list[list[tuple[str, float, float, float, float]]]:
    html = run(program("pdftotext"), "-bbox", str(path), "-")
    pages = ElementTree.fromstring(html).iter("{http://www.w3.org/1999/xhtml}page")  # noqa: S314
    sides = ("xMin", "yMin", "xMax", "yMax")
    return [
        [
            (word.text or "", *(float(word.attrib[side]) for side in sides))  # type: ignore[misc]
            for word in page
        ]
        for page in pages
    ]
