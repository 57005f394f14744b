"""The identity as a style sheet: the one thing that every page of ours shares."""

from __future__ import annotations

from pathlib import Path

IDENTITY = Path(__file__).with_name("identity.css")
"""Colours, letters, room and the mark. Screens and the reading edition both begin with it."""
