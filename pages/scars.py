"""Step: the scars themselves."""

from aid.ui.screens.questionnaire import step

step.show_questions("scars")
step.show_back_and_continue("scars")
