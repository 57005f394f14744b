"""What every screen has: menu, steps, heading, main message, footer, and the page's shell."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Literal

import streamlit as st
from markupsafe import Markup

from aid.catalogue.addresses import Address
from aid.catalogue.catalogue import Catalogue
from aid.catalogue.ids import START, PageId
from aid.errors import ContentError
from aid.formatting.glossary import method_texts, page_texts
from aid.formatting.locale import in_words
from aid.formatting.review_date import overdue_words
from aid.ui import runtime
from aid.ui.layout import counted, problems, routes
from aid.ui.layout.html import html
from aid.ui.server import run_log
from aid.ui.server.addresses import base_path
from aid.ui.server.settings import settings
from aid.ui.session import actions, record
from aid.views.elements import bullets, disclosure, heading, joined, paragraph
from aid.views.glossary import meanings
from aid.views.icons import icon_rules
from aid.views.identity import IDENTITY

_STYLE_FOLDER = Path(__file__).parent.parent / "style"
_STYLE_SHEETS = ("base", "frame", "questionnaire", "methods", "compare", "sheet", "print")
"""After the identity, in the order of the cascade: a later one may overrule an earlier one."""

EXPLAINED: tuple[PageId, ...] = ("compare", "health", "quiz", "sheet")
"""Screens whose parts explain words where they stand; the meanings are at the end, once.

The methods have theirs beside them. Drawings explain the scar shapes; the other screens have next
to none.
"""


@cache
def _style(catalogue: Catalogue) -> Markup:
    sheets = (IDENTITY, *(_STYLE_FOLDER / f"{name}.css" for name in _STYLE_SHEETS))
    css = icon_rules(catalogue) + "".join(sheet.read_text(encoding="utf-8") for sheet in sheets)
    return Markup("<style>{}</style>").format(Markup(css))  # noqa: S704 - our own style sheets


def open_frame(address: Address) -> None:
    """Everything above a screen's own content, its heading included."""
    catalogue = runtime.catalogue()
    _name_page(address)
    with st.container(horizontal=True, key="menu"):
        html(_brand(catalogue))
        for item in routes.menu():
            st.page_link(routes.page(item), label=catalogue.page_by_id[item].menu)
    html(_style(catalogue) + _opening(catalogue, address))
    # Nobody sees it: the page's shell presses it when a lost connection is back (lost_line.js).
    st.button(catalogue.interface.service.redraw, key="redraw", **actions.on_click(actions.redraw))
    _notices(address.page)


def _name_page(address: Address) -> None:
    """Name the tab after the screen; say there too when something does not fit."""
    catalogue = runtime.catalogue()
    texts = catalogue.interface.service
    wrong = problems.found(address.page)
    title = (texts.document_title_problem if wrong else texts.document_title).format(
        page=address.title(catalogue), service=settings().site_name or texts.name
    )
    layout: Literal["wide", "centered"] = "wide" if address.page == "compare" else "centered"
    st.set_page_config(page_title=title, layout=layout)


def _notices(page_id: PageId) -> None:
    """Notices to the reader, under the heading, and what does not fit on this screen."""
    with st.container(key="notices"):
        for sentence in record.notices():
            status(sentence)
        problems.summary(page_id)


@cache
def _brand(catalogue: Catalogue) -> Markup:
    """The mark and the name; on a phone beside them what unfolds the links that follow."""
    texts = catalogue.interface.service
    return Markup(
        '<span class="brand"><span class="mark" aria-hidden="true"></span>{}</span>'
        '<details class="unfold"><summary>{}</summary></details>'
    ).format(settings().site_name or texts.name, texts.menu)


@cache
def _opening(catalogue: Catalogue, address: Address) -> Markup:
    page_id = address.page
    opening = heading(1, address.title(catalogue), _heading_class(address))
    if page_id in routes.steps():
        number, count = routes.steps().index(page_id) + 1, len(routes.steps())
        step = catalogue.interface.service.step.format(number=number, count=count)
        bar = Markup('<i class="done"></i>') * number + Markup("<i></i>") * (count - number)
        opening = (
            paragraph(step, "progress")
            + Markup('<span class="bar" aria-hidden="true">{}</span>').format(bar)
            + opening
        )
    return opening + paragraph(address.lead(catalogue), "lead")


