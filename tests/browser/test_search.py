"""Searching as a reader does: a name leads to its actor, words of a source to their sentence, by either engine."""

import json
import re
from collections.abc import Iterator
from html import escape

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, Route, expect

from tests.browser.accessibility import violations
from tests.browser.conftest import watched

NAMES = {
    "PM Modi": "actors/narendra-modi/",
    "Kremlin": "actors/kremlin/",
    "UNGA": "actors/united-nations-general-assembly/",
    "WHO": "actors/world-health-organization/",
    "Anita Ruiz": "actors/ana-ruiz/",
}
WORDS = "nickel tariff"
HOSTILE = "wrote onerror"


class Theme:
    """Material's own search, in the header of every page."""

    def __init__(self, page: Page) -> None:
        self.page = page
        page.goto("")

    def find(self, words: str) -> Locator:
        box = self.page.locator(".md-search__input")
        box.click()
        box.fill("")
        box.press_sequentially(words)
        expect(self.page.locator(".md-search-result__meta")).to_contain_text(re.compile("document|result"))
        return self.page.locator(".md-search-result__item")


class Pagefind:
    """The search page."""

    def __init__(self, page: Page) -> None:
        self.page = page
        page.goto("")
        page.locator(".md-tabs").get_by_role("link", name="Search").click()

    def find(self, words: str) -> Locator:
        self.page.get_by_role("searchbox").fill(words)
        expect(self.page.get_by_role("status")).to_contain_text("found")
        return self.page.locator(".br-found > li")


@pytest.fixture(params=["searched_by_theme", "searched_by_pagefind"])
def site_name(request: pytest.FixtureRequest) -> str:
    name: str = request.param
    return name


@pytest.fixture
def searched_site(request: pytest.FixtureRequest, site_name: str) -> str:
    site: str = request.getfixturevalue(f"{site_name}_site")
    return site


@pytest.fixture
def searched(browser: Browser, searched_site: str) -> Iterator[BrowserContext]:
    """Fails where anything is asked of another site, or an error is logged."""
    with watched(browser, searched_site) as context:
        yield context


@pytest.fixture
def search(searched: BrowserContext, site_name: str) -> Theme | Pagefind:
    page = searched.new_page()
    page.set_viewport_size({"width": 1280, "height": 900})
    return Pagefind(page) if "pagefind" in site_name else Theme(page)


def test_any_name_of_an_actor_leads_to_the_actor_first(search: Theme | Pagefind, searched_site: str) -> None:
    for name, address in NAMES.items():
        first = search.find(name).first.locator("a").first
        expect(first).to_have_attribute("href", re.compile(re.escape(searched_site + address)))


def test_words_of_a_source_lead_to_the_sentence(search: Theme | Pagefind) -> None:
    result = search.find(WORDS).first
    expect(result.locator("a").first).to_contain_text("Talks in Lima")
    result.locator("a", has_text="Peru imposed").click()
    expect(search.page).to_have_url(re.compile(r"/talks/(\?h=[^#]*)?#s-[0-9a-f]{8}$"))
    expect(search.page.locator(":target")).to_contain_text("Peru imposed a 25% tariff on nickel")
    expect(search.page.locator(":target")).to_be_in_viewport()


def test_a_source_brings_no_element_into_the_results(search: Theme | Pagefind) -> None:
    result = search.find(HOSTILE).first
    expect(result).to_contain_text("<img src=x onerror=fail()>")
    assert search.page.locator("img[src=x]").count() == 0
    result.locator("a", has_text="onerror").click()
    expect(search.page.locator(":target")).to_contain_text("<img src=x onerror=fail()>")
    search.page.wait_for_load_state("networkidle")
    assert search.page.locator("img[src=x]").count() == 0


@pytest.fixture
def page(browser: Browser, searched_by_pagefind_site: str) -> Iterator[Page]:
    with watched(browser, searched_by_pagefind_site) as context:
        yield context.new_page()


# In the place of Pagefind: as many pages as are asked for, and what a test says of each.
ENGINE = """\
export const options = async () => {};
export const debouncedSearch = async (words) => ({ results: Array.from({ length: %(count)d }, (_, number) => ({
  data: async () => ({
    raw_url: `/talks/?${number}`, meta: { title: `Page ${number}` }, anchors: [], locations: [], content: "",
    ...await (%(told)s)(number),
  }),
})) });
"""


def found(page: Page, count: int, told: str = "() => ({})", words: str = "Lima") -> Locator:
    """The pages that a search for some words lists, of those that there are."""
    script = ENGINE % {"count": count, "told": told}
    page.route("**/pagefind.js", lambda route: route.fulfill(body=script, content_type="text/javascript"))
    page.goto("search/")
    page.get_by_role("searchbox").fill(words)
    return page.locator(".br-found > li > a")


