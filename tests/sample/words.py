"""Words for the sample: each text is its own dotted key, followed by its gaps."""

from __future__ import annotations

from typing import Annotated, Any, Literal, get_args, get_origin

from annotated_types import MinLen
from pydantic import BaseModel

from aid.catalogue.gaps import Gaps


def words_for(kind: type[BaseModel], key: str) -> dict[str, Any]:
    """Fill every text of a class, as a file of the content would.

    Args:
        kind: The class of texts.
        key: Dotted key of the whole; the key of each text begins with it.
    """
    filled = {}
    for info in kind.model_fields.values():
        name = str(info.alias)
        value = _value(info.annotation, tuple(info.metadata), f"{key}.{name}")
        if value is not None:
            filled[name] = value
    return filled


def _value(annotation: Any, metadata: tuple[object, ...], key: str) -> Any:
    """The value for one annotation, ``None`` for what holds no words and has a default."""
    origin, parts = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _value(parts[0], (*parts[1:], *metadata), key)
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return words_for(annotation, key)
    if origin is tuple:
        length = max([part.min_length for part in metadata if isinstance(part, MinLen)], default=1)
        return [_value(parts[0], (), f"{key}.{number + 1}") for number in range(length)]
    if origin is dict:
        ids = get_args(parts[0]) if get_origin(parts[0]) is Literal else ("sample",)
        return {name: _value(parts[1], (), f"{key}.{name}") for name in ids}
    return _text(metadata, key) if annotation is str else None


def _text(metadata: tuple[object, ...], key: str) -> str:
    checks = [getattr(part, "func", None) for part in metadata]
    gaps = {gap for check in checks if isinstance(check, Gaps) for gap in check.gaps}
    return " ".join([key, *(f"{{{gap}}}" for gap in sorted(gaps))])
