"""The words of screens and papers: one field for each text that code asks for."""
