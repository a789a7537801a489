"""What the pages do: switches, previews, filters, and that they read without any of it."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

BRIEFING = "modi-putin-call/"
PAGES = ["", BRIEFING, "actors/", "actors/narendra-modi/", "chronology/"]
MOST_TABS = 80


@pytest.fixture
def page_without_script(browser: Browser, site: str) -> Iterator[Page]:
    context = browser.new_context(base_url=site, java_script_enabled=False)
    yield context.new_page()
    context.close()


def press_tab_until(page: Page, selector: str) -> None:
    for _ in range(MOST_TABS):
        page.keyboard.press("Tab")
        if page.locator(selector).evaluate("element => element === document.activeElement"):
            return
    pytest.fail(f"the keyboard does not reach {selector}")


def test_marks_are_switched_by_keyboard_and_stay_so(page: Page) -> None:
    page.goto(BRIEFING)
    date = page.locator(".br-text .br-date").first
    expect(date).to_have_css("text-decoration-line", "underline")
    press_tab_until(page, "#br-dates")
    expect(page.locator("#br-dates")).to_have_css("outline-style", "solid")
    page.keyboard.press("Space")
    expect(date).to_have_css("text-decoration-line", "none")
    page.reload()
    expect(page.locator("#br-dates")).not_to_be_checked()
    expect(page.locator("#br-actors")).to_be_checked()


def test_an_actor_is_previewed_and_escape_closes_the_preview(page: Page) -> None:
    page.goto(BRIEFING)
    page.locator(".br-text .br-actor").first.focus()
    preview = page.locator("#br-preview")
    expect(preview).to_contain_text("mentions here")
    page.keyboard.press("Escape")
    expect(preview).to_have_count(0)


def test_a_sentence_that_is_linked_to_lights_up(page: Page) -> None:
    page.goto(BRIEFING)
    lit = page.locator(".br-s").nth(2)
    before = lit.evaluate("element => getComputedStyle(element).backgroundColor")
    page.goto(f"{BRIEFING}#{lit.get_attribute('id')}")
    after = lit.evaluate("element => getComputedStyle(element).backgroundColor")
    assert after != before


def test_the_filter_of_the_chronology_stands_in_the_address(page: Page) -> None:
    page.goto("chronology/#actor=narendra-modi")
    rows = page.locator("#all .br-event")
    shown = page.locator("#all .br-event:visible")
    expect(page.locator("#f-actor")).to_have_value("narendra-modi")
    assert 0 < shown.count() < rows.count()
    expect(page.locator("output")).to_have_text(f"{shown.count()} of {rows.count()} events")
    page.locator("#f-planned").uncheck()
    expect(page).to_have_url(re.compile("actor=narendra-modi&status=reported"))
    page.locator("#f-actor").select_option("")
    expect(page.locator("#all .br-event[data-status='planned']:visible")).to_have_count(0)


def test_actors_are_found_by_name_and_kind(page: Page) -> None:
    page.goto("actors/")
    page.get_by_role("searchbox", name="Name").fill("puti")
    expect(page.locator("#listed tbody tr:visible")).to_have_count(1)
    page.get_by_role("searchbox", name="Name").fill("")
    page.get_by_label("Kind", exact=True).select_option("state")
    kinds = page.locator("#listed tbody tr:visible").evaluate_all("rows => rows.map(row => row.dataset.kind)")
    assert set(kinds) == {"state"}


def test_pages_read_without_script(page_without_script: Page) -> None:
    page = page_without_script
    page.goto(BRIEFING)
    expect(page.locator(".br-text > p").first).to_be_visible()
    expect(page.get_by_role("button", name="Copy citation")).to_be_hidden()
    page.locator("summary", has_text="Method").click()
    expect(page.get_by_text("The words above are the source’s")).to_be_visible()
    page.goto("chronology/")
    expect(page.locator("#f-actor")).to_be_hidden()
    planned = page.locator("#all [data-status='planned']").first
    expect(planned).to_be_visible()
    page.locator("#f-planned").uncheck()
    expect(planned).to_be_hidden()


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("width", [320, 360, 768, 1280])
def test_no_page_scrolls_sideways(page: Page, path: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(path)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("path", PAGES)
def test_our_parts_carry_no_style_script_or_handler(page: Page, path: str) -> None:
    page.goto(path)
    html = page.locator(".br-page").evaluate("element => element.outerHTML")
    assert not re.search(r"<script|<[^>]+\s(?:style|on\w+)=", html)
