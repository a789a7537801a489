"""What the pages do: switches, previews, filters, and that they read without any of it."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from mkdocs_briefings.briefing import brief
from mkdocs_briefings.pages import Page as ReadyPage
from mkdocs_briefings.pages import Site, Templates, render
from tests import builders
from tests.browser.conftest import Visit
from tests.browser.pages import BRIEFING, PLACES

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


def test_a_choice_goes_along_to_the_next_part_of_the_chronology(page: Page) -> None:
    page.goto("chronology/2025/#actor=narendra-modi")
    shown = page.locator("#all .br-event:visible").count()
    assert 0 < shown < page.locator("#all .br-event").count()
    page.locator("#f-actor").select_option("india")
    page.locator(".br-ways a").first.click()
    expect(page).to_have_url(re.compile(r"chronology/\w+/#actor=india$"))
    page.goto("chronology/2025/#actor=nobody-of-this-name")
    expect(page.locator("output")).to_have_text(re.compile(r"^0 of \d+ events"))


def test_a_link_to_an_event_of_a_year_that_was_parted_since_leads_to_its_month(page: Page) -> None:
    corpus = builders.corpus(brief((builders.meetings(["2024-03-01"] * 500 + ["2024-05-01"]),), None))
    templates, site = Templates.load(), Site(name="", description="", url=None, directory_urls=True)
    made = {made.src_uri: made.html for made in render(corpus, templates, site) if isinstance(made, ReadyPage)}
    script = dict(templates.assets())["assets/briefings.js"].decode()

    def serve(route: Route) -> None:
        name = route.request.url.removeprefix("https://desk.example/").partition("#")[0].rstrip("/")
        route.fulfill(body=f"{made[f'{name}.md']}<script>{script}</script>", content_type="text/html; charset=utf-8")

    page.route("https://desk.example/**", serve)
    anchor = corpus.chronology.dated[-1].anchor
    page.goto(f"https://desk.example/chronology/2024/#{anchor}")
    expect(page).to_have_url(f"https://desk.example/chronology/2024/05/#{anchor}")
    expect(page.locator(f"[id='{anchor}']")).to_be_in_viewport()


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


def test_the_link_to_a_sentence_goes_to_the_clipboard(page: Page) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(BRIEFING)
    link = page.locator(".br-anchor").nth(1)
    link.focus()
    page.keyboard.press("Enter")
    expect(link).to_have_attribute("aria-label", "Link copied")
    assert page.evaluate("navigator.clipboard.readText()") == link.evaluate("link => link.href")


def test_on_paper_everything_is_open_and_each_sentence_says_its_id(page: Page) -> None:
    page.goto(BRIEFING)
    page.emulate_media(media="print")
    expect(page.get_by_text("The words above are the source’s")).to_be_visible()
    for gone in (".md-header", ".md-tabs", ".br-marks", ".br-top .br-links", ".br-page button"):
        expect(page.locator(gone).first).to_be_hidden()
    first = page.locator(".br-anchor").first
    shown = first.evaluate("link => getComputedStyle(link, '::before').content")
    assert shown == f'"{first.get_attribute("href")}"'


def test_shapes_of_status_survive_forced_colours(browser: Browser, site: str) -> None:
    context = browser.new_context(base_url=site, forced_colors="active")
    page = context.new_page()
    page.goto("chronology/")
    drawn = {
        status: page.locator(f".br-event > .br-status--{status}").first.evaluate(
            "mark => getComputedStyle(mark, '::before').background"
        )
        for status in ("reported", "planned")
    }
    context.close()
    assert drawn["reported"] != drawn["planned"]


@pytest.mark.parametrize(("desk", "path"), PLACES)
def test_no_page_scrolls_sideways(visit: Visit, desk: str, path: str) -> None:
    page = visit(desk, path)
    for width in (320, 360, 768, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") <= width
