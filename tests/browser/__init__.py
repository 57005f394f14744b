"""Tests that open the running app in a browser."""
