"""No method is favoured: the same facts, order, looks and about the same length for all.

Which facts are good points and which are bad points is content (facts.toml, ``point``). The
ratios are those of ``aid.checks.editorial.balance``, which says why they are what they are.
"""

from __future__ import annotations

import re
from html.parser import HTMLParser
from itertools import combinations

from aid.answers.model import Answers
from aid.catalogue.catalogue import Catalogue
from aid.catalogue.ids import DENT_IDS, FACT_IDS, METHOD_IDS, SHAPE_IDS
from aid.checks.editorial.balance import (
    ratio_within,
    words_of,
)
from aid.tailoring.comparison import compare, said_of_facts
from aid.views.detail import detail_table
from aid.views.elements import pieces
from aid.views.glance import glance_table, glance_view
from aid.views.methods import method_account
from aid.views.shape_fits import fit_account
from tests.exhaustive import subsets
from tests.terms import without_terms


class Outline(HTMLParser):
    """The skeleton of some HTML: each tag with its class, and no words."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.bones: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        assert "style" not in given
        self.bones.append(f"{tag}.{given.get('class') or ''}")


def outline(html: str) -> list[str]:
    return Outline(html).bones


def without_bars(html: str) -> str:
    """How many bars a cell has, and how long they are, follows from its figures alone."""
    return re.sub(r'<span class="ranges".*?</span>', "<hr>", html)


def test_an_account_has_the_same_headings_and_classes_for_every_method(
    catalogue: Catalogue,
) -> None:
    """Figures, sources and words explained differ in number, so they are left out."""
    words = (catalogue.interface.compare.open_fact, catalogue.interface.compare.sources_title)
    opens = "(?:" + "|".join(map(re.escape, words)) + ")"
    backing = re.compile(rf'<details class="more"><summary>{opens}.*?</details>', re.DOTALL)
    found = set()
    for method in catalogue.methods:
        html = without_terms(method_account(catalogue, method))
        found.add(tuple(outline(backing.sub("<hr>", html))))
    assert len(found) == 1
    (bones,) = found
    assert bones.count("h3.") == len(FACT_IDS) + 1  # and one for the shapes


def test_all_rows_of_the_glance_table_have_the_same_classes(catalogue: Catalogue) -> None:
    answers = Answers(concerns=("pain", "cost"), downtime="up-to-7-days", visits="up-to-3")
    laid_out = compare(catalogue, answers)
    html = without_terms(
        pieces(
            glance_view(
                catalogue, METHOD_IDS, laid_out.rows, said_of_facts(catalogue, answers), (), {}
            )
        )
    )
    tables = html.split("<tbody>")[1:]
    assert len(tables) == 3  # the last one with the facts that only a phone shows here
    for table in tables:
        rows = without_bars(table).split("</tbody>")[0].split("</tr>")[:-1]
        assert len(rows) == len(METHOD_IDS)
        assert len({tuple(outline(row)) for row in rows}) == 1


def test_both_columns_of_any_pair_in_detail_have_the_same_classes(catalogue: Catalogue) -> None:
    laid_out = compare(catalogue, Answers())
    rows = [row for row in laid_out.rows if row.open]
    for pair in combinations(METHOD_IDS, 2):
        html = without_terms(pieces(detail_table(catalogue, pair, rows, {}, "Facts")))
        bare = re.sub(r"<details.*?</details>", "<hr>", html)
        for row in bare.split("<tbody")[1].split("</tr>")[:-1]:
            first, second = row.split("<td")[1:]
            assert outline(first) == outline(second), pair


def test_what_sources_say_of_ticked_shapes_has_the_same_classes_for_all(
    catalogue: Catalogue,
) -> None:
    """Every set of dents. Sources differ in number, and the mark is as the word beside it."""
    laid_out = compare(catalogue, Answers())
    for dents in subsets(DENT_IDS):
        html = without_terms(glance_table(catalogue, METHOD_IDS, laid_out.rows, {}, dents))
        bare = re.sub(r"<ol>.*?</ol>", "<hr>", re.sub(r'<i class="[\w-]+"', "<i", html))
        first = without_bars(bare).split("<tbody>")[1].split("</tbody>")[0]
        cells = [row.split("</td>")[0] for row in first.split("</tr>")[:-1]]
        assert len(cells) == len(METHOD_IDS)
        assert len({tuple(outline(cell)) for cell in cells}) == 1, dents
        assert outline(cells[0]).count("p.fit") == len(dents)
        assert html.count('<p class="fit">') == len(dents) * len(METHOD_IDS)


def test_what_is_not_in_the_table_has_the_same_classes_for_all(catalogue: Catalogue) -> None:
    for dents in subsets(DENT_IDS):
        found = {
            tuple(outline(re.sub(r"<ol>.*?</ol>", "<hr>", fit_account(catalogue, item, dents))))
            for item in METHOD_IDS
            if dents
        }
        assert len(found) == bool(dents)


def test_a_ratio_is_the_longer_over_the_shorter(catalogue: Catalogue) -> None:
    method = catalogue.methods[0]
    good = words_of(method, ("time-to-result", "how-long-it-lasts", "effect"), "text")
    bad = words_of(method, ("pain", "common-side-effects", "serious-risks"), "text")
    assert min(good, bad) > 100
    assert ratio_within(catalogue, method, "text") == max(good, bad) / min(good, bad)


def test_methods_stand_in_the_stated_order_whatever_is_answered(catalogue: Catalogue) -> None:
    order = [method.id for method in catalogue.methods]
    for shape in SHAPE_IDS:
        found = compare(catalogue, Answers(scar_shapes=(shape,), concerns=("pain", "cost")))
        assert [listed.method_id for listed in found.relevance.methods] == order
