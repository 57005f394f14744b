"""Typesetting: Typst, fonts, form fields, characters that can be drawn."""
