"""Scar Options: a decision aid for people with depressed (atrophic) scars."""

__version__ = "0.1.0"
