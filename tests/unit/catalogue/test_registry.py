"""Every kind of content file is declared once, and everything else follows from it."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from typing import Any, get_args

import pytest
from pydantic import AfterValidator, StringConstraints

from aid.catalogue.base import Entry, NonEmpty, Text
from aid.catalogue.catalogue import Catalogue
from aid.catalogue.evidence import Claim
from aid.catalogue.files import ContentFile
from aid.catalogue.gaps import Gaps
from aid.catalogue.ids import FACT_IDS, METHOD_IDS
from aid.catalogue.load import CONTENT_FOLDER, build_catalogue
from aid.catalogue.methods import Fact, Method
from aid.catalogue.order import stated_order
from aid.catalogue.pages import BesideTip, PageText, Tip
from aid.catalogue.registry import SLOT_BY_KIND, SLOTS, lists_in
from aid.catalogue.schemas import content_schemas
from aid.catalogue.shown import NOWHERE, Shown
from aid.catalogue.text_index import reader_texts
from aid.errors import ContentError
from tests.content_files import real_files


def test_every_field_but_language_and_drawings_has_its_file() -> None:
    fields = {field.name for field in dataclasses.fields(Catalogue)}
    assert {slot.field for slot in SLOTS} == fields - {"language", "drawings", "content_version"}
    assert len(SLOT_BY_KIND) == len(SLOTS), "a class of entries is in one field only"


@pytest.mark.parametrize("slot", SLOTS, ids=lambda slot: slot.field)
def test_the_declared_file_is_there_and_holds_entries(slot: Any, catalogue: Catalogue) -> None:
    path = CONTENT_FOLDER / slot.file.of("en")
    assert path.is_dir() if slot.file.is_folder else path.is_file()
    entries = slot.entries(catalogue)
    assert all(type(entry) is slot.kind for entry in entries)
    assert entries or slot.field == "retired"


def test_a_file_of_a_language_is_below_its_folder() -> None:
    words = ContentFile("{language}/tips.toml", "tip")
    assert (words.of("en"), words.of("es")) == ("en/tips.toml", "es/tips.toml")
    assert ContentFile("sources.toml", "source").of("es") == "sources.toml"


def test_a_folder_of_files_is_named_and_matched() -> None:
    folder = SLOT_BY_KIND[Method].file
    assert folder.of("en") == "en/methods"
    assert folder.of("en", "subcision") == "en/methods/subcision.toml"
    assert folder.matches("en/methods/subcision.toml", "en")
    for other in ("es/methods/subcision.toml", "en/methods/a/b.toml", "en/methods/a.txt"):
        assert not folder.matches(other, "en"), other


def test_two_lists_can_be_in_one_file() -> None:
    assert {slot.kind for slot in lists_in(SLOT_BY_KIND[Tip].file)} == {Tip, BesideTip}


def test_closed_ids_are_those_of_the_type() -> None:
    assert SLOT_BY_KIND[Fact].closed_ids == FACT_IDS
    assert SLOT_BY_KIND[Method].closed_ids == METHOD_IDS
    assert SLOT_BY_KIND[Tip].closed_ids == ()


def test_content_of_another_language_is_looked_for_in_its_folder() -> None:
    raw = real_files()
    manifest = {**raw["manifest.toml"], "languages": {"en": "en-GB", "es": "es"}}
    with pytest.raises(ContentError) as caught:
        build_catalogue({**raw, "manifest.toml": manifest}, "es")
    missing = {problem.file for problem in caught.value.problems if "missing" in problem.message}
    assert missing >= {
        slot.file.of("es")
        for slot in SLOTS
        if slot.file.path.startswith("{language}/") and not slot.file.is_folder
    }


# Order.


def test_facts_and_shapes_of_a_method_are_in_the_order_of_their_files(
    catalogue: Catalogue,
) -> None:
    backwards = stated_order(catalogue.methods, catalogue.facts[::-1], catalogue.shapes[::-1])
    assert [method.id for method in backwards] == [method.id for method in catalogue.methods]
    for before, after in zip(catalogue.methods, backwards, strict=True):
        assert tuple(before.facts) == tuple(fact.id for fact in catalogue.facts)
        assert tuple(after.facts) == tuple(before.facts)[::-1]
        assert tuple(after.shapes) == tuple(before.shapes)[::-1]
        assert after.facts == before.facts


# Words for a reader.


def text_types(annotation: Any, metadata: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """What every kind of string in an annotation is marked with."""
    if annotation is str:
        yield metadata
    inner = getattr(annotation, "__metadata__", ())
    if inner:
        yield from text_types(annotation.__origin__, (*metadata, *inner))
    else:
        for part in get_args(annotation):
            if not isinstance(part, str):
                yield from text_types(part)


def entry_kinds(kind: type[Entry] = Entry) -> Iterator[type[Entry]]:
    for sub in kind.__subclasses__():
        yield sub
        yield from entry_kinds(sub)


def test_every_string_of_the_content_says_what_it_is() -> None:
    """A bare string is neither an id nor words for a reader: nobody would list or check it."""
    kinds = [kind for kind in entry_kinds() if kind.__module__.startswith("aid.")]
    assert len(kinds) > 40
    for kind in kinds:
        for name, info in kind.model_fields.items():
            for marks in text_types(info.annotation, tuple(info.metadata)):
                assert any(
                    isinstance(mark, StringConstraints)
                    or getattr(mark, "pattern", None)
                    or (isinstance(mark, AfterValidator) and isinstance(mark.func, Gaps))
                    for mark in marks
                ), (kind.__name__, name)


def test_text_is_for_a_reader_and_other_words_are_not() -> None:
    class Sample(Entry):
        said: Text
        kept: NonEmpty

    from aid.catalogue.text_index import _prose_fields

    assert [name for name, _ in _prose_fields(Sample)] == ["said"]


def test_an_entry_can_say_itself_where_it_is_shown() -> None:
    page = PageText(id="quiz", menu="Quiz", title="Quiz", lead="Lead")
    assert Shown("review", by="id").of(page) == ("quiz", "review")
    assert Shown("about").of(page) == ("about",)
    assert NOWHERE.of(page) == ()


def test_every_text_is_shown_somewhere_and_names_its_file(catalogue: Catalogue) -> None:
    texts = reader_texts(catalogue)
    nowhere = {text.key for text in texts if not text.where}
    assert all(key.startswith("interface.answers-file.") for key in nowhere), nowhere
    for text in texts:
        assert (CONTENT_FOLDER / text.file).exists(), text.key


# Schemas.


def test_each_kind_of_file_has_a_schema() -> None:
    names = {slot.file.name for slot in SLOTS}
    assert set(content_schemas()) == {f"{name}.schema.json" for name in names}


def test_the_schema_of_evidence_leaves_the_topic_to_the_name_of_the_file() -> None:
    schema = content_schemas()["evidence.schema.json"]
    assert "topic" in Claim.model_fields
    assert '"topic"' not in schema
