"""The booklet as a PDF: accessible, on both papers, the same bytes each time, nothing lost."""

import re
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from types import MappingProxyType

import pdfua
import pytest

from aid.catalogue.ids import Paper
from aid.catalogue.shown import BOOKLET
from aid.catalogue.text_index import reader_texts
from aid.errors import BookletError
from aid.papers.blocks import Table
from aid.papers.booklet.build import build_booklet
from aid.papers.booklet.pdf import booklet_pdf
from tests.another_process import output_of
from tests.pdf_reading import (
    below,
    bookmarked_pages,
    bookmarks,
    claim,
    elements,
    opened,
    pages_and_sizes,
    plain,
    scopes,
)

# What the booklet says is tested fast in test_build.py; here eighty pages are typeset and read.
pytestmark = pytest.mark.slow

PAPERS: tuple[Paper, ...] = ("a4", "letter")
POINTS = {"a4": (595.28, 841.89), "letter": (612, 792)}


@pytest.fixture(scope="module")
def booklet(catalogue):
    return build_booklet(catalogue)


@pytest.fixture(scope="module", params=PAPERS)
def paper(request):
    return request.param


@pytest.fixture(scope="module")
def made(catalogue):
    """The booklet on each paper."""
    return {paper: booklet_pdf(catalogue, paper) for paper in PAPERS}


@pytest.fixture(scope="module")
def read(made):
    """For each booklet the text of each page, without white space, and the sizes of its letters."""
    return {paper: pages_and_sizes(data) for paper, data in made.items()}


@pytest.fixture(scope="module")
def pages(read):
    return {paper: texts for paper, (texts, _) in read.items()}


# Its content equals that of the screens.


def test_every_text_that_belongs_on_paper_is_printed(catalogue, booklet, pages, paper):
    # A text may run over the end of a page: what follows below it is taken out.
    foot = plain(booklet.footer)
    cover, *others = pages[paper]
    printed = cover + "".join(
        page.replace(foot + plain(page_words(booklet, at, len(pages[paper]))), "")
        for at, page in enumerate(others, start=2)
    )
    wanted = [
        text
        for text in reader_texts(catalogue)
        if BOOKLET in text.where and not text.key.endswith(("drawing-alt", "outline-alt"))
    ]
    missing = [text.key for text in wanted if not pattern(text.text).search(printed)]
    assert len(wanted) > 4000
    assert not missing


def pattern(text):
    return re.compile(".+?".join(re.escape(plain(part)) for part in re.split(r"\{\w+\}", text)))


def page_words(booklet, number, pages):
    return booklet.page_of.format(page=number, pages=pages)


def test_every_drawing_is_there_with_its_words(catalogue, made, paper):
    with opened(made[paper]) as pdf:
        said = [str(element.Alt) for tag, element in elements(pdf) if tag == "/Figure"]
    alts = [item.drawing_alt for item in (*catalogue.shapes, *catalogue.methods)]
    alts.append(catalogue.sheet.outline_alt)
    assert set(said) == set(alts)
    assert len(said) == len(alts) + len(catalogue.methods[0].shapes)


# Accessible.


def test_it_claims_what_typst_has_checked_and_says_title_and_language(booklet, made, paper):
    with opened(made[paper]) as pdf:
        assert claim(pdf) == "1"
        assert str(pdf.Root.Lang) == "en"
        assert bool(pdf.Root.MarkInfo.Marked)
        assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)
        assert str(pdf.docinfo.Title).startswith(booklet.cover.title)


def test_a_checker_of_accessible_pdf_finds_nothing(made, paper, tmp_path):
    """It knows 16 of the 106 rules that a machine can check: no proof of conformance."""
    path = tmp_path / "booklet.pdf"
    path.write_bytes(made[paper])
    report = pdfua.validate(str(path))
    assert report.findings == ()
    assert len(report.outcomes) > 10


def test_headings_stand_in_order_and_skip_no_level(booklet, made, paper):
    with opened(made[paper]) as pdf:
        found = [
            (int(tag[2:]), str(element.T))
            for tag, element in elements(pdf)
            if re.fullmatch(r"/H\d", tag)
        ]
        tags = [tag for tag, _ in elements(pdf)]
    assert tags.count("/Title") == 1
    above = 0
    for level, _ in found:
        assert level <= above + 1
        above = level
    chapters = [title for level, title in found if level == 1]
    assert chapters == [
        booklet.contents_title,
        booklet.opening.title,
        booklet.glance.title,
        booklet.methods.title,
        booklet.notes.title,
        booklet.tips.title,
        booklet.answers.title,
        booklet.shapes_lead.title,
        booklet.direct.title,
        booklet.quiz.title,
        booklet.tell.title,
        booklet.bank.title,
        booklet.talk.lead.title,
        booklet.glossary.title,
        booklet.about.title,
        booklet.quiz_answers.title,
        booklet.sources.title,
    ]
    facts = [title for level, title in found if level == 3]
    for account in booklet.accounts:
        assert facts.count(account.facts[0].name) == len(booklet.accounts)


def test_every_column_and_every_row_of_a_table_has_its_header(booklet, made):
    with opened(made["a4"]) as pdf:
        heads = [element for tag, element in elements(pdf) if tag == "/TH"]
        tables = [tag for tag, _ in elements(pdf) if tag == "/Table"]
        found = [scope for element in heads for scope in scopes(element)]
    own = [
        block
        for section in (
            booklet.shapes_lead,
            booklet.glance,
            booklet.direct,
            booklet.reading,
            booklet.card,
        )
        for block in section.blocks
        if isinstance(block, Table)
    ]
    assert len(own) == 5
    assert len(tables) == len(own) + len(booklet.shapes)
    columns = sum(len(table.head) for table in own) + len(booklet.shapes) * len(booklet.shapes_head)
    rows = sum(len(table.rows) for table in own) + sum(
        len(item.methods.items) for item in booklet.shapes
    )
    assert found.count("/Column") == columns
    assert found.count("/Row") == rows


