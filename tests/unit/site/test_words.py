"""The words are those of the screens: all of them that need no answer, and no others."""

from __future__ import annotations

import re
from fnmatch import fnmatchcase

import pytest

from aid.catalogue.catalogue import Catalogue
from aid.catalogue.ids import METHOD_IDS
from aid.catalogue.text_index import reader_texts
from aid.formatting.citations import citation
from aid.site.build import build_site
from aid.tailoring.comparison import rows
from aid.views.direct import direct_view
from aid.views.elements import pieces
from aid.views.glance import glance_table
from aid.views.methods import method_account
from tests.unit.site.reading import Read, read

LEFT_OUT = {
    "pages.*": "headings of screens; each page here has its own",
    "concerns.*": "answers",
    "questionnaire.*": "questions and answers",
    "health.*.label": "answers",
    "health.*.fill-in": "to fill in on paper",
    "health-groups.*": "headings of answers",
    "ask-groups.*": "headings of answers",
    "shapes.*.you-said": "echo of an answer",
    "shapes.not-sure.*": "an answer",
    "questions.*.printed-why": "what the sheet prints in place of a private reason",
    "trade-offs.*": "shown for two concerns that a reader ticked",
    "quiz.*": "a game for the screens",
    "retired.*": "what an old answers file may hold",
    "glossary.*.also.*": "other forms of a word",
    "methods.*.part": "name of a bar in a chart",
    "sheet.*": "the sheet",
    "booklet.*": "the booklet",
    "sign-off.*": "a paper for a clinician",
    "interface.service.*": "the frame of the screens",
    "interface.relevance.*": "the list for ticked shapes",
    "interface.numbers.*": "part of texts with a count",
    "interface.units.*": "part of figures",
    "interface.start.*": "buttons, and how the questions work",
    "interface.methods.*": "lines that open on the screen",
    "interface.questionnaire.*": "questions",
    "interface.review.*": "answers",
    "interface.compare.*": "controls, and what depends on answers",
    "interface.direct.*": "said where a few methods are on show",
    "interface.quiz.*": "a game for the screens",
    "interface.download.*": "while a file is made of answers",
    "interface.sheet-page.*": "the sheet",
    "interface.keep.*": "answers",
    "interface.answers-file.*": "answers",
    "interface.privacy.*": "what happens to answers",
    "interface.weigh.support-lead": "comes before lines that only a running copy knows",
    "interface.statuses.described-not.*": "said of a pair with this status; today none has it",
    "interface.about.letters": "each page names its own letters",
    "interface.sources.*": "a search; here the sources stand by their letters",
    "interface.about.glossary-title": "the page has a heading of its own",
    "site.condition": "for search engines",
    "manifest.site-address": "where the booklet and the sheet send a reader",
}
"""Keys of texts that are not there, each with the reason."""


def left_out(key: str) -> bool:
    return any(fnmatchcase(key, pattern) for pattern in LEFT_OUT)


def said(text: str) -> re.Pattern[str]:
    """A pattern for a text, whatever fills its gaps."""
    return re.compile(".+?".join(map(re.escape, re.split(r"\{\w+\}", text))))


@pytest.fixture(scope="module")
def words(pages: dict[str, Read]) -> str:
    return "\n".join(page.words for page in pages.values())


@pytest.mark.slow
def test_every_text_of_the_screens_that_needs_no_answer_is_there(
    catalogue: Catalogue, words: str
) -> None:
    wanted = [text for text in reader_texts(catalogue) if not left_out(text.key)]
    missing = [text.key for text in wanted if not said(text.text).search(words)]
    assert len(wanted) > 4000
    assert not missing


def test_no_rule_leaves_out_what_sources_say(catalogue: Catalogue) -> None:
    """Each rule finds something, and facts, evidence, questions and reasons are never among it."""
    keys = {text.key for text in reader_texts(catalogue)}
    for pattern in LEFT_OUT:
        assert [key for key in keys if fnmatchcase(key, pattern)], pattern
    for start in ("facts.", "comparisons.", "sources.", "tips.", "beside.", "notes.", "findings."):
        assert not [key for key in keys if key.startswith(start) and left_out(key)]
    for start in ("groups.", "report-card.", "interface.certainty."):
        assert not [key for key in keys if key.startswith(start) and left_out(key)]
    methods = {
        key.rsplit(".", 1)[-1] for key in keys if key.startswith("methods.") and left_out(key)
    }
    assert methods == {"part"}


def test_a_method_is_told_as_on_the_screen(catalogue: Catalogue, pages: dict[str, Read]) -> None:
    for method in catalogue.methods:
        account = re.sub(
            r'<p><a href="./sources[^>]*>.*?</p>', "", method_account(catalogue, method)
        )
        wanted = read(account).words.strip().split("\n")
        here = pages[f"methods/{method.id}.html"].words.split("\n")
        assert len(wanted) > 3 * len(catalogue.facts)
        missing = [line for line in wanted if line not in here]
        assert not missing, method.id


def test_all_methods_are_told_as_on_compare(catalogue: Catalogue, pages: dict[str, Read]) -> None:
    laid_out = rows(catalogue, (), ())
    for screen, path in (
        (glance_table(catalogue, METHOD_IDS, laid_out, {}), "side-by-side.html"),
        (pieces(direct_view(catalogue, METHOD_IDS)), "direct-comparisons.html"),
    ):
        lines = read(screen).words.strip().split("\n")
        assert len(lines) > 60
        assert not set(lines) - set(pages[path].words.split("\n"))


OF_ANSWERS = (
    "you ticked",
    "you said",
    "you chose",
    "your answers",
    "my shapes",
    "your list",
    "tap a line",
)


def test_nothing_speaks_of_answers(catalogue: Catalogue, pages: dict[str, Read]) -> None:
    # About names the screens in the table of reading levels, and says what no answer does.
    about_them = {page.title for page in catalogue.pages} | set(catalogue.findings_for("about"))
    found = {
        (path, line)
        for path, page in pages.items()
        for line in page.words.split("\n")
        for words in OF_ANSWERS
        if words in line.lower() and line not in about_them
    }
    assert not found


@pytest.mark.slow
def test_every_word_is_in_the_content(translated: Catalogue) -> None:
    """In a language whose letters are all its own, a plain vowel was written in code."""
    loud = translated
    site = build_site(loud, booklets={"a4": b""})
    names = [*map(citation, loud.sources), loud.readability.made_with, loud.manifest.licence_url]
    names.append(loud.manifest.code_licence)
    known = map(re.escape, sorted(names, key=len, reverse=True))
    dates = r"\d{1,2} \w+ \d{4}"  # a library writes them
    untranslated = re.compile("|".join((*known, dates)))
    found = {
        (path, line)
        for path, data in site.items()
        if path.endswith(".html") and not path.startswith("sources/")
        for line in read(data).words.split("\n")
        if re.search("[aeiou]", untranslated.sub("", line))
    }
    assert not found
