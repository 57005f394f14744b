"""The JSON file that answers are kept in: how it is written, read and described."""

from __future__ import annotations

import codecs
import json
from collections import Counter
from collections.abc import Collection
from typing import Any, Literal, NamedTuple, cast

from pydantic import BaseModel, ConfigDict, ValidationError

from aid.answers.model import Answers
from aid.answers.problems import first_problems, problems_in, shown
from aid.answers.retired import settle_retired
from aid.catalogue.answer_fields import answer_key
from aid.catalogue.retired import RetiredId
from aid.errors import AnswerProblem, AnswersError

FORMAT: Literal["scar-options-answers"] = "scar-options-answers"
VERSION: Literal[1] = 1
MOST_BYTES = 256 * 1024

_ENCODINGS = (
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark is the beginning of this one
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
"""What an editor may save a file in, by the mark at its beginning; any other file is UTF-8."""


class AnswersFile(BaseModel):
    """The file that answers are kept in."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", strict=True, alias_generator=answer_key, populate_by_name=True
    )

    format: Literal["scar-options-answers"]
    version: Literal[1]
    content_version: str | None = None
    answers: Answers = Answers()


class Kept(NamedTuple):
    """Answers read back from where they were kept.

    Attributes:
        answers: What could be used.
        retired: Retired ids that were met and mapped or left out, in the order of the table.
        left_out: Keys of answers of which some or all could not be used, retired ids aside, in the
            order of the file; an unknown key is among them.
    """

    answers: Answers
    retired: tuple[RetiredId, ...] = ()
    left_out: tuple[str, ...] = ()


def load_answers(
    data: bytes, known_questions: Collection[str], retired: Collection[RetiredId]
) -> Kept:
    """Read an answers file, all of which must be sound.

    Args:
        data: The bytes of the file.
        known_questions: Ids that ``kept-questions`` may name.
        retired: Ids that the content has retired; they are mapped or left out, never refused.

    Returns:
        The answers in it, with the retired ids that were met.

    Raises:
        AnswersError: The file is too large, not JSON, foreign or of a newer version, or holds an
            unknown id, a wrong type or a broken rule.
    """
    content = file_content(data)
    met: tuple[RetiredId, ...] = ()
    if isinstance(content.get("answers"), dict):
        content["answers"], met = settle_retired(content["answers"], retired)
    try:
        # By the file's own keys only: names of fields are not keys.
        answers = AnswersFile.model_validate(content, by_alias=True, by_name=False).answers
    except ValidationError as error:
        raise AnswersError(first_problems(problems_in(error))) from None
    unknown = [item for item in answers.kept_questions or () if item not in known_questions]
    if unknown:
        raise AnswersError(
            first_problems(
                AnswerProblem("unknown_question", ("answers", "kept-questions"), what=shown(item))
                for item in unknown
            )
        )
    return Kept(answers, met)


def file_content(data: bytes) -> dict[str, Any]:
    """Read what is in an answers file, of which no more is known than that it is one.

    Args:
        data: The bytes of the file, in UTF-8 or in what the mark at their beginning says.

    Raises:
        AnswersError: The file is too large, not JSON, foreign or of a newer version.
    """
    if len(data) > MOST_BYTES:
        raise AnswersError((AnswerProblem("too_large", most=MOST_BYTES),))
    encoding = next((name for mark, name in _ENCODINGS if data.startswith(mark)), "utf-8-sig")
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        raise AnswersError((AnswerProblem("damaged"),)) from None
    return content_of(text)


def content_of(text: str) -> dict[str, Any]:
    """Read what is in the text of an answers file; raise ``AnswersError`` as ``file_content``."""
    try:
        content = json.loads(text, object_pairs_hook=each_key_once)
    except (ValueError, RecursionError):
        raise AnswersError((AnswerProblem("damaged"),)) from None
    refuse_foreign(content)
    return cast("dict[str, Any]", content)


def each_key_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Build a JSON object; raise ``AnswersError`` for a repeated key."""
    twice = [key for key, times in Counter(key for key, _ in pairs).items() if times > 1]
    if twice:
        problems = (AnswerProblem("key_twice", what=shown(key)) for key in twice)
        raise AnswersError(first_problems(problems))
    return dict(pairs)


def refuse_foreign(content: object) -> None:
    """Raise ``AnswersError`` for what is not an answers file, or one of a newer version."""
    if not isinstance(content, dict) or content.get("format") != FORMAT:
        raise AnswersError((AnswerProblem("foreign", what=FORMAT),))
    version, known = content.get("version"), (str(VERSION),)
    if isinstance(version, int) and version > VERSION:
        raise AnswersError((AnswerProblem("newer", what=shown(version), known=known),))
    # True is 1 to Python, but not to a file.
    if "version" in content and (version is True or version != VERSION):
        what = shown(json.dumps(version, ensure_ascii=False))
        raise AnswersError((AnswerProblem("unknown_choice", ("version",), what, known),))


def answers_json(answers: Answers, content_version: str) -> str:
    """Write answers as the text of an answers file: every key, always in the same order.

    Args:
        answers: What to keep.
        content_version: Version of the content that the reader saw.
    """
    file = AnswersFile(
        format=FORMAT, version=VERSION, content_version=content_version, answers=answers
    )
    return (
        json.dumps(file.model_dump(mode="json", by_alias=True), ensure_ascii=False, indent=2) + "\n"
    )


def copy_json(answers: Answers) -> str:
    """Write answers as short as an answers file can be: only what was answered, on one line.

    Returns:
        The text, or an empty one where nothing was answered.
    """
    given = answers.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    if not given:
        return ""
    file = {"format": FORMAT, "version": VERSION, "answers": given}
    return json.dumps(file, ensure_ascii=False, separators=(",", ":"))


def answers_schema() -> dict[str, Any]:
    """The JSON Schema of an answers file."""
    return AnswersFile.model_json_schema(by_alias=True)
