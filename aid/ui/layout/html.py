"""Puts finished HTML on the screen, as it is."""

from __future__ import annotations

from typing import Literal

import streamlit as st
from markupsafe import Markup


class _Finished(str):
    """HTML that Streamlit takes literally. Plain text it would search for indents, at some cost."""

    __slots__ = ()

    def _repr_html_(self) -> str:
        return str(self)


def html(markup: Markup, *, width: int | Literal["stretch"] = "stretch") -> None:
    """Draw HTML.

    Args:
        markup: Not empty.
        width: In pixels, or as wide as there is room.
    """
    st.html(_Finished(markup), width=width)
