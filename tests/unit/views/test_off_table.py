"""What is not in the table of the comparison, with reasons."""

from __future__ import annotations

from xml.etree import ElementTree

from aid.catalogue.catalogue import Catalogue
from aid.catalogue.ids import METHOD_IDS, NO_PROCEDURE
from aid.tailoring.relevance import relevance
from aid.views.off_table import off_table_html


def test_methods_with_one_reason_stand_together_and_none_is_lost(catalogue: Catalogue) -> None:
    html = off_table_html(catalogue, relevance(catalogue, ("raised",)), (NO_PROCEDURE,))
    (group,) = ElementTree.fromstring(f"<div>{html}</div>").findall("dl/div")  # noqa: S314
    names = [method.name for method in catalogue.methods if method.id != NO_PROCEDURE]
    assert [name.text for name in group.findall("dt")] == ["; ".join(names)]
    assert len(group.findall("dd")) == 1


def test_each_method_has_a_reason_where_reasons_differ(catalogue: Catalogue) -> None:
    shown = (METHOD_IDS[0], NO_PROCEDURE)
    html = off_table_html(catalogue, relevance(catalogue, ("ice-pick",)), shown, ("ice-pick",))
    groups = ElementTree.fromstring(f"<div>{html}</div>").findall("dl/div")  # noqa: S314
    assert len(groups) > 1
    names = [name for group in groups for name in (group.findtext("dt") or "").split("; ")]
    expected = [method.name for method in catalogue.methods if method.id not in shown]
    assert sorted(names) == sorted(expected)
    for group in groups:
        (why,) = group.findall("dd")
        assert "".join(why.itertext()).strip()
