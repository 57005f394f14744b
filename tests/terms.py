"""HTML as it is without the words explained in it, for tests that look at something else."""

from __future__ import annotations

import re


def without_terms(html: str) -> str:
    """The same HTML with each word to tap as plain text, and without what the words mean."""
    html = re.sub(r'<button [^>]*class="term".*?>(.*?)</button>', r"\1", html)
    html = re.sub(r'<span class="kept-together">(.*?)</span>', r"\1", html)
    html = re.sub(r'<p class="note named">.*?</p>', "", html)
    return re.sub(r'<div class="meanings">.*?</h2>(<div class="meaning".*?</div>)*</div>', "", html)
