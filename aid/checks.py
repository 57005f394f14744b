"""What content must say together: every cross-check, each yielding all its problems.

``aid.content`` has already checked the shape of every entry. A check takes the whole catalogue and
yields one sentence for each problem, with the file and the key.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from math import ceil, floor
from typing import TYPE_CHECKING, Any, Protocol

from aid.answers import (
    ALONE,
    FIELD_BY_KEY,
    QUESTIONNAIRE_FIELDS,
    SINGLE_CHOICES,
    TICK_CHOICES,
    Answers,
)
from aid.model import Cell, Claim, MoreFigure
from aid.questions import GENERAL_GROUP, applies
from aid.reader_texts import reader_texts
from aid.report_card import FULL, IN_PART, computed_status
from aid.retired import KEYS_BY_KIND
from aid.units import convert, number
from aid.vocabulary import (
    AUDITED,
    CARD_STATUSES,
    CERTAINTIES,
    CONCERN_IDS,
    DENT_IDS,
    FACT_IDS,
    FAMILY_IDS,
    HEALTH_IDS,
    METHOD_IDS,
    NEED_IDS,
    NO_PROCEDURE,
    PAGE_IDS,
    SHAPE_IDS,
    SHAPE_SOURCE_IDS,
    SHAPE_STATUSES,
    SOURCE_KINDS,
    STANDARDS,
    UNITS,
    Certainty,
    ConcernId,
)
from aid.wording import judge

if TYPE_CHECKING:
    from aid.catalogue import Catalogue

Check = Callable[["Catalogue"], Iterator[str]]


class _Identified(Protocol):
    @property
    def id(self) -> str: ...


class _Citing(_Identified, Protocol):
    @property
    def claims(self) -> tuple[str, ...]: ...


MOST_WORDS_SHORT = 15
MOST_WORDS_TEXT = 60
MOST_WORDS_SENTENCE = 25
FEWEST_QUESTIONS = 45
GENERAL_QUESTIONS = 3
NO_FIGURE = "no good figure"
MARK_NO_ROW: tuple[ConcernId, ...] = ("none-of-these", "not-sure")
FACTS_WITH_A_FIGURE = (
    "visits",
    "visit-length",
    "downtime",
    "time-to-result",
    "how-long-it-lasts",
    "cost",
)
"""Facts whose short form says that no good figure was found where there is none."""

_GRADES = ("very-low", "low", "moderate", "high")


def problems_of(catalogue: Catalogue) -> tuple[str, ...]:
    """Run every check and return all problems, in the order of the checks."""
    problems = [problem for check in CHECKS for problem in check(catalogue)]
    # The report card takes it that the rest holds: where it does not, the rest says what is wrong.
    return tuple(problems or _report_card_is_true(catalogue))


def cells(catalogue: Catalogue) -> Iterator[tuple[str, Cell]]:
    """Every cell with the words that name its place, methods in the stated order."""
    for method in catalogue.methods:
        for fact_id, cell in method.facts.items():
            yield f"content/en/methods/{method.id}.toml: facts.{fact_id}", cell


def cited(catalogue: Catalogue) -> Iterator[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    """Every place that cites, with the claim ids and the source ids it cites."""
    for place, cell in cells(catalogue):
        yield place, cell.claims, cell.sources
    for method in catalogue.methods:
        for shape_id, fit in method.shapes.items():
            yield f"content/en/methods/{method.id}.toml: shapes.{shape_id}", fit.claims, ()
    lists: tuple[tuple[str, str, Sequence[_Citing]], ...] = (
        ("shapes", "shape", catalogue.shapes),
        ("trade-offs", "trade-off", catalogue.trade_offs),
        ("health", "health", catalogue.health),
        ("questions", "question", catalogue.questions),
        ("glossary", "term", catalogue.terms),
        ("tips", "tip", catalogue.tips),
        ("tips", "beside", catalogue.beside_tips),
        ("notes", "note", catalogue.notes),
        ("quiz", "statement", catalogue.statements),
    )
    for file, key, entries in lists:
        for entry in entries:
            place = f"content/en/{file}.toml: {key}[{entry.id}]"
            yield place, entry.claims, getattr(entry, "sources", ())


def _ids_once(catalogue: Catalogue) -> Iterator[str]:
    lists: dict[str, Sequence[_Identified]] = {
        "content/sources.toml": catalogue.sources,
        "content/evidence": catalogue.claims,
        "content/retired.toml": catalogue.retired,
        "content/en/methods": catalogue.methods,
        "content/en/facts.toml": catalogue.facts,
        "content/en/shapes.toml": catalogue.shapes,
        "content/en/concerns.toml": catalogue.concerns,
        "content/en/trade-offs.toml": catalogue.trade_offs,
        "content/en/health.toml": catalogue.health,
        "content/en/questionnaire.toml": catalogue.asks,
        "content/en/questions.toml: group": catalogue.groups,
        "content/en/questions.toml: question": catalogue.questions,
        "content/en/glossary.toml": catalogue.terms,
        "content/en/tips.toml: tip": catalogue.tips,
        "content/en/tips.toml: beside": catalogue.beside_tips,
        "content/en/notes.toml": catalogue.notes,
        "content/en/quiz.toml": catalogue.statements,
        "content/en/pages.toml": catalogue.pages,
        "content/report-card.toml": catalogue.report_card,
        "content/wording.toml: rule": catalogue.word_rules,
    }
    for place, entries in lists.items():
        for entry_id, times in Counter(entry.id for entry in entries).items():
            if times > 1:
                yield f"{place}: {entry_id}: the id is used {times} times"
    forms = Counter(form for term in catalogue.terms for form in (term.term, *term.also))
    for form, times in forms.items():
        if times > 1:
            yield f"content/en/glossary.toml: “{form}” stands in {times} terms"


def _vocabulary_complete(catalogue: Catalogue) -> Iterator[str]:
    wanted: tuple[tuple[str, tuple[str, ...], tuple[str, ...], bool], ...] = (
        ("content/en/facts.toml", FACT_IDS, tuple(fact.id for fact in catalogue.facts), True),
        ("content/en/shapes.toml", SHAPE_IDS, tuple(item.id for item in catalogue.shapes), True),
        (
            "content/en/concerns.toml",
            CONCERN_IDS,
            tuple(item.id for item in catalogue.concerns),
            True,
        ),
        ("content/en/health.toml", HEALTH_IDS, tuple(item.id for item in catalogue.health), True),
        ("content/en/pages.toml", PAGE_IDS, tuple(page.id for page in catalogue.pages), True),
        (
            "content/en/methods",
            METHOD_IDS,
            tuple(method.id for method in catalogue.methods),
            False,
        ),
    )
    for place, ids, found, in_order in wanted:
        for missing in [item for item in ids if item not in found]:
            yield f"{place}: {missing}: is missing"
        if in_order and set(found) == set(ids) and tuple(dict.fromkeys(found)) != ids:
            yield f"{place}: the entries must stand in the order {', '.join(ids)}"
    asked = {ask.id for ask in catalogue.asks}
    for key, field in FIELD_BY_KEY.items():
        if field in QUESTIONNAIRE_FIELDS and key not in asked:
            yield f"content/en/questionnaire.toml: {key}: is missing"
    for ask in catalogue.asks:
        if FIELD_BY_KEY.get(ask.id) not in QUESTIONNAIRE_FIELDS:
            yield f"content/en/questionnaire.toml: {ask.id}: is not a key of the answers file"
    for ask in catalogue.asks:
        found_options = {option.id for option in ask.option}
        for missing in _choices(ask.id):
            if ask.option and missing not in found_options:
                yield f"content/en/questionnaire.toml: {ask.id}: {missing}: is missing"
    interface, sheet = catalogue.interface, catalogue.sheet
    closed_lists: tuple[tuple[str, Mapping[Any, object], tuple[str, ...]], ...] = (
        ("interface.toml: units", interface.units, UNITS),
        ("interface.toml: statuses", interface.statuses, SHAPE_STATUSES),
        ("interface.toml: certainty", interface.certainty, CERTAINTIES),
        ("interface.toml: families", interface.families, FAMILY_IDS),
        ("interface.toml: about.source-kind", interface.about.source_kind, SOURCE_KINDS),
        ("interface.toml: backing.read", interface.backing.read, AUDITED),
        ("interface.toml: about.card-name", interface.about.card_name, STANDARDS),
        ("interface.toml: about.card-status", interface.about.card_status, CARD_STATUSES),
        ("sheet.toml: needs", sheet.needs, NEED_IDS),
        ("sheet.toml: shape-source", sheet.shape_source, SHAPE_SOURCE_IDS),
    )
    for place, words, wanted_keys in closed_lists:
        for word in wanted_keys:
            if word not in words:
                yield f"content/en/{place}.{word}: is missing"
        for word in words:
            if word not in wanted_keys:
                yield f"content/en/{place}.{word}: is not a known word"


def _choices(ask_id: str) -> tuple[str, ...]:
    field = FIELD_BY_KEY.get(ask_id, "")
    return SINGLE_CHOICES.get(field) or TICK_CHOICES.get(field, ())


def _options_match_answers(catalogue: Catalogue) -> Iterator[str]:
    for ask in catalogue.asks:
        if ask.id not in FIELD_BY_KEY or ask.kind == "text":
            continue
        for option in ask.option:
            if option.id not in _choices(ask.id):
                yield (
                    f"content/en/questionnaire.toml: {ask.id}: {option.id}: "
                    "is not an answer of the answers file"
                )
        for option in catalogue.options(ask.id):
            if option.alone != (option.id in ALONE):
                yield (
                    f"content/en/questionnaire.toml: {ask.id}: {option.id}: "
                    f"alone must be {str(option.id in ALONE).lower()}"
                )


def _methods_complete(catalogue: Catalogue) -> Iterator[str]:
    for method in catalogue.methods:
        file = f"content/en/methods/{method.id}.toml"
        for shape in DENT_IDS:
            if shape not in method.shapes:
                yield f"{file}: shapes.{shape}: is missing"
        for fact in FACT_IDS:
            if fact not in method.facts:
                yield f"{file}: facts.{fact}: is missing"
        if tuple(method.facts) != FACT_IDS and set(method.facts) == set(FACT_IDS):
            yield f"{file}: facts: must stand in the order {', '.join(FACT_IDS)}"
    names = Counter(method.name for method in catalogue.methods)
    for name, times in names.items():
        if times > 1:
            yield f"content/en/methods: “{name}” names {times} methods"


def _citations_resolve(catalogue: Catalogue) -> Iterator[str]:
    used_claims: set[str] = set()
    used_sources: set[str] = set()
    for place, claims, sources in cited(catalogue):
        used_claims.update(claims)
        used_sources.update(sources)
        for claim_id, times in Counter(claims).items():
            if claim_id not in catalogue.claim_by_id:
                yield f"{place}: claims: {claim_id} is in no evidence file"
            if times > 1:
                yield f"{place}: claims: {claim_id} is cited {times} times"
        for source_id in sources:
            if source_id not in catalogue.source_by_id:
                yield f"{place}: sources: {source_id} is not in content/sources.toml"
    for claim in catalogue.claims:
        place = f"content/evidence/{claim.topic}.toml: {claim.id}"
        if claim.id not in used_claims:
            yield f"{place}: nothing cites this claim"
        used_sources.update(claim.sources)
        for source_id in claim.sources:
            if source_id not in catalogue.source_by_id:
                yield f"{place}: sources: {source_id} is not in content/sources.toml"
    for source in catalogue.sources:
        if source.id not in used_sources:
            yield f"content/sources.toml: {source.id}: nothing cites this source"


def _what_must_cite_does(catalogue: Catalogue) -> Iterator[str]:
    for place, cell in cells(catalogue):
        may_stand_alone = cell.certainty in ("none-found", "by-definition")
        if not (cell.claims or cell.sources or may_stand_alone):
            yield f"{place}: claims: a fact must cite at least one claim"
    for item in catalogue.health:
        if not item.alone and not item.claims:
            yield f"content/en/health.toml: health[{item.id}]: claims: no claim stands behind it"
    for tip in catalogue.tips:
        if not tip.claims and not tip.sources:
            yield f"content/en/tips.toml: tip[{tip.id}]: must cite a claim or a source"


def _figures_hold(catalogue: Catalogue) -> Iterator[str]:
    for place, cell in cells(catalogue):
        if cell.certainty == "none-found" and cell.figures:
            yield f"{place}: figures: there is a figure, so certainty cannot be none-found"
        if cell.figures and cell.certainty != "by-definition":
            yield from _main_figure(catalogue, place, cell)
        if cell.figures:
            for bound in {number(cell.figures.low), number(cell.figures.high)}:
                if not re.search(rf"(?<![\d,.]){re.escape(bound)}(?![\d]|[.,]\d)", cell.short):
                    yield f"{place}: short: must name {bound}, as figures do"
        elif place.endswith(FACTS_WITH_A_FIGURE) and NO_FIGURE not in cell.short:
            yield f"{place}: short: has no figures, so it must say “{NO_FIGURE}”"
        for position, figure in enumerate(cell.more_figures):
            yield from _more_figure(catalogue, f"{place}.more-figures[{position}]", cell, figure)


def _main_figure(catalogue: Catalogue, place: str, cell: Cell) -> Iterator[str]:
    figures = cell.figures
    assert figures is not None  # noqa: S101 - the caller looked
    values: list[float] = []
    converted = False
    for claim in _known(catalogue, cell.claims):
        if claim.audited == "not-refound":
            continue
        for found in claim.figures:
            for value in (found.low, found.high):
                same = None if value is None else convert(value, found.unit, figures.unit)
                if same is not None:
                    values.append(same)
                    converted = converted or found.unit != figures.unit
    if not values:
        yield f"{place}: figures: no cited claim has a figure in {figures.unit}"
        return
    lowest, highest = min(values), max(values)
    if converted:
        lowest, highest = floor(lowest), ceil(highest)
    if figures.low < lowest or figures.high > highest:
        yield (
            f"{place}: figures: {number(figures.low)} to {number(figures.high)} {figures.unit} "
            f"is not within the cited claims ({lowest:g} to {highest:g})"
        )


def _more_figure(catalogue: Catalogue, place: str, cell: Cell, figure: MoreFigure) -> Iterator[str]:
    if figure.claim not in cell.claims:
        yield f"{place}: claim: {figure.claim} is not among the fact's claims"
    claim = catalogue.claim_by_id.get(figure.claim)
    if claim is None:
        return
    if claim.audited == "not-refound":
        yield f"{place}: claim: {claim.id} could not be seen again, so it carries no figure"
    bounds = [
        same
        for found in claim.figures
        for value in (found.low, found.high, found.of if found.unit == "people" else None)
        if value is not None
        if (same := convert(value, found.unit, figure.unit)) is not None
    ]
    held = all(
        value is None or any(abs(value - bound) < _ROUNDING for bound in bounds)
        for value in (figure.low, figure.high)
    )
    counted = figure.events is None or (figure.events, figure.of) in [
        (found.events, found.of) for found in claim.figures
    ]
    if not (held and counted):
        yield f"{place}: {claim.id} does not hold this figure"


_ROUNDING = 0.01
"""How far a converted span of time may stand from the claim's own number."""


