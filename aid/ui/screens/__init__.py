"""One module for each screen; `step` serves the four steps of the questionnaire."""
