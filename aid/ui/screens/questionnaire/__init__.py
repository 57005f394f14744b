"""The questions, step by step."""
