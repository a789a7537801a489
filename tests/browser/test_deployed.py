"""The desk of this repository, published to a branch and read from there, link by link, as its readers do."""

import shutil
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Page

from tests.browser.conftest import ROOT, watched
from tests.site.crawl import Document, Walk
from tests.site.deploying import cloned, deploy, hosted, with_remote
from tests.site.desks import Desk


@dataclass(kw_only=True)
class Reading(Walk):
    """The walk of a browser: pages as they stand once their scripts have run."""

    page: Page

    def _visit(self, address: str, origin: str) -> None:
        is_page = address.endswith(("/", ".html"))
        answer = self.page.goto(address, wait_until="load") if is_page else self.page.request.get(address)
        if not answer or not answer.ok:
            self.files.add(address)
            self.dead.append(f"{origin}: {address} answers {answer.status if answer else 'nothing'}")
        elif is_page:
            self.pages[address] = Document(self.page.content())
        else:
            self.files.add(address)


def test_every_link_of_the_published_branch_works_in_a_browser(browser: Browser, tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    for folder in ("briefings", "seeds"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    with_remote(desk)
    done = deploy(desk)
    assert done.returncode == 0, done.stderr
    cloned(desk, tmp_path / "host" / "repo")
    with hosted(tmp_path / "host") as address, watched(browser, f"{address}repo/") as context:
        walk = Reading(f"{address}repo/", page=context.new_page()).along_every_link()
    assert walk.dead == []
    assert len(walk.pages) > 70
    assert len(walk.files) > 100
