"""The view of the direct comparisons: a number leads to its studies, on a desk and on a phone."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from aid.catalogue.catalogue import Catalogue
from aid.catalogue.ids import METHOD_IDS
from aid.formatting.direct import pair_title
from aid.tailoring.direct import by_pair, direct_comparisons
from tests.browser.reader import Reader

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("width", [1280, 390])
def test_a_number_of_the_grid_leads_to_its_studies(
    page: Page, catalogue: Catalogue, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    reader, words = Reader(page, catalogue), catalogue.interface.direct
    reader.open("compare")
    reader.switch(reader.words.compare.view_label, words.title)
    pair, studies = max(
        by_pair(direct_comparisons(catalogue, METHOD_IDS)), key=lambda found: len(found[1])
    )
    title = pair_title(catalogue, pair)
    target = page.get_by_role("heading", name=title, exact=True)
    told = page.locator("details.pair").filter(has=target)
    expect(told.get_by_role("article").first).to_be_hidden()
    table = page.get_by_role("table", name=words.grid_caption, exact=True)
    named = re.compile(rf"^{len(studies)}\s*: {re.escape(title)}$")
    links = table.get_by_role("link", name=named)
    expect(links).to_have_count(2)  # whichever method is read first
    links.first.click()
    expect(target).to_be_in_viewport(ratio=1)
    expect(page).to_have_url(re.compile("#pair-"))
    expect(reader.heading).to_have_text(catalogue.page_by_id["compare"].title)
    articles = told.get_by_role("article")
    expect(articles.first).to_be_in_viewport()
    expect(told.locator("> summary")).to_be_focused()

    # Where it comes from is one tap away.
    sources = articles.first.locator("details")
    expect(sources.get_by_role("listitem")).to_have_count(0)
    reader.unfold_in(sources)
    expect(sources.get_by_role("listitem").first).to_be_visible()
