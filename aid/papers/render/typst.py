"""Blocks as data for a Typst template. Every string becomes text there, never markup."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from typing import Any

from aid.papers.blocks import Typed
from aid.papers.typesetting.fonts import FONTS, TICK_BOX_FAMILY
from aid.papers.typesetting.letters import BREAK
from aid.papers.typesetting.sanitize import printable

_CAPITAL = re.compile(r"(?<=[a-z])(?=[A-Z])")


def template_data(data: Mapping[str, object], language: str, paper: str) -> bytes:
    """Make the JSON file that a template reads.

    Args:
        data: What is printed, as ``as_json`` returns it.
        language: The language of the printed words, such as ``en``.
        paper: The paper size as Typst names it.

    Returns:
        The JSON in ASCII, with the language, the paper and the fonts that every template needs.
    """
    common = {
        "lang": language,
        "paper": paper,
        "fonts": [font.family for font in FONTS],
        "tick-box-font": TICK_BOX_FAMILY,
    }
    return json.dumps({**data, **common}, ensure_ascii=True).encode()


def as_json(value: Any, text: Callable[[str], str] | None = None) -> Any:
    """Turn blocks into values that JSON can hold, with every text safe to typeset.

    Args:
        value: A block, a tuple of blocks, or what a block holds.
        text: How a text of ours is made safe; ``one_line`` unless it says otherwise.

    Returns:
        A block as a dictionary with its ``kind``, such as ``bullets``, and its fields, named with
        hyphens. What a reader typed as ``{"kind": "typed", "paragraphs": […]}``, each paragraph
        with its direction (``rtl``) and its ``lines``.
    """
    if isinstance(value, Typed):
        paragraphs = [
            {"rtl": part.right_to_left, "lines": list(part.lines)}
            for part in printable(value.text, FONTS).paragraphs
        ]
        return {"kind": "typed", "paragraphs": paragraphs}
    if is_dataclass(value):
        kind = _CAPITAL.sub("-", type(value).__name__).lower()
        held = {field.name.replace("_", "-"): getattr(value, field.name) for field in fields(value)}
        return {"kind": kind, **{name: as_json(part, text) for name, part in held.items()}}
    if isinstance(value, tuple):
        return [as_json(part, text) for part in value]
    return (text or one_line)(value) if isinstance(value, str) else value


def one_line(text: str) -> str:
    """A text of ours, safe to typeset, on one line."""
    return " ".join(printable(text, FONTS).lines)


def label(text: str) -> str:
    """A text on one line, without places to break: for what a screen reader says."""
    return one_line(text).replace(BREAK, "")
