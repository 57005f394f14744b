"""The reading edition: all that can be read without answers, as plain HTML pages in a folder."""