def test_two_quick_clicks_list_no_page_twice_and_leave_none_out(page: Page) -> None:
    listed = found(page, 25, "() => new Promise((done) => setTimeout(done, 100))")
    expect(listed).to_have_count(10)
    more = page.get_by_role("button", name="Show more pages")
    more.evaluate("(button) => { button.click(); button.click(); button.click(); }")
    expect(listed).to_have_count(25)
    assert sorted(listed.all_inner_texts()) == sorted(f"Page {number}" for number in range(25))
    expect(more).to_be_hidden()


def test_pages_that_cannot_be_loaded_are_told_of_and_can_be_asked_for_again(page: Page) -> None:
    listed = found(page, 12, "(number) => { if (number > 9 && !window.online) throw Error(); }")
    expect(listed).to_have_count(10)
    more = page.get_by_role("button", name="Show more pages")
    more.click()
    expect(page.get_by_role("status")).to_have_text("The search could not be loaded.")
    page.evaluate("window.online = true")
    more.click()
    expect(listed).to_have_count(12)
    expect(page.get_by_role("status")).to_have_text("12 pages found")
    expect(listed.nth(10)).to_be_focused()


@pytest.mark.parametrize("words", ["Österreich", "Россия", "(Россия"])
def test_a_word_in_any_letters_is_weighed(page: Page, words: str) -> None:
    """The passage that has both words comes before the one that has one of them twice."""
    content = f"Lima Lima. {words} Lima."
    told = f"""() => ({{ content: "{content}", locations: [0, 1, 2, 3],
        anchors: [{{ id: "s-1", location: 0 }}, {{ id: "s-2", location: 2 }}] }})"""
    found(page, 1, told, f"Lima {words.strip('(')}")
    expect(page.locator(".br-found-passage")).to_have_text([f"{words} Lima.", "Lima Lima."])


def test_what_is_not_found_is_told_of_in_the_words_of_the_reader(page: Page) -> None:
    found(page, 0, words="US$' and $& or $1")
    expect(page.get_by_role("status")).to_have_text("Nothing found for “US$' and $& or $1”")


POLISH = {"one": "{n} strona", "few": "{n} strony", "many": "{n} stron", "other": "{n} strony"}


@pytest.mark.parametrize(
    ("count", "words"), [(1, "1 strona"), (2, "2 strony"), (12, "12 stron"), (12345, "12 345 stron")]
)
def test_pages_are_counted_as_the_language_counts(page: Page, count: int, words: str) -> None:
    def polish(route: Route) -> None:
        answer = route.fetch()
        form = f'data-br-locale="pl" data-br-pages="{escape(json.dumps(POLISH))}"'
        body = re.sub('data-br-locale="[^"]*" data-br-pages="[^"]*"', lambda _: form, answer.text())
        route.fulfill(response=answer, body=body)

    page.route("**/search/", polish)
    found(page, count)
    expect(page.get_by_role("status")).to_have_text(words)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_axe_finds_nothing_on_the_search_page(page: Page, scheme: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light", reduced_motion="reduce")
    page.goto("search/?q=Lima")
    expect(page.get_by_role("status")).to_contain_text("found")
    expect(page.get_by_text("Searching needs JavaScript")).to_be_hidden()
    assert violations(page) == ""
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_keyboard_goes_from_the_words_to_the_sentence(page: Page) -> None:
    page.goto("search/")
    page.get_by_role("searchbox").focus()
    page.keyboard.type(WORDS)
    expect(page.get_by_role("status")).to_have_text(re.compile(r"^\d+ pages? found$"))
    expect(page.locator(".br-found-passage").first).to_contain_text("nickel")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator(":target")).to_contain_text("nickel")


def test_a_search_has_an_address(page: Page) -> None:
    page.goto("search/")
    page.get_by_role("searchbox").fill("nickel")
    expect(page).to_have_url(re.compile(r"search/\?q=nickel$"))
    page.reload()
    expect(page.locator(".br-found mark").first).to_have_text("nickel")
    page.get_by_role("searchbox").fill("zzzz")
    expect(page.get_by_role("status")).to_have_text("Nothing found for “zzzz”")


def test_without_a_script_the_search_page_says_what_it_needs(browser: Browser, searched_by_pagefind_site: str) -> None:
    context = browser.new_context(base_url=searched_by_pagefind_site, java_script_enabled=False)
    page = context.new_page()
    page.goto("search/")
    expect(page.get_by_text("Searching needs JavaScript")).to_be_visible()
    expect(page.get_by_role("searchbox")).to_have_count(0)
    context.close()


def test_the_search_page_stands_under_the_policy_that_the_readme_names(page: Page) -> None:
    """Inline scripts are the theme's."""
    policy = "script-src 'self' 'wasm-unsafe-eval' 'unsafe-inline'"

    def strict(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, headers={**answer.headers, "content-security-policy": policy})

    page.route("**/*", strict)
    page.goto("search/?q=nickel")
    expect(page.locator(".br-found mark").first).to_have_text("nickel")
