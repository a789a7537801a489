"""A walk along every link of a site that is served, as a browser would follow them, and to every anchor."""

import re
from dataclasses import dataclass, field
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.parse import unquote, urldefrag, urljoin
from urllib.request import urlopen

_LINKS = {"a": "href", "link": "href", "script": "src", "img": "src", "iframe": "src"}


class Document(HTMLParser):
    """The ids of a page, and what it links to and loads."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.ids: set[str] = set()
        self.targets: set[str] = set()
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if identity := given.get("id"):
            self.ids.add(identity)
        if target := given.get(_LINKS.get(tag, "")):
            self.targets.add(target)


@dataclass
class Walk:
    """From a site's home page to all that it leads to below its own address."""

    home: str  # "http://127.0.0.1:8000/repo/"
    pages: dict[str, Document] = field(default_factory=dict)
    files: set[str] = field(default_factory=set)
    dead: list[str] = field(default_factory=list)

    def along_every_link(self) -> "Walk":
        waiting = [(self.home, "the start")]
        anchors: list[tuple[str, str, str]] = []
        while waiting:
            address, origin = waiting.pop()
            if address not in self.pages and address not in self.files:
                self._visit(address, origin)
                for target in self.pages[address].targets if address in self.pages else ():
                    there, anchor = urldefrag(urljoin(address, target))
                    if there.startswith(self.home):
                        waiting.append((there, address))
                        anchors.append((there, anchor, address))
                    elif there.startswith(urljoin(self.home, "/")):
                        self.dead.append(f"{address}: {target} leads out of the site")
        self.dead += [f"{origin}: {there}#{anchor}" for there, anchor, origin in anchors if self._misses(there, anchor)]
        return self

    def _visit(self, address: str, origin: str) -> None:
        try:
            with urlopen(address, timeout=30) as answer:  # noqa: S310  a server of this test
                content: bytes = answer.read()
                kind = answer.headers.get_content_type()
        except HTTPError as missing:
            missing.close()
            self.files.add(address)
            self.dead.append(f"{origin}: {address} answers {missing.code}")
            return
        if kind == "text/html":
            self.pages[address] = Document(content.decode())
        else:
            self.files.add(address)

    def _misses(self, address: str, anchor: str) -> bool:
        """Filters have their state in the fragment: `#kind=consult`."""
        page = self.pages.get(address)
        return bool(page and anchor and "=" not in anchor and unquote(anchor) not in page.ids | {"__skip"})


_OURS = re.compile(r"[efnqs]-[0-9a-f]{8}")  # what anchors that last look like; others name things of linked data


@dataclass
class Site:
    """A built site in a folder: what it says of its own addresses, in whichever file."""

    folder: Path
    url: str  # where it is to be published: "https://example.org/desk/"
    pages: dict[str, Document] = field(default_factory=dict)

    def dead_addresses(self) -> list[str]:
        """Whole addresses that lead nowhere, in heads, linked data, feeds, calendars, data, the sitemap, the guide."""
        whole = re.compile(re.escape(self.url) + r"[^\s\"'<>\\)}]*")
        return [
            f"{path.relative_to(self.folder)}: {address}"
            for path in sorted(self.folder.rglob("*"))
            if path.suffix in (".html", ".xml", ".json", ".ics", ".txt")
            for address in sorted(set(whole.findall(_unfolded(path))))
            if not self._stands(address.removeprefix(self.url))
        ]

    def missing(self, book: dict[str, Any]) -> list[str]:
        """What a list of addresses has and the site has not."""
        places = [f"{page}#{anchor}" for page, anchors in book["pages"].items() for anchor in ["", *anchors]]
        return [place for place in [*places, *book["redirects"], *book["files"]] if not self._stands(place)]

    def _stands(self, address: str) -> bool:
        place, _, anchor = address.partition("#")
        path = self.folder / unquote(place) / ("index.html" if place.endswith("/") or not place else "")
        if not path.is_file():
            return False
        return not _OURS.match(anchor) or anchor in self._page(path).ids

    def _page(self, path: Path) -> Document:
        key = str(path)
        if key not in self.pages:
            self.pages[key] = Document(path.read_text(encoding="utf-8"))
        return self.pages[key]


def _unfolded(path: Path) -> str:
    """The text, with a calendar's long lines put together."""
    return unescape(path.read_text(encoding="utf-8").replace("\r\n ", "").replace("\\n", " "))
