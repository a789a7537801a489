"""A built site, served here, and a browser that may go nowhere else.

The site stands in a folder of its host, as on GitHub Pages, so that an address from the host's root is found out.
"""

import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from filelock import FileLock
from playwright.sync_api import Browser, BrowserContext, Page, Route, sync_playwright

from tests.browser import chromium, desks
from tests.browser.pages import LARGE, SAMPLE, SMALL

ROOT = Path(__file__).parents[2]
SITES = {SAMPLE: "site", SMALL: "small_site", LARGE: "large_site"}  # fixtures, by the desk
Visit = Callable[[str, str], Page]


class _QuietHandler(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Requests are no news."""


@pytest.fixture(scope="session")
def executable() -> str:
    """Looked for before Playwright runs: looking for its own Chromium starts it, and it cannot run twice."""
    found = chromium.find()
    assert found, "there is no Chromium: run `make chromium`"
    return found


@pytest.fixture(scope="session")
def browser(executable: str) -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=chromium.arguments())
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def site_folder(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """The desk of this repository, built once, however many workers test it."""
    shared = tmp_path_factory.getbasetemp()
    if worker_id != "master":
        shared = shared.parent
    folder = shared / "host" / "briefings"
    with FileLock(shared / "host.lock"):
        if not folder.exists():
            folder.parent.mkdir(exist_ok=True)
            _build(shared / "unfinished").rename(folder)
    return folder


def _build(folder: Path, desk: Path = ROOT) -> Path:
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(folder)]
    built = subprocess.run(command, cwd=desk, capture_output=True, text=True, check=False)
    if built.returncode:
        pytest.fail(f"the site does not build:\n{built.stdout}{built.stderr}", pytrace=False)
    return folder


@pytest.fixture(scope="session")
def small_site(site: str, site_folder: Path) -> str:
    """A desk with a single article that no person has read."""
    return _beside(site, site_folder, "small", desks.small)


@pytest.fixture(scope="session")
def large_site(site: str, site_folder: Path) -> str:
    """A desk of two hundred briefings."""
    return _beside(site, site_folder, "large", desks.large)


@pytest.fixture(scope="session")
def searched_by_theme_site(site: str, site_folder: Path) -> str:
    """A desk whose readers search by the theme's own engine."""
    return _beside(site, site_folder, "searched", desks.searched)


@pytest.fixture(scope="session")
def searched_by_pagefind_site(site: str, site_folder: Path) -> str:
    """The same desk, searched by Pagefind."""
    return _beside(site, site_folder, "searched-by-pagefind", desks.searched_by_pagefind)


@pytest.fixture(scope="session")
def folders(site_folder: Path, small_site: str, large_site: str) -> dict[str, Path]:
    """The built sites by their desks' names."""
    return {SAMPLE: site_folder, SMALL: site_folder.parent / "small", LARGE: site_folder.parent / "large"}


def _beside(site: str, site_folder: Path, name: str, write: Callable[[Path], None]) -> str:
    """Build a desk on the host of the first, once, however many workers test it."""
    host = site_folder.parent
    with FileLock(host.parent / f"{name}.lock"):
        if not (host / name).exists():
            desk = host.parent / f"{name}-desk"
            desks.empty(desk)
            write(desk)
            _build(host.parent / f"{name}-unfinished", desk).rename(host / name)
    return f"{site.removesuffix(f'{site_folder.name}/')}{name}/"


@pytest.fixture(scope="session")
def site(site_folder: Path) -> Iterator[str]:
    """The address of the site, with a slash at its end."""
    handler = partial(_QuietHandler, directory=str(site_folder.parent))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/{site_folder.name}/"
        server.shutdown()


@pytest.fixture
def context(browser: Browser, site: str) -> Iterator[BrowserContext]:
    """A fresh browser profile; `page.goto("actors/")` starts from the site's home."""
    with watched(browser, site) as context:
        yield context


@pytest.fixture
def visit(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Visit]:
    """Opens a page of one of the desks, by the desk's name and the page's address on its site."""
    with ExitStack() as stack:

        def open_page(desk: str, path: str) -> Page:
            context = stack.enter_context(watched(browser, request.getfixturevalue(SITES[desk])))
            page = context.new_page()
            page.emulate_media(reduced_motion="reduce")
            page.goto(path)
            return page

        yield open_page


@contextmanager
def watched(browser: Browser, site: str) -> Iterator[BrowserContext]:
    """A browser profile for one site.

    The test fails where a page logs an error, raises one, or asks for anything beyond the site.
    """
    context = browser.new_context(base_url=site)
    context.set_default_timeout(10_000)
    wrong: list[str] = []

    def stay_here(route: Route) -> None:
        if route.request.url.startswith(site):
            route.continue_()
        else:
            wrong.append(f"request beyond the site: {route.request.url}")
            route.abort()

    context.route("**/*", stay_here)
    context.on("console", lambda message: wrong.append(f"console: {message.text}") if message.type == "error" else None)
    context.on("weberror", lambda raised: wrong.append(f"error in a page: {raised.error}"))
    yield context
    context.close()
    if wrong:
        pytest.fail("\n".join(wrong), pytrace=False)


@pytest.fixture
def page(context: BrowserContext) -> Page:
    return context.new_page()
