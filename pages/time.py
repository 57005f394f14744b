"""Step: downtime, visits and dates."""

from aid.ui.screens.questionnaire import step

step.show_questions("time")
step.show_back_and_continue("time")
