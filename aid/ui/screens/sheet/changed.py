"""What looks different on this screen when something changes that is printed."""

from __future__ import annotations

from typing import Final

from aid.ui.session import actions

PRINTED: Final[actions.Parts] = ("summary", "preview", "foot")
"""After a change that brings or takes no question."""
QUESTIONS: Final[actions.Parts] = ("questions", *PRINTED)
"""After a change on which the list of questions depends."""
METHODS: Final[actions.Parts] = ("methods", *QUESTIONS)
"""After a change of the methods to talk about."""