def _heading_class(address: Address) -> str:
    """What a screen's heading is found by, because a browser may have translated its words."""
    return f"heading-of-{address.path or START}"


def close_frame(page_id: PageId) -> None:
    """Everything below a screen's own content."""
    catalogue = runtime.catalogue()
    overdue = overdue_words(catalogue, catalogue.interface.service.overdue, runtime.today())
    html(footer(catalogue, overdue) + _meanings(catalogue, page_id))


@cache
def _meanings(catalogue: Catalogue, page_id: PageId) -> Markup:
    """What the words to tap on a screen open; its parts are drawn again without them."""
    if page_id not in EXPLAINED:
        return Markup("")
    texts = page_texts(catalogue, page_id)
    if page_id != "compare":
        return meanings(catalogue, texts)
    of_methods = (text for method in catalogue.methods for text in method_texts(catalogue, method))
    return meanings(catalogue, (*texts, *of_methods), catalogue.methods)


def shell(address: Address) -> Mapping[str, object]:
    """What sets language, focus and the names of groups in the reader's page."""
    catalogue = runtime.catalogue()
    texts = catalogue.interface.service
    return {
        "lang": catalogue.language,
        "skip": texts.skip,
        # Another value also after everything was cleared: focus then goes to the heading.
        "page": f"{address.path} {record.current().cleared}",
        "heading": _heading_class(address),
        # New in every run, so that groups which just appeared get their names too.
        "run": record.current().runs,
        "menuLabel": texts.menu_label,
        "current": f"{base_path()}/{Address(routes.menu_page(address.page)).path}",
        "start": f"{base_path()}/",
        "said": record.visit().said,
        "timesSaid": record.visit().times_said,
        "lineLost": texts.line_lost,
        "lineBack": texts.line_back,
        "counts": counted.counts(),
    }


@cache
def footer(catalogue: Catalogue, overdue: tuple[str, ...]) -> Markup:
    """The foot of every screen; ``overdue`` is there where a review is late."""
    texts, manifest = catalogue.interface.service, catalogue.manifest
    weigh = catalogue.interface.weigh
    date = in_words(catalogue, catalogue.content_version)
    known = (
        texts.foot.format(date=date)
        if manifest.checked_by == "none"
        else texts.foot_reviewed.format(name=manifest.checked_by, date=date)
    )
    lines = [known, *overdue]
    if contact := settings().contact_line:
        lines.append(contact)
    support = settings().support_lines
    kind_words = disclosure(
        texts.weigh_link,
        joined(map(paragraph, (*weigh.text, *catalogue.findings_for("weigh"))))
        + (paragraph(weigh.support_lead) + bullets(support) if support else Markup("")),
    )
    return Markup('<footer class="aid">{}{}</footer>').format(
        joined(map(paragraph, lines)), kind_words
    )


def unexpected() -> None:
    """Say that something went wrong, in one kind sentence and without any detail."""
    st.error(runtime.catalogue().interface.service.unexpected)


def script_failed(error: Exception) -> bool:
    """Handle an error outside a screen's own script: log it, and offer the way to the start.

    Returns:
        True, so that Streamlit neither shows the error nor writes its text to the log. False where
        the content itself cannot be read, so that the host sees the full error.
    """
    run_log.failed("app", error)
    if isinstance(error, ContentError):
        return False
    unexpected()
    start = runtime.catalogue().page_by_id[START]
    st.page_link(routes.page(START), label=start.menu)
    return True


def status(sentence: str) -> None:
    """Say something that the reader may want to know; announced when it appears."""
    html(Markup('<p role="status">{}</p>').format(sentence))


def problem(sentence: str) -> None:
    """Say what is wrong with something the reader entered; announced as an alert."""
    html(Markup('<p class="problem" role="alert">{}</p>').format(sentence))
