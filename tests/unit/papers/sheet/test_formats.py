"""The sheet in every format: the same words, nothing private, the same bytes, any text."""

import io
import re
import subprocess
import zipfile
from dataclasses import replace
from datetime import date, datetime
from itertools import pairwise
from unicodedata import category, normalize

import docx
import pypdf
import pytest
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from docx.shared import Mm
from docx.table import Table
from hypothesis import given, settings
from hypothesis import strategies as st
from wcwidth import wcswidth

from aid.answers.example import example_answers
from aid.answers.model import Answers
from aid.catalogue.answer_fields import MOST_CHARACTERS
from aid.catalogue.ids import HEALTH_IDS, METHOD_IDS, NO_PROCEDURE
from aid.papers.blocks import Table as TableBlock
from aid.papers.blocks import split_columns
from aid.papers.render.text import COLUMNS
from aid.papers.sheet.content import build_sheet, typed_texts
from aid.papers.sheet.formats import SHEET_FORMATS
from aid.papers.sheet.layout import MOST_COLUMNS_SIDEWAYS, lay_out
from aid.papers.sheet.overflow import MOST_IN_PLACE, MOST_LINES_IN_PLACE, is_long
from aid.papers.sheet.preview import page_one_large, sheet_preview
from aid.papers.sheet.text import sheet_text
from aid.papers.sheet.word import sheet_docx
from aid.papers.typesetting.letters import BREAK, MISSING
from aid.papers.typesetting.sanitize import readable
from tests.another_process import output_of
from tests.nasty_texts import (
    LITERAL,
    NASTY,
    SHAPED,
    every_field,
    filled,
    two_in_a_place,
    typed_everywhere,
    with_text,
)
from tests.sheet_headings import headings_of
from tests.system_packages import program

MADE_ON = date(2026, 11, 22)
METHODS = tuple(item for item in METHOD_IDS if item != NO_PROCEDURE)
THREE = example_answers().with_values(sheet_methods=METHODS[:3])
SIDEWAYS = example_answers().with_values(sheet_methods=METHODS[:5])
EVERY = example_answers().with_values(
    sheet_methods=METHODS, next_steps="I ring in June.", notes="First line\nSecond line"
)
TELLING = example_answers().with_values(
    health=("cold-sores", "earlier-procedures"),
    health_on_sheet=("cold-sores", "earlier-procedures"),
    earlier_procedures="A peel in 2019.",
    needs=(),
)
READERS = {
    "nothing": Answers(),
    "example": example_answers(),
    "three": THREE,
    "sideways": SIDEWAYS,
    "every": EVERY,
    "telling": TELLING,
    "full": every_field(TELLING, filled(MOST_CHARACTERS)),
    "full and sideways": every_field(SIDEWAYS, filled(MOST_IN_PLACE + 1)),
    "one long": TELLING.with_values(notes=filled(MOST_IN_PLACE + 1)[0]),
    "nearly long": every_field(Answers(sheet_methods=METHODS[:1]), filled(MOST_IN_PLACE)),
}
ITEMS = tuple(item for item in HEALTH_IDS if item not in ("none-of-these", "rather-not-say"))
OTHER_WAY = "\u05e9\u05dc\u05d5\u05dd, 123!\n\u0645\u0631\u062d\u0628\u0627"
"""A line in Hebrew and one in Arabic."""

DECORATION = "☐•_"


def answered(catalogue, answers):
    return build_sheet(catalogue, answers, MADE_ON)


def plain(text):
    """A text without white space and without the characters that only draw something."""
    return "".join(char for char in "".join(text.split()) if char not in DECORATION + BREAK)


def made(catalogue, sheet, format_id, paper="a4"):
    return SHEET_FORMATS[format_id].make(catalogue, sheet, paper)


def opened(data):
    return docx.Document(io.BytesIO(data))


def docx_words(document):
    """The text of the body, tables cell by cell, in reading order."""
    return "\n".join(
        "\n".join(cell.text for row in item.rows for cell in row.cells)
        if isinstance(item, Table)
        else item.text
        for item in document.iter_inner_content()
    )


def read_pdf(catalogue, sheet):
    """The body's words, and the words at the foot of each page."""
    foot = plain("".join(lay_out(catalogue, sheet).footer))
    bodies, feet = [], []
    for number, page in enumerate(
        pages := pypdf.PdfReader(io.BytesIO(pdf(catalogue, sheet))).pages
    ):
        text = plain(page.extract_text())
        count = plain(catalogue.sheet.page_of.format(page=number + 1, pages=len(pages)))
        feet.append((text.count(foot), text.count(count)))
        bodies.append(text.replace(foot, "").replace(count, ""))
    assert set(feet) == {(1, 1)}
    return "".join(bodies), foot


