"""The sample catalogue, made by the same code as the real one."""

from __future__ import annotations

from pathlib import Path

from aid.catalogue.catalogue import Catalogue
from aid.catalogue.files import Raw
from aid.catalogue.ids import UNITS
from aid.catalogue.load import build_catalogue, read_files
from aid.catalogue.registry import SLOTS
from tests.sample.words import words_for

SAMPLE_FOLDER = Path(__file__).parent / "content"
"""The entries, written by hand; a list that has no file there is empty. The files that hold only
words are filled by ``words_for``."""

WORD_FILES = ("interface", "sheet", "booklet", "sign_off", "site")
"""Fields of the catalogue that hold only words."""


def sample_files() -> Raw:
    """The sample as parsed files."""
    words = {
        slot.file.of("en"): words_for(slot.kind, slot.file.text_key)
        for slot in SLOTS
        if slot.field in WORD_FILES
    }
    # English tells one from many, which no type says.
    words["en/interface.toml"]["units"] = {
        unit: [f"interface.units.{unit}.one", f"interface.units.{unit}.many"] for unit in UNITS
    }
    empty: Raw = {
        slot.file.of("en"): {} for slot in SLOTS if slot.file.key and not slot.file.is_folder
    }
    return empty | read_files(SAMPLE_FOLDER) | words


def sample_catalogue() -> Catalogue:
    """Two methods and "no procedure for now", three facts, four questions, two of most else."""
    return build_catalogue(sample_files())
