"""What every content entry shares: frozen, strict, closed, with hyphens in its keys."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

from aid.catalogue.gaps import gaps

Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60)]


Text = Annotated[
    str, StringConstraints(min_length=1, strip_whitespace=False, pattern=r"\S"), gaps()
]
"""Words for a reader. It has no gaps but those of counts."""


NonEmpty = Annotated[str, StringConstraints(min_length=1, strip_whitespace=False, pattern=r"\S")]
"""Words that are no sentence for a reader: names, and what only editors and reviewers read."""


TRANSLATED = "translated"
"""In an annotation: words that become part of a sentence, so each language has its own."""


UNTRANSLATED = "untranslated"
"""In an annotation: a text that is the same in every language, such as the title of a work."""


Number = Annotated[float, Field(ge=0, allow_inf_nan=False)]


SignedNumber = Annotated[float, Field(allow_inf_nan=False)]


Count = Annotated[int, Field(ge=0)]


def _key(name: str) -> str:
    return name.replace("_", "-")


class Entry(BaseModel):
    """A piece of content: immutable, closed, no type turned into another, keys with hyphens."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", strict=True, alias_generator=_key, populate_by_name=True
    )

    @model_validator(mode="before")
    @classmethod
    def _lists_as_tuples(cls, value: object) -> object:
        # TOML has lists but no tuples, and an entry must not change.
        if not isinstance(value, dict):
            return value
        return _as_tuple(value)


def _as_tuple(part: object) -> object:
    if isinstance(part, dict):
        return {key: _as_tuple(value) for key, value in part.items()}
    return tuple(map(_as_tuple, part)) if isinstance(part, list) else part
