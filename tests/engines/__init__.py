"""The journey in the engines of Firefox and of Safari; ``tests/browser`` has Chromium."""
