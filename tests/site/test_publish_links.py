"""Every link of the sample desk leads somewhere, wherever the site stands and whichever file it is in."""

import json
from pathlib import Path

import pytest

from tests.site.crawl import Site, Walk
from tests.site.deploying import built, hosted

ROOT = Path(__file__).parents[2]
URL = "https://example.org/briefings/"


@pytest.fixture(scope="module")
def host(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the site at its root, and once more in a folder below."""
    folder = tmp_path_factory.mktemp("host")
    built(ROOT, folder / "repo")
    return folder


@pytest.fixture(scope="module")
def site(host: Path) -> Site:
    return Site(host / "repo", URL)


@pytest.mark.parametrize("place", ["", "repo/"])
def test_a_walk_along_every_link_and_anchor_finds_none_broken(host: Path, place: str) -> None:
    with hosted(host if place else host / "repo") as address:
        walk = Walk(f"{address}{place}").along_every_link()
    assert walk.dead == []
    assert len(walk.pages) > 70
    assert len(walk.files) > 100


def test_whole_addresses_in_every_file_lead_to_what_is_there(site: Site) -> None:
    assert site.dead_addresses() == []


def test_what_the_list_of_addresses_has_is_there(site: Site) -> None:
    book = json.loads((site.folder / "addresses.json").read_text(encoding="utf-8"))
    assert site.missing(book) == []
    assert sum(map(len, book["pages"].values())) > 800
    assert {anchor[0] for anchor in book["pages"]["modi-putin-call/"]} == set("efnqs")


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("feed.xml", f"<id>{URL}a/#s-00000000</id>"),
        ("data.json", f'{{"link": "{URL}a/#e-000000000000"}}'),
        ("calendar.ics", f"DESCRIPTION:In all: {URL}\r\n gone/\r\n"),
        ("llms.txt", f"[A]({URL}gone.html)"),
        ("a/index.html", f'<script type="application/ld+json">{{"url":"{URL}a/#q-00000000"}}</script>'),
    ],
)
def test_an_address_that_leads_nowhere_is_found(tmp_path: Path, name: str, text: str) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a/index.html").write_text('<p id="s-12345678">', encoding="utf-8")
    (tmp_path / "sitemap.xml").write_text(f"<loc>{URL}a/</loc><loc>{URL}a/#s-12345678</loc>", encoding="utf-8")
    site = Site(tmp_path, URL)
    assert site.dead_addresses() == []
    (tmp_path / name).write_text(text, encoding="utf-8", newline="")
    assert len(Site(tmp_path, URL).dead_addresses()) == 1 + (name == "a/index.html")


def test_an_address_that_is_listed_and_not_there_is_found(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text('<p id="s-1">', encoding="utf-8")
    book = {"pages": {"": ["s-12345678"], "gone/": []}, "redirects": {"old/": ""}, "files": ["feed.xml"]}
    assert Site(tmp_path, URL).missing(book) == ["#s-12345678", "gone/#", "old/", "feed.xml"]
