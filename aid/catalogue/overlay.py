"""Another language: the files of the first one, with their words replaced by its own.

The first language's files hold figures, ids, conditions, certainty and claims beside its words. The
folder of another language holds files of the same names with the same keys, but texts alone, so no
fact exists twice. Entries are found by their ids; entries without one by their place in the list.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from aid.catalogue.base import TRANSLATED, UNTRANSLATED, Entry
from aid.catalogue.editorial import Manifest
from aid.catalogue.files import LANGUAGE, Raw
from aid.catalogue.gaps import is_prose
from aid.catalogue.registry import SLOT_BY_KIND, SLOTS
from aid.errors import Problem

_MANIFEST = SLOT_BY_KIND[Manifest].file.path

Path = tuple[str, ...]
Words = Mapping[Path, str | list[str]]
"""Texts by their keys in a file."""


def languages(raw: Raw) -> tuple[str, ...]:
    """The languages that the manifest lists; the first one alone where it lists none."""
    listed = raw.get(_MANIFEST, {}).get("languages")
    return (LANGUAGE, *listed) if isinstance(listed, dict) else (LANGUAGE,)


def in_language(raw: Raw, language: str) -> tuple[Raw, list[Problem]]:
    """Take the files of one language, as complete as those of the first.

    Args:
        raw: All parsed files.
        language: The language, by the name of its folder.

    Returns:
        The files of the language and those for all, without those of other languages; and what is
        wrong with its words: texts that are missing, and what is not a text of the first language.
    """
    if language not in languages(raw):
        return {}, [Problem(_MANIFEST, "languages", f"does not list {language}")]
    others = tuple(f"{other}/" for other in languages(raw) if other not in (LANGUAGE, language))
    files = {name: content for name, content in raw.items() if not name.startswith(others)}
    if language == LANGUAGE:
        return files, []
    folder = f"{language}/"
    words = {name: files.pop(name) for name in raw if name.startswith(folder)}
    problems: list[Problem] = []
    found: Raw = {}
    for name, content in files.items():
        own = f"{folder}{name.removeprefix(f'{LANGUAGE}/')}"
        texts = texts_of(name, content)
        if texts and own not in words:
            problems.append(Problem(own, "", "the file is missing"))
        given = dict(_leaves(words.pop(own))) if texts and own in words else {}
        problems += _differences(own, texts, given)
        found[own if name.startswith(f"{LANGUAGE}/") else name] = _replaced(content, given)
    problems += [Problem(name, "", "the aid does not know this file") for name in words]
    return found, problems


def _differences(file: str, texts: Words, given: Words) -> Iterator[Problem]:
    for path in texts if given else ():
        if path not in given:
            yield Problem(file, ".".join(path), "the text is missing")
    for path, text in given.items():
        if path not in texts:
            said = f"is not a text of {LANGUAGE}: only words are translated"
            yield Problem(file, ".".join(path), said)
        elif type(text) is not type(texts[path]):
            yield Problem(file, ".".join(path), f"must be of the same kind as in {LANGUAGE}")


def _leaves(value: Any, path: Path = ()) -> Iterator[tuple[Path, Any]]:
    """Every value of a parsed file with its keys; a list of plain values counts as one value."""
    parts = _parts(value)
    if parts is None:
        yield path, value
    for label, part in (parts or {}).items():
        if not (isinstance(value, dict) and label == "id"):
            yield from _leaves(part, (*path, label))


def _parts(value: Any) -> Mapping[str, Any] | None:
    if isinstance(value, dict):
        return value
    if isinstance(value, list) and all(isinstance(part, dict) for part in value):
        return {_label(part, place): part for place, part in enumerate(value)}
    return None


def _label(entry: dict[str, Any], place: int) -> str:
    label = entry.get("id")
    return label if isinstance(label, str) else str(place)


def _replaced(value: Any, words: Words, path: Path = ()) -> Any:
    parts = _parts(value)
    if parts is None:
        return words.get(path, value)
    changed = {label: _replaced(part, words, (*path, label)) for label, part in parts.items()}
    return changed if isinstance(value, dict) else list(changed.values())


def texts_of(name: str, content: dict[str, Any]) -> Words:
    """The texts of a file that another language says in its own words.

    Args:
        name: Path of a file of the first language, or of all, below ``content/``.
        content: The parsed file.

    Returns:
        Each text, or list of texts, by its keys in the file. An entry of a list has its id as its
        key, or its place if it has none.
    """
    found: dict[Path, str | list[str]] = {}
    for slot in SLOTS:
        if slot.file.matches(name, LANGUAGE):
            kind = list[slot.kind] if slot.file.key else slot.kind  # type: ignore[name-defined]  # a class found at run time
            part = content.get(slot.file.key, []) if slot.file.key else content
            path = (slot.file.key,) if slot.file.key else ()
            found |= dict(_texts_in(part, kind, path))
    return found


def _texts_in(value: Any, annotation: Any, path: Path) -> Iterator[tuple[Path, Any]]:
    annotation, words = _unwrapped(annotation)
    parts = _parts(value)
    if parts is None:
        if value and (words or any(_unwrapped(part)[1] for part in get_args(annotation))):
            yield path, value
    elif isinstance(value, dict) and isinstance(annotation, type) and issubclass(annotation, Entry):
        for name, info in annotation.model_fields.items():
            key = info.alias or name
            if key in parts and UNTRANSLATED not in info.metadata:
                kind = (
                    Annotated[info.annotation, *info.metadata] if info.metadata else info.annotation
                )
                yield from _texts_in(parts[key], kind, (*path, key))
    elif inner := [part for part in get_args(annotation) if part is not Ellipsis]:
        for label, part in parts.items():
            yield from _texts_in(part, inner[-1], (*path, label))


def _unwrapped(annotation: Any) -> tuple[Any, bool]:
    """An annotation without its wrappers, and whether it marks words to translate."""
    words = False
    while get_origin(annotation) in (Annotated, Union, UnionType):
        inner, *more = get_args(annotation)
        words = words or TRANSLATED in more or any(map(is_prose, more))
        annotation = inner
    return annotation, words
