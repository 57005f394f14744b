"""What a list of ticks becomes after a click: order, a maximum, exclusive answers."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from aid.catalogue.ids import EXCLUSIVE


def in_order_of_choice(before: Sequence[str], picked: Sequence[str]) -> tuple[str, ...]:
    """Earlier ticks first, in the order in which they were made; then the new ones."""
    return (
        *(item for item in before if item in picked),
        *(item for item in picked if item not in before),
    )


def are_too_many(picked: Collection[str], at_most: int | None) -> bool:
    """Whether there are more ticks than a question allows; ``None`` allows any number."""
    return at_most is not None and len(picked) > at_most


def settle_exclusive(before: Sequence[str], picked: Sequence[str]) -> tuple[str, ...]:
    """Settle a list of ticks in which some answers are exclusive.

    Args:
        before: The ticks before the reader's last click.
        picked: The ticks after it.

    Returns:
        Just the new answer if it is exclusive; otherwise ``picked`` without exclusive answers.
    """
    new_exclusive = [item for item in picked if item in EXCLUSIVE and item not in before]
    if new_exclusive:
        return (new_exclusive[-1],)
    others = tuple(item for item in picked if item not in EXCLUSIVE)
    return others or tuple(picked[:1])
