"""Blocks as HTML, plain text, Word and data for Typst: one renderer for each format."""
