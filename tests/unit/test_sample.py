"""The sample catalogue is what the tests of rules take it for."""

from __future__ import annotations

import re

from aid.catalogue.catalogue import Catalogue
from aid.catalogue.doctor_questions import METHODS
from aid.catalogue.text_index import reader_texts
from aid.catalogue.texts.screens import StartTexts
from aid.catalogue.texts.shared import FigureTexts, NumberWords, Section
from tests.sample.catalogue import sample_catalogue, sample_files
from tests.sample.words import words_for


def test_it_has_exactly_what_it_says(sample: Catalogue) -> None:
    assert [method.id for method in sample.methods] == [
        "dermabrasion",
        "subcision",
        "no-procedure-for-now",
    ]
    assert [fact.id for fact in sample.facts] == ["visits", "downtime", "cost"]
    assert [shape.id for shape in sample.shapes] == ["ice-pick", "rolling"]
    assert [concern.id for concern in sample.concerns] == ["downtime", "cost"]
    assert [item.id for item in sample.health] == ["pregnancy", "smoking"]
    assert [claim.id for claim in sample.claims] == [
        "derm-shapes",
        "sub-visits",
        "sub-downtime",
        "three-ways",
        "two-ways",
    ]
    assert [study.id for study in sample.comparisons] == [
        "undated",
        "three",
        "added",
        "kinds",
        "many",
    ]
    assert [source.id for source in sample.sources] == ["old-review", "new-trial"]


def test_each_of_its_questions_is_brought_in_another_way(sample: Catalogue) -> None:
    assert [tuple(question.when.conditions) for question in sample.questions] == [
        (METHODS,),
        ("health",),
        ("concerns",),
        (),
    ]


def test_its_entries_hold_together(sample: Catalogue) -> None:
    facts, shapes = list(sample.fact_by_id), list(sample.shape_by_id)
    for method in sample.methods:
        assert list(method.facts) == facts
        assert list(method.shapes) == shapes
        for fact in method.facts.values():
            assert sample.cell_sources(fact.claims, fact.sources) or fact.certainty in (
                "none-found",
                "by-definition",
            )
    cited = {source for claim in sample.claims for source in claim.sources}
    assert cited == set(sample.source_by_id)


def test_its_texts_hold_what_html_has_to_escape(sample: Catalogue) -> None:
    assert "<" in sample.method_by_id["subcision"].facts["downtime"].short
    assert "<" in sample.claim_by_id["sub-downtime"].plain
    assert "&" in sample.source_by_id["old-review"].title


def test_a_text_of_the_word_files_is_its_own_key_with_every_gap(sample: Catalogue) -> None:
    single = {"interface", "sheet", "booklet", "sign-off"}
    texts = [text for text in reader_texts(sample) if text.key.split(".")[0] in single]
    assert len(texts) > 300
    for text in texts:
        key, *gaps = text.text.split(" ")
        assert re.fullmatch(r"[a-zA-Z0-9-]+(\.[a-zA-Z0-9-]+)+", key), text
        assert all(re.fullmatch(r"\{\w+\}", gap) for gap in gaps), text
    assert len({text.text for text in texts}) == len(texts)


def test_gaps_lists_and_optional_parts_are_filled_as_their_classes_ask() -> None:
    assert words_for(FigureTexts, "f")["range"] == "f.range {high} {low} {unit}"
    assert words_for(NumberWords, "n")["words"] == [f"n.words.{count + 1}" for count in range(20)]
    assert words_for(Section, "s") == {
        "title": "s.title",
        "text": ["s.text.1"],
        "items": ["s.items.1"],
    }
    assert set(words_for(StartTexts, "s")) == {
        str(info.alias) for info in StartTexts.model_fields.values()
    }


def test_it_is_the_same_each_time(sample: Catalogue) -> None:
    assert sample_files() == sample_files()
    again = sample_catalogue()
    assert again.interface == sample.interface
    assert again.methods == sample.methods