def _known(catalogue: Catalogue, claim_ids: tuple[str, ...]) -> list[Claim]:
    return [catalogue.claim_by_id[item] for item in claim_ids if item in catalogue.claim_by_id]


def _certainty_is_earned(catalogue: Catalogue) -> Iterator[str]:
    for place, cell in cells(catalogue):
        yield from _certainty_of(catalogue, place, cell.certainty, cell.claims)
        is_waiting = f"/{NO_PROCEDURE}.toml" in place
        if cell.certainty == "by-definition" and not is_waiting:
            yield f"{place}: certainty: by-definition is for {NO_PROCEDURE} only"
    for note in catalogue.notes:
        place = f"content/en/notes.toml: note[{note.id}]"
        yield from _certainty_of(catalogue, place, note.certainty, note.claims)


def _certainty_of(
    catalogue: Catalogue, place: str, certainty: Certainty, claim_ids: tuple[str, ...]
) -> Iterator[str]:
    words = {claim.certainty for claim in _known(catalogue, claim_ids)}
    graded = [_GRADES.index(word) for word in words if word in _GRADES]
    if certainty in _GRADES:
        weakest = min(graded) if graded else None
        if weakest is None or _GRADES.index(certainty) > weakest:
            most = "not-graded" if weakest is None else _GRADES[weakest]
            yield f"{place}: certainty: {certainty} is more than its claims allow ({most})"
    elif certainty == "not-graded" and claim_ids and "not-graded" not in words:
        yield f"{place}: certainty: every cited claim is graded, so the fact must be too"


