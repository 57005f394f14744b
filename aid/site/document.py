"""A page as a whole HTML document: head, menu, what is said on every page, foot."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup

from aid.catalogue.catalogue import Catalogue
from aid.catalogue.ids import SITE_PAGE_IDS, Paper
from aid.formatting.locale import in_words
from aid.formatting.review_date import review_due_on
from aid.site.page import Page, path_of, rendered
from aid.site.sitemap import address_of


@dataclass(frozen=True)
class Around:
    """What all pages share.

    Attributes:
        catalogue: The content.
        address: Where the pages will be, without a slash at the end; may be empty.
        aid: The address of the aid with questions; may be empty.
        booklets: The file of the booklet by the size of its pages; may be empty.
    """

    catalogue: Catalogue
    address: str
    aid: str
    booklets: Mapping[Paper, str]


def document(around: Around, page: Page) -> Markup:
    """The whole document of a page."""
    catalogue = around.catalogue
    service, methods = catalogue.interface.service, catalogue.interface.methods
    labels: Mapping[Paper, str] = {"a4": methods.booklet_a4, "letter": methods.booklet_letter}
    return rendered(
        "document",
        page=page,
        language=catalogue.language,
        words=catalogue.site,
        service=service,
        title=service.document_title.format(page=page.title, service=service.name),
        canonical=address_of(around.address, page) if around.address else "",
        structured=_structured(around, page),
        menu=[
            (path_of(page_id), catalogue.site.page[page_id].menu, page_id == page.part_of)
            for page_id in SITE_PAGE_IDS
        ],
        known=_known(catalogue),
        weigh=(*catalogue.interface.weigh.text, *catalogue.findings_for("weigh")),
        aid=around.aid,
        booklets=[(path, labels[paper]) for paper, path in around.booklets.items()],
        booklet_title=methods.booklet_title,
    )


def _known(catalogue: Catalogue) -> dict[str, str]:
    """Who has reviewed the content, its date, and when it is due for review."""
    service, manifest = catalogue.interface.service, catalogue.manifest
    return {
        "reviewed": service.not_reviewed
        if manifest.checked_by == "none"
        else service.reviewed.format(name=manifest.checked_by),
        "dated": service.dated.format(date=in_words(catalogue, catalogue.content_version)),
        "due": catalogue.site.due.format(due=in_words(catalogue, review_due_on(catalogue))),
    }


def _structured(around: Around, page: Page) -> dict[str, object]:
    """What the page is, for search engines. It names no reviewer, and promises nothing."""
    catalogue = around.catalogue
    said: dict[str, object] = {
        "@context": "https://schema.org",
        "@type": "MedicalWebPage",
        "name": page.title,
        "description": page.lead,
        "about": {"@type": "MedicalCondition", "name": catalogue.site.condition},
        "audience": {"@type": "Patient"},
        "inLanguage": catalogue.language_tag,
        "dateModified": catalogue.content_version.isoformat(),
        "license": catalogue.manifest.licence_url,
        "isAccessibleForFree": True,
        "isPartOf": {"@type": "WebSite", "name": catalogue.interface.service.name},
    }
    return said | ({"url": address_of(around.address, page)} if around.address else {})
