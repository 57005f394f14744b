"""Attacks on a running server, and what its other readers feel of them.

The tests are short and run with all others. ``python -m tests.attack`` (``make attack``) goes on
for longer and prints what it measured. ``docs/security.md`` says what is defended, and how.
"""
