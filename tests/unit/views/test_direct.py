"""The direct comparisons on the screen: each study once, each pair alike, nothing added up."""

from __future__ import annotations

from collections import Counter
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

import pytest

from aid.catalogue.catalogue import Catalogue
from aid.catalogue.ids import METHOD_IDS, NO_PROCEDURE, MethodId
from aid.formatting.citations import citation
from aid.formatting.direct import pair_title, sentences
from aid.tailoring.direct import by_pair, direct_comparisons, never_compared, never_lines
from aid.views.direct import direct_view
from aid.views.elements import pieces

LISTS: tuple[tuple[MethodId, ...], ...] = (
    METHOD_IDS,
    ("microneedling", "subcision", "tca-cross", NO_PROCEDURE),
    ("dermabrasion", NO_PROCEDURE),
)
"""Many methods in view, some, and two that no study compared."""

each_list = pytest.mark.parametrize("method_ids", LISTS, ids=lambda found: str(len(found)))


def view(catalogue: Catalogue, method_ids: tuple[MethodId, ...]) -> Element:
    # Every tag is closed, so it is XML too.
    return ElementTree.fromstring(f"<div>{pieces(direct_view(catalogue, method_ids))}</div>")  # noqa: S314


def words_of(element: Element) -> str:
    return " ".join("".join(element.itertext()).split())


def texts(screen: Element, path: str) -> list[str]:
    return [words_of(element) for element in screen.findall(path)]


def title_of(pair: Element) -> str:
    (title,) = texts(pair, "summary/h3")
    return title


def grid(screen: Element) -> list[list[Element]]:
    return [row.findall("td") for row in screen.findall(".//table/tbody/tr")]


def count(cell: Element) -> int:
    return int(words_of(cell).partition(":")[0])


@each_list
def test_the_grid_counts_the_studies_of_each_pair_and_reads_alike_both_ways(
    catalogue: Catalogue, method_ids: tuple[MethodId, ...]
) -> None:
    screen = view(catalogue, method_ids)
    names = [item.name for item in catalogue.methods if item.id in method_ids]
    head, *methods = texts(screen, ".//thead/tr/th")
    assert head == catalogue.interface.compare.method_head
    assert methods == names == texts(screen, ".//tbody/tr/th")
    assert [th.get("scope") for th in screen.findall(".//th")] == ["col"] * len([head, *names]) + [
        "row"
    ] * len(names)

    ids = [item.id for item in catalogue.methods if item.id in method_ids]
    found = Counter(frozenset(item.methods) for item in direct_comparisons(catalogue, method_ids))
    cells = [[count(cell) for cell in row] for row in grid(screen)]
    assert cells == [[found[frozenset((one, other))] for other in ids] for one in ids]
    assert cells == [list(column) for column in zip(*cells, strict=True)]


@each_list
def test_the_grid_has_no_total(catalogue: Catalogue, method_ids: tuple[MethodId, ...]) -> None:
    screen = view(catalogue, method_ids)
    assert [len(row) for row in grid(screen)] == [len(method_ids)] * len(method_ids)
    assert screen.find(".//tfoot") is None


@each_list
def test_a_number_leads_to_the_studies_of_its_pair_and_nought_leads_nowhere(
    catalogue: Catalogue, method_ids: tuple[MethodId, ...]
) -> None:
    screen = view(catalogue, method_ids)
    for cell in (cell for row in grid(screen) for cell in row):
        link = cell.find("a")
        assert (link is None) is (count(cell) == 0)
        if link is None:
            continue
        place = (link.get("href") or "").removeprefix("#")
        (pair,) = (part for part in screen.findall("details") if part.get("id") == place)
        assert words_of(link) == f"{count(cell)}: {title_of(pair)}"
        assert str(count(cell)) in texts(pair, "summary/span")[0] or count(cell) == 1
        assert len(pair) - 1 == count(cell)


@each_list
def test_pairs_stand_in_order_and_each_study_is_told_once(
    catalogue: Catalogue, method_ids: tuple[MethodId, ...]
) -> None:
    screen = view(catalogue, method_ids)
    found = direct_comparisons(catalogue, method_ids)
    titles = [pair_title(catalogue, pair) for pair, _ in by_pair(found)]
    assert texts(screen, "details/summary/h3") == titles

    told = [article.get("id") for article in screen.findall(".//article")]
    assert told == [f"study-{name}" for name in dict.fromkeys(item.study.id for item in found)]
    entries = [entry for part in screen.findall("details") for entry in part[1:]]
    places = [entry.get("id") or entry[0].get("href", "").removeprefix("#") for entry in entries]
    assert places == [f"study-{item.study.id}" for item in found]


def test_a_link_to_a_study_names_the_pair_under_which_it_is_told(catalogue: Catalogue) -> None:
    screen = view(catalogue, METHOD_IDS)
    pair_of = {
        article.get("id"): title_of(part)
        for part in screen.findall("details")
        for article in part.findall("article")
    }
    links = screen.findall("details/p/a")
    assert links
    for link in links:
        assert f"“{pair_of[link.get('href', '').removeprefix('#')]}”" in words_of(link)


def test_a_study_is_told_whole_and_its_sources_are_one_tap_away(catalogue: Catalogue) -> None:
    screen = view(catalogue, METHOD_IDS)
    for item in direct_comparisons(catalogue, METHOD_IDS):
        article = screen.find(f".//article[@id='study-{item.study.id}']")
        assert article is not None
        result, *more = sentences(catalogue, item.study)
        assert texts(article, "p") == [result]
        assert texts(article, "ul/li") == more
        sources = catalogue.cell_sources(item.study.claims)
        cited = [citation(catalogue.source_by_id[source]) for source in sources]
        assert texts(article, "details//li") == [" ".join(text.split()) for text in cited]


@each_list
def test_pairs_without_a_study_are_named(
    catalogue: Catalogue, method_ids: tuple[MethodId, ...]
) -> None:
    words, screen = catalogue.interface.direct, view(catalogue, method_ids)
    assert texts(screen, "ul/li") == list(never_lines(catalogue, method_ids))
    empty = not direct_comparisons(catalogue, method_ids)
    assert (words.nothing in texts(screen, "p")) is empty


def test_of_one_method_there_is_no_pair_and_that_is_all_that_is_said(catalogue: Catalogue) -> None:
    words, screen = catalogue.interface.direct, view(catalogue, (NO_PROCEDURE,))
    assert texts(screen, "p") == [words.lead, words.no_pair]
    assert screen.find(".//table") is None


def test_each_pair_without_a_study_is_named_once(catalogue: Catalogue) -> None:
    named = [
        frozenset((line.partition(" with: ")[0], other))
        for line in never_lines(catalogue, METHOD_IDS)
        for other in line.partition(" with: ")[2].split("; ")
    ]
    names = {method.id: method.name for method in catalogue.methods}
    pairs = never_compared(catalogue, METHOD_IDS)
    assert named == [frozenset(names[method_id] for method_id in pair) for pair in pairs]


def test_where_every_pair_was_compared_that_is_said(sample: Catalogue) -> None:
    screen = view(sample, ("dermabrasion", "subcision", NO_PROCEDURE))
    assert sample.interface.direct.all_compared in texts(screen, "p")
    assert screen.findall("ul") == []


def test_the_order_in_which_methods_come_changes_nothing(catalogue: Catalogue) -> None:
    for method_ids in LISTS:
        assert pieces(direct_view(catalogue, method_ids)) == pieces(
            direct_view(catalogue, method_ids[::-1])
        )
