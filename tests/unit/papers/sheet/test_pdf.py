"""The PDF of the sheet: accessible, fillable, the same bytes each time, and safe from any text."""

import io
import itertools
import re
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from functools import lru_cache
from threading import Barrier
from unicodedata import normalize

import pdfua
import pypdf
import pytest
import typst
from hypothesis import given, settings
from hypothesis import strategies as st

from aid.answers.example import example_answers
from aid.answers.model import Answers
from aid.catalogue.answer_fields import MOST_CHARACTERS, NEED_IDS
from aid.catalogue.ids import (
    CONCERN_IDS,
    DENT_IDS,
    EXCLUSIVE,
    HEALTH_IDS,
    METHOD_IDS,
    NO_PROCEDURE,
    Paper,
)
from aid.errors import SheetError
from aid.formatting.locale import in_words
from aid.papers.sheet.content import build_sheet, typed_texts
from aid.papers.sheet.formats import SHEET_FORMATS
from aid.papers.sheet.overflow import MOST_IN_PLACE
from aid.papers.sheet.pdf import sheet_pdf, undrawable
from aid.papers.typesetting.fonts import FONTS
from aid.papers.typesetting.letters import BREAK, MISSING
from tests.another_process import output_of
from tests.nasty_texts import (
    LETTERS,
    LITERAL,
    NASTY,
    SENTENCES,
    SHAPED,
    every_field,
    filled,
    two_in_a_place,
    typed_everywhere,
    with_text,
)
from tests.pdf_reading import bookmarks, claim, elements, opened, pages_and_sizes, plain, scopes
from tests.sheet_headings import headings_of

MADE_ON = date(2026, 11, 22)
POINTS = {"a4": (595.28, 841.89), "letter": (612, 792)}
METHODS = tuple(item for item in METHOD_IDS if item != NO_PROCEDURE)
THREE = example_answers().with_values(sheet_methods=METHODS[:3])
TWO = example_answers().with_values(sheet_methods=METHODS[:2])
TELLING = THREE.with_values(
    health=("cold-sores", "allergies", "smoking", "recent-sun"),
    health_on_sheet=("cold-sores", "allergies", "smoking", "recent-sun"),
)
SIDEWAYS = example_answers().with_values(sheet_methods=METHODS[:5])
EVERY = example_answers().with_values(sheet_methods=METHODS)
SAID = tuple(item for item in HEALTH_IDS if item not in EXCLUSIVE)
BUSY = THREE.with_values(
    scar_shapes=DENT_IDS,
    causes=("acne", "chickenpox", "injury-or-surgery", "other"),
    body_places=("face", "neck", "chest", "back", "arms-or-legs", "elsewhere"),
    concerns=tuple(item for item in CONCERN_IDS if item not in EXCLUSIVE),
    top_concerns=("pain", "cost", "lasting"),
    health=SAID,
    health_on_sheet=SAID,
    needs=NEED_IDS,
)
"""Everything that can be ticked, and three methods."""

FULL = filled(MOST_CHARACTERS)
FULL_READERS = {
    "three": every_field(THREE, FULL),
    "busy": every_field(BUSY, FULL),
    "one": every_field(Answers(sheet_methods=METHODS[:1]), FULL),
    "no method": every_field(Answers(), FULL),
    "sideways": every_field(SIDEWAYS, FULL),
}


def answered(catalogue, answers):
    return build_sheet(catalogue, answers, MADE_ON)


def pdf_of(catalogue, answers, paper="a4"):
    """The sheet of some answers, made once for all tests that look at it."""
    return _made_once(catalogue, answers, paper)


@lru_cache(maxsize=32)
def _made_once(catalogue, answers, paper):
    return sheet_pdf(catalogue, answered(catalogue, answers), paper)


def texts(data):
    """The text of each page, without white space and places to break."""
    return pages_and_sizes(data)[0]


@pytest.fixture(scope="module")
def three(catalogue):
    return answered(catalogue, THREE)


