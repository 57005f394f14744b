"""The words of each screen in the page itself, to be read before any script has run."""
