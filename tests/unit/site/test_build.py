"""The files as a whole: small, whole, linked, without a script, the same each time."""

from __future__ import annotations

import gzip
import json
import posixpath
import re
import subprocess
from hashlib import sha256
from pathlib import Path
from xml.etree import ElementTree

import pytest

from aid.catalogue.catalogue import Catalogue
from aid.catalogue.ids import METHOD_IDS, SITE_PAGE_IDS
from aid.site.build import LIST, build_site
from tests.conftest import ROOT
from tests.unit.site.conftest import ADDRESS, AID
from tests.unit.site.reading import Read, meta

MOST_BYTES = 60 * 1024


def test_every_method_every_letter_and_every_page_of_the_menu_is_there(
    catalogue: Catalogue, site: dict[str, bytes]
) -> None:
    named = {page_id: f"{page_id}.html" for page_id in SITE_PAGE_IDS} | {"start": "index.html"}
    letters = {source.authors[0].lower() for source in catalogue.sources}
    assert {path for path in site if path.endswith(".html")} == {
        *named.values(),
        *(f"methods/{method_id}.html" for method_id in METHOD_IDS),
        *(f"sources/{letter}.html" for letter in letters),
    }


def test_each_page_is_small_when_packed(site: dict[str, bytes]) -> None:
    large = {
        path: len(gzip.compress(data))
        for path, data in site.items()
        if len(gzip.compress(data)) > MOST_BYTES and not path.endswith(".pdf")
    }
    assert not large


def test_the_same_content_gives_the_same_bytes(
    catalogue: Catalogue, site: dict[str, bytes]
) -> None:
    again = build_site(
        catalogue, address=ADDRESS, aid=AID, booklets={"a4": b"%PDF-1", "letter": b"%PDF-2"}
    )
    assert again == site


def test_every_link_and_every_anchor_leads_somewhere(
    site: dict[str, bytes], pages: dict[str, Read]
) -> None:
    dead, inner = [], 0
    for path, page in pages.items():
        for link in page.links:
            if link.startswith(("https://", "http://")):
                continue
            target, _, place = link.partition("#")
            file = posixpath.normpath(posixpath.join(posixpath.dirname(path), target or path))
            file = path if not target else file
            inner += 1
            if file not in site or (place and place not in pages[file].ids):
                dead.append((path, link))
    assert inner > 1000
    assert not dead


def test_links_to_other_sites_are_those_of_the_content(
    catalogue: Catalogue, pages: dict[str, Read]
) -> None:
    known = {source.url for source in catalogue.sources} | {AID}
    outer = {link for page in pages.values() for link in page.links if "://" in link}
    assert AID in outer
    assert outer <= known


def test_ids_of_a_page_are_unique(pages: dict[str, Read]) -> None:
    twice = {
        path: {item for item in page.ids if page.ids.count(item) > 1}
        for path, page in pages.items()
    }
    assert not {path: found for path, found in twice.items() if found}


def test_every_fact_source_and_claim_has_an_address_that_lasts(
    catalogue: Catalogue, pages: dict[str, Read]
) -> None:
    facts = {fact.id for fact in catalogue.facts}
    for method_id in METHOD_IDS:
        assert facts <= set(pages[f"methods/{method_id}.html"].ids)
    for source in catalogue.sources:
        assert source.id in pages[f"sources/{source.authors[0].lower()}.html"].ids
    main = {claim.id: catalogue.source_by_id[claim.sources[0]] for claim in catalogue.claims}
    for claim_id, source in main.items():
        assert claim_id in pages[f"sources/{source.authors[0].lower()}.html"].ids


