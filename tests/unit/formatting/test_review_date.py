"""A review that is overdue shows: to those who keep the content, on every screen, on the sheet."""

from __future__ import annotations

from datetime import date, timedelta

from aid.answers.example import example_answers
from aid.catalogue.catalogue import Catalogue
from aid.formatting.locale import in_words
from aid.formatting.review_date import due, overdue_words, review_due_on
from aid.papers.sheet.content import build_sheet
from aid.papers.sheet.layout import footer
from aid.papers.sheet.text import sheet_text
from aid.ui.layout import frame

DAY = timedelta(days=1)


def test_a_reader_is_told_from_the_day_after(catalogue: Catalogue) -> None:
    on = review_due_on(catalogue)
    template = catalogue.interface.service.overdue
    assert overdue_words(catalogue, template, on - DAY) == ()
    assert overdue_words(catalogue, template, on) == ()
    assert overdue_words(catalogue, template, on + DAY) == (
        template.format(due=in_words(catalogue, on)),
    )


def test_those_who_keep_the_content_are_told_on_the_day(catalogue: Catalogue) -> None:
    on = review_due_on(catalogue)
    assert due(catalogue, on - DAY) == ()
    assert len(due(catalogue, on)) == 1


def test_the_sheet_goes_by_its_own_date(catalogue: Catalogue) -> None:
    on = review_due_on(catalogue)
    said = catalogue.sheet.overdue.format(due=in_words(catalogue, on))
    in_time = build_sheet(catalogue, example_answers(), on)
    late = build_sheet(catalogue, example_answers(), on + DAY)
    assert said not in footer(catalogue, in_time)
    assert said in footer(catalogue, late)
    assert said.split()[-1] in sheet_text(catalogue, late)
    assert len(footer(catalogue, late)) == len(footer(catalogue, in_time)) + 1


def test_every_screen_says_it_at_its_foot(catalogue: Catalogue) -> None:
    on = review_due_on(catalogue)
    said = overdue_words(catalogue, catalogue.interface.service.overdue, on + DAY)
    assert f"<p>{said[0]}</p>" in frame.footer(catalogue, said)
    assert in_words(catalogue, on) not in frame.footer(catalogue, ())


def test_the_shipped_content_is_not_yet_due(catalogue: Catalogue) -> None:
    made = catalogue.content_version
    assert date(made.year + 1, made.month, made.day) < review_due_on(catalogue)
