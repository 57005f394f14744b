"""One method on paper for a clinician to check and sign: every fact with its claims and sources.

Plain text, so that it can be mailed, printed and written on.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from typing import Final

from aid.catalogue.catalogue import Catalogue
from aid.catalogue.methods import Method, MethodFact
from aid.formatting.citations import citation
from aid.formatting.dates import in_words
from aid.formatting.figures import figure_words, range_words

COLUMNS: Final = 78
_IN: Final = "    "


def sign_off(catalogue: Catalogue, method: Method) -> str:
    """Write out one method for signing off.

    Args:
        catalogue: The content.
        method: The method.

    Returns:
        Lines of at most ``COLUMNS`` characters, links apart, each ended by a line feed: the shapes
        and the facts in row order, each with its claims and room to mark it; the sources cited;
        lines for name, date and signature.
    """
    return "\n".join(_lines(catalogue, method)).lstrip() + "\n"


def _lines(catalogue: Catalogue, method: Method) -> Iterator[str]:
    words, manifest = catalogue.sign_off, catalogue.manifest
    yield from _title(words.title.format(name=method.name), "=")
    yield words.version.format(
        version=in_words(catalogue, manifest.content_version),
        read_on=in_words(catalogue, manifest.evidence_read_on),
    )
    yield from _wrapped(words.lead)
    yield from _wrapped(method.summary)
    yield from _mark(catalogue)
    yield from _title(words.shapes_title, "-")
    for shape in catalogue.shapes:
        for fit in [fit for dent, fit in method.shapes.items() if dent == shape.id]:
            status = catalogue.interface.statuses[fit.status]
            yield from _wrapped(f"{shape.name}: {fit.reason} ({status}.)")
            yield from _claims(catalogue, fit.claims)
            yield from _mark(catalogue)
    yield from _title(words.facts_title, "-")
    for number, fact in enumerate(catalogue.facts, start=1):
        yield from _wrapped(f"{number}. {fact.label}")
        yield from _fact(catalogue, method.facts[fact.id])
        yield from _mark(catalogue)
    yield from _title(words.sources_title, "-")
    for source_id in _sources(catalogue, method):
        source = catalogue.source_by_id[source_id]
        yield from _wrapped(f"[{source.id}] {citation(source)}")
        if source.url:
            yield f"{_IN}{source.url}"
    yield from _title(words.sign_title, "-")
    yield words.all_line
    for line in (
        words.name_line,
        words.role_line,
        words.conflicts_line,
        words.date_line,
        words.signature_line,
    ):
        yield from ("", f"{line} ".ljust(COLUMNS, "_"))


def _fact(catalogue: Catalogue, content: MethodFact) -> Iterator[str]:
    words = catalogue.sign_off
    yield from _wrapped(words.in_short.format(text=content.short), _IN)
    yield from _wrapped(words.in_full.format(text=content.text), _IN)
    if content.figures:
        main = content.figures
        said = range_words(catalogue, main.low, main.high, main.unit)
        yield from _wrapped(words.figures.format(range=said), _IN)
    for figure in content.more_figures:
        yield from _wrapped(f"- {figure_words(catalogue, figure)} [{figure.claim}]", _IN)
    certainty = catalogue.interface.certainty[content.certainty]
    yield from _wrapped(words.certainty.format(name=certainty.name), _IN)
    yield from _claims(catalogue, content.claims)


def _claims(catalogue: Catalogue, claim_ids: tuple[str, ...]) -> Iterator[str]:
    words = catalogue.sign_off
    yield _IN + (words.claims if claim_ids else words.no_claims)
    for claim_id in claim_ids:
        claim = catalogue.claim_by_id[claim_id]
        certainty = catalogue.interface.certainty[claim.certainty].name
        sources = ", ".join(claim.sources)
        yield from _wrapped(f"- {claim.id}: {claim.plain} ({certainty}; {sources})", _IN)


def _sources(catalogue: Catalogue, method: Method) -> tuple[str, ...]:
    found: list[str] = []
    for fit in method.shapes.values():
        found += catalogue.cell_sources(fit.claims)
    for content in method.facts.values():
        found += catalogue.cell_sources(content.claims, content.sources)
    return tuple(sorted(set(found)))


def _title(text: str, under: str) -> Iterator[str]:
    yield from ("", text, under * len(text), "")


def _mark(catalogue: Catalogue) -> Iterator[str]:
    yield f"{_IN}{catalogue.sign_off.mark} ".ljust(COLUMNS, "_")
    yield ""


def _wrapped(text: str, indent: str = "") -> list[str]:
    return textwrap.wrap(
        text,
        COLUMNS,
        initial_indent=indent,
        subsequent_indent=f"{indent}  " if indent else "",
        break_long_words=False,
        break_on_hyphens=False,
    )
