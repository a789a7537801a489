"""What axe finds on a page."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def violations(page: Page) -> str:
    """A report; empty where there is nothing to report."""
    page.wait_for_timeout(300)  # the theme fades its tabs in
    found = Axe().run(page, options={"runOnly": RULES})
    violations = found.response["violations"]
    return "\n".join(
        f"{wrong['id']}: {wrong['help']}: {node['html']}" for wrong in violations for node in wrong["nodes"]
    )
