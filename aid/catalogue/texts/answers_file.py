"""Words for what is wrong with an answers file."""

from __future__ import annotations

from typing import Annotated

from aid.catalogue.base import Entry, Text
from aid.catalogue.gaps import gaps


class AnswersFileTexts(Entry):
    """What is wrong with an answers file: a sentence for each ``AnswerProblemKind``.

    ``at`` puts the place before a sentence: the key in the file.
    """

    at: Annotated[str, gaps("place", "problem")]
    too_large: Annotated[str, gaps("most")]
    damaged: Text
    foreign: Annotated[str, gaps("what")]
    newer: Annotated[str, gaps("what", "known")]
    key_twice: Annotated[str, gaps("what")]
    missing: Text
    unknown_key: Text
    not_text: Text
    not_a_list: Text
    not_an_object: Text
    unusable: Text
    unknown_choice: Annotated[str, gaps("what", "known")]
    unknown_question: Annotated[str, gaps("what")]
    too_long: Annotated[str, gaps("count", "most")]
    too_many: Annotated[str, gaps("count", "most")]
    choice_twice: Annotated[str, gaps("what")]
    exclusive: Annotated[str, gaps("what")]
    top_not_ticked: Annotated[str, gaps("what")]
    more: Annotated[str, gaps("count")]