def _concerns_mark_rows(catalogue: Catalogue) -> Iterator[str]:
    for concern in catalogue.concerns:
        place = f"content/en/concerns.toml: concern[{concern.id}]"
        marks = concern.id not in MARK_NO_ROW
        if marks and not concern.facts:
            yield f"{place}: facts: it must mark at least one row"
        if not marks and concern.facts:
            yield f"{place}: facts: this answer marks no row"


def _trade_offs_pull_apart(catalogue: Catalogue) -> Iterator[str]:
    rows = {concern.id: set(concern.facts) for concern in catalogue.concerns}
    for entry in catalogue.trade_offs:
        place = f"content/en/trade-offs.toml: trade-off[{entry.id}]"
        if entry.one in entry.others:
            yield f"{place}: others: {entry.one} cannot pull apart from itself"
        for concern in (entry.one, *entry.others):
            # A concern without rows is told by a check of its own; these two have none to tell.
            marked = rows.get(concern)
            if concern in MARK_NO_ROW or (marked and not marked & set(entry.facts)):
                yield f"{place}: facts: none of them is a row of {concern}"
        for claim in _known(catalogue, entry.claims):
            if claim.audited == "not-refound":
                yield f"{place}: claims: {claim.id} could not be seen again"


def _questions_hold(catalogue: Catalogue) -> Iterator[str]:
    file = "content/en/questions.toml"
    groups = {group.id for group in catalogue.groups}
    if len(catalogue.questions) < FEWEST_QUESTIONS:
        yield f"{file}: there must be at least {FEWEST_QUESTIONS} questions"
    first = catalogue.questions[:GENERAL_QUESTIONS]
    if not all(item.group == GENERAL_GROUP and item.when.always for item in first):
        yield f"{file}: the first three questions must be general and always asked"
    for question in catalogue.questions:
        place = f"{file}: question[{question.id}]"
        if question.group not in groups:
            yield f"{place}: group: {question.group} is not a group"
        if question.group == GENERAL_GROUP and question not in first:
            yield f"{place}: group: only the first three questions are general"
        when = question.when
        said = Answers(
            sheet_methods=when.methods[:1],
            scar_shapes=when.shapes[:1],
            downtime=when.downtime[0] if when.downtime else None,
            visits=when.visits[0] if when.visits else None,
            concerns=when.concerns[:1],
            health=when.health[:1],
        )
        if not applies(when, said):
            yield f"{place}: when: no answers can bring this question"
    used = {question.group for question in catalogue.questions}
    for group in catalogue.groups:
        if group.id not in used:
            yield f"{file}: group[{group.id}]: no question is in it"


