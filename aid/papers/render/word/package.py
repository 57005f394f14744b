"""A Word file as a whole: what it says about itself, its footer, and how it is packed.

The same document gives the same bytes: nothing in the file depends on when or where it was made,
and it names no person.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from datetime import date, datetime, time
from typing import Final

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

_EARLIEST: Final = (1980, 1, 1, 0, 0, 0)
"""The earliest time that a zip file can state."""


def set_properties(
    document: Document, *, title: str, author: str, made_on: date, language_tag: str
) -> None:
    """State the title, the author, the date and the language of a document."""
    made_at = datetime.combine(made_on, time())
    properties = document.core_properties
    properties.title = title
    properties.author = properties.last_modified_by = author
    properties.language = language_tag
    properties.comments = properties.keywords = ""
    properties.created = properties.modified = made_at
    properties.revision = 1
    for language in document.styles.element.xpath("w:docDefaults//w:lang"):
        language.set(qn("w:val"), language_tag)
    for language in document.settings.element.xpath("w:themeFontLang"):
        language.set(qn("w:val"), language_tag)
    # The library's template brings a picture of an empty page.
    package = document.part.package
    for name, relation in list(package.rels.items()):
        if relation.reltype == RELATIONSHIP_TYPE.THUMBNAIL:
            package.rels.pop(name)


def write_footer(document: Document, sentences: Sequence[str], page_of: str) -> None:
    """Write what is at the foot of every page.

    Args:
        document: The document; its later sections take over the footer of the first.
        sentences: The text.
        page_of: The words for the number, with the gaps ``{page}`` and ``{pages}``.
    """
    first = document.sections[0].footer
    numbers = first.paragraphs[0]
    numbers.text = f"{' '.join(sentences)}\t"
    before, rest = page_of.split("{page}")
    between, after = rest.split("{pages}")
    numbers.add_run(before)
    _add_number(numbers, "PAGE")
    numbers.add_run(between)
    _add_number(numbers, "NUMPAGES")
    numbers.add_run(after)


def _add_number(paragraph: Paragraph, code: str) -> None:
    """A number that Word works out for itself."""
    for part, text in (("begin", ""), ("", code), ("separate", ""), ("shown", "1"), ("end", "")):
        run = paragraph.add_run()
        if part == "shown":
            run.text = text
        elif text:
            instruction = OxmlElement("w:instrText")
            instruction.text = text
            run._r.append(instruction)
        else:
            mark = OxmlElement("w:fldChar")
            mark.set(qn("w:fldCharType"), part)
            run._r.append(mark)


def packed(document: Document) -> bytes:
    """The file, without the time at which it was packed."""
    loose, reproducible = io.BytesIO(), io.BytesIO()
    document.save(loose)
    with zipfile.ZipFile(loose) as source, zipfile.ZipFile(reproducible, "w") as target:
        for name in source.namelist():
            entry = zipfile.ZipInfo(name, _EARLIEST)
            entry.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(entry, source.read(name))
    return reproducible.getvalue()
