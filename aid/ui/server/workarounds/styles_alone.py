"""All HTML is searched twice, from end to end, to see whether it is styles and nothing else.

Fault: styles alone take no room on the page, so Streamlit takes styles and comments out and looks
if anything is left. HTML that begins with something else is not styles alone; on a large table the
search costs as much as drawing it.
Seen in: Streamlit 1.67.0.
Upstream: none found.
Test: tests/unit/ui/server/test_styles_alone.py.
Delete when: what HTML begins with is looked at first.
"""

from __future__ import annotations

import re
from typing import Final

from streamlit.elements import html

_MAY_BE_STYLES: Final = re.compile(r"\s*(?:<style|<!--|\Z)", re.IGNORECASE)


def mend() -> None:
    """Look at what HTML begins with first."""
    plain = html._html_only_style_tags

    def only_styles(html_content: str) -> bool:
        return _MAY_BE_STYLES.match(html_content) is not None and plain(html_content)

    html._html_only_style_tags = only_styles
