"""Quiz: check what you know."""

from aid.ui.screens import quiz

quiz.render()