def _printed_reasons_keep_quiet(catalogue: Catalogue) -> Iterator[str]:
    for question in catalogue.questions:
        for item_id in question.when.health:
            item = catalogue.health_by_id.get(item_id)
            if item is None or question.printed_why is None:
                continue
            telling = _telling_words(f"{item.label} {item.tell or ''}")
            repeated = sorted(telling & _telling_words(question.printed_why))
            if repeated:
                yield (
                    f"content/en/questions.toml: question[{question.id}]: printed-why: "
                    f"repeats the health item ({', '.join(repeated)})"
                )


_PLAIN_WORDS = frozenset(
    {
        "about",
        "after",
        "before",
        "doctor",
        "earlier",
        "easily",
        "other",
        "place",
        "recently",
        "something",
        "their",
        "there",
        "these",
        "treatment",
        "treatments",
        "using",
        "years",
    }
)


def _telling_words(text: str) -> set[str]:
    words = re.findall(r"[a-z]{5,}", text.casefold())
    return {word.removesuffix("s") for word in words if word not in _PLAIN_WORDS}


def _lengths(catalogue: Catalogue) -> Iterator[str]:
    for place, cell in cells(catalogue):
        for field, text, most in (
            ("short", cell.short, MOST_WORDS_SHORT),
            ("text", cell.text, MOST_WORDS_TEXT),
        ):
            count = len(text.split())
            if count > most:
                yield f"{place}: {field}: has {count} words; at most {most}"
    for entry in reader_texts(catalogue):
        if entry.key.startswith(("evidence.", "sources.")):
            continue
        if len(entry.text.split()) <= MOST_WORDS_SENTENCE:
            continue
        for sentence in re.split(r"(?<=[.?!])\s+", entry.text):
            count = len(sentence.split())
            if count > MOST_WORDS_SENTENCE:
                place = f"{_file_of(entry.key)}: {entry.key}"
                yield f"{place}: a sentence has {count} words; at most {MOST_WORDS_SENTENCE}"