def test_nothing_runs_and_nothing_is_asked_of_another_site(
    site: dict[str, bytes], pages: dict[str, Read]
) -> None:
    for path, page in pages.items():
        assert [kind for kind, _ in page.scripts] == ["application/ld+json"], path
        assert not [tag for tag, _ in page.tags if tag in ("iframe", "object", "embed", "form")]
        assert not [given for _, given in page.tags if any(name[:2] == "on" for name in given)]
        for load in page.loads:
            assert load.startswith("data:") or posixpath.basename(load) == "style.css", path
    style = site["style.css"].decode()
    addresses = re.findall(r"url\((['\"]?)(.*?)\1\)", style, re.DOTALL)
    assert {address for _, address in addresses if not address.startswith("data:")} == {
        "typeface/Regular.woff2",
        "typeface/Bold.woff2",
    }
    assert "@import" not in style
    assert {"typeface/Regular.woff2", "typeface/Bold.woff2", "typeface/LICENSE.txt"} <= set(site)


def test_each_page_has_a_title_and_a_description_of_its_own(pages: dict[str, Read]) -> None:
    titles = {page.words.strip().split("\n")[0] for page in pages.values()}
    assert len(titles) == len(pages)
    described = [meta(page, "description") for page in pages.values()]
    assert len(set(described)) == len(pages)
    assert all(20 <= len(text) <= 300 for text in described), described


def test_each_page_says_at_its_top_what_it_is_not(
    catalogue: Catalogue, pages: dict[str, Read]
) -> None:
    service = catalogue.interface.service
    for path, page in pages.items():
        above = page.words.split(f"\n{heading(page)}\n")[0]
        assert f"{service.not_advice} {service.not_reviewed}" in above, path


def heading(page: Read) -> str:
    title = page.words.strip().split("\n")[0]
    return title.removesuffix(" – Scar Options")


def test_what_search_engines_are_told_names_no_reviewer(
    catalogue: Catalogue, pages: dict[str, Read]
) -> None:
    for path, page in pages.items():
        ((_, text),) = page.scripts
        said = json.loads(text)
        assert said["@type"] == "MedicalWebPage"
        assert said["description"] == meta(page, "description")
        assert said["url"].startswith(f"{ADDRESS}/")
        assert said["dateModified"] == catalogue.content_version.isoformat()
        assert not {key for key in said if "review" in key.lower()}, path


def test_the_sitemap_names_every_page(pages: dict[str, Read], site: dict[str, bytes]) -> None:
    root = ElementTree.fromstring(site["sitemap.xml"])  # noqa: S314 - our own
    space = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
    found = [entry.text for entry in root.findall("s:url/s:loc", space)]
    wanted = {f"{ADDRESS}/{path.removesuffix('index.html')}" for path in pages}
    assert len(found) == len(set(found))
    assert set(found) == wanted


def test_without_an_address_no_page_names_one(catalogue: Catalogue) -> None:
    plain = build_site(catalogue, booklets={})
    assert "sitemap.xml" not in plain
    for path, data in plain.items():
        if path.endswith(".html"):
            text = data.decode()
            assert "canonical" not in text
            assert "og:url" not in text
            assert catalogue.site.aid_link not in text
            assert "booklet-" not in text


def test_the_list_has_the_hash_of_every_other_file(site: dict[str, bytes]) -> None:
    lines = [line.split("  ") for line in site[LIST].decode().splitlines()]
    listed = {path: digest for digest, path in lines}
    assert listed == {path: sha256(data).hexdigest() for path, data in site.items() if path != LIST}


@pytest.mark.parametrize("word", ["javascript:", "localStorage", "cookie="])
def test_no_page_keeps_anything(site: dict[str, bytes], word: str) -> None:
    assert not [path for path, data in site.items() if word.encode() in data]


@pytest.mark.slow
def test_each_page_is_valid_html(site: dict[str, bytes], tmp_path: Path) -> None:
    """By html-validate, a library that knows the standard; ``make setup`` installs it."""
    for path, data in site.items():
        if path.endswith(".html"):
            (tmp_path / path).parent.mkdir(exist_ok=True)
            (tmp_path / path).write_bytes(data)
    linters = ROOT / ".venv" / "linters"
    command = [ROOT / ".venv/bin/node", linters / "node_modules/.bin/html-validate"]
    rules = ROOT / ".ci" / "linters" / "htmlvalidate.json"
    done = subprocess.run(
        [*command, "--formatter", "text", "--config", rules, tmp_path],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