@pytest.fixture(scope="module")
def three_pdf(catalogue):
    return pdf_of(catalogue, THREE)


# Accessible.


def test_it_claims_what_typst_has_checked_and_says_title_and_language(catalogue, three_pdf):
    with opened(three_pdf) as pdf:
        assert claim(pdf) == "1"
        assert str(pdf.Root.Lang) == "en"
        assert bool(pdf.Root.MarkInfo.Marked)
        assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)
        assert str(pdf.docinfo.Title) == catalogue.sheet.title


def headings_in(data):
    with opened(data) as pdf:
        return [str(element.T) for tag, element in elements(pdf) if tag == "/H1"]


def test_it_has_one_title_and_a_heading_for_each_part_in_reading_order(catalogue):
    data = pdf_of(catalogue, TWO)
    with opened(data) as pdf:
        tags = [tag for tag, _ in elements(pdf)]
    assert tags.count("/Title") == 1
    assert tags.index("/Title") < tags.index("/H1")
    assert headings_in(data) == headings_of(catalogue.sheet)


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_page_1_has_what_sources_say_of_my_shapes(catalogue, paper):
    answers = Answers(scar_shapes=("ice-pick", "rolling"), sheet_methods=("tca-cross",))
    page, *_ = texts(pdf_of(catalogue, answers, paper))
    said = answered(catalogue, answers).rows[0]
    assert len(said.cells) == 2
    for text in (catalogue.sheet.fits_name, *said.cells):
        assert plain(text) in plain(page)


def test_a_full_page_1_leaves_the_outline_then_the_studies_to_page_2(catalogue):
    words = catalogue.sheet
    without_outline = headings_of(words)
    without_outline.remove(words.outline_title)
    without_outline.insert(without_outline.index(words.agreed_title), words.outline_title)
    assert headings_in(pdf_of(catalogue, THREE)) == without_outline
    without_both = without_outline.copy()
    without_both.remove(words.compared_title)
    without_both.insert(without_both.index(words.needs_title), words.compared_title)
    assert headings_in(pdf_of(catalogue, TELLING)) == without_both


def test_every_column_and_every_row_of_the_table_has_its_header(three, three_pdf):
    with opened(three_pdf) as pdf:
        found = [scopes(element) for tag, element in elements(pdf) if tag == "/TH"]
        cells = [element for tag, element in elements(pdf) if tag == "/TD"]
    assert found.count(["/Column"]) == len(three.methods) + 1
    assert found.count(["/Row"]) == len(three.rows)
    assert len(found) == len(three.methods) + 1 + len(three.rows)
    assert len(cells) == len(three.methods) * len(three.rows)


@pytest.mark.parametrize("paper", ["a4", "letter"])
@pytest.mark.parametrize("answers", [Answers(), THREE, TELLING, SIDEWAYS, EVERY])
def test_the_outline_is_on_page_1_or_2_and_says_what_it_shows(catalogue, answers, paper):
    with opened(pdf_of(catalogue, answers, paper)) as pdf:
        figures = [element for tag, element in elements(pdf) if tag == "/Figure"]
        assert [str(figure.Alt) for figure in figures] == [catalogue.sheet.outline_alt]
        places = [field for field in pdf.Root.AcroForm.Fields if str(field.T) == "places"]
        assert len(places) == 1
        last = len(pdf.pages) - 1
        assert places[0].P.objgen in (pdf.pages[0].objgen, pdf.pages[last].objgen)


@pytest.mark.parametrize("answers", [THREE, EVERY, FULL_READERS["busy"]])
def test_a_bookmark_leads_to_every_part(catalogue, answers):
    with opened(pdf_of(catalogue, answers)) as pdf:
        headings = [str(element.T) for tag, element in elements(pdf) if tag == "/H1"]
        assert bookmarks(pdf) == [(1, title) for title in headings]
    assert len(headings) > 12


