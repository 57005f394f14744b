"""Step: what a doctor will want to know."""

from aid.ui.screens.questionnaire import step

step.show_questions("health")
step.show_back_and_continue("health")
