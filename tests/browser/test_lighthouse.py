"""What Lighthouse asks of a briefing's accessibility and of good practice."""

from tests.browser import lighthouse
from tests.browser.pages import BRIEFING


def test_a_briefing_has_full_scores(site: str, executable: str) -> None:
    found = lighthouse.report(f"{site}{BRIEFING}", executable, "accessibility", "best-practices")
    assert lighthouse.shortcomings(found) == ""
    assert lighthouse.scores(found) == {"accessibility": 100, "best-practices": 100}