@pytest.mark.slow
@pytest.mark.parametrize("paper", ["a4", "letter"])
@pytest.mark.parametrize("answers", [Answers(), TELLING, EVERY, FULL_READERS["busy"]])
def test_a_checker_of_accessible_pdf_finds_nothing(catalogue, answers, paper, tmp_path):
    """It knows 16 of the 106 rules that a machine can check: no proof of conformance."""
    path = tmp_path / "sheet.pdf"
    path.write_bytes(pdf_of(catalogue, answers, paper))
    report = pdfua.validate(str(path))
    assert report.findings == ()
    assert len(report.outcomes) > 10


def test_the_questions_are_one_list_with_a_tick_box_as_label(three, three_pdf):
    with opened(three_pdf) as pdf:
        lists = [element for tag, element in elements(pdf) if tag == "/L"]
        items = [kid for kid in max(lists, key=lambda found: len(found.K)).K if str(kid.S) == "/LI"]
        labels = [item.K[0] for item in items]
        assert len(items) == len(three.questions)
        assert all(str(label.S) == "/Lbl" for label in labels)
        assert all("/Form" in [str(kid.S) for kid in label.K] for label in labels)


def test_every_field_is_in_the_tag_tree_and_tells_what_it_is_for(catalogue, three, three_pdf):
    with opened(three_pdf) as pdf:
        fields = {str(field.T): field for field in pdf.Root.AcroForm.Fields}
        forms = [element for tag, element in elements(pdf) if tag == "/Form"]
        labels = {name: str(field.TU) for name, field in fields.items()}
        kinds = {name: str(field.FT) for name, field in fields.items()}
        links = [tag for tag, _ in elements(pdf) if tag == "/Link"]
        tabs = {str(page.obj.Tabs) for page in pdf.pages}
    assert len(forms) == len(fields)
    assert not links
    assert tabs == {"/S"}
    for number, question in enumerate(three.questions, start=1):
        assert labels[f"tick-{number}"] == labels[f"answer-{number}"] == question.text
        assert kinds[f"tick-{number}"] == "/Btn"
        assert kinds[f"answer-{number}"] == "/Tx"
    for number, item in enumerate(three.tell, start=1):
        assert labels[f"tell-{number}"] == f"{item.text} {item.fill_in}"
    assert {"agreed", "next-steps", "notes", "places"} < set(fields)
    assert labels["places"] == catalogue.sheet.outline_title


def test_the_name_is_for_the_hand_and_never_a_field(catalogue, three_pdf):
    with opened(three_pdf) as pdf:
        labels = {str(field.TU) for field in pdf.Root.AcroForm.Fields}
    assert plain(catalogue.sheet.name_line) in texts(three_pdf)[0]
    assert not any("name" in label.lower() for label in labels)


def test_what_is_typed_into_a_field_is_never_cut(three_pdf):
    """Viewers set letters of size 0 as small as all of the words need, on as many lines."""
    several_lines, does_not_scroll = 1 << 12, 1 << 23
    with opened(three_pdf) as pdf:
        texts = [field for field in pdf.Root.AcroForm.Fields if str(field.FT) == "/Tx"]
        assert len(texts) > 12
        for field in texts:
            assert int(field.Ff) == several_lines | does_not_scroll, field.T
            assert str(field.DA).startswith("/Helv 0 Tf"), field.T


def test_the_fields_can_be_filled_in(three_pdf):
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(three_pdf))
    for page in writer.pages:
        writer.update_page_form_field_values(
            page, {"tick-1": "/Yes", "answer-1": "In June.", "notes": "Two\nlines"}
        )
    filled = io.BytesIO()
    writer.write(filled)
    fields = pypdf.PdfReader(filled).get_fields() or {}
    assert fields["tick-1"]["/V"] == "/Yes"
    assert fields["tick-2"]["/V"] == "/Off"
    assert fields["answer-1"]["/V"] == "In June."
    assert fields["notes"]["/V"] == "Two\nlines"


