"""Step: what matters."""

from aid.ui.screens.questionnaire import step

step.show_questions("priorities")
step.show_back_and_continue("priorities")
