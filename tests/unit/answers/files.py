"""Answers files that tests read, and what is said of those that cannot be used."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from functools import cache

import pytest

from aid.answers.file import load_answers
from aid.answers.model import Answers
from aid.answers.problems import MOST_NAMED, sentences
from aid.catalogue.answer_fields import ANSWERS
from aid.catalogue.catalogue import Catalogue
from aid.catalogue.ids import CONCERN_IDS, EXCLUSIVE
from aid.catalogue.load import load_catalogue
from aid.catalogue.retired import RetiredId
from aid.errors import AnswerProblem, AnswersError

KNOWN = ("what-are-my-options", "cost-in-all", "my-age")
FRAME = {"format": "scar-options-answers", "version": 1}
RETIRED = (
    RetiredId(id="pitted", kind="shape", name="Pitted scars", to=("ice-pick",)),
    RetiredId(id="crater", kind="shape", name="Crater scars"),
    RetiredId(id="dermaroller", kind="method", name="Dermaroller", to=("microneedling",)),
    RetiredId(id="cryo", kind="method", name="Freezing"),
    RetiredId(id="swelling", kind="concern", name="Swelling"),
    RetiredId(id="a-week", kind="downtime", name="A week", to=("up-to-7-days",)),
    RetiredId(id="ill", kind="health", name="Ill", to=("diabetes", "immune-illness")),
    RetiredId(id="how-much", kind="question", name="How much?", to=("cost-in-all",)),
)
"""Ids of an older aid: some with another in their place, some without."""

OWN_WORDS = [field.name for field in ANSWERS.values() if field.kind == "text"]
REAL_CONCERNS = [item for item in CONCERN_IDS if item not in EXCLUSIVE]


@cache
def _catalogue() -> Catalogue:
    return load_catalogue()


def parse(data: bytes) -> Answers:
    return load_answers(data, KNOWN, ()).answers


def file_of(answers: object, **frame: object) -> bytes:
    """The bytes of a file that holds these answers."""
    return json.dumps({**FRAME, **frame, "answers": answers}).encode()


def problems_of(data: bytes) -> tuple[str, ...]:
    """Why a file cannot be used, with the keys of the file: plain sentences, one line each."""
    with pytest.raises(AnswersError) as caught:
        parse(data)
    return plain(caught.value.problems)


def plain(problems: Sequence[AnswerProblem]) -> tuple[str, ...]:
    """The sentences with the keys of the file."""
    said = sentences(_catalogue(), problems)
    assert 0 < len(said) <= MOST_NAMED + 1
    assert sum(map(len, said)) < 20_000
    for sentence in said:
        assert sentence.isprintable(), sentence
        assert sentence.endswith("."), sentence
        assert len(sentence) < 600, sentence
        assert not re.search(r"Traceback|Error\b|pydantic|literal\[|type=", sentence), sentence
    return said