def test_every_font_on_the_pages_is_embedded(catalogue, three):
    with opened(sheet_pdf(catalogue, with_text(three, "a مر नम 你 😀"))) as pdf:
        fonts = [
            font.get("/DescendantFonts", [font])[0]
            for page in pdf.pages
            for font in page.Resources.Font.values()
        ]
        assert len(fonts) > 5
        for font in fonts:
            descriptor = font.FontDescriptor
            assert any(name in descriptor for name in ("/FontFile", "/FontFile2", "/FontFile3"))
        assert set(pdf.Root.AcroForm.DR.Font.keys()) == {"/Helv", "/ZaDb"}


@pytest.mark.parametrize("answers", [Answers(), THREE, BUSY, EVERY, FULL_READERS["busy"]])
def test_nothing_is_smaller_than_nine_points(catalogue, answers):
    _, sizes = pages_and_sizes(pdf_of(catalogue, answers))
    assert min(sizes) == 9


# On paper.


@pytest.mark.parametrize("paper", ["a4", "letter"])
@pytest.mark.parametrize("answers", [Answers(), example_answers(), THREE, TELLING])
def test_an_ordinary_sheet_has_two_upright_pages(catalogue, answers, paper):
    with opened(pdf_of(catalogue, answers, paper)) as pdf:
        sizes = [tuple(round(float(side), 2) for side in page.mediabox[2:]) for page in pdf.pages]
    assert sizes == [pytest.approx(POINTS[paper], abs=0.1)] * 2


TRIPLES = tuple(itertools.combinations(METHODS, 3))


def length(catalogue, sheet, paper):
    """How many pages a sheet has."""
    with opened(sheet_pdf(catalogue, sheet, paper)) as pdf:
        return len(pdf.pages)


def characters(compared):
    """How many characters the studies of a sheet have."""
    return sum(len(entry.text) for entry in compared)


def longest_of_all(sheets):
    """A sheet with the longest names and cells that any of them has, and the longest studies.

    A row is as high as its highest cell: where this sheet has room, each of them has.
    """
    first, *_ = sheets
    columns = len(first.methods) - 1
    cells = [
        sorted({cell for sheet in sheets for cell in sheet.rows[at].cells[:-1]}, key=len)
        for at in range(len(first.rows))
    ]
    names = sorted({name for sheet in sheets for name in sheet.methods[:-1]}, key=len)
    return replace(
        first,
        methods=(*names[-columns:], first.methods[-1]),
        rows=tuple(
            replace(row, cells=(*found[-columns:], row.cells[-1]))
            for row, found in zip(first.rows, cells, strict=True)
        ),
        compared=max((sheet.compared for sheet in sheets), key=characters),
    )


@pytest.mark.slow
@pytest.mark.parametrize("paper", ["a4", "letter"])
@pytest.mark.parametrize("shapes", [("rolling",), DENT_IDS])
def test_any_three_methods_fit_on_two_pages(catalogue, shapes, paper):
    telling = TELLING.with_values(scar_shapes=shapes)
    sheets = [answered(catalogue, telling.with_values(sheet_methods=three)) for three in TRIPLES]
    longest = longest_of_all(sheets)
    for sheet in sheets:
        theirs = {"methods": sheet.methods, "rows": sheet.rows, "compared": sheet.compared}
        assert replace(longest, **theirs) == sheet, "they differ in nothing else"
    # Should the texts grow until the longest of all together have no room, each is looked at.
    fitting = [longest] if length(catalogue, longest, paper) == 2 else sheets
    for sheet in fitting:
        assert length(catalogue, sheet, paper) == 2, sheet.methods


@pytest.mark.slow
@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_the_longest_sheets_of_three_methods_have_two_pages(catalogue, paper):
    """Those that readers can have: with the longest table, and with the longest studies."""
    answers = TELLING.with_values(scar_shapes=DENT_IDS)
    sheets = [answered(catalogue, answers.with_values(sheet_methods=three)) for three in TRIPLES]
    by_table = sorted(sheets, key=lambda sheet: sum(len("".join(row.cells)) for row in sheet.rows))
    by_studies = sorted(sheets, key=lambda sheet: characters(sheet.compared))
    for sheet in (*by_table[-2:], *by_studies[-2:]):
        assert length(catalogue, sheet, paper) == 2, sheet.methods


