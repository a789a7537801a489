"""WCAG 2.2 AA, as far as axe can tell, on every kind of page."""

import pytest
from playwright.sync_api import Page

from tests.browser.accessibility import violations
from tests.browser.pages import KINDS, OURS


@pytest.mark.parametrize("path", KINDS)
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_axe_finds_nothing(page: Page, path: str, scheme: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light", reduced_motion="reduce")
    page.goto(path)
    assert violations(page) == ""


@pytest.mark.parametrize("path", OURS)
def test_every_control_can_be_reached_and_is_seen_by_keyboard(page: Page, path: str) -> None:
    page.emulate_media(reduced_motion="reduce")
    page.goto(path)
    hidden = page.locator(".br-page").evaluate(
        """page => [...page.querySelectorAll("a[href], button, input, select, summary, [tabindex]")]
        .filter(control => control.tabIndex >= 0 && control.checkVisibility())
        .filter(control => {
            control.focus({focusVisible: true});
            const style = getComputedStyle(control);
            return document.activeElement !== control || style.outlineStyle === "none" || style.opacity === "0";
        }).map(control => control.outerHTML.slice(0, 120))"""
    )
    assert hidden == []
