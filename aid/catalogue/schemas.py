"""JSON Schemas of the content files, for editors that validate as you type."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from pydantic import TypeAdapter

from aid.catalogue.registry import SLOTS, Slot, lists_in

SCHEMA_FOLDER = "generated/schema"
"""Where the schemas are, below the content folder."""


def content_schemas() -> Mapping[str, str]:
    """The schema of every kind of content file.

    Returns:
        The text of each schema by its file name, such as ``methods.schema.json``.
    """
    schemas = {
        slot.file.name: _listed(lists_in(slot.file)) if slot.file.key else _one(slot)
        for slot in SLOTS
    }
    return {
        f"{name}.schema.json": json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
        for name, schema in sorted(schemas.items())
    }


def _one(slot: Slot) -> dict[str, Any]:
    return slot.kind.model_json_schema(by_alias=True)


def _listed(slots: tuple[Slot, ...]) -> dict[str, Any]:
    definitions: dict[str, Any] = {}
    properties: dict[str, Any] = {}
    for slot in slots:
        schema = TypeAdapter(tuple[slot.kind, ...]).json_schema(by_alias=True)  # type: ignore[name-defined]  # a class found at run time
        definitions |= schema.pop("$defs", {})
        properties[slot.file.key] = schema
    return {
        "type": "object",
        "properties": properties,
        "additionalProperties": False,
        "$defs": definitions,
    }
