"""How texts for readers are written: their length, their marks, their words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from aid.catalogue.catalogue import Catalogue
from aid.catalogue.editorial import WordRule
from aid.catalogue.text_index import ReaderText, reader_texts
from aid.checks.editorial.wording import lint, sentences
from aid.checks.places import file_of, place_of, placed_facts
from aid.errors import Problem

MOST_WORDS_SHORT = 15
MOST_WORDS_TEXT = 60
MOST_WORDS_REASON = 20
MOST_WORDS_SENTENCE = 25

_UNWANTED = (
    ("a straight quote", re.compile(r"[\"'`]")),
    ("two spaces in a row", re.compile(r"\S {2,}\S")),
    ("a space at an end", re.compile(r"^\s|\s$")),
    ("a mark of HTML", re.compile(r"</?[a-zA-Z]|&[a-z]+;")),
    ("a mark of Markdown", re.compile(r"\*\*|__|\]\(|^#+ ")),
)


def lengths(catalogue: Catalogue) -> Iterator[Problem]:
    """Find short forms, texts, reasons and sentences that are too long."""
    for place, _, _, fact in placed_facts(catalogue):
        for field, text, most in (
            ("short", fact.short, MOST_WORDS_SHORT),
            ("text", fact.text, MOST_WORDS_TEXT),
        ):
            count = len(text.split())
            if count > most:
                yield place.at(field).problem(f"has {count} words; at most {most}")
    for method in catalogue.methods:
        for shape_id, fit in method.shapes.items():
            count = len(fit.reason.split())
            if count > MOST_WORDS_REASON:
                place = place_of(catalogue, method).at(f"shapes.{shape_id}.reason")
                yield place.problem(f"has {count} words; at most {MOST_WORDS_REASON}")
    for entry in _own_texts(catalogue):
        if len(entry.text.split()) <= MOST_WORDS_SENTENCE:
            continue
        for sentence in sentences(entry.text):
            count = len(sentence.split())
            if count > MOST_WORDS_SENTENCE:
                place = entry.place
                yield place.problem(f"a sentence has {count} words; at most {MOST_WORDS_SENTENCE}")


def _own_texts(catalogue: Catalogue) -> Iterator[ReaderText]:
    # What sources say stays as near to them as it can; titles and names are theirs.
    for entry in reader_texts(catalogue):
        if not entry.key.startswith(("evidence.", "sources.")):
            yield entry


def prose_is_clean(catalogue: Catalogue) -> Iterator[Problem]:
    """Find straight quotes, stray spaces and marks of HTML or Markdown in texts for readers."""
    for place, _, _, fact in placed_facts(catalogue):
        if not fact.short.endswith((".", "?", "!")):  # other sentences follow it
            yield place.at("short").problem("must end with a full stop")
    for entry in _own_texts(catalogue):
        for what, pattern in _UNWANTED:
            if pattern.search(entry.text):
                yield entry.place.problem(f"the text holds {what}: {entry.text[:60]}")


def wording_is_agreed(catalogue: Catalogue) -> Iterator[Problem]:
    """Find words that the aid does not use, and allowances that nothing needs."""
    known = {rule.id for rule in catalogue.word_rules}
    file = file_of(catalogue, WordRule)
    named = [item.rule for item in catalogue.allowed_phrases]
    named += [item.rule for item in catalogue.word_exceptions if item.rule]
    for rule_id in named:
        if rule_id not in known:
            yield file.problem(f"{rule_id} is not a rule of this file")
    verdict = lint(catalogue, reader_texts(catalogue))
    for entry, breach in verdict.breaches:
        yield entry.place.problem(f"“{breach.word}” is {breach.rule.name}: {breach.sentence[:60]}")
    for phrase in verdict.unused_phrases:
        yield file.at("allowed").problem(f"“{phrase.phrase}” is not needed")
    for exception in verdict.unused_exceptions:
        yield file.at("exception").problem(f"{exception.key} is not needed")
    together = " ".join(entry.text for entry in _own_texts(catalogue)).casefold()
    for item in catalogue.unavoidable:
        for word in item.words:
            if word.casefold() not in together:
                yield file.at(f"unavoidable[{item.id}]").problem(f"“{word}” is in no text")
