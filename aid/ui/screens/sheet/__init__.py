"""The sections of the screen on which a reader puts the sheet together."""
