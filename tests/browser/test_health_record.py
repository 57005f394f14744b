"""A health record's own form, LHC-Forms, shows our questions, is filled in, and reads answers."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any

import pytest
from fhir.resources.R4B.questionnaireresponse import QuestionnaireResponse
from playwright.sync_api import Page, Route, expect

from aid.answers.example import example_answers
from aid.catalogue.catalogue import Catalogue
from aid.papers.health_record.questionnaire import Json, questionnaire
from aid.papers.health_record.response import response
from tests.npm import LFORMS

pytestmark = pytest.mark.browser

PAGE = """<!doctype html><html lang="en"><title>A health record</title>
<link rel="stylesheet" href="/webcomponent/styles.css">
<div id="form"></div>
<script src="/webcomponent/assets/lib/zone.min.js"></script>
<script src="/webcomponent/runtime.js" type="module"></script>
<script src="/webcomponent/polyfills.js" type="module"></script>
<script src="/webcomponent/main.js" type="module"></script>
<script src="/fhir/R4/lformsFHIR.min.js" defer></script>
"""

SHOW = """([form, answers]) => {
  let shown = LForms.Util.convertFHIRQuestionnaireToLForms(form, "R4");
  if (answers) {
    shown = LForms.Util.mergeFHIRDataIntoLForms("QuestionnaireResponse", answers, shown, "R4");
  }
  return LForms.Util.addFormToPage(shown, "form");
}"""

READ = """() => LForms.Util.getFormFHIRData("QuestionnaireResponse", "R4", "#form")"""


class _Quiet(SimpleHTTPRequestHandler):
    """Serves the files of LHC-Forms, and the page at the root."""

    def do_GET(self) -> None:
        if self.path != "/":
            super().do_GET()
            return
        self.send_response(200)
        self.send_header("content-type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(PAGE.encode())

    def log_message(self, *_words: object) -> None:
        pass


@pytest.fixture(scope="module")
def record() -> Iterator[str]:
    """The address of a page with LHC-Forms."""
    handler = partial(_Quiet, directory=LFORMS.folder())
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.fixture
def form(record: str, new_page: Callable[..., Page]) -> Iterator[Page]:
    """The page, with nothing in it yet; it must ask no other server for anything."""
    page = new_page(record)
    strangers: list[str] = []

    def only_ours(route: Route) -> None:
        if route.request.url.startswith((record, "data:", "blob:")):
            route.continue_()
        else:
            strangers.append(route.request.url)
            route.abort()

    page.route("**/*", only_ours)
    page.goto("/")
    page.wait_for_function("() => window.LForms?.Util?.addFormToPage && window.LForms?.FHIR?.R4")
    yield page
    assert not strangers


def items(found: dict[str, Any]) -> dict[str, list[Json]]:
    """The answers of a response by their questions, without what a form adds of its own."""
    groups = found.get("item", [])
    return {item["linkId"]: item["answer"] for group in groups for item in group.get("item", [])}


def codes(found: dict[str, Any]) -> dict[str, list[str]]:
    return {
        asked: [
            answer["valueCoding"]["code"] if "valueCoding" in answer else answer["valueString"]
            for answer in answers
        ]
        for asked, answers in items(found).items()
    }


def test_it_shows_every_question_and_gives_back_what_is_ticked(
    form: Page, catalogue: Catalogue
) -> None:
    form.evaluate(SHOW, [questionnaire(catalogue), None])
    for ask in catalogue.asks:
        expect(form.get_by_text(ask.label, exact=True).first).to_be_visible()
    shapes = {shape.id: shape.label for shape in catalogue.shapes}
    form.get_by_text(shapes["rolling"], exact=True).click()
    form.get_by_text(shapes["ice-pick"], exact=True).click()
    (longer,) = [item.label for item in catalogue.options("downtime") if item.id == "longer"]
    form.get_by_text(longer, exact=True).click()
    found = form.evaluate(READ)
    QuestionnaireResponse.model_validate(found)
    assert codes(found) == {"scar-shapes": ["ice-pick", "rolling"], "downtime": ["longer"]}
    system = questionnaire(catalogue)["url"]
    for answer in items(found)["scar-shapes"]:
        assert answer["valueCoding"]["system"] == f"{system}:scar-shapes"


def test_it_reads_our_response_and_gives_it_back_whole(form: Page, catalogue: Catalogue) -> None:
    ours = response(catalogue, example_answers())
    form.evaluate(SHOW, [questionnaire(catalogue), ours])
    expect(form.get_by_text(catalogue.asks[0].label, exact=True).first).to_be_visible()
    found = form.evaluate(READ)
    # A form lists ticks in its own order.
    assert {asked: sorted(said) for asked, said in codes(found).items()} == {
        asked: sorted(said) for asked, said in codes(ours).items()
    }
    assert json.dumps(ours).count("valueCoding") == json.dumps(found).count("valueCoding")
