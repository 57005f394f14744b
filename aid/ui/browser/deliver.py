"""Has a file made from the answers as they are in this run, and handed to the reader's browser.

Streamlit's own download button holds the file of the run before, so a text typed a moment before
the click would be missing (decision 0009). What is sent to the tab is the order, with answers only
where the file holds any; the tab asks any process of the server for the file. Nothing is stored at
an address.
"""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from aid.answers.file import copy_json
from aid.papers.files import FILES, FileId
from aid.ui import runtime
from aid.ui.browser.source import source
from aid.ui.server import addresses, file_routes
from aid.ui.server.files import Order
from aid.ui.session import actions, record
from aid.ui.session.record import Part

_component = st.components.v2.component(
    "deliver", css=source("deliver.css"), js=source("deliver.js")
)


def want(kind: FileId, part: Part) -> actions.Parts:
    """Have a file handed over when a part of the screen is drawn: the action of a button."""
    # The press is not known to a run that another action of the same message asked for.
    record.visit().wanted = kind
    return (part,)


def if_wanted(kind: FileId, hand_over: Callable[[], None]) -> None:
    """Hand over a file that the reader asked for; a run that is cut short leaves it to the next."""
    if record.visit().wanted == kind:
        hand_over()
        record.visit().wanted = None


def deliver(kind: FileId, name: str) -> None:
    """Start a download in the browser and leave a link to it.

    Args:
        kind: Which file.
        name: The name it gets.
    """
    catalogue = runtime.catalogue()
    words = catalogue.interface.download
    order = Order(
        answers=copy_json(record.answers()) if FILES[kind].holds_answers else "",
        paper=record.choices().paper,
        day=runtime.today(),
        language=catalogue.language,
    )
    _component(
        key=f"deliver-{kind}",
        data={
            "address": f"{addresses.base_path()}/{file_routes.FOLDER}/{kind}",
            "order": order.model_dump_json(),
            "name": name,
            "making": words.making,
            "again": words.again,
            "failed": words.failed,
            "token": str(record.next_delivery()),
        },
    )
