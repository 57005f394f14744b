"""What sources say of a method and the scar shapes that were ticked, in a few words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from aid.catalogue.catalogue import Catalogue
from aid.catalogue.ids import NO_PROCEDURE, DentId
from aid.catalogue.methods import Method
from aid.formatting.locale import listed


def fit_word(catalogue: Catalogue, method: Method, dent: DentId) -> str:
    """The word for one method and one shape, such as "described"."""
    # Having no procedure is a choice, not something that a source describes for a shape.
    if method.id == NO_PROCEDURE:
        return catalogue.interface.relevance.always_word
    return catalogue.interface.statuses[method.shapes[dent].status].name


def fit_lines(catalogue: Catalogue, method: Method, dents: Iterable[DentId]) -> tuple[str, ...]:
    """A line for each shape, such as "Rolling: described."."""
    said = catalogue.interface.relevance.fit
    return tuple(
        said.format(shape=catalogue.shape_by_id[dent].name, word=fit_word(catalogue, method, dent))
        for dent in dents
    )


def fit_reasons(catalogue: Catalogue, method: Method, dents: Sequence[DentId]) -> tuple[str, ...]:
    """The line for each shape with its reason."""
    lines = fit_lines(catalogue, method, dents)
    return tuple(
        f"{line} {method.shapes[dent].reason}" for dent, line in zip(dents, lines, strict=True)
    )


def fit_summary(catalogue: Catalogue, method: Method, dents: Iterable[DentId]) -> str:
    """All shapes in a small space, those with one word together: "Boxcar, Rolling: described."."""
    names: dict[str, list[str]] = {}
    for dent in dents:
        names.setdefault(fit_word(catalogue, method, dent), []).append(
            catalogue.shape_by_id[dent].name
        )
    said = catalogue.interface.relevance.fit
    return " ".join(
        said.format(shape=listed(catalogue, shapes), word=word) for word, shapes in names.items()
    )
