"""Pictures of every kind of page, for a person to look at: `make screenshots`."""

import argparse
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from tests.browser import chromium
from tests.browser.pages import BRIEFING, KINDS

WIDTHS = (360, 768, 1280, 1700)
SCHEMES = ("light", "dark")


class _QuietHandler(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Requests are no news."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("site", type=Path, help="the built site")
    parser.add_argument("folder", type=Path, help="where the pictures go; `index.html` there shows them all")
    given = parser.parse_args()
    given.folder.mkdir(parents=True, exist_ok=True)
    handler = partial(_QuietHandler, directory=str(given.site))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server, sync_playwright() as playwright:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        browser = playwright.chromium.launch(executable_path=chromium.find(), args=chromium.arguments())
        names = list(_taken(browser, f"http://127.0.0.1:{server.server_port}/", given.folder))
        server.shutdown()
    shown = "".join(
        f'<figure><img src="{name}" width="420" alt=""><figcaption>{name}</figcaption></figure>' for name in names
    )
    style = "body { display: flex; flex-wrap: wrap; align-items: start }"
    page = f'<!doctype html><html lang="en"><title>Pages</title><style>{style}</style>{shown}'
    (given.folder / "index.html").write_text(page, encoding="utf-8")
    print(f"{len(names)} pictures, all on {given.folder / 'index.html'}")


def _taken(browser: Browser, site: str, folder: Path) -> Iterator[str]:
    for path in KINDS:
        name = path.strip("/").replace("/", "-") or "home"
        for width in WIDTHS:
            for scheme in SCHEMES:
                page = browser.new_page(
                    viewport={"width": width, "height": 900},
                    color_scheme="dark" if scheme == "dark" else "light",
                    reduced_motion="reduce",
                )
                page.goto(site + path)
                page.wait_for_timeout(200)  # the theme fades its tabs in
                page.screenshot(path=folder / f"{name}-{width}-{scheme}.png", full_page=True)
                page.close()
                yield f"{name}-{width}-{scheme}.png"
    yield from _otherwise(browser, site, folder)


def _otherwise(browser: Browser, site: str, folder: Path) -> Iterator[str]:
    """A briefing in forced colours, and on paper."""
    page = browser.new_page(forced_colors="active")
    page.goto(site + BRIEFING)
    page.screenshot(path=folder / "briefing-forced-colours.png", full_page=True)
    yield "briefing-forced-colours.png"
    page = browser.new_page(viewport={"width": 794, "height": 1123})
    page.goto(site + BRIEFING)
    page.pdf(path=folder / "briefing.pdf", format="A4")
    page.emulate_media(media="print")
    page.screenshot(path=folder / "briefing-print.png", full_page=True)
    yield "briefing-print.png"


if __name__ == "__main__":
    main()
