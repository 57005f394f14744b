"""The same HTML is taken for styles alone as without the workaround; most of it is not searched."""

from __future__ import annotations

import pytest
from streamlit.elements import html

from aid.ui.server.workarounds import styles_alone

MAY_BE_STYLES = (
    "<style>p { color: red }</style>",
    " \n<STYLE media='print'>p {}</STYLE>\n<!-- and --> <style></style>",
    "<!-- one\nand\nmore -->",
    "<style>p {}</style><p>A text</p>",
    "<!-- said --> A text",
    "<style>never closed",
    " \n",
)
CANNOT_BE = ("<p>A text</p><style>p {}</style>", "A text", "<styl", "<table></table>")


def test_what_is_styles_alone_is_so_still_and_the_rest_is_not_searched(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    plain, searched = html._html_only_style_tags, []

    def counted(content: str) -> bool:
        searched.append(content)
        return plain(content)

    monkeypatch.setattr(html, "_html_only_style_tags", counted)
    styles_alone.mend()
    for content in (*MAY_BE_STYLES, *CANNOT_BE):
        assert html._html_only_style_tags(content) == plain(content), content
    assert searched == list(MAY_BE_STYLES)
