"""Blocks as a Word file: its styles, its pages, its paragraphs and how it is packed."""