def _small_lists(catalogue: Catalogue) -> Iterator[str]:
    if len(catalogue.tips) != 4:
        yield "content/en/tips.toml: tip: there are four tips"
    if not 5 <= len(catalogue.statements) <= 6:
        yield "content/en/quiz.toml: statement: there are five or six statements"
    if len({statement.answer for statement in catalogue.statements}) < 2:
        yield "content/en/quiz.toml: statement: some must be true and some false"


def _drawings_match(catalogue: Catalogue) -> Iterator[str]:
    wanted = [f"shape-{shape.id}" for shape in catalogue.shapes]
    wanted += [f"method-{method.id}" for method in catalogue.methods]
    wanted.append("sheet-outline")
    for name in wanted:
        if name not in catalogue.drawings:
            yield f"content/drawings/{name}.svg: is missing"
    for name, svg in catalogue.drawings.items():
        if name not in wanted:
            yield f"content/drawings/{name}.svg: belongs to no shape and no method"
        if not svg.lstrip().startswith("<svg"):
            yield f"content/drawings/{name}.svg: must start with <svg"
        if _LIVE_SVG.search(svg):
            yield f"content/drawings/{name}.svg: may not hold scripts, styles or links"


def _retired_lead_on(catalogue: Catalogue) -> Iterator[str]:
    for entry in catalogue.retired:
        place = f"content/retired.toml: retired[{entry.id}]"
        (key, *_) = KEYS_BY_KIND[entry.kind]
        current = catalogue.question_by_id if entry.kind == "question" else _choices(key)
        if entry.id in current:
            yield f"{place}: id: is still in use"
        if entry.to in ALONE:
            yield f"{place}: to: “{entry.to}” stands alone, so it cannot take the place of another"
        elif entry.to is not None and entry.to not in current:
            yield f"{place}: to: “{entry.to}” is not an id that is in use"


