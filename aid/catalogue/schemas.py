"""JSON Schemas of the content files, for editors that validate as you type."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from pydantic import TypeAdapter

from aid.catalogue.registry import SLOTS, Slot, lists_in

SCHEMA_FOLDER = "generated/schema"
"""Where the schemas are, below the content folder."""


_ONLY_LISTS: Mapping[str, Any] = {
    "type": "object",
    "properties": {},
    "additionalProperties": False,
    "$defs": {},
}


def content_schemas() -> Mapping[str, str]:
    """The schema of every kind of content file.

    Returns:
        The text of each schema by its file name, such as ``methods.schema.json``.
    """
    schemas = {slot.file.name: _of(lists_in(slot.file)) for slot in SLOTS}
    return {
        f"{name}.schema.json": json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
        for name, schema in sorted(schemas.items())
    }


def _of(slots: tuple[Slot, ...]) -> dict[str, Any]:
    """The schema of a file: of the entry that it is, if it is one, with the lists in it."""
    whole = [slot for slot in slots if not slot.file.key]
    schema = whole[0].kind.model_json_schema(by_alias=True) if whole else dict(_ONLY_LISTS)
    for slot in slots:
        if slot.file.key:
            listed = TypeAdapter(tuple[slot.kind, ...]).json_schema(by_alias=True)  # type: ignore[name-defined]  # a class found at run time
            schema["$defs"] = schema.get("$defs", {}) | listed.pop("$defs", {})
            schema["properties"] = schema["properties"] | {slot.file.key: listed}
    return schema