def pdf(catalogue, sheet):
    return made(catalogue, sheet, "pdf")


def read_docx(catalogue, sheet):
    document = opened(made(catalogue, sheet, "docx"))
    first, *others = document.sections
    assert all(section.footer.is_linked_to_previous for section in others)
    (paragraph,) = first.footer.paragraphs
    foot, count = paragraph.text.split("\t")
    assert count == catalogue.sheet.page_of.format(page="1", pages="1")
    return plain(docx_words(document)), plain(foot)


def read_txt(catalogue, sheet):
    foot = plain("".join(lay_out(catalogue, sheet).footer))
    text = plain(made(catalogue, sheet, "txt").decode())
    assert text.endswith(foot)
    return text.removesuffix(foot), foot


def tables_by_row(sheet, marked, fact_head):
    """The table or tables: heads, then each row with its cells."""
    start = 0
    for part in split_columns(
        TableBlock("", "", (fact_head, *sheet.methods), ()), MOST_COLUMNS_SIDEWAYS
    ):
        columns = slice(start, start + len(part.head) - 1)
        yield fact_head
        yield from sheet.methods[columns]
        for row in sheet.rows:
            yield row.name + (marked if row.marked else "")
            yield from row.cells[columns]
        start = columns.stop


def table_as_lists(sheet, marked, _fact_head):
    """Each fact, then each method with its cell."""
    for row in sheet.rows:
        yield row.name + (marked if row.marked else "")
        for method, cell in zip(sheet.methods, row.cells, strict=True):
            yield f"{method}: {cell}"


FORMATS = {
    "pdf": (read_pdf, tables_by_row),
    "docx": (read_docx, tables_by_row),
    "txt": (read_txt, table_as_lists),
}


def expected(catalogue, sheet, table, late=()):
    """Every word of the sheet's data in printed order, put together here once more.

    A full page 1 of the PDF leaves the outline, then the studies too, to page 2: those in "late".
    """
    words = catalogue.sheet
    studies = (
        words.compared_title,
        *(f"{item.label}. {item.text}" for item in sheet.compared),
        words.compared_note,
    )
    movable = {
        "outline": (words.outline_title, words.outline_caption),
        "studies": studies if sheet.compared else (),
    }
    early = {name: () if name in late else part for name, part in movable.items()}
    later = {name: part if name in late else () for name, part in movable.items()}
    yield from (words.title, sheet.decision, words.doctor_line, words.name_line)
    yield words.date_line.format(date="22 November 2026")
    at_end = []

    def own(label, text):
        """A text of the reader's own, or the line that points to it; a long one goes to the end."""
        if len(text) <= 400:
            return text
        at_end.append(f"{label}: {text}")
        return words.long_pointer.format(title=words.long_title)

    for title, lines in (
        (words.told_title, sheet.told),
        (words.matters_title, sheet.matters),
        (words.time_title, sheet.time),
    ):
        yield title
        for line in lines:
            yield f"{line.label}: {own(line.label, line.value) if line.words else line.value}"
    yield words.methods_title
    facts = list(table(sheet, words.marked, words.fact_head)) if sheet.methods else []
    if sheet.methods and not sheet.sideways:
        yield from (*facts, words.effect_note)
    elif sheet.methods:
        yield from sheet.methods
    else:
        yield from (words.no_methods_chosen, *sheet.listed_names)
    yield sheet.list_note
    yield from early["studies"]
    yield from (words.leaning_title, ", ".join(sheet.leaning), words.tell_title)
    for item in sheet.tell:
        yield f"{item.text} {item.fill_in}"
        if item.words:
            earlier = own(words.earlier_procedures, item.words)
            yield f"{words.earlier_procedures}: {earlier}"
    if not sheet.tell:
        yield words.tell_nothing
    yield from early["outline"]
    wide = (words.methods_title, *facts, words.effect_note) if sheet.sideways else ()
    is_long = any(len(text) > 400 for text in typed_texts(sheet))
    if not is_long:
        yield from wide
    yield words.questions_title
    for question in sheet.questions:
        if len(question.text) > 400:
            continue
        yield question.text
        if question.own:
            yield words.own_question
        elif question.why:
            yield words.why.format(why=question.why)
    long_questions = [item.text for item in sheet.questions if len(item.text) > 400]
    if long_questions:
        yield words.long_questions.format(title=words.long_title)
    yield from later["studies"]
    yield from (words.needs_title, *sheet.needs)
    yield from later["outline"]
    # The PDF has these two side by side, the heads in the order of the columns.
    yield from (words.agreed_title, words.next_steps_title)
    yield own(words.next_steps_title, sheet.next_steps)
    yield from (words.notes_title, own(words.notes_title, sheet.notes), words.tips_title)
    yield from (f"{tip.label}. {tip.text}" for tip in sheet.tips)
    yield words.report.format(contact=catalogue.manifest.contact)
    if is_long:
        yield from (words.long_title, *at_end, *long_questions, *wide)


