"""Review: all answers, each with a Change link."""

from aid.ui.screens import review

review.render()
