"""What a reader takes away: a citation of a place, files, and data that a strict policy lets stand."""

import json
import re

from playwright.sync_api import Page, Route, expect

BRIEFING = "modi-putin-call/"


def test_the_citations_name_the_sentence_or_event_that_a_link_leads_to(page: Page) -> None:
    page.goto(BRIEFING)
    expect(page.locator("#cite-text")).to_contain_text(re.compile(rf"{BRIEFING}$"))
    page.locator(".br-facts .br-ref").first.click()
    anchor = page.url.rpartition("#")[2]
    assert anchor.startswith("s-")
    for form in page.locator(".br-cite .br-copy").all():
        expect(form).to_contain_text(f"{BRIEFING}#{anchor}")
    event = page.locator(".br-main .br-event[id]").first.get_attribute("id")
    page.goto(f"{BRIEFING}#{event}")
    expect(page.locator("#cite-text")).to_contain_text(f"{BRIEFING}#{event}")
    page.goto(f"{BRIEFING}#cite")
    expect(page.locator("#cite-text")).to_contain_text(re.compile(rf"{BRIEFING}$"))


def test_files_beside_a_page_are_one_link_away(page: Page) -> None:
    page.goto(BRIEFING)
    address = page.locator("[aria-labelledby='data'] a", has_text="JSON").evaluate("link => link.href")
    assert page.request.get(address).json()["id"] == BRIEFING.rstrip("/")


def test_linked_data_stands_under_a_policy_against_inline_scripts(page: Page) -> None:
    """The test fails where the browser logs that it refused something."""
    page.goto(BRIEFING)
    data = page.locator("head script[type='application/ld+json']").evaluate("block => block.outerHTML")

    def serve(route: Route) -> None:
        headers = {"content-security-policy": "script-src 'self'", "content-type": "text/html; charset=utf-8"}
        route.fulfill(body=f"<!doctype html><title>Data</title>{data}", headers=headers)

    page.route("https://desk.example/", serve)
    page.goto("https://desk.example/")
    words = page.locator("script").text_content() or ""
    assert json.loads(words)["@context"] == "https://schema.org"
