"""JSON Schemas of the content files, made from the models, for editors that check as one types."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from pydantic import TypeAdapter

from aid.catalogue.base import Entry
from aid.catalogue.evidence import Claim
from aid.catalogue.load import LIST_FILES, SINGLE_FILES
from aid.catalogue.methods import Method

SCHEMA_FOLDER = "schema"
"""Where the schemas stand, below the content folder."""


def content_schemas() -> Mapping[str, str]:
    """The schema of every kind of content file.

    Returns:
        The text of each schema by its file name, such as ``method.schema.json``.
    """
    schemas: dict[str, Any] = {
        "method": Method.model_json_schema(by_alias=True),
        "evidence": _listed({"claim": Claim}),
    }
    for name, kind in SINGLE_FILES.items():
        schemas[_stem(name)] = kind.model_json_schema(by_alias=True)
    for listing in LIST_FILES:
        schemas[_stem(listing.path)] = _listed(listing.entries)
    # A claim's topic is the name of its file, so the file itself has no such key.
    claim = schemas["evidence"]["$defs"]["Claim"]
    del claim["properties"]["topic"]
    claim["required"].remove("topic")
    return {
        f"{name}.schema.json": json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
        for name, schema in sorted(schemas.items())
    }


def _stem(path: str) -> str:
    return path.rsplit("/", 1)[-1].removesuffix(".toml")


def _listed(entries: Mapping[str, type[Entry]]) -> dict[str, Any]:
    definitions: dict[str, Any] = {}
    properties: dict[str, Any] = {}
    for key, kind in entries.items():
        schema = TypeAdapter(list[kind]).json_schema(by_alias=True)  # type: ignore[valid-type]
        definitions |= schema.pop("$defs", {})
        properties[key] = schema
    return {
        "type": "object",
        "properties": properties,
        "additionalProperties": False,
        "$defs": definitions,
    }
