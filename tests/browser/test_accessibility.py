"""WCAG 2.2 AA, as far as axe can tell, on every kind of page of every desk."""

import pytest

from tests.browser.accessibility import violations
from tests.browser.conftest import Visit
from tests.browser.pages import OURS, PLACES


@pytest.mark.parametrize(("desk", "path"), PLACES)
def test_axe_finds_nothing(visit: Visit, desk: str, path: str) -> None:
    page = visit(desk, path)
    for width in (360, 1280):
        page.set_viewport_size({"width": width, "height": 900})
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
            assert violations(page) == "", f"{width} px, {scheme}"


@pytest.mark.parametrize(("desk", "path"), OURS)
def test_every_control_can_be_reached_and_is_seen_by_keyboard(visit: Visit, desk: str, path: str) -> None:
    hidden = (
        visit(desk, path)
        .locator(".br-page")
        .evaluate(
            """page => [...page.querySelectorAll("a[href], button, input, select, summary, [tabindex]")]
        .filter(control => control.tabIndex >= 0 && control.checkVisibility())
        .filter(control => {
            control.focus({focusVisible: true});
            const style = getComputedStyle(control);
            return document.activeElement !== control || style.outlineStyle === "none" || style.opacity === "0";
        }).map(control => control.outerHTML.slice(0, 120))"""
        )
    )
    assert hidden == []