_LIVE_SVG = re.compile(
    r"<(script|style|foreignObject|image|use|a)\b|\bon\w+=|href=|url\(", re.IGNORECASE
)
"""What a drawing has no need of and what could reach out of it."""

_UNWANTED = (
    ("a straight quote", re.compile(r"[\"'`]")),
    ("two spaces in a row", re.compile(r"\S {2,}\S")),
    ("a space at an end", re.compile(r"^\s|\s$")),
    ("a mark of HTML", re.compile(r"</?[a-zA-Z]|&[a-z]+;")),
    ("a mark of Markdown", re.compile(r"\*\*|__|\]\(|^#+ ")),
)


def _prose_is_clean(catalogue: Catalogue) -> Iterator[str]:
    for entry in reader_texts(catalogue):
        if entry.key.startswith(("evidence.", "sources.")):
            continue
        for what, pattern in _UNWANTED:
            if pattern.search(entry.text):
                place = f"{_file_of(entry.key)}: {entry.key}"
                yield f"{place}: the text holds {what}: {entry.text[:60]}"


def _file_of(key: str) -> str:
    first, second = key.split(".")[:2]
    if first == "methods":
        return f"content/en/methods/{second}.toml"
    if first == "evidence":
        return "content/evidence"
    return f"content/{_FILES.get(first, f'en/{first}.toml')}"


