"""Review: all answers, each with a Change link."""

from aid.ui.screens import review

review.show_answers()
review.show_back_and_continue()
