"""How fast pages are: Lighthouse's score of a briefing, the work of a long one, and the wait for a long filter.

    python -m benchmarks.pages

Pages are served compressed, as GitHub Pages serves them. Each is looked at in turn with a plain page of the theme's:
figures differ from machine to machine, their ratio hardly does. Lighthouse simulates a phone on a slow network; work
is the processor time of the page's main thread on this machine, until nothing is loaded any more. The wait is that
from a choice in the filter of a chronology until its rows are laid out anew: a year of two hundred briefings, and the
sample's.
"""

import datetime
import gzip
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from statistics import median
from typing import TypeVar

from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser import chromium, desks, lighthouse
from tests.browser.pages import BRIEFING

ROOT = Path(__file__).parents[1]
PLAIN = "about/method/"  # of the same desk
REPORTS = 3
LOADS = 9
WORDS = 2000
CHRONOLOGIES = ("many/chronology/2021/", "sample/chronology/2025/")
ROWS = "#all .br-event"
CHOICE = """(field) => {
    const start = performance.now();
    field.selectedIndex = 1;
    field.dispatchEvent(new Event("input", { bubbles: true }));
    document.body.offsetHeight; // lays the page out
    return performance.now() - start;
}"""
ANNOTATIONS = ".br-text :is(.br-actor, .br-date, .br-num, .br-hedge, .br-quote, .br-eventref)"
WORK = {
    "TaskDuration": "in all",
    "RecalcStyleDuration": "styles",
    "LayoutDuration": "layout",
    "ScriptDuration": "script",
}

_STATES = ("India", "Russia", "China", "Norway", "Peru", "Kenya", "Japan", "France", "Brazil", "Egypt", "Canada")
_CITIES = ("New Delhi", "Moscow", "Beijing", "Oslo", "Lima", "Nairobi", "Tokyo", "Paris", "Cairo")
_PARAGRAPH = (
    "{one} and {other} signed an agreement on fishing in {city} in {year}, after talks that both had long put off. "
    "“We are satisfied with what lies on the table,” said Foreign Minister Ana Quispe. "
    "The {number} men who had waited on the quay since Monday morning went home without a word about it. "
    "{one} may lower its tariff on boats by {number}%, which the yards had asked for in vain. "
    "Nothing of what was said behind the doors was made public, and nobody there seemed to mind."
)

Seen = TypeVar("Seen")


class _Host(SimpleHTTPRequestHandler):
    """Files compressed, over connections that last."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        file = path / "index.html" if path.is_dir() else path
        if not file.exists():
            self.send_error(404)
            return
        body = _compressed(file)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(file))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Requests are no news."""


@cache
def _compressed(file: Path) -> bytes:
    return gzip.compress(file.read_bytes())


def main() -> None:
    executable = chromium.find() or sys.exit("There is no Chromium: run `make chromium`.")
    with tempfile.TemporaryDirectory() as folder:
        desk, host = Path(folder, "desk"), Path(folder, "host")
        write_long(desk)
        build(ROOT, host / "sample")
        build(desk, host / "long")
        desks.empty(many := Path(folder, "many"))
        desks.large(many)
        build(many, host / "many")
        with served(host) as site:
            print_scores(site, executable)
            print_work(site, executable)
            print_wait(site, executable)


def write_long(desk: Path) -> None:
    """A desk of one long article, whose words stand on a plain page, too."""
    desks.empty(desk)
    paragraphs: list[str] = []
    while sum(len(paragraph.split()) for paragraph in paragraphs) < WORDS:
        nth = len(paragraphs)
        one, other = _STATES[nth % len(_STATES)], _STATES[(nth + 3) % len(_STATES)]
        city = _CITIES[nth % len(_CITIES)]
        paragraphs.append(_PARAGRAPH.format(one=one, other=other, city=city, year=1990 + nth, number=5 + nth))
    text = "\n\n".join(paragraphs)
    desks.write(desk, "long", datetime.date(2025, 3, 14), text)
    (desk / "briefings" / "about" / "plain.md").write_text(f"# Plain\n\n{text}\n", encoding="utf-8")


