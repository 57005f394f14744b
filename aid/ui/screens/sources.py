"""Finding a claim or a source by method, fact and words, a batch at a time.

An address may name a claim, a source, or a method and a fact. What a reader types is in no address.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Final, get_args

import streamlit as st
from markupsafe import Markup

from aid.catalogue.catalogue import Catalogue
from aid.catalogue.evidence import Claim, Source
from aid.formatting.locale import number
from aid.tailoring.finding import (
    AT_A_TIME,
    Wanted,
    batch_with,
    batches,
    claims_found,
    sources_found,
)
from aid.ui import runtime
from aid.ui.layout import frame
from aid.ui.layout.html import html
from aid.ui.session import actions, record, widgets
from aid.ui.session.visit import FoundKind, Search
from aid.views.elements import heading
from aid.views.sources import claims_listed, sources_listed

_KINDS: Final[tuple[FoundKind, ...]] = get_args(FoundKind)
_ANY: Final = ""


def show_search() -> None:
    """Draw what a reader can look for; first, what the address names."""
    catalogue, search = runtime.catalogue(), _search()
    words = catalogue.interface.sources
    if search.asked:
        _show_asked(catalogue, search.asked)
    with st.container(key="search"):
        key = widgets.key_for("search", "kind")
        st.segmented_control(
            words.kind,
            _KINDS,
            format_func=_kind_name,
            default=widgets.seed(key, search.kind, is_kept=False),
            required=True,
            key=key,
            width="stretch",
            **actions.on_change(_look),
        )
        key = widgets.key_for("search", "words")
        st.text_input(
            words.words,
            widgets.seed(key, search.words, is_kept=False),
            key=key,
            max_chars=100,
            **actions.on_change(_look),
        )
        _one_of(
            "method", words.method, (_ANY, *catalogue.method_by_id), search.method, _method_name
        )
        _one_of("fact", words.fact, (_ANY, *catalogue.fact_by_id), search.fact, _fact_name)


def _one_of(
    name: str,
    label: str,
    options: Sequence[str],
    wanted: str | None,
    option_name: Callable[[str], str],
) -> None:
    key = widgets.key_for("search", name)
    chosen = widgets.seed(key, wanted or _ANY, is_kept=False)
    st.selectbox(
        label,
        options,
        widgets.place(options, chosen),
        format_func=option_name,
        placeholder=label,  # never seen, but Streamlit's own is English
        key=key,
        **actions.on_change(_look),
    )


def show_found() -> None:
    """Say how many were found, and draw one batch of them with links to the others."""
    catalogue, search = runtime.catalogue(), _search()
    words, found = catalogue.interface.sources, _found(catalogue, search)
    parts = batches(found)
    if not parts:
        frame.status(words.found_nothing)
        return
    search.batch = min(search.batch, len(parts) - 1)
    first = search.batch * AT_A_TIME + 1
    shown = parts[search.batch]
    frame.status(
        words.found.format(
            count=number(catalogue, len(found)),
            first=number(catalogue, first),
            last=number(catalogue, first + len(shown) - 1),
        )
    )
    html(_listed(catalogue, shown))
    with st.container(horizontal=True, key="found-ways"):
        if search.batch > 0:
            said = words.before.format(count=AT_A_TIME)
            st.button(said, key="found-before", **actions.on_click(_turn, -1))
        if search.batch + 1 < len(parts):
            said = words.after.format(count=len(parts[search.batch + 1]))
            st.button(said, key="found-after", **actions.on_click(_turn, 1))


def _search() -> Search:
    visit = record.visit()
    if visit.search is None:
        visit.search = _asked_for(runtime.catalogue(), st.query_params)
    return visit.search


def _asked_for(catalogue: Catalogue, query: Mapping[str, str]) -> Search:
    """What an address asks for; whatever the aid does not know in it is passed over."""
    if source_id := query.get("source"):
        batch = batch_with(sources_found(catalogue, Wanted()), source_id)
        return Search("sources", batch=batch or 0, asked=source_id)
    if claim_id := query.get("claim"):
        batch = batch_with(catalogue.claims, claim_id)
        return Search("claims", batch=batch or 0, asked=claim_id)
    method = next((item for item in catalogue.method_by_id if item == query.get("method")), None)
    fact = next((item for item in catalogue.fact_by_id if item == query.get("fact")), None)
    return Search(method=method, fact=fact)


def _found(catalogue: Catalogue, search: Search) -> Sequence[Claim | Source]:
    wanted = Wanted(search.words, search.method, search.fact)
    find = claims_found if search.kind == "claims" else sources_found
    return find(catalogue, wanted)


def _listed(catalogue: Catalogue, found: Sequence[Claim | Source]) -> Markup:
    claims = [item for item in found if isinstance(item, Claim)]
    sources = [item for item in found if isinstance(item, Source)]
    return claims_listed(catalogue, claims) if claims else sources_listed(catalogue, sources)


def _show_asked(catalogue: Catalogue, asked: str) -> None:
    words = catalogue.interface.sources
    entry = catalogue.claim_by_id.get(asked) or catalogue.source_by_id.get(asked)
    if entry is None:
        frame.status(words.not_there)
        return
    with st.container(key="search-asked"):
        html(heading(2, words.asked) + _listed(catalogue, (entry,)))


def _look() -> None:
    """Take over what the reader looks for, from the first batch on; an action."""
    search = _search()
    kind = widgets.value(widgets.key_for("search", "kind"))
    search.kind = kind if kind in _KINDS else search.kind
    search.words = widgets.value(widgets.key_for("search", "words")) or ""
    search.method = widgets.value(widgets.key_for("search", "method")) or None
    search.fact = widgets.value(widgets.key_for("search", "fact")) or None
    search.batch = 0


def _turn(by: int) -> None:
    """Show another batch; an action."""
    _search().batch += by


# Streamlit keeps these for every session, so they are functions of a module.


def _kind_name(kind: FoundKind) -> str:
    words = runtime.catalogue().interface.sources
    return {"claims": words.claims, "sources": words.sources}[kind]


def _method_name(method_id: str) -> str:
    catalogue = runtime.catalogue()
    names: dict[str, str] = {item.id: item.name for item in catalogue.methods}
    return names.get(method_id, catalogue.interface.sources.any_method)


def _fact_name(fact_id: str) -> str:
    catalogue = runtime.catalogue()
    names: dict[str, str] = {item.id: item.name for item in catalogue.facts}
    return names.get(fact_id, catalogue.interface.sources.any_fact)