# The same words.


@pytest.mark.slow
@pytest.mark.parametrize("format_id", SHEET_FORMATS)
@pytest.mark.parametrize("reader", READERS)
def test_every_format_has_every_word_in_the_same_order_and_no_other(catalogue, reader, format_id):
    sheet = answered(catalogue, READERS[reader])
    read, table = FORMATS[format_id]
    body, foot = read(catalogue, sheet)
    orders = [(), ("outline",), ("outline", "studies")] if format_id == "pdf" else [()]
    wanted = [plain("".join(expected(catalogue, sheet, table, late))) for late in orders]
    assert body in wanted
    for sentence in (
        catalogue.sheet.not_advice,
        catalogue.sheet.not_reviewed,
        "22 November 2026",
    ):
        assert plain(sentence) in foot


def test_the_formats_are_those_that_the_sheet_can_be_asked_for():
    assert set(SHEET_FORMATS) == set(FORMATS)


# Health stays private.


@pytest.mark.slow
@pytest.mark.parametrize("format_id", SHEET_FORMATS)
def test_an_item_that_is_not_printed_changes_no_byte(catalogue, format_id):
    silent = example_answers().with_values(health=("allergies",), health_on_sheet=("allergies",))
    without = made(catalogue, answered(catalogue, silent), format_id)
    for item in ITEMS:
        if item != "allergies":
            told = silent.with_values(health=("allergies", item))
            assert made(catalogue, answered(catalogue, told), format_id) == without, item
    told = silent.with_values(earlier_procedures="Laser in May, with a bad result.")
    assert made(catalogue, answered(catalogue, told), format_id) == without
    shown = silent.with_values(
        health=("allergies", "smoking"), health_on_sheet=("allergies", "smoking")
    )
    assert made(catalogue, answered(catalogue, shown), format_id) != without


# The same bytes.


@pytest.mark.slow
@pytest.mark.parametrize("format_id", SHEET_FORMATS)
def test_another_process_gives_the_same_bytes(catalogue, format_id):
    program = (
        "import sys; from datetime import date; from aid.answers.example import example_answers; "
        "from aid.catalogue.load import load_catalogue; "
        "from aid.papers.sheet.content import build_sheet; "
        "from aid.papers.sheet.formats import SHEET_FORMATS; content = load_catalogue(); "
        "sheet = build_sheet(content, example_answers(), date(2026, 11, 22)); "
        f"data = SHEET_FORMATS[{format_id!r}].make(content, sheet, 'a4'); "
        "sys.stdout.buffer.write(data)"
    )
    assert output_of(program) == made(catalogue, answered(catalogue, example_answers()), format_id)