_FILES = {
    "manifest": "manifest.toml",
    "report-card": "report-card.toml",
    "sources": "sources.toml",
    "retired": "retired.toml",
    "groups": "en/questions.toml",
    "beside": "en/tips.toml",
}
"""Files whose name is not the first word of a text's key."""


def _wording_is_agreed(catalogue: Catalogue) -> Iterator[str]:
    rules = {rule.id for rule in catalogue.word_rules}
    file = "content/wording.toml"
    named = [item.rule for item in catalogue.allowed_phrases]
    named += [item.rule for item in catalogue.word_exceptions if item.rule]
    for rule in named:
        if rule not in rules:
            yield f"{file}: {rule} is not a rule of this file"
    verdict = judge(catalogue, reader_texts(catalogue))
    for key, breach in verdict.breaches:
        place = f"{_file_of(key)}: {key}"
        yield f"{place}: “{breach.word}” is {breach.rule.name}: {breach.sentence[:60]}"
    for phrase in verdict.unused_phrases:
        yield f"{file}: allowed: “{phrase.phrase}” is not needed"
    for exception in verdict.unused_exceptions:
        yield f"{file}: exception: {exception.key} is not needed"


def _report_card_is_true(catalogue: Catalogue) -> Iterator[str]:
    file = "content/report-card.toml"
    given = {item.id: item.status for item in catalogue.report_card}
    for item_id in (*FULL, *IN_PART):
        if item_id not in given:
            yield f"{file}: {item_id}: is missing"
    for item_id, status in given.items():
        found = computed_status(catalogue, item_id)
        if found is not None and found != status:
            yield f"{file}: item[{item_id}]: status: is {found} by the content, not {status}"


CHECKS: tuple[Check, ...] = (
    _ids_once,
    _vocabulary_complete,
    _options_match_answers,
    _methods_complete,
    _citations_resolve,
    _what_must_cite_does,
    _figures_hold,
    _certainty_is_earned,
    _concerns_mark_rows,
    _trade_offs_pull_apart,
    _questions_hold,
    _printed_reasons_keep_quiet,
    _lengths,
    _small_lists,
    _drawings_match,
    _retired_lead_on,
    _prose_is_clean,
    _wording_is_agreed,
)
"""Every check of entries against each other, in the order in which problems are reported."""
