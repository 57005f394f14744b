"""Every fact has an icon that a style sheet can draw and that a screen reader passes over."""

from __future__ import annotations

import re
from urllib.parse import unquote

from aid.catalogue.catalogue import Catalogue
from aid.views.icons import fact_icon, icon_rules


def test_every_fact_has_an_icon_of_its_own(catalogue: Catalogue) -> None:
    assert len({fact.icon for fact in catalogue.facts}) == len(catalogue.facts)
    for fact in catalogue.facts:
        assert fact_icon(fact) == (
            f'<span class="icon icon-{fact.icon}" aria-hidden="true"></span>'
        )


def test_the_rules_hold_the_drawings_and_nothing_that_ends_a_rule_early(
    catalogue: Catalogue,
) -> None:
    found = re.findall(
        r'\.(icon-[a-z]+)\{--icon:url\("data:image/svg\+xml,([^"{}<>]+)"\)\}',
        rules := icon_rules(catalogue),
    )
    assert (
        "".join(f'.{name}{{--icon:url("data:image/svg+xml,{data}")}}' for name, data in found)
        == rules
    )
    assert [name for name, _ in found] == sorted(f"icon-{fact.icon}" for fact in catalogue.facts)
    for name, data in found:
        assert unquote(data) == catalogue.drawings[name]