@pytest.mark.parametrize(("answers", "tables"), [(SIDEWAYS, 1), (EVERY, 2)])
def test_many_methods_get_landscape_pages_of_their_own(catalogue, answers, tables):
    sheet = answered(catalogue, answers)
    data = pdf_of(catalogue, answers)
    with opened(data) as pdf:
        wide = [float(page.mediabox[2]) > float(page.mediabox[3]) for page in pdf.pages]
        assert [tag for tag, _ in elements(pdf)].count("/Table") == tables
    assert wide == [False, *[True] * tables, False]
    first, *tables_text, _ = texts(data)
    for name in sheet.methods:
        assert plain(name) in first
        assert sum(plain(name) in text for text in tables_text) >= 1


@pytest.mark.parametrize("methods", [4, 5, 6])
@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_four_to_six_methods_give_one_landscape_page_between_two_upright_ones(
    catalogue, methods, paper
):
    """Six on Letter need two: its landscape page is 18 mm less wide than that of A4."""
    answers = example_answers().with_values(sheet_methods=METHODS[:methods])
    with opened(pdf_of(catalogue, answers, paper)) as pdf:
        wide = [float(page.mediabox[2]) > float(page.mediabox[3]) for page in pdf.pages]
    landscape = 2 if (methods, paper) == (6, "letter") else 1
    assert wide == [False, *[True] * landscape, False]


# Six pages, whatever is typed, as far as six pages can hold it.


@pytest.mark.slow
@pytest.mark.parametrize("paper", ["a4", "letter"])
@pytest.mark.parametrize("reader", FULL_READERS)
def test_every_field_full_gives_at_most_six_pages_and_loses_no_letter(catalogue, reader, paper):
    """Sentences in small letters, which take 0.48 of their size on average.

    On Letter, all 24 health items printed beside everything else need a seventh page.
    """
    sheet = answered(catalogue, FULL_READERS[reader])
    pages = texts(pdf_of(catalogue, FULL_READERS[reader], paper))
    assert len(pages) <= (7 if (reader, paper) == ("busy", "letter") else 6)
    foot = re.compile(plain(catalogue.sheet.not_advice) + r".*?Page\dof\d")
    printed = "".join(foot.sub("", page) for page in pages)
    own = [text for text in typed_texts(sheet) if text]
    assert len(set(own)) == len(FULL)
    for text in own:
        assert printed.count(plain(text)) == 1


@pytest.mark.slow
@pytest.mark.parametrize("paper", ["a4", "letter"])
@pytest.mark.parametrize("size", [MOST_IN_PLACE, MOST_IN_PLACE + 1])
def test_texts_just_short_enough_for_their_place_do_not_give_more(catalogue, size, paper):
    """All 24 health items are printed too; with them Letter has a seventh page, as above."""
    sheet = answered(catalogue, every_field(BUSY, filled(size)))
    assert len(texts(sheet_pdf(catalogue, sheet, paper))) <= (7 if paper == "letter" else 6)


@pytest.mark.slow
@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_words_of_2000_small_letters_give_at_most_six_pages(catalogue, paper):
    sheet = answered(catalogue, every_field(THREE, filled(MOST_CHARACTERS, LETTERS)))
    assert len(texts(sheet_pdf(catalogue, sheet, paper))) <= 6


@pytest.mark.slow
@pytest.mark.parametrize(
    ("words", "most"), [(SENTENCES.upper(), 7), ("W" * 99, 12), ("我的皮肤上有疤痕。", 12)]
)
def test_wider_letters_take_more_pages_and_none_is_lost(catalogue, words, most):
    """At 9 points 36,000 letters as wide as high need 9 pages of A4, filled from edge to edge."""
    sheet = answered(catalogue, every_field(THREE, filled(MOST_CHARACTERS, words)))
    pages = texts(sheet_pdf(catalogue, sheet))
    assert 6 < len(pages) <= most
    assert sum(page.count(words[0]) for page in pages) >= sum(
        text.count(words[0]) for text in typed_texts(sheet)
    )