def test_the_word_file_holds_no_trace_of_its_making(catalogue):
    data = sheet_docx(catalogue, answered(catalogue, THREE))
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        assert {entry.date_time for entry in packed.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert not [name for name in packed.namelist() if "thumbnail" in name]
        core = packed.read("docProps/core.xml").decode()
    assert "docx" not in core
    dates = re.findall(r"\d{4}-\d\d-\d\dT[\d:]+", core)
    assert dates == ["2026-11-22T00:00:00"] * 2


# Word.


def test_the_word_file_says_title_language_and_maker(catalogue):
    document = opened(sheet_docx(catalogue, answered(catalogue, THREE)))
    properties = document.core_properties
    assert properties.title == catalogue.sheet.title
    assert properties.author == catalogue.interface.service.name
    assert properties.language == "en-GB"
    assert properties.created == datetime(2026, 11, 22, tzinfo=properties.created.tzinfo)
    (language,) = document.styles.element.xpath("w:docDefaults//w:lang")
    assert language.get(qn("w:val")) == "en-GB"


def test_the_word_file_has_one_title_and_a_heading_for_each_part(catalogue):
    words = catalogue.sheet
    paragraphs = opened(sheet_docx(catalogue, answered(catalogue, THREE))).paragraphs
    styled = [(item.style.name, item.text) for item in paragraphs]
    assert [text for style, text in styled if style == "Title"] == [words.title]
    assert [text for style, text in styled if style.startswith("Heading")] == headings_of(words)
    assert {style for style, _ in styled if style.startswith("Heading")} == {"Heading 1"}


@pytest.mark.parametrize(("answers", "tables"), [(THREE, 1), (EVERY, 2)])
def test_a_word_table_repeats_its_head_and_names_its_first_column(catalogue, answers, tables):
    sheet = answered(catalogue, answers)
    document = opened(sheet_docx(catalogue, sheet))
    assert len(document.tables) == tables
    for table in document.tables:
        heads = [bool(row._tr.xpath("w:trPr/w:tblHeader")) for row in table.rows]
        assert heads == [True, *[False] * len(sheet.rows)]
        assert all(row._tr.xpath("w:trPr/w:cantSplit") for row in table.rows)
        (look,) = table._tbl.tblPr.xpath("w:tblLook")
        assert look.get(qn("w:firstRow")) == look.get(qn("w:firstColumn")) == "1"
        (caption,) = table._tbl.tblPr.xpath("w:tblCaption")
        assert caption.get(qn("w:val")) == catalogue.sheet.methods_title


@pytest.mark.parametrize(("paper", "size"), [("a4", (210, 297)), ("letter", (215.9, 279.4))])
def test_word_pages_have_the_size_asked_for_and_many_methods_lie_sideways(catalogue, paper, size):
    def sizes(answers):
        document = opened(sheet_docx(catalogue, answered(catalogue, answers), paper))
        return [
            (section.orientation, section.page_width, section.page_height)
            for section in document.sections
        ]

    short, long = (Mm(side) for side in size)
    upright, sideways = (
        (WD_ORIENT.PORTRAIT, pytest.approx(short, abs=700), pytest.approx(long, abs=700)),
        (WD_ORIENT.LANDSCAPE, pytest.approx(long, abs=700), pytest.approx(short, abs=700)),
    )
    assert sizes(THREE) == [upright]
    assert sizes(SIDEWAYS) == [upright, sideways, upright]


def test_a_word_question_has_a_box_to_tick_and_room_to_write(catalogue):
    sheet = answered(catalogue, THREE)
    paragraphs = opened(sheet_docx(catalogue, sheet)).paragraphs
    ticks = [item.text.rstrip() for item in paragraphs if item.text.startswith("☐")]
    assert ticks == [f"☐ {question.text}" for question in sheet.questions]
    rooms = [item for item in paragraphs if item.text.endswith("\t")]
    assert len(rooms) > len(ticks)
    for room in rooms:
        (stop,) = room.style.paragraph_format.tab_stops
        assert stop.position == pytest.approx(Mm(190), abs=700)
    for at, item in enumerate(paragraphs):
        if item.text.startswith("☐"):
            # A line to write on is beside the question, or below it and its reason.
            assert any(near.text.endswith("\t") for near in paragraphs[at : at + 3])


def test_the_outline_in_word_says_what_it_shows(catalogue):
    document = opened(sheet_docx(catalogue, answered(catalogue, THREE)))
    (shape,) = document.inline_shapes
    assert shape._inline.docPr.get("descr") == catalogue.sheet.outline_alt


@pytest.mark.parametrize("reader", ["every", "full"])
def test_nothing_in_word_is_smaller_than_nine_points(catalogue, reader):
    document = opened(sheet_docx(catalogue, answered(catalogue, READERS[reader])))
    used = {item.style.name for item in document.paragraphs}
    used |= {item.style.name for item in document.sections[0].footer.paragraphs}
    used |= {
        item.style.name
        for table in document.tables
        for row in table.rows
        for cell in row.cells
        for item in cell.paragraphs
    }
    assert len(used) > 6
    assert min(document.styles[name].font.size.pt for name in used) == 9
    assert not document.element.xpath("//w:body//w:sz")


def test_words_from_right_to_left_run_so_in_word(catalogue):
    sheet = replace(answered(catalogue, Answers()), notes=f"Hello.\n{OTHER_WAY}")
    paragraphs = opened(sheet_docx(catalogue, sheet)).paragraphs
    (found,) = [item for item in paragraphs if "123" in item.text]
    assert found.text == OTHER_WAY
    assert found.style.element.xpath("w:pPr/w:bidi")
    assert found.runs[0].font.rtl
    (hello,) = [item for item in paragraphs if item.text == "Hello."]
    assert not hello.style.element.xpath("w:pPr/w:bidi")


def has_the_width_of_arial() -> bool:
    """Whether Arial, or a typeface made to its measures, is installed on this machine."""
    asked = ["fc-match", "--format=%{family}", "Arial"]
    family = subprocess.run(asked, check=True, capture_output=True, text=True).stdout
    return family.startswith(("Arial", "Arimo", "Liberation Sans"))


@pytest.fixture(scope="module")
def from_libreoffice(catalogue, tmp_path_factory):
    """The folder of what LibreOffice prints of each reader's Word file; it starts but once."""
    folder = tmp_path_factory.mktemp("libreoffice")
    sources = [folder / f"{reader}.docx" for reader in READERS]
    for source in sources:
        source.write_bytes(sheet_docx(catalogue, answered(catalogue, READERS[source.stem])))
    subprocess.run(
        [
            program("soffice"),
            f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            "--headless",
            "--convert-to",
            "pdf",
            "--outdir",
            folder,
            *sources,
        ],
        check=True,
        capture_output=True,
        timeout=240,
    )
    return folder


@pytest.mark.slow
@pytest.mark.parametrize("reader", READERS)
def test_libreoffice_opens_the_word_file_and_finds_every_word(catalogue, reader, from_libreoffice):
    sheet = answered(catalogue, READERS[reader])
    pages = pypdf.PdfReader(from_libreoffice / f"{reader}.pdf").pages
    most = {"sideways": 3, "every": 5, "full": 9, "full and sideways": 8, "nearly long": 5}
    if not has_the_width_of_arial():
        most["one long"] = 3  # a wider typeface takes its place
    assert len(pages) <= most.get(reader, 2)
    printed = "".join(plain(page.extract_text()) for page in pages)
    for words in expected(catalogue, sheet, lambda *_: ()):
        # A page may end in the middle of a paragraph.
        assert plain(words)[:30] in printed, words
    for row in sheet.rows:
        for cell in row.cells:
            assert plain(cell) in printed


# Long texts.


def test_a_text_is_long_by_its_letters_or_by_its_lines():
    assert not is_long("")
    assert not is_long("a" * MOST_IN_PLACE)
    assert is_long("a" * (MOST_IN_PLACE + 1))
    assert not is_long("a\n" * MOST_LINES_IN_PLACE)
    assert is_long("a\n" * (MOST_LINES_IN_PLACE + 1))


# Plain text.


@pytest.mark.parametrize("reader", READERS)
def test_the_text_is_narrow_and_free_of_markup(catalogue, reader):
    lines = sheet_text(catalogue, answered(catalogue, READERS[reader])).splitlines()
    assert max(map(wcswidth, lines)) == COLUMNS
    assert not [line for line in lines if line != line.rstrip()]
    assert not [line for line in lines if re.match(r"\s*[#>*=-]", line)]
    assert not [pair for pair in pairwise(lines) if pair == ("", "")]


def test_the_text_reads_as_a_person_would_write_it(catalogue):
    text = sheet_text(catalogue, answered(catalogue, TELLING))
    words = catalogue.sheet
    assert text.startswith(f"{words.title}\n\n")
    assert f"\n\n{words.told_title}\n  {words.told['scar-shapes']}: " in text
    assert re.search(r"\n  • I get cold sores\. [\w ]+: _{20,}\n", text)
    assert f"\n    {words.earlier_procedures}: A peel in 2019.\n" in text
    assert "\n  ☐ What are my options?\n    Why I ask: " in text


# Any text.


@pytest.fixture(scope="module")
def three(catalogue):
    return answered(catalogue, THREE)


@pytest.mark.slow
@pytest.mark.parametrize("text", NASTY, ids=range(len(NASTY)))
def test_nasty_text_gives_a_full_word_file(catalogue, three, text):
    words = docx_words(opened(sheet_docx(catalogue, with_text(three, text))))
    assert plain(catalogue.sheet.report.format(contact=catalogue.manifest.contact)) in plain(words)
    assert not [
        char for char in words if category(char) in ("Cc", "Cs", "Co") and char not in "\n\t"
    ]
    assert not re.search("[\u202a-\u202e\u2066-\u2069\u200e\u200f\ufeff]", words)


@pytest.mark.parametrize("text", NASTY, ids=range(len(NASTY)))
def test_nasty_text_gives_a_full_and_narrow_text(catalogue, three, text):
    words = sheet_text(catalogue, with_text(three, text))
    assert plain(catalogue.sheet.report.format(contact=catalogue.manifest.contact)) in plain(words)
    assert not [char for char in words if category(char) in ("Cc", "Cs", "Co") and char != "\n"]
    assert not re.search("[\u202a-\u202e\u2066-\u2069\u200e\u200f\ufeff]", words)
    assert max(wcswidth(line) for line in words.split("\n")) == COLUMNS


@pytest.mark.slow
@pytest.mark.parametrize("format_id", ["docx", "txt"])
@pytest.mark.parametrize("text", [*LITERAL, *SHAPED], ids=range(len(LITERAL + SHAPED)))
def test_what_is_typed_stands_there_letter_by_letter(catalogue, three, text, format_id):
    sheet = with_text(three, text)
    read, _ = FORMATS[format_id]
    body, _ = read(catalogue, sheet)
    places = len(sheet.matters) + len(sheet.time) + len(("tell", "question", "next", "notes"))
    assert body.count(plain(normalize("NFC", text))) == places
    assert not SHEET_FORMATS[format_id].replaces_characters(sheet)


@pytest.mark.parametrize("format_id", SHEET_FORMATS)
def test_the_reader_is_told_when_a_sign_is_lost(catalogue, three, format_id):
    lossy = replace(three, notes="\ue000")
    assert SHEET_FORMATS[format_id].replaces_characters(lossy)
    assert not SHEET_FORMATS[format_id].replaces_characters(three)
    read, _ = FORMATS[format_id]
    assert MISSING in read(catalogue, lossy)[0]


ANY_TEXT = st.text(st.characters(exclude_categories=()), max_size=200)


@pytest.mark.slow
@settings(max_examples=60)
@given(st.lists(ANY_TEXT, min_size=36, max_size=36))
def test_no_text_breaks_a_format(catalogue, typed):
    """Thousands of strings, two in a place, each whole in both files."""
    sheet = typed_everywhere(answered(catalogue, TELLING), two_in_a_place(typed))
    in_word = plain(docx_words(opened(sheet_docx(catalogue, sheet))))
    text = sheet_text(catalogue, sheet)
    in_text = plain(text)
    assert max(wcswidth(line) for line in text.split("\n")) == COLUMNS
    for words in typed:
        assert plain(readable(words).text) in in_word
        assert plain(readable(words).text) in in_text


# On the screen.


def shown(html):
    """The words of a piece of HTML."""
    return plain(re.sub(r"<[^>]+>", "", html).replace("&#x27;", "'"))


@pytest.mark.parametrize("reader", READERS)
def test_the_large_type_has_every_word_of_page_1_that_needs_no_pen(catalogue, reader):
    sheet = answered(catalogue, READERS[reader])
    words = shown(page_one_large(catalogue, sheet))
    first = list(expected(catalogue, sheet, table_as_lists))
    first = first[: first.index(catalogue.sheet.outline_title)]
    pointer = catalogue.sheet.long_pointer.format(title=catalogue.sheet.long_title)
    assert pointer not in words
    for text in first:
        if text != catalogue.sheet.name_line and pointer not in text:
            assert plain(text).replace(":", "") in words.replace(":", "")
    assert shown(catalogue.sheet.questions_title) not in words
    assert shown(catalogue.sheet.outline_caption) not in words
    assert "<table" not in page_one_large(catalogue, sheet)


def test_in_large_type_a_long_text_stays_in_its_place(catalogue):
    answers = READERS["full"]
    words = shown(page_one_large(catalogue, answered(catalogue, answers)))
    for text in (answers.hopes, answers.concern_words, answers.dates, answers.earlier_procedures):
        assert words.count(plain(text)) == 1


@pytest.mark.parametrize("show", [page_one_large, sheet_preview])
@pytest.mark.parametrize("text", ["<script>x</script>", "<img src=x onerror=y>", "&lt;b&gt;"])
def test_own_words_are_never_markup_on_the_screen(catalogue, show, text):
    html = show(catalogue, with_text(answered(catalogue, THREE), text))
    assert text not in html
    assert text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;") in html


def test_the_layout_names_each_fact_once(catalogue):
    layout = lay_out(catalogue, answered(catalogue, EVERY))
    tables = [
        (section, block)
        for section in layout.sections
        for block in section.blocks
        if isinstance(block, TableBlock)
    ]
    ((section, facts),) = tables
    assert layout.wide == (section,)
    assert len({row.name for row in facts.rows}) == len(facts.rows)
