"""A reader's way through the desk of this repository, and every link that could lead astray."""

import re
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlparse

from playwright.sync_api import Page, expect

ROOT = Path(__file__).parents[2]
BRIEFING = "modi-putin-call/"
SEED = ROOT / "seeds" / "000_118da1c6005ba54c.txt"


class Links(HTMLParser):
    """The ids and the targets of a page's links."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.ids: set[str] = set()
        self.targets: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if name := given.get("id"):
            self.ids.add(name)
        if tag == "a" and (target := given.get("href")):
            self.targets.append(target)


def test_from_a_briefing_to_an_actor_to_another_mention_to_the_chronology_and_back(page: Page) -> None:
    page.goto(BRIEFING)
    page.locator(".br-text a.br-actor", has_text="Narendra Modi").first.click()
    expect(page.locator("h1")).to_have_text("Narendra Modi")

    page.locator("#mentions").scroll_into_view_if_needed()
    mention = page.locator(f".br-kwic .br-ref[href*='{BRIEFING}#s-']").last
    page.locator("#mentions ~ details", has=mention).locator("summary").click()
    anchor = (mention.get_attribute("href") or "").rpartition("#")[2]
    mention.click()
    expect(page).to_have_url(re.compile(f"{BRIEFING}#{anchor}$"))
    sentence = page.locator(f"[id='{anchor}']")
    expect(sentence).to_be_in_viewport()
    expect(sentence).to_contain_text("Modi")

    page.locator(".br-main .br-event[id] .br-when a:not(.br-anchor)").first.click()
    expect(page).to_have_url(re.compile(r"chronology/\w+/#e-[0-9a-f]{12}"))
    event = page.locator(f"[id='{page.url.rpartition('#')[2]}']")
    expect(event).to_be_in_viewport()
    event.locator("summary", has_text="articles").click()
    event.locator(f"a[href*='{BRIEFING}#s-']").first.click()
    expect(page).to_have_url(re.compile(f"{BRIEFING}#s-"))
    expect(page.locator(":target")).to_be_in_viewport()


def test_from_the_chronology_to_a_year_to_a_pair_to_those_who_act_for_it(page: Page) -> None:
    page.goto("chronology/")
    page.locator(".br-year h2 a", has_text="2025").click()
    expect(page.locator("h1")).to_have_text("Chronology, 2025")
    page.get_by_role("link", name="The whole chronology").first.click()
    page.get_by_role("link", name="India and Russia").click()
    expect(page.locator("h1")).to_have_text("India and Russia")
    events = page.locator(".br-event")
    told = int((page.locator(".br-lead").text_content() or "").split()[0])
    expect(events).to_have_count(told)
    page.locator("[aria-labelledby='acting'] a", has_text="Vladimir Putin").click()
    page.locator(".br-relations").get_by_role("link", name=re.compile("^Narendra Modi and Vladimir Putin")).click()
    expect(page.locator("h1")).to_have_text("Narendra Modi and Vladimir Putin")


def test_the_words_on_the_page_are_the_articles(page: Page) -> None:
    page.goto(BRIEFING)
    shown = page.locator(".br-text > p").evaluate_all("paragraphs => paragraphs.map(p => p.textContent)")
    article = SEED.read_text(encoding="utf-8")
    assert shown == [line.strip() for line in article.splitlines() if line.strip()]
    assert "".join("".join(shown).split()) == "".join(article.split())


def test_every_link_of_the_site_leads_to_a_page_and_a_place_on_it(site_folder: Path) -> None:
    pages = {path: Links(path.read_text(encoding="utf-8")) for path in site_folder.rglob("*.html")}
    dead = []
    for path, links in pages.items():
        address = f"https://site/{path.relative_to(site_folder).as_posix().removesuffix('index.html')}"
        if path.name == "404.html":
            continue
        for target in links.targets:
            url = urlparse(urljoin(address, target))
            if url.netloc != "site":
                continue
            file = site_folder / unquote(url.path).lstrip("/")
            file = file / "index.html" if file.is_dir() else file
            fragment = unquote(url.fragment)
            place_missing = (
                fragment and "=" not in fragment and file in pages and fragment not in pages[file].ids | {"__skip"}
            )
            if not file.is_file() or place_missing:
                dead.append(f"{path.relative_to(site_folder)}: {target}")
    assert dead == []


def test_search_finds_a_sentence_by_its_words(page: Page) -> None:
    page.goto("")
    page.locator(".md-search__input").click()
    expect(page.locator(".md-search-result__meta")).to_have_text("Type to start searching")  # the index is there
    page.locator(".md-search__input").press_sequentially("farmers fishermen")
    expect(page.locator(".md-search-result__link", has_text="farmers").first).to_have_attribute(
        "href", re.compile(f"{BRIEFING}.*#s-")
    )