def test_bookmarks_lead_to_every_chapter_method_and_fact(booklet, made, paper):
    with opened(made[paper]) as pdf:
        found = bookmarks(pdf)
    titles = [title for _, title in found]
    for account in booklet.accounts:
        place = found.index((2, account.name))
        facts = found[place + 1 : place + 1 + len(account.facts)]
        assert facts == [(3, fact.name) for fact in account.facts]
    assert booklet.sources.title in titles


def test_the_contents_fit_on_one_page_and_name_the_right_pages(booklet, made, pages, paper):
    contents = pages[paper][1]
    places = bookmarked_pages(made[paper])
    assert contents.startswith(plain(booklet.contents_title))
    names = [account.name for account in booklet.accounts]
    for name in [*names, booklet.talk.lead.title, booklet.glossary.title, booklet.sources.title]:
        (number,) = re.findall(rf"{re.escape(plain(name))}[.\s]*\.(\d+)", contents)
        assert places[name] == int(number), name
        assert plain(name) in pages[paper][int(number) - 1], name


def test_the_booklet_has_at_most_eighty_pages(pages, paper):
    """When it fails: set the texts tighter; nothing is left out for it."""
    assert len(pages[paper]) <= 80


def test_each_number_of_the_grid_of_pairs_leads_to_its_studies(booklet, made, paper):
    (grid,) = [block for block in booklet.direct.blocks if isinstance(block, Table)]
    counts = {count for row in grid.rows for count in row.cells} - {"0"}
    with opened(made[paper]) as pdf:
        cells = [element for tag, element in elements(pdf) if tag == "/TD"]
        led = [cell for cell in cells if any(tag == "/Link" for tag, _ in below(cell))]
    assert counts
    assert len(led) >= sum(count != "0" for row in grid.rows for count in row.cells)


def test_each_source_number_is_a_link_into_the_list(booklet, made):
    cited = sum(len(fact.sources) for account in booklet.accounts for fact in account.facts)
    with opened(made["a4"]) as pdf:
        links = [
            annotation
            for page in pdf.pages
            for annotation in page.obj.get("/Annots", ())
            if str(annotation.Subtype) == "/Link"
        ]
        inner = [link for link in links if "/URI" not in link.get("/A", {})]
        addresses = {str(link.A.URI) for link in links if "/URI" in link.get("/A", {})}
        said = all(str(link.get("/Contents", "")) for link in links)
    assert len(inner) > cited
    assert addresses == {work.address for work in booklet.works if work.address}
    assert said


# On paper.


def test_every_page_has_the_size_that_was_asked_for(made, paper):
    with opened(made[paper]) as pdf:
        for page in pdf.pages:
            size = [float(side) for side in page.mediabox[2:]]
            assert size == [pytest.approx(side, abs=0.1) for side in POINTS[paper]]


def test_every_page_says_that_no_clinician_has_reviewed_it(catalogue, booklet, pages, paper):
    said = plain(catalogue.interface.service.not_reviewed)
    for number, page in enumerate(pages[paper], start=1):
        assert said in page, number
        if number > 1:
            assert plain(page_words(booklet, number, len(pages[paper]))) in page


def test_a_review_is_named_on_every_page(catalogue):
    manifest = catalogue.manifest.model_copy(update={"checked_by": "Dr. Ada Example"})
    reviewed = build_booklet(replace(catalogue, manifest=manifest))
    assert "Dr. Ada Example" in reviewed.footer
    assert catalogue.interface.service.not_reviewed not in reviewed.footer


def test_no_page_is_empty(booklet, pages, paper):
    foot = len(plain(booklet.footer)) + len("Page100of100")
    short = [at for at, page in enumerate(pages[paper], start=1) if len(page) < foot + 20]
    # Room for notes has its heading and lines alone.
    assert len(short) <= 1


def test_nothing_is_smaller_than_eight_points(read, paper):
    _, sizes = read[paper]
    assert min(sizes) == 8


def test_the_methods_screen_tells_its_length_and_its_size(catalogue, made, pages, paper):
    """When it fails: correct the numbers in the hint."""
    hint = catalogue.interface.methods.booklet_hint
    (told_pages,) = re.findall(r"about (\d+) pages", hint)
    (told_size,) = re.findall(r"about ([\d.]+) MB", hint)
    assert abs(len(pages[paper]) - int(told_pages)) <= 0.06 * len(pages[paper])
    assert abs(len(made[paper]) / 1e6 - float(told_size)) <= 0.1


# The same each time.


def test_the_same_content_gives_the_same_bytes(catalogue, made):
    assert booklet_pdf(catalogue) == made["a4"]
    assert made["letter"] != made["a4"]


def test_another_process_gives_the_same_bytes(made):
    program = (
        "import sys; from aid.catalogue.load import load_catalogue; "
        "from aid.papers.booklet.pdf import booklet_pdf; "
        "sys.stdout.buffer.write(booklet_pdf(load_catalogue(), 'letter'))"
    )
    assert output_of(program) == made["letter"]


def test_threads_may_make_it_at_once(catalogue, made):
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(lambda paper: booklet_pdf(catalogue, paper), PAPERS * 2))
    assert found == [made[paper] for paper in PAPERS * 2]


def test_a_booklet_that_cannot_be_set_says_so(catalogue):
    drawings = dict.fromkeys(catalogue.drawings, "<svg")
    with pytest.raises(BookletError, match="could not be set"):
        booklet_pdf(replace(catalogue, drawings=MappingProxyType(drawings)))