def test_one_long_text_stands_below_page_2_and_a_line_points_to_it(catalogue):
    notes = FULL[0][:MOST_IN_PLACE] + " And so on."
    sheet = answered(catalogue, THREE.with_values(notes=notes))
    pages = texts(sheet_pdf(catalogue, sheet))
    pointer = catalogue.sheet.long_pointer.format(title=catalogue.sheet.long_title)
    assert len(pages) == 2
    assert pages[1].count(plain(pointer)) == 1
    assert pages[1].index(plain(catalogue.sheet.report[:20])) < pages[1].index(plain(notes))


def test_a_long_question_keeps_its_box_and_its_room(catalogue):
    sheet = answered(catalogue, FULL_READERS["three"])
    with opened(pdf_of(catalogue, FULL_READERS["three"])) as pdf:
        labels = {str(field.T): str(field.TU) for field in pdf.Root.AcroForm.Fields}
        boxes = [field for field in pdf.Root.AcroForm.Fields if str(field.FT) == "/Btn"]
        forms = [element for tag, element in elements(pdf) if tag == "/Form"]
        lists = [element for tag, element in elements(pdf) if tag == "/L"]
    assert len(boxes) == len(sheet.questions)
    assert len(forms) == len(labels)
    assert len({len(found.K) for found in lists} & {12}) == 1
    for number, question in enumerate(sheet.questions, start=1):
        assert labels[f"tick-{number}"] == labels[f"answer-{number}"] == question.text


@pytest.mark.slow
def test_the_last_page_of_a_full_sheet_reads_its_footer_once(catalogue):
    for answers in (FULL_READERS["busy"], FULL_READERS["sideways"]):
        for page in texts(pdf_of(catalogue, answers)):
            assert page.count(plain(catalogue.sheet.not_advice)) == 1


def test_without_a_method_it_prints_the_list_and_how_it_came_about(catalogue):
    sheet = answered(catalogue, Answers())
    first, _ = texts(pdf_of(catalogue, Answers()))
    for words in (catalogue.sheet.no_methods_chosen, sheet.list_note, *sheet.listed_names):
        assert plain(words) in first


@pytest.mark.parametrize("answers", [Answers(), THREE, SIDEWAYS])
def test_everything_on_the_sheet_is_printed(catalogue, answers):
    sheet = answered(catalogue, answers)
    printed = "".join(texts(pdf_of(catalogue, answers)))
    expected = [
        sheet.decision,
        catalogue.sheet.doctor_line,
        *(f"{line.label}: {line.value}" for line in (*sheet.told, *sheet.matters, *sheet.time)),
        *(cell for row in sheet.rows for cell in row.cells),
        *(f"{row.name} {catalogue.sheet.marked}" for row in sheet.rows if row.marked),
        *([catalogue.sheet.effect_note] if sheet.methods else []),
        *sheet.leaning,
        *(f"{item.text} {item.fill_in}" for item in sheet.tell),
        *(question.text for question in sheet.questions),
        *(catalogue.sheet.why.format(why=item.why) for item in sheet.questions if item.why),
        *sheet.needs,
        sheet.notes,
        *(tip.text for tip in sheet.tips),
    ]
    for words in expected:
        assert plain(words) in printed


def test_the_last_page_says_where_to_report_an_error(catalogue, three_pdf):
    words = catalogue.sheet.report.format(contact=catalogue.manifest.contact)
    assert plain(words) in texts(three_pdf)[-1]


