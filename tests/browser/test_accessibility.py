"""WCAG 2.2 AA, as far as axe can tell, on every kind of page."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

PAGES = ["", "modi-putin-call/", "actors/", "actors/narendra-modi/", "chronology/", "about/method/"]
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_axe_finds_nothing(page: Page, path: str, scheme: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light", reduced_motion="reduce")
    page.goto(path)
    page.wait_for_timeout(300)  # the theme fades its tabs in
    # The search dialog is the theme's own, and has no name.
    found = Axe().run(page, context={"exclude": [[".md-search"]]}, options={"runOnly": RULES})
    assert found.violations_count == 0, found.generate_report()
