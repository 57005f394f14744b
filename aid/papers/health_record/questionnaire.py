"""Our questions as a FHIR R4 ``Questionnaire``: a form that a health record can show.

Its ids are those of the answers file, so they stay as long as answers do.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any, Final

from aid.catalogue.answer_fields import MOST_CHARACTERS, AnswerKind
from aid.catalogue.catalogue import Catalogue
from aid.catalogue.ids import PageId
from aid.catalogue.questionnaire import Option, QuestionnaireItem

Json = dict[str, Any]
"""A part of a resource, as JSON holds it."""

STEPS: Final[tuple[PageId, ...]] = ("scars", "time", "priorities", "health")
"""The screens that ask, in their order: each is a group of the form."""

URL: Final = "urn:scar-options:questionnaire"
"""What everybody calls the form, wherever a copy of it is."""

_EXTENSION: Final = "http://hl7.org/fhir/StructureDefinition/"
_CONTROLS: Final = "http://hl7.org/fhir/questionnaire-item-control"


def questionnaire(catalogue: Catalogue) -> Json:
    """The form: a group for each step, with its questions. Nothing in it is required.

    Args:
        catalogue: The content.

    Returns:
        The resource. The same content gives an equal value; its date is that of the content.
    """
    words, version = catalogue.interface, catalogue.content_version.isoformat()
    return {
        "resourceType": "Questionnaire",
        "id": "scar-options",
        "language": catalogue.language,
        "url": URL,
        "version": version,
        "name": "ScarOptions",
        "title": words.service.name,
        "status": "active",
        "subjectType": ["Patient"],
        "date": version,
        "description": words.service.not_advice,
        "copyright": catalogue.manifest.licence,
        "item": [_group(catalogue, step) for step in STEPS],
    }


def coding(ask_id: str, option: Option) -> Json:
    """What one choice of a question is called in a health record."""
    return {"system": f"{URL}:{ask_id}", "code": option.id, "display": option.label}


def group_id(step: PageId) -> str:
    """The id of the group of a step: a question may have the same name as its step."""
    return f"step-{step}"


def _group(catalogue: Catalogue, step: PageId) -> Json:
    return {
        "linkId": group_id(step),
        "text": catalogue.page_by_id[step].title,
        "type": "group",
        "item": [_item(catalogue, ask) for ask in catalogue.asks if ask.step == step],
    }


def _item(catalogue: Catalogue, ask: QuestionnaireItem) -> Json:
    return {
        "linkId": ask.id,
        "text": ask.label,
        "required": False,
        **_KINDS[ask.kind](catalogue, ask),
        "item": [_help(catalogue, ask)],
    }


def _one(catalogue: Catalogue, ask: QuestionnaireItem) -> Json:
    return {
        "type": "choice",
        "extension": [_control("radio-button")],
        "answerOption": _options(catalogue, ask),
    }


def _several(catalogue: Catalogue, ask: QuestionnaireItem) -> Json:
    most = [{"url": f"{_EXTENSION}questionnaire-maxOccurs", "valueInteger": ask.at_most}]
    return {
        "type": "choice",
        "extension": [_control("check-box"), *(most if ask.at_most else [])],
        "repeats": True,
        "answerOption": _options(catalogue, ask),
    }


def _words(catalogue: Catalogue, ask: QuestionnaireItem) -> Json:
    return {"type": "text", "maxLength": MOST_CHARACTERS}


_KINDS: Mapping[AnswerKind, Callable[[Catalogue, QuestionnaireItem], Json]] = {
    "one": _one,
    "several": _several,
    "ranked": _several,
    "text": _words,
}
"""How each kind of answer is asked for. The questionnaire has no question for several texts."""


def _options(catalogue: Catalogue, ask: QuestionnaireItem) -> list[Json]:
    return [_option(ask, option) for option in catalogue.options(ask.id)]


def _option(ask: QuestionnaireItem, option: Option) -> Json:
    alone = [{"url": f"{_EXTENSION}questionnaire-optionExclusive", "valueBoolean": True}]
    return {
        **({"extension": alone} if option.exclusive else {}),
        "valueCoding": coding(ask.id, option),
    }


def _help(catalogue: Catalogue, ask: QuestionnaireItem) -> Json:
    """What explains a question: the hint, and why we ask."""
    why = f"{catalogue.interface.questionnaire.why_we_ask} {ask.why}"
    return {
        "linkId": f"{ask.id}-help",
        "text": " ".join(filter(None, (ask.hint, why))),
        "type": "display",
        "extension": [_control("help")],
    }


def _control(code: str) -> Json:
    """How a form is asked to show an item."""
    return {
        "url": f"{_EXTENSION}questionnaire-itemControl",
        "valueCodeableConcept": {"coding": [{"system": _CONTROLS, "code": code}]},
    }


def written(resource: Json) -> bytes:
    """A resource as the text of a file."""
    return f"{json.dumps(resource, ensure_ascii=False, indent=2)}\n".encode()
