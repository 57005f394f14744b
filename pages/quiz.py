"""Quiz: check what you know."""

from aid.ui.screens import quiz

quiz.show_statements()
quiz.show_way_back()
