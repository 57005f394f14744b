"""The discussion sheet."""
