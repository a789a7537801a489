"""What a long chronology must still do."""

import re

from playwright.sync_api import expect

from tests.browser.conftest import Visit
from tests.browser.pages import LARGE


def test_a_long_chronology_is_filtered(visit: Visit) -> None:
    page = visit(LARGE, "chronology/2021/")
    shown = page.locator("#all .br-event:visible")
    before = shown.count()
    page.locator("#f-actor").select_option("norway")
    expect(page.locator("output")).to_have_text(f"{shown.count()} of {before} events")
    assert 0 < shown.count() < before


def test_a_bar_leads_to_its_month(visit: Visit) -> None:
    page = visit(LARGE, "chronology/2021/")
    page.locator(".br-strip a").last.click()
    expect(page).to_have_url(re.compile(r"chronology/2021/#m-2021-\d\d$"))
    expect(page.locator(":target")).to_be_in_viewport()
