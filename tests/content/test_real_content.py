"""The content that we ship: whole, cited, current, and every text of it in use."""

from __future__ import annotations

import ast
import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from jinja2 import Environment, nodes
from jinja2.meta import find_referenced_templates
from pydantic import BaseModel

from aid.catalogue.catalogue import Catalogue
from aid.catalogue.counts import as_written
from aid.catalogue.ids import (
    PAGE_IDS,
    FactId,
)
from aid.catalogue.load import CONTENT_FOLDER
from aid.catalogue.methods import Method, MethodFact
from aid.catalogue.schemas import SCHEMA_FOLDER, content_schemas
from aid.catalogue.shown import BOOKLET, READING, REFUSED_FILE, SHEET, SIGN_OFF
from aid.catalogue.text_index import reader_texts
from aid.catalogue.texts.interface import InterfaceTexts
from aid.catalogue.texts.papers import BookletTexts
from aid.catalogue.texts.sheet import SheetTexts
from aid.catalogue.texts.site import SiteTexts
from aid.checks import problems_of
from aid.checks.evidence import figures_match_claims
from aid.errors import Place, Problem
from aid.site.page import SITE_TEMPLATES
from aid.views.templating import TEMPLATES
from tests.content_files import real_files

ROOT = Path(__file__).parent.parent.parent
TEXT_CLASSES = ROOT / "aid" / "catalogue" / "texts"
"""Where texts are declared, which is no use of them."""


def test_the_content_is_sound(catalogue: Catalogue) -> None:
    assert problems_of(catalogue) == ()


# Figures are worked out again from the claims.


def changed(catalogue: Catalogue, change: Any) -> Catalogue:
    """The catalogue with every cell put through a function."""

    def with_changed_cells(method: Method) -> Method:
        facts = {fact: change(method, fact, cell) for fact, cell in method.facts.items()}
        return method.model_copy(update={"facts": facts})

    return replace(catalogue, methods=tuple(map(with_changed_cells, catalogue.methods)))


def place(method: Method, fact: FactId) -> Place:
    return Place(f"en/methods/{method.id}.toml", f"facts.{fact}")


@pytest.mark.parametrize("bound", ["low", "high"])
def test_a_main_figure_that_its_claims_do_not_hold_is_found_in_every_cell(
    catalogue: Catalogue, bound: str
) -> None:
    expected: set[Place] = set()

    def beyond(method: Method, fact: FactId, cell: MethodFact) -> MethodFact:
        if cell.figures is None or cell.certainty == "by-definition":
            return cell
        value = -1 if bound == "low" else cell.figures.high * 1000 + 1
        expected.add(place(method, fact).at("figures"))
        return cell.model_copy(update={"figures": cell.figures.model_copy(update={bound: value})})

    spoilt = changed(catalogue, beyond)
    assert len(expected) >= 20
    assert not list(figures_match_claims(catalogue))
    assert {Place(said.file, said.key) for said in figures_match_claims(spoilt)} >= expected


def test_a_further_figure_that_its_claim_does_not_hold_is_found_in_every_cell(
    catalogue: Catalogue,
) -> None:
    expected: set[Problem] = set()

    def nudged(method: Method, fact: FactId, cell: MethodFact) -> MethodFact:
        figures = []
        for position, figure in enumerate(cell.more_figures):
            file, key = f"en/methods/{method.id}.toml", f"facts.{fact}.more-figures[{position}]"
            expected.add(Problem(file, key, f"{figure.claim} does not hold this figure"))
            field = "events" if figure.events is not None else "low"
            value = getattr(figure, field) + 7919
            figures.append(figure.model_copy(update={field: value}))
        return cell.model_copy(update={"more_figures": tuple(figures)})

    spoilt = changed(catalogue, nudged)
    assert len(expected) >= 100
    assert set(figures_match_claims(spoilt)) >= expected


def test_no_figure_rests_on_a_claim_that_could_not_be_seen_again(catalogue: Catalogue) -> None:
    unseen = {claim.id for claim in catalogue.claims if claim.audited == "not-refound"}
    for method in catalogue.methods:
        for fact, cell in method.facts.items():
            assert not unseen & {figure.claim for figure in cell.more_figures}, (method.id, fact)
            if cell.figures and cell.certainty != "by-definition":
                assert set(cell.claims) - unseen, (method.id, fact)


# Every text is listed, and in use.


def test_every_text_has_a_key_of_its_own_and_a_place(catalogue: Catalogue) -> None:
    texts = reader_texts(catalogue)
    papers = {SHEET, BOOKLET, READING, SIGN_OFF, REFUSED_FILE}
    assert len({text.key for text in texts}) == len(texts)
    for text in texts:
        assert text.where, text.key
        assert set(text.where) <= {*PAGE_IDS, *papers}, text.key
        assert text.text, text.key


