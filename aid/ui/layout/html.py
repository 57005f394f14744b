"""Puts finished HTML on the screen, as it is."""

from __future__ import annotations

from typing import Literal

import streamlit as st
from markupsafe import Markup


class _Finished:
    """HTML that Streamlit takes literally. Plain text it would search for indents, at some cost."""

    __slots__ = ("_html",)

    def __init__(self, html: str) -> None:
        self._html = html

    def _repr_html_(self) -> str:
        return self._html


def html(*parts: Markup, width: int | Literal["stretch"] = "stretch") -> None:
    """Draw HTML.

    Args:
        parts: What comes one after the other; not all of it empty.
        width: In pixels, or as wide as there is room.
    """
    st.html(_Finished("".join(parts)), width=width)
