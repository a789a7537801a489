"""The desk as plain Markdown, built by a generator that runs no plugins."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from tests.site.crawl import Walk
from tests.site.deploying import hosted
from tests.site.desks import Desk

OVERLAY = """\
---
sources: [talks]
title: "Talks: in Lima"
date_published: 2025-08-08
former_addresses: [call]
---
Prose of *the desk*.
"""


@pytest.fixture
def staged(desk: Desk) -> Path:
    desk.write("briefings/talks.md", OVERLAY)
    desk.write("briefings/about.md", "# About\n\n[The briefing](talks.md)\n")
    done = export(desk)
    assert done.returncode == 0, done.stderr
    return desk.root / "staged"


def export(desk: Desk) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", "from mkdocs_briefings.cli import main; main()", "export", "--to", "staged"]
    return subprocess.run(command, cwd=desk.root, capture_output=True, text=True, check=False, timeout=120)


def test_zensical_builds_it_with_no_link_broken(staged: Path) -> None:
    zensical = shutil.which("zensical", path=str(Path(sys.executable).parent))
    assert zensical
    done = subprocess.run(
        [zensical, "build", "--strict"], cwd=staged, capture_output=True, text=True, check=False, timeout=120
    )
    assert done.returncode == 0, done.stdout + done.stderr
    host = staged / "host"
    host.mkdir()
    (staged / "site").rename(host / "repo")
    with hosted(host) as address:
        walk = Walk(f"{address}repo/").along_every_link()
    assert walk.dead == []
    pages = {page.removeprefix(f"{address}repo/") for page in walk.pages}
    assert {"", "talks/", "actors/peru/", "chronology/2025/"} <= pages
    page = (host / "repo/talks/index.html").read_text(encoding="utf-8")
    assert "Talks: in Lima" in page
    assert "<em>the desk</em>" in page
    assert "../talks/" in (host / "repo/call/index.html").read_text(encoding="utf-8")
    assert (host / "repo/about/index.html").is_file()


def test_front_matter_survives_what_a_title_has_in_it(staged: Path) -> None:
    front = (staged / "docs/talks.md").read_text(encoding="utf-8").split("---\n")[1]
    assert yaml.safe_load(front)["title"] == "Talks: in Lima"
    settings = yaml.safe_load((staged / "mkdocs.yml").read_text(encoding="utf-8"))
    assert settings["site_url"] == "https://example.org/desk/"
    assert not (staged / "docs/actors.yml").exists()


def test_a_folder_that_is_not_empty_is_left_as_it_is(desk: Desk, staged: Path) -> None:
    before = sorted(staged.rglob("*"))
    done = export(desk)
    assert done.returncode == 1
    assert "staged: folder is not empty" in done.stderr
    assert sorted(staged.rglob("*")) == before