def prose(value: object, key: str = "") -> Iterator[tuple[str, str]]:
    """Every string of a raw content file that has a space in it, with its key."""
    if isinstance(value, str):
        if " " in value:
            yield key, value
    elif isinstance(value, Mapping):
        for name, part in value.items():
            yield from prose(part, f"{key}.{name}")
    elif isinstance(value, list):
        for part in value:
            yield from prose(part, key)


def test_every_sentence_of_the_content_is_listed(catalogue: Catalogue) -> None:
    listed = {as_written(text.text) for text in reader_texts(catalogue)}
    for name, content in real_files().items():
        if name.startswith("en/") or name == "manifest.toml":
            for key, text in prose(content):
                # The name of a licence is put into a sentence; it is none itself.
                assert text in listed or key.endswith("licence"), (name, key, text)


@pytest.mark.parametrize(
    "key",
    [
        "methods.subcision.name",
        "methods.subcision.facts.downtime.short",
        "methods.subcision.facts.downtime.text",
        "methods.subcision.shapes.rolling.reason",
        "facts.downtime.label",
        "shapes.rolling.label",
        "concerns.pain.label",
        "health.smoking.tell",
        "questions.my-age.text",
        "questionnaire.downtime.option.none.label",
        "interface.compare.order",
        "sheet.decision",
        "pages.start.title",
    ],
)
def test_well_known_texts_are_listed_under_their_key(catalogue: Catalogue, key: str) -> None:
    assert key in {text.key for text in reader_texts(catalogue)}


def test_every_text_of_the_interface_and_the_sheet_is_in_use() -> None:
    """No text is kept that no code asks for.

    A text counts as used where one module, with the templates that it renders, names both its
    section and the text. The reverse, that every text the code asks for exists, is proven by mypy
    for modules, as texts are fields and not keys of a mapping, and by ``StrictUndefined`` for
    templates.
    """
    modules = list(names_by_module())
    unused = [
        f"{section}.{field}"
        for section, kind, field in text_fields()
        if not any({section, kind} & names and field in names for names in modules)
    ]
    assert len(modules) > 20
    assert not unused, ", ".join(unused)


def names_by_module() -> Iterator[set[str]]:
    """The attributes and names in each module that may show a text, and in its templates."""
    for path in [ROOT / "app.py", *(ROOT / "aid").rglob("*.py"), *(ROOT / "pages").glob("*.py")]:
        if path.parent == TEXT_CLASSES:
            continue
        found = list(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))
        names = {node.attr for node in found if isinstance(node, ast.Attribute)}
        names |= {node.id for node in found if isinstance(node, ast.Name)}
        for node in found:
            match node:
                case ast.Call(
                    func=ast.Name("rendered" | "frame"), args=[ast.Constant(str(template)), *_]
                ):
                    names |= names_in_template(f"{template}.html.jinja")
        yield names


def names_in_template(name: str) -> set[str]:
    """The attributes that a template reads, with those of the templates that it imports."""
    (path,) = (folder / name for folder in (TEMPLATES, SITE_TEMPLATES) if (folder / name).exists())
    tree = Environment().parse(path.read_text(encoding="utf-8"))  # noqa: S701 - only parsed
    names = {node.attr for node in tree.find_all(nodes.Getattr)}
    return names.union(*map(names_in_template, filter(None, find_referenced_templates(tree))))


def text_fields() -> Iterator[tuple[str, str, str]]:
    """Section, class of the section and name of each text that code can ask for."""
    for section, info in InterfaceTexts.model_fields.items():
        kind = info.annotation
        if isinstance(kind, type) and issubclass(kind, BaseModel):
            for field in kind.model_fields:
                yield section, kind.__name__, field
        else:
            yield "interface", "InterfaceTexts", section
    for field in SheetTexts.model_fields:
        yield "sheet", "SheetTexts", field
    for field in BookletTexts.model_fields:
        yield "booklet", "BookletTexts", field
    for field in SiteTexts.model_fields:
        yield "site", "SiteTexts", field


# Schemas for editors.


def test_the_schemas_are_those_of_the_models() -> None:
    """When it fails: run ``python -m aid schemas``."""
    folder = CONTENT_FOLDER / SCHEMA_FOLDER
    on_disk = {path.name: path.read_text(encoding="utf-8") for path in folder.iterdir()}
    made = content_schemas()
    assert sorted(on_disk) == sorted(made)
    stale = [name for name, text in made.items() if on_disk[name] != text]
    assert not stale, ", ".join(stale)


@pytest.mark.slow
def test_every_content_file_fits_the_schema_that_its_first_line_names(
    jsonschema: ModuleType,
) -> None:
    """An editor's program reads that line, and checks what is typed by the schema."""
    for name, content in real_files().items():
        path = CONTENT_FOLDER / name
        if path.suffix != ".toml":
            continue
        first = path.read_text(encoding="utf-8").partition("\n")[0]
        assert first.startswith("#:schema "), name
        schema = path.parent / first.removeprefix("#:schema ")
        as_json = json.loads(json.dumps(content, default=date.isoformat))
        jsonschema.validate(as_json, json.loads(schema.read_text(encoding="utf-8")))
