"""What the screens, the style sheet and the scripts of the tab call by the same name.

A container or widget with a key gets the class ``st-key-`` and that key, with a dash for each
character that is none in a class. The tests hold this table against the code, the CSS and the
JavaScript, so that a name which changes in one of them is noticed.
"""

from __future__ import annotations

from typing import Final

KEYS: Final[dict[str, str]] = {
    "menu": "The header: made a navigation, with the current page marked.",
    "finish": "On a shared device, what clears everything: above the end of the header.",
    "redraw": "The button that nobody sees; pressed by the page when a lost connection is back.",
    "steps": "Back and Continue: a row of two on a phone.",
    "to-sheet": "Only on Compare, which is as wide as the window.",
    "large-type": "The button that opens and closes that; Escape presses it.",
    "sheet-large": "Page 1 in large type, over everything else.",
    "group-": "Any container that is a named group; its name is its first .group-label.",
    "summary": "What will be printed: a card.",
    "group-printed-": "A part of it, with its Change link.",
    "asked-": "A question on the sheet: its tick, and why it is asked.",
    "group-questions": "The questions for the doctor.",
    "group-kept-": "A question while the order is changed: keeps the focus when it moves.",
    "order": "The way into that and back.",
    "group-take": "The buttons of the download: in view on a screen that is high enough.",
    "group-scar-shapes": "The scar shapes: cards, two in a row on a phone.",
    "group-review-": "An answer on the review: close together.",
    "shape-": "A scar shape: drawing, tick and words.",
    "method-cards": "The methods: cards, two in a row on a phone and four on a wide screen.",
    "method-card-": "A method: drawing, link and summary; the link covers the card.",
    "search": "The search of Sources: its fields, two in a row where there is room.",
    "ask-concerns-": "The tick of a concern.",
    "ask-top-concerns-": "Whether a concern matters most: below its tick, seen once it is ticked.",
    "notices": "What a reader is told at the top; nothing takes no room.",
    "view-list": "The choice of the list on Compare: one row, close to the table.",
    "view-table": "The choice of the view on Compare: the same.",
}
"""Keys of containers and widgets, or how they begin, and what depends on them."""

IDS: Final[dict[str, str]] = {
    "sheet-download": "The heading over the download of the sheet.",
}
"""Ids of places in the page."""

CLASSES: Final[dict[str, str]] = {
    "group-label": "The words that name a group.",
    "aid": "The footer: while it is there, the screen has been drawn to its end.",
    "the-line": "Word of a lost connection, made by the page itself.",
}
"""Classes that the scripts of the tab look for or make."""

STORED: Final[dict[str, str]] = {
    "scar-options-answers": "The answers.",
    "scar-options-words": "The words of a box that was not left yet.",
    "scar-options-presses": "Presses that no run has carried out yet, over a reload of our own.",
    "scar-options-loaded-again": "When a page loaded itself again because a script was missing.",
}
"""What the tab keeps in its session storage; on a shared device at most the last."""
