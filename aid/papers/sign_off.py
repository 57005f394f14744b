"""One method on paper for a clinician to check and sign: every fact with its claims and sources.

Plain text, so that it can be mailed, printed and written on.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from functools import singledispatch
from typing import Final

from aid.catalogue.catalogue import Catalogue
from aid.catalogue.methods import Method, MethodFact
from aid.formatting.citations import citation
from aid.formatting.figures import figure_words, range_words
from aid.formatting.locale import in_words
from aid.papers.blocks import Blank, Block, Bullets, Paragraph, Prompt, Prompts, Section, characters

COLUMNS: Final = 78
_IN: Final = "    "
_UNDERLINES: Final = {1: "=", 2: "-"}
"""What underlines a heading, by its level; deeper headings are not underlined."""


def sign_off(catalogue: Catalogue, method: Method) -> str:
    """Write out one method for signing off.

    Args:
        catalogue: The content.
        method: The method.

    Returns:
        Lines of at most ``COLUMNS`` characters, links apart, each ended by a line feed.
    """
    lines = _lines_of(sign_off_section(catalogue, method), 1)
    return "\n".join(lines).lstrip() + "\n"


def sign_off_section(catalogue: Catalogue, method: Method) -> Section:
    """Put together one method for signing off.

    Args:
        catalogue: The content.
        method: The method.

    Returns:
        The shapes and the facts in row order, each with its claims and room to mark it; the sources
        cited; lines for name, date and signature.
    """
    words, manifest = catalogue.sign_off, catalogue.manifest
    version = words.version.format(
        version=in_words(catalogue, catalogue.content_version),
        read_on=in_words(catalogue, manifest.evidence_read_on),
    )
    lines = (
        words.name_line,
        words.role_line,
        words.conflicts_line,
        words.date_line,
        words.signature_line,
    )
    return Section(
        method.id,
        words.title.format(name=method.name),
        (
            *map(Paragraph, (version, words.lead, method.summary)),
            _mark(catalogue),
            Section("shapes", words.shapes_title, tuple(_shapes(catalogue, method))),
            Section("facts", words.facts_title, tuple(_facts(catalogue, method))),
            Section("sources", words.sources_title, tuple(_sources(catalogue, method))),
            Section("sign", words.sign_title, (Paragraph(words.all_line), *map(Blank, lines))),
        ),
    )


def _shapes(catalogue: Catalogue, method: Method) -> Iterator[Section]:
    for shape in catalogue.shapes:
        for fit in [fit for dent, fit in method.shapes.items() if dent == shape.id]:
            status = catalogue.interface.statuses[fit.status].meaning
            title = f"{shape.name}: {fit.reason} ({status}.)"
            yield Section(shape.id, title, (*_claims(catalogue, fit.claims), _mark(catalogue)))


def _facts(catalogue: Catalogue, method: Method) -> Iterator[Section]:
    for number, fact in enumerate(catalogue.facts, start=1):
        said = tuple(_fact(catalogue, method.facts[fact.id]))
        yield Section(fact.id, f"{number}. {fact.label}", (*said, _mark(catalogue)))


def _fact(catalogue: Catalogue, content: MethodFact) -> Iterator[Block]:
    words = catalogue.sign_off
    yield Paragraph(words.in_short.format(text=content.short))
    yield Paragraph(words.in_full.format(text=content.text))
    if content.figures:
        main = content.figures
        said = range_words(catalogue, main.low, main.high, main.unit)
        yield Paragraph(words.figures.format(range=said))
    if content.more_figures:
        yield Bullets(
            tuple(
                f"{figure_words(catalogue, figure)} [{figure.claim}]"
                for figure in content.more_figures
            )
        )
    certainty = catalogue.interface.certainty[content.certainty]
    yield Paragraph(words.certainty.format(name=certainty.name))
    yield from _claims(catalogue, content.claims)


def _claims(catalogue: Catalogue, claim_ids: tuple[str, ...]) -> Iterator[Block]:
    words = catalogue.sign_off
    yield Paragraph(words.claims if claim_ids else words.no_claims)
    if claim_ids:
        yield Bullets(tuple(_claim(catalogue, claim_id) for claim_id in claim_ids))


def _claim(catalogue: Catalogue, claim_id: str) -> str:
    claim = catalogue.claim_by_id[claim_id]
    certainty = catalogue.interface.certainty[claim.certainty].name
    return f"{claim.id}: {claim.plain} ({certainty}; {', '.join(claim.sources)})"


def _sources(catalogue: Catalogue, method: Method) -> Iterator[Section]:
    found: set[str] = set()
    for fit in method.shapes.values():
        found.update(catalogue.cell_sources(fit.claims))
    for content in method.facts.values():
        found.update(catalogue.cell_sources(content.claims, content.sources))
    for source_id in sorted(found):
        source = catalogue.source_by_id[source_id]
        address = (Paragraph(source.url),) if source.url else ()
        yield Section(source.id, f"[{source.id}] {citation(source)}", address)


def _mark(catalogue: Catalogue) -> Prompts:
    return Prompts((Prompt(catalogue.sign_off.mark, ""),))


# As text: wider than a mail, with headings that stand out, for somebody who works through it.


@singledispatch
def _lines_of(block: object, level: int) -> Iterator[str]:
    raise TypeError(type(block))


@_lines_of.register
def _(block: Section, level: int) -> Iterator[str]:
    underline = _UNDERLINES.get(level)
    if underline:
        yield from ("", block.title, underline * len(block.title), "")
    else:
        yield from _wrapped(block.title)
    for inner in block.blocks:
        yield from _lines_of(inner, level + 1)


@_lines_of.register
def _(block: Paragraph, level: int) -> Iterator[str]:
    yield from _wrapped(characters(block.text), _IN if level - 1 not in _UNDERLINES else "")


@_lines_of.register
def _(block: Bullets, _level: int) -> Iterator[str]:
    for item in block.items:
        yield from _wrapped(f"- {item}", _IN)


@_lines_of.register
def _(block: Prompts, _level: int) -> Iterator[str]:
    for item in block.items:
        yield f"{_IN}{item.text} ".ljust(COLUMNS, "_")
        yield ""


@_lines_of.register
def _(block: Blank, _level: int) -> Iterator[str]:
    yield from ("", f"{block.label} ".ljust(COLUMNS, "_"))


def _wrapped(text: str, indent: str = "") -> list[str]:
    return textwrap.wrap(
        text,
        COLUMNS,
        initial_indent=indent,
        subsequent_indent=f"{indent}  " if indent else "",
        break_long_words=False,
        break_on_hyphens=False,
    )
