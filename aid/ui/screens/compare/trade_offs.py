"""Where two of the reader's concerns pull apart."""

from __future__ import annotations

from aid.tailoring.trade_offs import trade_offs
from aid.ui import runtime
from aid.ui.layout.html import html
from aid.ui.session import record
from aid.views.trade_offs import trade_offs_html


def show() -> None:
    """Draw the trade-offs between what matters to the reader, if there are any."""
    catalogue = runtime.catalogue()
    if pulling_apart := trade_offs(catalogue, record.answers().concerns):
        html(trade_offs_html(catalogue, pulling_apart))
