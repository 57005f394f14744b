"""A small made-up catalogue for the tests of rules: a change of the real content breaks none."""
