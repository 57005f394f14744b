"""Another language brings words alone; all else is said once, in the first language's files."""

from __future__ import annotations

from typing import Any

import pytest

from aid.catalogue.catalogue import Catalogue
from aid.catalogue.files import Raw
from aid.catalogue.load import build_catalogue
from aid.checks import CHECKS, problems_of
from aid.checks.completeness import plurals_complete
from aid.errors import ContentError
from tests.content_files import copied, real_files
from tests.pseudo import LANGUAGE, TAG, loud, pseudo_files


@pytest.fixture(scope="module")
def content() -> Raw:
    return pseudo_files()


def problems(content: Raw, language: str = LANGUAGE) -> list[str]:
    with pytest.raises(ContentError) as caught:
        build_catalogue(content, language)
    return [str(problem) for problem in caught.value.problems]


def test_the_words_are_those_of_the_language(translated: Catalogue, catalogue: Catalogue) -> None:
    assert (translated.language, translated.language_tag) == (LANGUAGE, TAG)
    old, new = catalogue.method_by_id["subcision"], translated.method_by_id["subcision"]
    assert new.name == loud(old.name)
    assert new.facts["downtime"].more_figures[0].who == loud(
        old.facts["downtime"].more_figures[0].who
    )
    assert translated.claims[0].plain == loud(catalogue.claims[0].plain)
    spans = [
        [
            figure.follow_up
            for claim in content.claims
            for figure in claim.figures
            if figure.follow_up
        ]
        for content in (catalogue, translated)
    ]
    assert spans[0]
    assert spans[1] == [loud(span) for span in spans[0]]
    assert translated.sources[0].title == catalogue.sources[0].title, "a work keeps its name"


def test_figures_claims_and_conditions_are_said_once(
    translated: Catalogue, catalogue: Catalogue
) -> None:
    for old in catalogue.methods:
        new = translated.method_by_id[old.id]
        for fact_id, fact in old.facts.items():
            assert new.facts[fact_id].figures == fact.figures
            assert new.facts[fact_id].claims == fact.claims
            assert new.facts[fact_id].certainty == fact.certainty
    whens = {question.id: question.when for question in catalogue.questions}
    assert {question.id: question.when for question in translated.questions} == whens
    assert translated.drawings == catalogue.drawings
    assert translated.content_version == catalogue.content_version


def test_the_first_language_is_not_changed_by_another(content: Raw, catalogue: Catalogue) -> None:
    assert build_catalogue(content).methods == catalogue.methods
    assert problems_of(build_catalogue(content), CHECKS) == ()


def test_a_language_that_the_manifest_does_not_list_is_refused(content: Raw) -> None:
    said = "content/manifest.toml: languages: does not list fr"
    assert problems(content, "fr") == [said]
    unlisted = {**real_files(), f"{LANGUAGE}/tips.toml": {}}
    said = f"content/{LANGUAGE}/tips.toml: the aid does not know this file"
    assert problems(unlisted, "en") == [said]


@pytest.mark.parametrize(
    ("file", "keys", "said"),
    [
        ("methods/subcision", ("facts", "downtime", "short"), "facts.downtime.short"),
        ("tips", ("tip", 0, "text"), "tip.{id}.text"),
        ("sheet", ("told", "shapes"), None),
        ("evidence/subcision", ("claim", 0, "plain"), "claim.{id}.plain"),
        ("manifest", ("funding",), "funding"),
        ("interface", ("units", "days"), "units.days"),
    ],
)
def test_a_missing_text_is_named(
    content: Raw, file: str, keys: tuple[Any, ...], said: str | None
) -> None:
    name = f"{LANGUAGE}/{file}.toml"
    broken = copied(content, name)
    *way, last = keys
    part: Any = broken[name]
    for key in way:
        part = part[key]
    last = last if last in part else next(iter(part))
    key = (said or f"told.{last}").format(id=part.get("id"))
    del part[last]
    assert problems(broken) == [f"content/{name}: {key}: the text is missing"]


@pytest.mark.parametrize(
    ("file", "added", "key"),
    [
        ("methods/subcision", {"family": "needles"}, "family"),
        ("facts", {"fact": [{"id": "downtime", "key": True}]}, "fact.downtime.key"),
        ("quiz", {"statement": [{"id": "no-such", "text": "Text"}]}, "statement.no-such.text"),
        ("sources", {"source": [{"id": "none", "title": "A title"}]}, "source.none.title"),
    ],
)
def test_what_is_no_text_is_refused(content: Raw, file: str, added: Any, key: str) -> None:
    broken = copied(content, f"{LANGUAGE}/{file}.toml")
    words = broken[f"{LANGUAGE}/{file}.toml"]
    for name, value in added.items():
        words[name] = [*words.get(name, []), *value] if isinstance(value, list) else value
    # An entry that is there twice hides the first one's texts, which are then missing too.
    said = f"content/{LANGUAGE}/{file}.toml: {key}: is not a text of en: only words are translated"
    assert said in problems(broken)


def test_words_of_another_kind_and_unknown_and_missing_files_are_named(content: Raw) -> None:
    broken = copied(content, f"{LANGUAGE}/manifest.toml")
    folder = f"content/{LANGUAGE}"
    broken[f"{LANGUAGE}/manifest.toml"]["funding"] = ["Nobody."]
    broken[f"{LANGUAGE}/wording.toml"] = {"rule": []}
    del broken[f"{LANGUAGE}/tips.toml"]
    assert problems(broken) == [
        f"{folder}/tips.toml: the file is missing",
        f"{folder}/manifest.toml: funding: must be of the same kind as in en",
        f"{folder}/wording.toml: the aid does not know this file",
    ]


def test_a_translation_keeps_the_gaps_of_its_text(content: Raw) -> None:
    broken = copied(content, f"{LANGUAGE}/sheet.toml")
    broken[f"{LANGUAGE}/sheet.toml"]["date-line"] = "Today"
    said = "date-line: its gaps must be: date; it has: none"
    assert problems(broken) == [f"content/{LANGUAGE}/sheet.toml: {said}"]


def test_a_language_without_known_rules_is_refused(content: Raw) -> None:
    broken = copied(content, "manifest.toml")
    broken["manifest.toml"]["languages"][LANGUAGE] = "xx-XX"
    said = "languages.xx: xx-XX is not a known language, such as en-GB"
    assert problems(broken) == [f"content/manifest.toml: {said}"]


def test_the_plurals_of_a_translation_are_checked(content: Raw) -> None:
    broken = copied(content, f"{LANGUAGE}/interface.toml")
    broken[f"{LANGUAGE}/interface.toml"]["units"]["days"] = ["day"]
    said = "units.days: must have 4 words, for numbers of the kinds one, few, many, other"
    found = problems_of(build_catalogue(broken, LANGUAGE), (plurals_complete,))
    assert [str(problem) for problem in found] == [f"content/{LANGUAGE}/interface.toml: {said}"]