@pytest.mark.parametrize("checked_by", ["none", "Dr. Ada Example"])
def test_every_page_says_what_it_is_and_where_it_comes_from(catalogue, checked_by):
    manifest = catalogue.manifest.model_copy(update={"checked_by": checked_by})
    words = catalogue.sheet
    pages = texts(sheet_pdf(replace(catalogue, manifest=manifest), answered(catalogue, SIDEWAYS)))
    reviewed = words.not_reviewed if checked_by == "none" else words.reviewed
    for number, page in enumerate(pages, start=1):
        for text in (
            words.not_advice,
            reviewed.format(name=checked_by),
            words.sources_at.format(address=manifest.site_address),
            words.funding.format(funding=manifest.funding),
            words.page_of.format(page=number, pages=len(pages)),
            in_words(catalogue, MADE_ON),
            in_words(catalogue, catalogue.content_version),
        ):
            assert page.count(plain(text)) >= 1
        assert page.count(plain(words.not_advice)) == 1


# Any text.


@pytest.mark.slow
@pytest.mark.parametrize("text", NASTY, ids=range(len(NASTY)))
def test_nasty_text_in_every_place_gives_a_full_sheet(catalogue, three, text):
    data = sheet_pdf(catalogue, with_text(three, text))
    with opened(data) as pdf:
        assert claim(pdf) == "1"
        assert len(pdf.pages) >= 2
    pages = texts(data)
    assert plain(catalogue.sheet.tips_title) in "".join(pages)
    count = catalogue.sheet.page_of.format(page=len(pages), pages=len(pages))
    assert plain(count) in pages[-1]


@pytest.mark.slow
@pytest.mark.parametrize("text", LITERAL, ids=range(len(LITERAL)))
def test_what_is_typed_is_printed_letter_by_letter(catalogue, three, text):
    sheet = with_text(three, text)
    printed = "".join(texts(sheet_pdf(catalogue, sheet)))
    # On long texts a page ends in between.
    expected = plain(text)[:400]
    places = len(sheet.matters) + len(sheet.time) + len(("tell", "question", "next", "notes"))
    assert printed.count(expected) >= places - (2 if len(text) > 400 else 0)
    assert not undrawable(sheet)


@pytest.mark.slow
@pytest.mark.parametrize("text", SHAPED, ids=range(len(SHAPED)))
def test_every_sign_of_other_scripts_is_printed(catalogue, three, text):
    sheet = replace(three, notes=text)
    printed = "".join(texts(sheet_pdf(catalogue, sheet)))
    assert set(plain(normalize("NFC", text))) <= set(printed)
    assert MISSING not in printed
    assert not undrawable(sheet)


@pytest.mark.slow
def test_a_2000_letter_word_stays_on_the_page(catalogue, three):
    data = sheet_pdf(catalogue, with_text(three, "W" * 2000))
    ends = []

    def note(text, _matrix, text_matrix, _font, size):
        word = text.strip().replace(BREAK, "")
        if re.fullmatch("W+", word):
            ends.append(text_matrix[4] + len(word) * size * 0.95)

    for page in pypdf.PdfReader(io.BytesIO(data)).pages:
        page.extract_text(visitor_text=note)
    assert ends
    assert max(ends) < POINTS["a4"][0]


@pytest.mark.parametrize("place", ["matters", "tell", "questions", "next_steps", "notes"])
def test_it_tells_when_a_sign_cannot_be_drawn(three, place):
    sheet = replace(three, **{place: getattr(with_text(three, "\U00012219"), place)})
    assert undrawable(sheet)
    assert not undrawable(three)


COVERED = sorted(frozenset().union(*(font.code_points for font in FONTS)))
ANY_TEXT = st.text(
    st.one_of(st.characters(exclude_categories=()), st.sampled_from(COVERED).map(chr))
)


@pytest.mark.slow
@settings(max_examples=60)
@given(st.lists(ANY_TEXT, min_size=36, max_size=36))
def test_no_text_breaks_the_sheet(catalogue, typed):
    """Thousands of strings, two in a place, every third long enough for the end of the sheet."""
    lines = [
        text if at // 2 % 3 else (text * MOST_CHARACTERS)[:250] for at, text in enumerate(typed)
    ]
    mixed = two_in_a_place(lines)
    sheet = typed_everywhere(answered(catalogue, TELLING), mixed)
    with opened(sheet_pdf(catalogue, sheet)) as pdf:
        assert claim(pdf) == "1"
        fields = {str(field.T) for field in pdf.Root.AcroForm.Fields}
    assert {f"answer-{at}" for at in range(1, 13)} < fields


