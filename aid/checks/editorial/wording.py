"""The wording lint: words of advice, promises, devices and brands, and chances without a number.

The words are content (``WordRule`` and what is allowed); this module only finds them in a text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from functools import lru_cache

from aid.catalogue.catalogue import Catalogue
from aid.catalogue.editorial import AllowedPhrase, WordException, WordRule
from aid.catalogue.ids import NO_PROCEDURE, PageId
from aid.catalogue.shown import BOOKLET
from aid.catalogue.text_index import ReaderText

_DIGITS = r"\d[\d.,]*\d|\d"
_SENTENCE_END = re.compile(r"(?<=[.?!])\s+")


@dataclass(frozen=True)
class Gaps:
    """Patterns for what the gaps of rules stand for: digits, or number words of the language."""

    number: str
    count: str


def gaps_of(catalogue: Catalogue) -> Gaps:
    """The gaps of rules in the language that the content is written in first."""
    agreed = catalogue.agreed_words
    # The word for one counts nothing in "one of them".
    words = _any((*catalogue.interface.numbers.words[1:], *agreed.no_number))
    followed = f"(?:{words}) (?:{_any(agreed.after_a_count)})"
    return Gaps(number=f"(?:{_DIGITS}|{words})", count=f"(?:{_DIGITS}|{followed})")


def _any(words: Iterable[str]) -> str:
    return "|".join(map(re.escape, words))


@dataclass(frozen=True)
class Breach:
    """A word that a rule forbids, with its sentence."""

    rule: WordRule
    word: str
    sentence: str


@dataclass(frozen=True)
class Verdict:
    """Breaches with the text that each is in, and what is allowed but nowhere needed."""

    breaches: tuple[tuple[ReaderText, Breach], ...]
    unused_phrases: tuple[AllowedPhrase, ...]
    unused_exceptions: tuple[WordException, ...]


def sentences(text: str) -> list[str]:
    """The sentences of a text in their order, each with its closing mark."""
    return _SENTENCE_END.split(text)


def breaches(
    text: str, rules: Iterable[WordRule], gaps: Gaps, allowed: Sequence[AllowedPhrase] = ()
) -> Iterator[Breach]:
    """Find what the rules forbid in a text.

    Args:
        text: One or more sentences.
        rules: The rules to keep.
        gaps: What the gaps of rules stand for.
        allowed: Phrases that are allowed anywhere.

    Yields:
        One breach for each word found, rule by rule, in the order of the text.
    """
    lowered = text.casefold()
    for rule in rules:
        words = _pattern(rule.words, gaps)
        if not words.search(lowered):
            continue
        phrases = _allowed_pattern(tuple(item.phrase for item in allowed if item.rule == rule.id))
        for sentence in sentences(text):
            checked = phrases.sub("\N{FULL BLOCK}", sentence.casefold())
            if rule.unless and _pattern(rule.unless, gaps).search(checked):
                continue
            for found in words.finditer(checked):
                yield Breach(rule, found.group(), sentence)


def place_in(text: str, words: tuple[str, ...], gaps: Gaps) -> int | None:
    """Where the first of some words, written as in a rule, stands in a text."""
    found = _pattern(words, gaps).search(text.casefold())
    return found.start() if found else None


def lint(catalogue: Catalogue, texts: Sequence[ReaderText]) -> Verdict:
    """Check texts against the agreed wording.

    Args:
        catalogue: The content, for its rules and what it allows.
        texts: The texts, each with its key.

    Returns:
        Every breach that no exception covers, in the order of the texts. A phrase or an exception
        counts as unused where leaving it out would change nothing.
    """
    rules, allowed, gaps = _rules(catalogue), catalogue.allowed_phrases, gaps_of(catalogue)
    found: list[tuple[ReaderText, Breach]] = []
    used_phrases: set[AllowedPhrase] = set()
    used_exceptions: set[WordException] = set()
    whole = [item for item in catalogue.word_exceptions if item.rule is None]
    any_word = _pattern(tuple(word for rule in rules for word in rule.words), gaps)
    for entry in texts:
        if not any_word.search(entry.text.casefold()):  # nearly always
            continue
        here = [rule for rule in rules if _is_for(rule, entry)]
        forbidden = list(breaches(entry.text, here, gaps))
        if not forbidden:
            continue
        free = [item for item in whole if fnmatchcase(entry.key, item.key)]
        used_exceptions.update(free)
        if free:
            continue
        for breach in forbidden:
            used_phrases.update(item for item in allowed if _lifts(item, breach))
        for breach in breaches(entry.text, here, gaps, allowed):
            exceptions = [
                item for item in catalogue.word_exceptions if _covers(item, entry.key, breach)
            ]
            used_exceptions.update(exceptions)
            if not exceptions:
                found.append((entry, breach))
    return Verdict(
        breaches=tuple(found),
        unused_phrases=tuple(item for item in allowed if item not in used_phrases),
        unused_exceptions=tuple(
            item for item in catalogue.word_exceptions if item not in used_exceptions
        ),
    )


def _rules(catalogue: Catalogue) -> tuple[WordRule, ...]:
    names = tuple(method.name for method in catalogue.methods if method.id != NO_PROCEDURE)
    return tuple(
        rule.model_copy(update={"words": (*rule.words, *names)}) if rule.names_methods else rule
        for rule in catalogue.word_rules
    )


def _is_for(rule: WordRule, entry: ReaderText) -> bool:
    return (rule.screen is None or _is_only_on(entry, rule.screen)) and (
        rule.key is None or fnmatchcase(entry.key, rule.key)
    )


def _is_only_on(entry: ReaderText, screen: PageId) -> bool:
    return set(entry.where) - {BOOKLET} == {screen}


def _lifts(phrase: AllowedPhrase, breach: Breach) -> bool:
    return phrase.rule == breach.rule.id and phrase.phrase.casefold() in breach.sentence.casefold()


def _covers(exception: WordException, key: str, breach: Breach) -> bool:
    return exception.rule == breach.rule.id and fnmatchcase(key, exception.key)


@lru_cache(maxsize=64)
def _pattern(words: tuple[str, ...], gaps: Gaps) -> re.Pattern[str]:
    patterns = [_word_pattern(word, gaps) for word in sorted(words)]
    return re.compile(rf"(?<![\w-])(?:{'|'.join(patterns)})(?!\w)")


@lru_cache(maxsize=64)
def _allowed_pattern(phrases: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(_any(item.casefold() for item in phrases) or r"(?!)")


def _word_pattern(word: str, gaps: Gaps) -> str:
    pattern = re.escape(word.casefold()).replace(r"\*", r"\w*").replace(r"\ ", r"\s+")
    return pattern.replace(r"\{number\}", gaps.number).replace(r"\{count\}", gaps.count)
