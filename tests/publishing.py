"""Small editions, what is published of them, and how others read the heads of their pages."""

import datetime
import json
from html.parser import HTMLParser

import rdflib

from mkdocs_briefings.briefing import Briefing, brief
from mkdocs_briefings.dates import PartialDate
from mkdocs_briefings.export.publication import publish
from mkdocs_briefings.overlay import Overlay, Review
from mkdocs_briefings.pages import DataFile, Edition, Page, Redirect, Site, Templates, render_edition
from tests import builders as build

URL = "https://desk.example/briefings/"
HOSTILE = '=cmd|"x"!A1 </script><img src=x onerror=alert(1)> ]]> \x0b & \\; {{ 7*7 }}'
# The vocabulary in the place of its address, and which of its properties hold addresses: a test asks no other host.
_CONTEXT: dict[str, object] = {
    "@vocab": "https://schema.org/",
    **{name: {"@type": "@id"} for name in ("url", "sameAs", "contentUrl", "image")},
}


class Head(HTMLParser):
    """The attributes of a head's elements, and what stands in its blocks of JSON-LD."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.metas: list[tuple[str, str]] = []
        self.links: list[dict[str, str | None]] = []
        self.tags: list[str] = []
        self.scripts: list[str] = []
        self._within = ""
        self.feed(html)

    @property
    def meta(self) -> dict[str, str]:
        return dict(self.metas)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.tags.append(tag)
        self._within = given.get("type") or ""
        if tag == "meta":
            self.metas.append((given.get("property") or given.get("name") or "", given.get("content") or ""))
        elif tag == "link":
            self.links.append(given)

    def handle_data(self, data: str) -> None:
        if self.tags[-1:] == ["script"] and self._within == "application/ld+json" and data.strip():
            self.scripts.append(data)


def graph(head: str, base: str = URL) -> rdflib.Graph:
    """A page's JSON-LD as RDF."""
    (script,) = Head(head).scripts
    made = json.loads(script)
    assert made["@context"] == "https://schema.org"
    made["@context"] = _CONTEXT
    return rdflib.Graph().parse(data=json.dumps(made), format="json-ld", publicID=base)


def edition(
    *briefings: Briefing, url: str | None = URL, directory_urls: bool = True, image: str | None = None
) -> Edition:
    site = Site(name="The Desk", description="What was said.", url=url, directory_urls=directory_urls, image=image)
    return Edition.of(build.corpus(*briefings), Templates.load(), site)


def published(made: Edition) -> list[Page | Redirect | DataFile]:
    return list(publish(made, render_edition(made)))


def files(made: Edition) -> dict[str, str]:
    return {each.uri: each.content for each in published(made) if isinstance(each, DataFile)}


def heads(made: Edition) -> dict[str, str]:
    return {each.src_uri: str(each.head) for each in published(made) if isinstance(each, Page)}


def named(title: str) -> Briefing:
    settings = Overlay(
        sources=["talks"],
        title=title,
        status="reviewed",
        reviewed=Review(by="Sample desk", on=datetime.date(2025, 3, 20)),
        bottom_line=title,
    )
    return brief((build.talks(),), build.overlay(settings))


def planned(*dates: str) -> Briefing:
    """Summits that lie ahead."""
    text = "".join(f"Peru is to host summit {number}, it said.\n" for number in range(len(dates)))
    events = [
        build.event(
            text,
            f"Peru is to host summit {number}",
            f"summit {number}",
            event_type="CONSULT",
            actors=("peru",),
            status="planned",
            date=PartialDate(date),
            date_source="own",
        )
        for number, date in enumerate(dates)
    ]
    article = build.source(text, "summits")
    return brief((build.document(article, events=events, mentions=[build.mention(text, "Peru", "peru")]),), None)
