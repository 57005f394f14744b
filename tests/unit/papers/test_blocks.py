"""A wide table is split into tables that fit, and loses nothing."""

from __future__ import annotations

import pytest

from aid.papers.blocks import Row, Table, split_columns


@pytest.mark.parametrize(
    ("columns", "most", "sizes"),
    [(0, 8, []), (1, 8, [1]), (8, 8, [8]), (9, 8, [4, 5]), (12, 8, [6, 6]), (17, 8, [5, 6, 6])],
)
def test_a_wide_table_is_split_into_tables_of_about_as_many_columns(
    columns: int, most: int, sizes: list[int]
) -> None:
    names = tuple(f"method {at}" for at in range(columns))
    rows = tuple(Row(fact, tuple(f"{fact} {name}" for name in names), "!") for fact in "ab")
    tables = split_columns(Table("all", "All", ("Fact", *names), rows), most)
    assert [len(table.head) - 1 for table in tables] == sizes
    assert [name for table in tables for name in table.head[1:]] == list(names)
    for at, row in enumerate(rows if tables else ()):
        assert [cell for table in tables for cell in table.rows[at].cells] == list(row.cells)
        assert {table.rows[at].name for table in tables} == {row.name}
        assert all(table.rows[at].mark for table in tables)
    assert all(table.head[0] == "Fact" and table.caption == "All" for table in tables)
