"""Each template is rendered, closes what it opens, and lets no text through as HTML."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from jinja2 import UndefinedError
from markupsafe import Markup

from aid.answers.model import Answers
from aid.catalogue.catalogue import Catalogue
from aid.catalogue.ids import DENT_IDS, METHOD_IDS
from aid.tailoring.comparison import Row, Said, compare, said_of_facts
from aid.tailoring.relevance import relevance
from aid.views.about import card_items
from aid.views.detail import detail_table
from aid.views.direct import direct_view
from aid.views.elements import disclosed, disclosure, filled, pieces
from aid.views.evidence import claims_and_sources, fact_evidence, source_list
from aid.views.glance import glance_table, glance_view
from aid.views.glossary import glossary
from aid.views.methods import method_account
from aid.views.off_table import off_table_html
from aid.views.range_bars import range_bars
from aid.views.sources import claims_listed, sources_listed
from aid.views.templating import TEMPLATES, frame, rendered
from aid.views.trade_offs import trade_offs_html

ANSWERS = Answers(concerns=("visits",), downtime="up-to-3-days")
HOSTILE = "<script>alert('x')</script> & \"y\""


def rows(catalogue: Catalogue) -> tuple[Row, ...]:
    return compare(catalogue, ANSWERS).rows


RENDERED: Mapping[str, Callable[[Catalogue], Markup]] = {
    "claims_and_sources": lambda catalogue: claims_and_sources(
        catalogue, [claim.id for claim in catalogue.claims[:3]]
    ),
    "detail_head": lambda catalogue: rendered(
        "detail_head", words=catalogue.interface.compare, row=rows(catalogue)[0], gap=HOSTILE
    ),
    "detail_table": lambda catalogue: pieces(
        detail_table(
            catalogue, METHOD_IDS[:3], rows(catalogue), said_of_facts(catalogue, ANSWERS), "Facts"
        )
    ),
    "direct_comparisons": lambda catalogue: pieces(direct_view(catalogue, METHOD_IDS)),
    "fact_evidence": lambda catalogue: fact_evidence(
        catalogue, catalogue.facts[0], catalogue.methods[0].facts[catalogue.facts[0].id]
    ),
    "glance_head": lambda catalogue: rendered(
        "glance_head",
        words=catalogue.interface.compare,
        id="visits",
        name="Visits",
        row=rows(catalogue)[0],
        scale="8 visits",
        note=HOSTILE,
    ),
    "glance_tables": lambda catalogue: glance_table(
        catalogue, METHOD_IDS, rows(catalogue), said_of_facts(catalogue, ANSWERS), DENT_IDS
    ),
    "glance_view": lambda catalogue: pieces(
        glance_view(
            catalogue, METHOD_IDS, rows(catalogue), said_of_facts(catalogue, ANSWERS), DENT_IDS, {}
        )
    ),
    "method_account": lambda catalogue: method_account(catalogue, catalogue.methods[0]),
    "card_items": card_items,
    "claims_listed": lambda catalogue: claims_listed(catalogue, catalogue.claims[:3]),
    "terms_listed": glossary,
    "sources_listed": lambda catalogue: sources_listed(catalogue, catalogue.sources[:3]),
    "plain_table": lambda _catalogue: rendered(
        "plain_table", id="x", caption="All", heads=("a", "b"), rows=[("c", "d")], css_class="y"
    ),
    "off_table": lambda catalogue: off_table_html(
        catalogue, relevance(catalogue, DENT_IDS[:1]), METHOD_IDS[-1:], DENT_IDS[:1]
    ),
    "range_bars": lambda catalogue: range_bars(catalogue, "downtime")["chemical-peels"],
    "study_account": lambda catalogue: rendered(
        "study_account",
        place="study-x",
        name="Study",
        result="Alike.",
        more=("Harms: none.",),
        sources_title="Sources",
        sources=source_list(catalogue, catalogue.comparisons[0].claims),
    ),
    "trade_offs": lambda catalogue: trade_offs_html(catalogue, catalogue.trade_offs),
}
SHARED = "macros"
"""Rendered within the others."""


class Tags(HTMLParser):
    """Raises where a tag is closed that is not the last one opened."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in {"br", "img"}:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def test_every_template_is_rendered_here() -> None:
    files = {path.name.removesuffix(".html.jinja") for path in TEMPLATES.iterdir()}
    assert files == {*RENDERED, SHARED}


@pytest.mark.parametrize("name", RENDERED)
def test_a_template_closes_what_it_opens(catalogue: Catalogue, name: str) -> None:
    html = RENDERED[name](catalogue)
    tags = Tags()
    tags.feed(html)
    tags.close()
    assert html
    assert tags.open == []
    assert not {"{{", "{%", "{#"} & {html[place : place + 2] for place in range(len(html))}
    assert "  " not in html, "the indents of a template are not sent"


def test_no_template_marks_a_text_as_html() -> None:
    for path in TEMPLATES.iterdir():
        text = path.read_text(encoding="utf-8")
        assert "safe" not in text, path.name
        assert "autoescape" not in text, path.name


def test_a_text_is_escaped_in_a_template(catalogue: Catalogue) -> None:
    method = catalogue.methods[0].model_copy(update={"drawing_alt": HOSTILE, "name": HOSTILE})
    changed = replace(catalogue, methods=(method, *catalogue.methods[1:]))
    said = Said(HOSTILE, of_each=True)
    for html in (
        method_account(changed, method),
        glance_table(changed, METHOD_IDS, rows(catalogue), {"downtime": said}),
        pieces(detail_table(changed, METHOD_IDS, rows(catalogue), {"downtime": said}, HOSTILE)),
    ):
        assert Markup.escape(HOSTILE) in html
        assert "<script>" not in html


def test_a_name_without_a_value_is_an_error() -> None:
    with pytest.raises(UndefinedError):
        rendered("range_bars", fact_id="downtime")


def test_what_is_kept_around_a_gap_is_filled_each_time(catalogue: Catalogue) -> None:
    values = {"words": catalogue.interface.compare, "row": rows(catalogue)[0]}
    around = frame("detail_head", **values)
    for said in (Markup("<b>7</b>"), Markup("")):
        assert pieces(filled(around, (said,))) == rendered("detail_head", gap=said, **values)
    with pytest.raises(ValueError, match="zip"):
        pieces(filled(around))


def test_a_disclosure_of_long_html_is_one_like_any_other() -> None:
    parts = (Markup("<p>1</p>"), Markup("<p>2</p>"))
    assert pieces(disclosed(HOSTILE, parts)) == disclosure(HOSTILE, pieces(parts))
