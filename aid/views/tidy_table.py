"""The table behind the comparison, one row for each method and fact, for a download."""

from __future__ import annotations

import pandas as pd

from aid.catalogue.catalogue import Catalogue


def tidy_table(catalogue: Catalogue) -> pd.DataFrame:
    """All cells in tidy form: content alone, nothing about a reader.

    Returns:
        One row for each method and fact, methods in the stated order and facts in row order, with
        the columns method, fact, low, high, unit, short, text, certainty and sources; low and high
        are missing where no good figure was found.
    """
    words = catalogue.interface.compare
    return pd.DataFrame(
        [
            {
                words.csv_method: method.name,
                words.csv_fact: fact.name,
                words.csv_low: content.figures.low if content.figures else None,
                words.csv_high: content.figures.high if content.figures else None,
                words.csv_unit: (
                    catalogue.interface.units[content.figures.unit][-1] if content.figures else ""
                ),
                words.csv_short: content.short,
                words.csv_text: content.text,
                words.csv_certainty: catalogue.interface.certainty[content.certainty].name,
                words.csv_sources: " ".join(
                    catalogue.cell_sources(content.claims, content.sources)
                ),
            }
            for method in catalogue.methods
            for fact in catalogue.facts
            for content in (method.facts[fact.id],)
        ]
    )


def table_csv(catalogue: Catalogue) -> bytes:
    """The tidy table as CSV, with a byte-order mark so that spreadsheets read its letters right."""
    return tidy_table(catalogue).to_csv(index=False).encode("utf-8-sig")
