"""Words of the studies that compared methods."""

from __future__ import annotations

from typing import Annotated

from aid.catalogue.base import Entry, Text
from aid.catalogue.gaps import gaps
from aid.catalogue.ids import ByChance, Difference


class DirectTexts(Entry):
    """Direct comparisons: what they are, the labels of their parts, and what closed lists mean.

    ``by_chance`` says how groups or sides were made, ``difference`` whether chance may explain what
    was found.
    """

    title: Text
    lead: Text
    apart: Text
    pair: Annotated[str, gaps("first", "second")]
    kinds: Annotated[str, gaps("name")]
    who: Annotated[str, gaps("text")]
    people: Annotated[str, gaps("count")]
    shapes: Annotated[str, gaps("names")]
    follow_up: Annotated[str, gaps("text")]
    groups: Annotated[str, gaps("text")]
    result: Annotated[str, gaps("text")]
    harms: Annotated[str, gaps("text")]
    not_shown: Text
    by_chance: dict[ByChance, Text]
    difference: dict[Difference, Text]
    at_once_title: Text
    never_title: Text
    never_lead: Text
    never: Annotated[str, gaps("name", "others")]
    all_compared: Text
    nothing: Text
    no_pair: Text
    grid_caption: Text
    grid_note: Text
    one_study: Text
    studies: Annotated[str, gaps("count")]
    study: Annotated[str, gaps("year")]
    study_undated: Text
    told_under: Annotated[str, gaps("study", "pair")]
