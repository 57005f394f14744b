"""The fields of the answers, grouped by what they hold and who fills them."""

from __future__ import annotations

from collections.abc import Mapping

from aid.answers.model import ORDERS, Answers, key_of
from aid.catalogue.ids import DOWNTIME_IDS, HOW_LONG_IDS, SHAPE_SOURCE_IDS, VISITS_IDS

SINGLE_CHOICES: Mapping[str, tuple[str, ...]] = {
    "shape_source": SHAPE_SOURCE_IDS,
    "how_long": HOW_LONG_IDS,
    "downtime": DOWNTIME_IDS,
    "visits": VISITS_IDS,
}
"""Fields that hold one answer, with every answer that they may hold."""

TICK_CHOICES: Mapping[str, tuple[str, ...]] = ORDERS
"""Fields that hold several answers, with every answer that they may hold, in order."""

QUESTIONNAIRE_FIELDS: tuple[str, ...] = (
    "scar_shapes",
    "shape_source",
    "causes",
    "body_places",
    "how_long",
    "downtime",
    "visits",
    "dates",
    "concerns",
    "top_concerns",
    "concern_words",
    "hopes",
    "health",
    "earlier_procedures",
)
"""Fields that the questionnaire asks for; the others are filled on Compare and on the sheet."""

FIELD_BY_KEY: dict[str, str] = {key_of(name): name for name in Answers.model_fields}
"""Field names by their key in the answers file, in the order of the file."""

TEXT_FIELDS: tuple[str, ...] = (
    "dates",
    "concern_words",
    "hopes",
    "earlier_procedures",
    "next_steps",
    "notes",
)
"""Fields that hold own words; each is capped at ``MOST_CHARACTERS``."""