# The same each time, for each reader.


def test_the_same_sheet_gives_the_same_bytes(catalogue, three, three_pdf):
    assert sheet_pdf(catalogue, three) == three_pdf
    assert sheet_pdf(catalogue, three, "letter") != three_pdf
    assert sheet_pdf(catalogue, replace(three, made_on=date(2026, 11, 23))) != three_pdf


@pytest.mark.slow
def test_another_process_gives_the_same_bytes(catalogue, three_pdf, tmp_path):
    program = (
        "import sys; from datetime import date; from aid.answers.example import example_answers; "
        "from aid.catalogue.load import load_catalogue; "
        "from aid.papers.sheet.content import build_sheet; "
        "from aid.papers.sheet.pdf import sheet_pdf; content = load_catalogue(); "
        f"answers = example_answers().with_values(sheet_methods={THREE.sheet_methods!r}); "
        "sheet = build_sheet(content, answers, date(2026, 11, 22)); "
        "sys.stdout.buffer.write(sheet_pdf(content, sheet))"
    )
    assert output_of(program) == three_pdf


@pytest.mark.slow
@pytest.mark.parametrize("format_id", SHEET_FORMATS)
def test_eight_threads_at_once_make_each_reader_the_sheet_they_make_alone(catalogue, format_id):
    """Eight readers with other methods, words and scripts, each making three sheets in a row."""
    readers = [
        example_answers().with_values(
            sheet_methods=METHODS[at : at + 1 + at % 5],
            notes=f"These are the notes of reader {at}x. {SHAPED[at % len(SHAPED)]}",
            hopes=FULL[at] if at % 3 == 0 else f"Hope of reader {at}x",
            concerns=CONCERN_IDS[at : at + 3],
            top_concerns=(),
            health=SAID[at : at + 2],
            health_on_sheet=SAID[at : at + 2],
        )
        for at in range(8)
    ]
    papers: tuple[Paper, ...] = ("a4", "letter", "a4")
    make = SHEET_FORMATS[format_id].make
    start = Barrier(8)

    def make_three(at):
        start.wait(timeout=60)
        sheet = answered(catalogue, readers[at])
        return [make(catalogue, sheet, paper) for paper in papers]

    with ThreadPoolExecutor(8) as pool:
        together = list(pool.map(make_three, range(8)))
    alone = [
        [make(catalogue, answered(catalogue, answers), paper) for paper in papers]
        for answers in readers
    ]
    assert together == alone
    assert len({data for made in alone for data in made}) == 8 * (1 if format_id == "txt" else 2)


# When Typst refuses.


def test_a_refused_sheet_is_made_without_the_claim(catalogue, three, monkeypatch, caplog):
    real = typst.compile

    def strict_fails(*arguments, **options):
        if options["pdf_standards"]:
            raise typst.TypstError("secret words", "", [], [])
        return real(*arguments, **options)

    monkeypatch.setattr(typst, "compile", strict_fails)
    with opened(sheet_pdf(catalogue, three)) as pdf:
        assert claim(pdf) is None
        assert bool(pdf.Root.MarkInfo.Marked)
        assert len(pdf.Root.AcroForm.Fields) > 20
    assert "secret" not in caplog.text


def test_a_sheet_that_cannot_be_made_says_so_in_one_sentence(catalogue, three, monkeypatch):
    def fails(*_arguments, **_options):
        raise typst.TypstError("secret words", "", [], [])

    monkeypatch.setattr(typst, "compile", fails)
    with pytest.raises(SheetError) as caught:
        sheet_pdf(catalogue, three)
    assert len(caught.value.problems) == 1
    assert "secret" not in str(caught.value)