def build(desk: Path, folder: Path) -> None:
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(folder)]
    subprocess.run(command, cwd=desk, check=True)


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address of the folder, with a slash at its end."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Host, directory=str(folder))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def print_scores(site: str, executable: str) -> None:
    """Lighthouse's of a briefing of this repository's desk, on a phone as it simulates one."""

    def score(page: str) -> float:
        found = lighthouse.report(f"{site}sample/{page}", executable, "performance")
        return lighthouse.scores(found)["performance"] or 0

    briefing, plain = in_turn(score, BRIEFING, PLAIN, times=REPORTS)
    print(f"Lighthouse, performance: a briefing {listed(briefing)}, a plain page {listed(plain)}")
    print(f"  {ratio(briefing, plain):.2f} of a plain page's, median of {REPORTS} reports each")


def print_work(site: str, executable: str) -> None:
    """Of a long briefing, and of a plain page with the same words."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=chromium.arguments())
        page = browser.new_page()
        page.goto(f"{site}long/long/")
        words = len(page.locator(".br-text").inner_text().split())
        annotations = page.locator(ANNOTATIONS).count()
        found = in_turn(partial(work, browser, f"{site}long/"), "long/", "about/plain/", times=LOADS)
        browser.close()
    print(f"{words:,} words with {annotations} annotations: milliseconds of work, median of {LOADS} loads each")
    for name, label in WORK.items():
        briefing, plain = ([1000 * load[name] for load in loads] for loads in found)
        times = ratio(briefing, plain)
        print(f"  {label:<7} {median(briefing):4.0f}, on a plain page {median(plain):3.0f}: {times:4.1f} times as much")


def work(browser: Browser, site: str, page: str) -> dict[str, float]:
    """Processor seconds that the main thread spends on a page, by kind, with nothing of it in a cache."""
    context = browser.new_context()
    tab = context.new_page()
    tab.goto(f"{site}llms.txt")  # the site has a process from here on, and its work is counted
    console = context.new_cdp_session(tab)
    console.send("Performance.enable", {"timeDomain": "threadTicks"})
    tab.goto(f"{site}{page}", wait_until="networkidle")
    metrics = console.send("Performance.getMetrics")["metrics"]
    context.close()
    return {metric["name"]: metric["value"] for metric in metrics}


def print_wait(site: str, executable: str) -> None:
    """For the filter of a long chronology, and for that of a short one."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=chromium.arguments())
        page = browser.new_page()
        rows = []
        for chronology in CHRONOLOGIES:
            page.goto(f"{site}{chronology}")
            rows.append(page.locator(ROWS).count())
        long, short = in_turn(partial(wait, page, site), *CHRONOLOGIES, times=LOADS)
        browser.close()
    (many, few), times = rows, ratio(long, short)
    print(f"A choice in a filter: {median(long):.1f} milliseconds for {many} events, {median(short):.1f} for {few}")
    print(f"  {times:.1f} times as long for {many / few:.1f} times as many, median of {LOADS} choices each")


def wait(page: Page, site: str, chronology: str) -> float:
    """Milliseconds from the choice of an actor until the page is laid out anew."""
    page.goto(f"{site}{chronology}", wait_until="networkidle")
    taken: float = page.locator("#f-actor").evaluate(CHOICE)
    return taken


def in_turn(look: Callable[[str], Seen], first: str, second: str, *, times: int) -> tuple[list[Seen], list[Seen]]:
    """What is seen of two pages, one after the other, so that a busy machine is unkind to both."""
    seen = [(look(first), look(second)) for _ in range(times)]
    return [pair[0] for pair in seen], [pair[1] for pair in seen]


def ratio(ours: list[float], theirs: list[float]) -> float:
    """The middle one of those of each turn."""
    return median(one / other for one, other in zip(ours, theirs, strict=True))


def listed(figures: list[float]) -> str:
    return " ".join(f"{figure:.0f}" for figure in sorted(figures))


if __name__ == "__main__":
    main()
