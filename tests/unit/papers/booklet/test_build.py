"""The booklet's data: the whole aid, nothing left out but what a short list names."""

import re
from dataclasses import fields, is_dataclass
from itertools import combinations

import pytest

from aid.catalogue.booklet_coverage import FOR_SCREENS, LEFT_OUT, in_booklet
from aid.catalogue.ids import DENT_IDS, FACT_IDS
from aid.catalogue.shown import BOOKLET
from aid.catalogue.text_index import reader_texts
from aid.papers.blocks import (
    Bullets,
    Choices,
    Notes,
    Pairs,
    Paragraph,
    Prompts,
    Questions,
    Room,
    Section,
    Table,
)
from aid.papers.booklet.build import build_booklet
from aid.papers.booklet.references import Numbering


def strings(value):
    """Every text of a value made of tuples and data classes."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from strings(part)
    elif is_dataclass(value):
        for field in fields(value):
            yield from strings(getattr(value, field.name))


def of_kind(section, kind):
    """The blocks of one kind in a section."""
    return [block for block in section.blocks if isinstance(block, kind)]


def only(section, kind):
    (found,) = of_kind(section, kind)
    return found


def said(text):
    """A pattern for a text, whatever fills its gaps."""
    return re.compile(".+?".join(map(re.escape, re.split(r"\{\w+\}", text))))


@pytest.fixture(scope="module")
def booklet(catalogue):
    return build_booklet(catalogue)


# Its content equals that of the screens.


@pytest.mark.slow
def test_every_text_of_the_screens_that_belongs_on_paper_is_in_it(catalogue, booklet):
    printed = "\n".join(strings(booklet))
    wanted = [text for text in reader_texts(catalogue) if BOOKLET in text.where]
    missing = [text.key for text in wanted if not said(text.text).search(printed)]
    assert len(wanted) > 4000
    assert not missing


def test_what_it_leaves_out_is_little_and_each_rule_is_needed(catalogue):
    texts = reader_texts(catalogue)
    unprinted = {text.key for text in texts if BOOKLET not in text.where}
    assert len(unprinted) < len(texts) / 5
    # Facts, questions, reasons, sources and evidence are never among them.
    for start in ("facts.", "health.", "groups.", "tips.", "beside.", "notes.", "quiz."):
        assert not [key for key in unprinted if key.startswith(start)]
    for start in ("sources.", "evidence.", "manifest.", "interface.certainty."):
        assert not [key for key in unprinted if key.startswith(start)]
    methods = {key.rsplit(".", 1)[-1] for key in unprinted if key.startswith("methods.")}
    assert methods == {"part"}
    for pattern in LEFT_OUT:
        rule = re.compile(re.escape(pattern).replace(r"\*", ".*"))
        assert [key for key in unprinted if rule.fullmatch(key)], pattern
    for section, kept in FOR_SCREENS.items():
        keys = {text.key for text in texts if text.key.startswith(f"{section}.")}
        assert keys & unprinted, section
        for name in kept:
            rule = re.compile(re.escape(f"{section}.{name}").replace(r"\*", ".*"))
            assert [key for key in keys if rule.fullmatch(key)], (section, name)


def test_what_is_not_true_of_paper_stays_on_the_screens(catalogue, booklet):
    printed = set(strings(booklet))
    sections = [*catalogue.interface.start.sections, *catalogue.interface.about.sections]
    marked = [section for section in sections if section.only_on_screen]
    assert marked
    for section in marked:
        assert not {*section.text, *section.items} & printed
    told = catalogue.interface.privacy
    assert not {*told.start, *told.about} & printed
    for at, section in enumerate(catalogue.interface.start.sections):
        key = f"interface.start.sections.{at}.title"
        assert in_booklet(catalogue, key) is not section.only_on_screen


# Its order and its numbers.


def test_methods_stand_in_the_stated_order_with_the_same_headings(catalogue, booklet):
    names = [method.name for method in catalogue.methods]
    facts = [fact.name for fact in catalogue.facts]
    assert [account.name for account in booklet.accounts] == names
    assert [row.name for row in only(booklet.glance, Table).rows] == names
    for account in booklet.accounts:
        assert [fact.name for fact in account.facts] == facts
        assert len(account.facts) == len(FACT_IDS)
    told = only(booklet.rows, Pairs).items
    assert [entry.label for entry in told] == facts
    for entry, fact in zip(told, catalogue.facts, strict=True):
        assert entry.text.startswith(fact.label)
        assert entry.text.endswith(fact.note or fact.label)
    assert len(booklet.shapes) == len(DENT_IDS)
    for shape in booklet.shapes:
        assert [note.title for note in shape.methods.items] == names


def test_every_fact_says_how_sure_it_is_and_where_it_comes_from(catalogue, booklet):
    works = Numbering(catalogue).works
    for method, account in zip(catalogue.methods, booklet.accounts, strict=True):
        for fact, printed in zip(catalogue.facts, account.facts, strict=True):
            cell = method.facts[fact.id]
            name = catalogue.interface.certainty[cell.certainty].name
            assert printed.certainty == catalogue.interface.compare.certainty.format(name=name)
            numbered = {works[number - 1].id for number in printed.sources}
            assert numbered == set(catalogue.cell_sources(cell.claims, cell.sources))
            assert list(printed.sources) == sorted(numbered_once(printed.sources))
            assert len(printed.figures) == len(cell.more_figures)


def numbered_once(numbers):
    return dict.fromkeys(numbers)


def test_every_claim_stands_under_its_main_source(catalogue, booklet):
    works = Numbering(catalogue).works
    by_source = {source.id: work for source, work in zip(works, booklet.works, strict=True)}
    for claim in catalogue.claims:
        assert any(text.startswith(claim.plain) for text in by_source[claim.sources[0]].taken)
        for other in claim.sources[1:]:
            assert by_source[other].elsewhere
    for source in works:
        assert by_source[source.id].address == (source.url or "")


def test_every_source_says_its_kind_how_it_was_read_and_its_funding_if_seen(catalogue, booklet):
    words = catalogue.booklet
    before, after = words.work.split("{kind}")[1].split("{funding}")
    start = words.work.split("{kind}")[0]
    unseen = 0
    for source, work in zip(Numbering(catalogue).works, booklet.works, strict=True):
        kind = catalogue.interface.about.source_kind[source.kind]
        assert work.said.startswith(f"{start}{kind}")
        assert source.read_via in work.said
        if source.funding_or_conflicts == words.funding_not_seen:
            unseen += 1
            assert before not in work.said
        else:
            assert f"{before}{source.funding_or_conflicts}{after.split('{')[0]}" in work.said
    assert unseen


def test_every_question_has_boxes_or_lines(catalogue, booklet):
    parts = [part for form in of_kind(booklet.answers, Section) for part in of_kind(form, Section)]
    assert [part.title for part in parts] == [ask.label for ask in catalogue.asks]
    for part in parts:
        choices, rooms = of_kind(part, Choices), of_kind(part, Room)
        assert len(choices) + len(rooms) == 1, part.title
        assert all(item.items for item in choices), part.title
        assert all(item.lines for item in rooms), part.title
    (top,) = [room for part in parts for room in of_kind(part, Room) if room.numbered]
    assert top.lines == catalogue.ask_by_id["top-concerns"].at_most


def test_every_question_of_the_bank_and_every_thing_to_tell_has_its_reason(catalogue, booklet):
    questions = [
        question
        for group in of_kind(booklet.bank, Section)
        for listed in of_kind(group, Questions)
        for question in listed.items
    ]
    assert len(questions) == len(catalogue.questions)
    assert all(item.text and item.reason for item in questions)
    assert len(only(booklet.tell, Prompts).items) == 24
    assert all(
        item.text and item.reason and item.fill_in for item in only(booklet.tell, Prompts).items
    )


def test_the_answers_to_the_statements_come_later_than_the_statements(booklet):
    order = [field.name for field in fields(booklet)]
    assert order.index("quiz") < order.index("quiz_answers")
    answers = [item.remark for item in only(booklet.quiz_answers, Notes).items]
    assert len(answers) == len(of_kind(booklet.quiz, Section))
    assert len(set(answers)) == 2


def test_the_same_content_gives_an_equal_booklet(catalogue, booklet):
    assert build_booklet(catalogue) == booklet


def test_every_pair_of_methods_has_its_studies_or_is_said_to_have_none(catalogue, booklet):
    names = [method.name for method in catalogue.methods]
    sections = of_kind(booklet.direct, Section)
    pairs = [section for section in sections if section.name.startswith("pair-")]
    words = catalogue.interface.direct
    titles = {section.title for section in pairs}
    (never,) = [section for section in sections if section.name == "never"]
    between = words.never.removeprefix("{name}").removesuffix("{others}")
    lines = [line.split(between, 1) for line in only(never, Bullets).items]
    without = {name: others.split("; ") for name, others in lines}
    for first, second in combinations(names, 2):
        is_compared = words.pair.format(first=first, second=second) in titles
        assert (second in without.get(first, ())) is not is_compared
        assert first not in without.get(second, ())


def test_the_grid_counts_the_studies_of_each_pair_and_each_study_is_told_once(catalogue, booklet):
    grid = only(booklet.direct, Table)
    sections = of_kind(booklet.direct, Section)
    notes = [note for part in sections for kind in of_kind(part, Notes) for note in kind.items]
    texts = [note.text for note in notes]
    assert len(texts) == len(set(texts)) == len(catalogue.comparisons)
    listed = {part.name: part for part in sections if part.name.startswith("pair-")}
    for row, line in enumerate(grid.rows):
        for column, count in enumerate(line.cells):
            assert count == grid.rows[column].cells[row]
            part = listed.get(f"pair-{min(row, column)}-{max(row, column)}")
            told = len(only(part, Notes).items) + len(of_kind(part, Paragraph)) if part else 0
            assert count == str(told), (row, column)


def test_every_study_says_how_sure_it_is_and_where_it_comes_from(catalogue, booklet):
    works = Numbering(catalogue).works
    printed = [
        note
        for section in of_kind(booklet.direct, Section)
        for notes in of_kind(section, Notes)
        for note in notes.items
    ]
    assert len(printed) == len(catalogue.comparisons)
    sources = {works[number - 1].id for note in printed for number in note.sources}
    for study in catalogue.comparisons:
        assert sources >= set(catalogue.cell_sources(study.claims))
    assert all(note.remark and note.sources for note in printed)
