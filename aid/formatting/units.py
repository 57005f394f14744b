"""The closed list of units: which are spans of time, and how spans convert.

Nothing but spans of time is ever converted. A month is a twelfth of a year of 365.25 days.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from aid.catalogue.ids import Unit

_DAY_MINUTES = 24 * 60.0
_YEAR_MINUTES = 365.25 * _DAY_MINUTES

MINUTES_IN: Mapping[Unit, float] = MappingProxyType(
    {
        "minutes": 1.0,
        "hours": 60.0,
        "days": _DAY_MINUTES,
        "weeks": 7 * _DAY_MINUTES,
        "months": _YEAR_MINUTES / 12,
        "years": _YEAR_MINUTES,
    }
)
"""Minutes in each span of time. A unit that is not here is not a span of time."""


def convert(value: float, unit: Unit, into: Unit) -> float | None:
    """Express ``value`` in another unit.

    Args:
        value: A number of ``unit``.
        unit: The unit it is given in.
        into: The unit wanted.

    Returns:
        The same amount in ``into``; ``None`` where the two cannot be converted, which is every
        pair of different units that are not both spans of time.
    """
    if unit == into:
        return value
    if unit in MINUTES_IN and into in MINUTES_IN:
        return value * MINUTES_IN[unit] / MINUTES_IN[into]
    return None
