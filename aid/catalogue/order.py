"""The order of entries, where that of the files has no meaning."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeVar

from aid.catalogue.catalogue import HasId
from aid.catalogue.ids import NO_PROCEDURE
from aid.catalogue.methods import Fact, Method
from aid.catalogue.pages import PageText
from aid.catalogue.questionnaire import QuestionnaireItem, Shape

_Id = TypeVar("_Id", bound=str)
_Value = TypeVar("_Value")


def by_step(
    asks: tuple[QuestionnaireItem, ...], pages: tuple[PageText, ...]
) -> tuple[QuestionnaireItem, ...]:
    """Put the questions of the questionnaire in the order of their steps, within each as given."""
    steps = [page.id for page in pages]
    return tuple(sorted(asks, key=lambda ask: steps.index(ask.step) if ask.step in steps else 0))


def stated_order(
    methods: tuple[Method, ...], facts: tuple[Fact, ...], shapes: tuple[Shape, ...]
) -> tuple[Method, ...]:
    """Put methods in the stated order: by display name from A to Z, no procedure last.

    The facts and shapes of each method are put in the order of ``facts`` and ``shapes``: their
    order in the file of a method has no meaning.
    """
    by_name = sorted(
        methods, key=lambda method: (method.id == NO_PROCEDURE, method.name.casefold())
    )
    return tuple(
        method.model_copy(
            update={
                "facts": _in_order(method.facts, facts),
                "shapes": _in_order(method.shapes, shapes),
            }
        )
        for method in by_name
    )


def _in_order(values: Mapping[_Id, _Value], entries: Iterable[HasId]) -> dict[_Id, _Value]:
    positions = {entry.id: position for position, entry in enumerate(entries)}
    return dict(sorted(values.items(), key=lambda item: positions.get(item[0], len(positions))))
