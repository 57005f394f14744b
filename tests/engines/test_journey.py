"""The whole journey, in the engines of Firefox and Safari, with a phone and at a desk."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from pathlib import Path

import pypdf
import pytest

from aid.catalogue.answer_fields import MOST_COMPARED
from aid.catalogue.ids import PAGE_IDS, MethodId
from tests.conftest import AppServer
from tests.engines.conftest import SIZES, NewVisitor
from tests.engines.engine import ESCAPE, type_keys, wait_until
from tests.engines.visitor import Visitor

DATES = "Nothing in the first two weeks of June."
HOPE = "Cheeks that look smoother."
NOTES = "My sister comes with me."
METHODS: tuple[MethodId, ...] = ("microneedling", "subcision")


@pytest.mark.parametrize("size", SIZES)
def test_the_whole_journey(
    size: str, new_visitor: NewVisitor, server: AppServer, tmp_path: Path
) -> None:
    visitor = new_visitor(server.url, size)
    visitor.open()
    visitor.press("button", visitor.words.start.begin)
    visitor.arrive("scars")
    answer_the_questions(visitor)
    look_at_each_view(visitor, size)
    check_what_one_knows(visitor)
    say_more_for_the_doctor(visitor)
    put_the_sheet_together(visitor)
    download_the_sheet(visitor)
    look_over_the_answers(visitor)
    save_clear_and_load(visitor, tmp_path)
    for screen in PAGE_IDS:
        if screen not in visitor.visited:
            visitor.go_to(screen)
    visitor.go_to("methods")
    download_the_booklet(visitor)
    assert visitor.engine.errors() == []


def answer_the_questions(visitor: Visitor) -> None:
    """Back, Forward and a reload keep what was answered."""
    words = visitor.words
    visitor.answer("scar-shapes", "boxcar", "rolling")
    visitor.answer("shape-source", "own-guess")
    visitor.press("button", words.service.continue_)
    visitor.arrive("time")
    visitor.answer("downtime", "up-to-7-days")
    visitor.engine.back()
    visitor.arrive("scars")
    visitor.see_answers("scar-shapes", "boxcar", "rolling")
    visitor.engine.forward()
    visitor.arrive("time")
    visitor.see_answers("downtime", "up-to-7-days")
    visitor.engine.reload()
    visitor.arrive("time")
    visitor.says(words.keep.restored)
    visitor.see_answers("downtime", "up-to-7-days")
    visitor.answer("visits", "up-to-3")
    visitor.press("button", words.service.continue_)
    visitor.arrive("priorities")
    visitor.answer("concerns", "pain", "cost", "evidence")
    visitor.answer("top-concerns", "cost", "pain")
    visitor.press("button", words.questionnaire.to_compare)
    visitor.arrive("compare")


def look_at_each_view(visitor: Visitor, size: str) -> None:
    words, facts = visitor.words.compare, visitor.catalogue.fact_by_id
    none = visitor.catalogue.method_by_id["no-procedure-for-now"].name
    visitor.see("table", words.glance_caption, lambda found: none in found.text)
    if size == "phone":
        visitor.see("combobox", words.fact_head, lambda found: found.value == "fits")
        visitor.press("button", words.fact_after)
        visitor.see("combobox", words.fact_head, lambda found: found.value == "pain")

    visitor.switch(words.view_label, words.in_detail)
    names = [visitor.catalogue.method_by_id[method_id].name for method_id in METHODS]
    for name in names:
        visitor.pick(name, words.pick_methods.format(count=MOST_COMPARED))
    table = visitor.see("table", words.detail_caption)
    assert [name for name in (*names, none, facts["pain"].label) if name not in table.text] == []
    visitor.unfold(words.more_facts)
    visitor.see("table", words.more_facts)

    visitor.switch(words.view_label, words.charts)
    for title in (words.downtime_chart, words.visits_chart, words.course_chart):
        visitor.see("heading", title)
    drawn = "() => document.querySelectorAll('svg.marks, canvas.marks').length"
    wait_until(lambda: visitor.engine.run(drawn), "the charts to be drawn")

    visitor.switch(words.view_label, visitor.words.direct.title)
    visitor.see("table", visitor.words.direct.grid_caption)
    visitor.see("heading", visitor.words.direct.never_title)

    name, content = visitor.download("button", words.download_csv)
    assert name.endswith(".csv")
    rows = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"))))
    assert {row[words.csv_method] for row in rows} == {
        method.name for method in visitor.catalogue.methods
    }


def check_what_one_knows(visitor: Visitor) -> None:
    visitor.go_to("quiz")
    words, statement = visitor.words.quiz, visitor.catalogue.statements[0]
    label = words.true if statement.answer == "true" else words.false
    visitor.choose("radio", label, within=("radiogroup", statement.text))
    visitor.says(statement.explanation)
    visitor.says(words.matches)


def say_more_for_the_doctor(visitor: Visitor) -> None:
    visitor.go_to("health")
    visitor.answer("causes", "acne")
    visitor.say("dates", DATES)
    visitor.say("hopes", HOPE)
    visitor.answer("health", "cold-sores")
    visitor.press("button", visitor.words.compare.to_sheet)
    visitor.arrive("sheet")


def put_the_sheet_together(visitor: Visitor) -> None:
    """A second reload keeps the sheet too; the large type opens and closes."""
    words = visitor.words.sheet_page
    visitor.pick(words.leaning_not_sure, words.leaning_title)
    visitor.write(words.notes_label, NOTES)
    visitor.press("button", words.large_open)
    visitor.see("heading", visitor.catalogue.sheet.title)
    visitor.see("button", words.large_close, lambda found: found.focused)
    visitor.engine.act(type_keys(ESCAPE))
    visitor.see("button", words.large_open, lambda found: found.focused)
    visitor.settle()
    visitor.engine.reload()
    visitor.arrive("sheet")
    visitor.see("textbox", words.notes_label, lambda found: found.value == NOTES)
    within = ("toolbar", words.leaning_title)
    visitor.see("button", words.leaning_not_sure, lambda found: found.pressed, within=within)


def download_the_sheet(visitor: Visitor) -> None:
    words = visitor.words.sheet_page
    told = (NOTES, DATES, visitor.catalogue.method_by_id[METHODS[0]].name)

    name, content = visitor.download("button", words.formats["pdf"].button)
    assert name == f"{words.file_name}.pdf"
    pages = pypdf.PdfReader(io.BytesIO(content)).pages
    text = " ".join(" ".join(page.extract_text() for page in pages).split())
    assert [piece for piece in told if piece not in text] == []

    name, content = visitor.download("button", words.formats["docx"].button)
    assert name == f"{words.file_name}.docx"
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        assert NOTES in parts.read("word/document.xml").decode()

    name, content = visitor.download("button", words.formats["txt"].button)
    assert name == f"{words.file_name}.txt"
    assert NOTES in content.decode()

    visitor.unfold(words.record.title)
    for file, kind in (
        (words.record.answers, "QuestionnaireResponse"),
        (words.record.form, "Questionnaire"),
    ):
        name, content = visitor.download("button", file.button)
        assert name == file.file_name
        assert json.loads(content)["resourceType"] == kind


def look_over_the_answers(visitor: Visitor) -> None:
    visitor.go_to("review")
    see_what_was_said(visitor)


def see_what_was_said(visitor: Visitor) -> None:
    label = visitor.catalogue.option_label
    for words in (
        label("scar-shapes", "boxcar"),
        label("downtime", "up-to-7-days"),
        label("concerns", "evidence"),
        label("health", "cold-sores"),
        DATES,
        HOPE,
    ):
        visitor.says(words)


def save_clear_and_load(visitor: Visitor, folder: Path) -> None:
    words, file = visitor.words.keep, folder / "answers.json"
    visitor.go_to("keep")
    name, content = visitor.download("button", words.save)
    assert name == words.file_name
    assert json.loads(content)["answers"]["dates"] == DATES
    file.write_bytes(content)

    visitor.press("button", words.clear)
    visitor.press("button", words.clear_yes)
    visitor.arrive("start")
    visitor.says(words.cleared)
    visitor.go_to("review")
    assert DATES not in visitor.text()

    visitor.go_to("keep")
    visitor.press("button", words.load)
    visitor.load(file)
    visitor.says(words.loaded)
    visitor.go_to("review")
    see_what_was_said(visitor)


def download_the_booklet(visitor: Visitor) -> None:
    words = visitor.words.methods
    for label, paper in ((words.booklet_a4, "a4"), (words.booklet_letter, "letter")):
        name, content = visitor.download("link", label)
        assert name == words.booklet_file.format(paper=paper)
        assert content.startswith(b"%PDF")
