"""What a built site offers to other programs: heads, feeds, the sitemap."""

import re
from html import unescape
from pathlib import Path

import feedparser
import pytest

from tests.site.desks import Desk


def settings(desk: Desk, old: str, new: str) -> None:
    text = (desk.root / "mkdocs.yml").read_text(encoding="utf-8")
    assert old in text
    desk.write("mkdocs.yml", text.replace(old, new))


def built(desk: Desk) -> dict[Path, bytes]:
    done = desk.build("--strict")
    assert done.returncode == 0, done.stderr
    site = desk.root / "site"
    return {path.relative_to(site): path.read_bytes() for path in site.rglob("*") if path.is_file()}


@pytest.mark.parametrize("theme", ["material", "mkdocs", "readthedocs"])
def test_every_theme_has_our_elements_in_its_head_once(desk: Desk, theme: str) -> None:
    settings(desk, "name: material, font: false", f"name: {theme}")
    built(desk)
    head, _, body = desk.page("talks").partition("</head>")
    assert head.count('<script type="application/ld+json">') == 1
    assert head.count('property="og:title" content="Talks in Lima"') == 1
    assert head.count('rel="canonical" href="https://example.org/desk/talks/"') == 1
    assert "ld+json" not in body
    assert re.search(r'type="application/atom\+xml"[^>]* href="\.\./feed\.xml"', head)


def test_feeds_of_a_built_site_can_be_read(desk: Desk) -> None:
    files = built(desk)
    read = feedparser.parse(files[Path("feed.xml")])
    assert not read.bozo
    assert [(entry.title, entry.updated) for entry in read.entries] == [("Talks in Lima", "2025-08-08T00:00:00Z")]
    assert b"\r\n" in files[Path("talks/briefing.csv")]
    assert {Path("llms.txt"), Path("data-1.schema.json"), Path("chronology/chronology.json")} <= files.keys()


def test_the_sitemap_dates_pages_by_the_data_or_not_at_all(desk: Desk) -> None:
    desk.write("briefings/about.md", "# About\n")
    settings(desk, "plugins:", "not_in_nav: about.md\nplugins:")
    built(desk)
    sitemap = (desk.root / "site/sitemap.xml").read_text(encoding="utf-8")
    dates = dict(re.findall(r"<loc>([^<]+)</loc>\s*(?:<lastmod>([^<]*)</lastmod>)?", sitemap))
    assert dates["https://example.org/desk/talks/"] == "2025-08-08"
    assert dates["https://example.org/desk/about/"] == ""
    assert set(dates.values()) == {"2025-08-08", ""}


def test_a_site_without_an_address_says_once_what_it_lacks(desk: Desk) -> None:
    settings(desk, "site_url: https://example.org/desk/\n", "")
    done = desk.build()
    assert done.returncode == 0, done.stderr
    assert done.stderr.count("`site_url` is not set") == 1
    site = desk.root / "site"
    assert not (site / "feed.xml").exists()
    assert (site / "talks/briefing.json").exists()
    assert "ld+json" in desk.page("talks")


def test_a_file_of_the_desk_where_ours_would_stand_is_an_error(desk: Desk) -> None:
    desk.write("briefings/feed.xml", "<mine/>")
    done = desk.build()
    assert done.returncode == 1
    assert "briefings/feed.xml stands where a file of ours does" in done.stderr


def test_the_guide_is_a_template_of_the_desk(desk: Desk) -> None:
    desk.write("overrides/briefings/llms.txt", "Only {{ name }}.")
    assert built(desk)[Path("llms.txt")] == b"Only A desk."


def test_the_desks_picture_stands_beside_its_links(desk: Desk) -> None:
    settings(desk, "[search, briefings]", "[search, {briefings: {image: desk.png}}]")
    done = desk.build("--strict")
    assert done.returncode == 1
    assert "`image: desk.png` is not in briefings" in done.stderr
    desk.write("briefings/desk.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x04\xb0\0\0\x02\x76")
    built(desk)
    page = unescape(desk.page("talks"))
    assert page.count('property="og:image" content="https://example.org/desk/desk.png"') == 1
    assert 'property="og:image:width" content="1200"' in page
    assert 'property="og:image:height" content="630"' in page


def test_a_desk_without_any_date_builds(desk: Desk) -> None:
    (desk.root / "briefings/talks.md").unlink()
    assert Path("talks/briefing.json") in built(desk)
