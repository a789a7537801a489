"""The same proofs on desks of other sizes: one article that nobody has read, and two hundred briefings."""

import re
import time
from collections.abc import Iterable

from playwright.sync_api import Browser, expect

from tests.browser.accessibility import violations
from tests.browser.conftest import watched

WIDTHS = (1280, 360)
OF_ALL = ["", "actors/", "actors/norway/", "chronology/", "chronology/2025/", "chronology/ahead/"]


def assert_good(browser: Browser, site: str, paths: Iterable[str], looked_at: Iterable[str]) -> None:
    """No request beyond the site, no error, no scrolling sideways; no violation on some of the pages."""
    with watched(browser, site) as context:
        page = context.new_page()
        page.emulate_media(reduced_motion="reduce")
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 900})
            for path in paths:
                page.goto(path)
                assert page.evaluate("document.documentElement.scrollWidth") <= width, path
        for path in looked_at:
            page.goto(path)
            assert violations(page) == "", path


def test_a_desk_of_one_unreviewed_article_is_good(browser: Browser, small_site: str) -> None:
    paths = [*OF_ALL, "talks/"]
    assert_good(browser, small_site, paths, paths)


def test_a_desk_of_two_hundred_briefings_is_good(browser: Browser, large_site: str) -> None:
    paths = [*OF_ALL, "article-150/", "pairs/india-russia/"]
    assert_good(browser, large_site, paths, ["actors/", "chronology/ahead/", "article-150/"])


def test_a_long_chronology_is_filtered_at_once(browser: Browser, large_site: str) -> None:
    with watched(browser, large_site) as context:
        page = context.new_page()
        page.goto("chronology/2021/")
        shown = page.locator("#all .br-event:visible")
        before = shown.count()
        started = time.monotonic()
        page.locator("#f-actor").select_option("norway")
        expect(page.locator("output")).to_have_text(f"{shown.count()} of {before} events")
        assert time.monotonic() - started < 2
        assert 0 < shown.count() < before


def test_a_bar_leads_to_its_month(browser: Browser, large_site: str) -> None:
    with watched(browser, large_site) as context:
        page = context.new_page()
        page.goto("chronology/2021/")
        page.locator(".br-strip a").last.click()
        expect(page).to_have_url(re.compile(r"chronology/2021/#m-2021-\d\d$"))
        expect(page.locator(":target")).to_be_in_viewport()
