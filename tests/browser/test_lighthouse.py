"""What Lighthouse asks of a briefing's accessibility and of good practice."""

import pytest

from tests.browser import lighthouse
from tests.browser.conftest import SITES
from tests.browser.pages import BRIEFINGS


@pytest.mark.parametrize(("desk", "path"), BRIEFINGS)
def test_a_briefing_has_full_scores(request: pytest.FixtureRequest, executable: str, desk: str, path: str) -> None:
    site = request.getfixturevalue(SITES[desk])
    found = lighthouse.report(f"{site}{path}", executable, "accessibility", "best-practices")
    assert lighthouse.shortcomings(found) == ""
    assert lighthouse.scores(found) == {"accessibility": 100, "best-practices": 100}
