"""What stands in the head of a page for other programs: its description for a preview, its feeds, its JSON-LD."""

import json
from collections.abc import Iterator
from typing import Any

from markupsafe import Markup

from mkdocs_briefings.briefing import Briefing
from mkdocs_briefings.export import linked_data
from mkdocs_briefings.export.picture import picture
from mkdocs_briefings.markup import data_block, void_element
from mkdocs_briefings.pages import Page, addresses, offers
from mkdocs_briefings.pages.cite import permalink
from mkdocs_briefings.pages.edition import Edition, Here
from mkdocs_briefings.pages.offers import Offer

Property = tuple[str, str | None]

FEEDS = ("atom", "json_feed")


class Heads:
    """The heads of an edition's pages, each found by the page's name."""

    def __init__(self, edition: Edition) -> None:
        self.edition = edition
        self.briefings = {addresses.briefing(briefing.slug): briefing for briefing in edition.corpus.briefings}
        self.actors = {addresses.actor(entry.actor.id): entry for entry in edition.corpus.actors}
        self.of_site = offers.of_site(edition)

    def of(self, page: Page) -> Markup:
        """Elements for the page's head; none of them runs, and a policy that forbids inline scripts lets them be."""
        briefing = self.briefings.get(page.src_uri)
        metas = (_meta(name, value) for name, value in self._preview(page, briefing) if value)
        pieces = [*metas, *self._feeds(page)]
        if graph := self._graph(page):
            pieces.append(data_block("application/ld+json", json.dumps(graph, ensure_ascii=False)))
        return Markup("\n").join(pieces)

    def _preview(self, page: Page, briefing: Briefing | None) -> Iterator[Property]:
        """OpenGraph, which others read as well, and the one word that only a Twitter card has."""
        site = self.edition.site
        image = picture(self.edition)
        yield "og:type", "article" if briefing else "profile" if self._is_of_a_person(page) else "website"
        yield "og:site_name", site.name
        yield "og:title", site.name if page.src_uri == addresses.HOME else page.title
        yield "og:description", page.description
        yield "og:url", permalink(self.edition, page.src_uri)
        if image:
            width, height = image.size or (None, None)
            yield "og:image", image.address
            yield "og:image:width", str(width) if width else None
            yield "og:image:height", str(height) if height else None
            yield "og:image:alt", image.alt
        if briefing:
            updated = briefing.updated
            yield "article:published_time", briefing.date.isoformat() if briefing.date else None
            yield "article:modified_time", updated.isoformat() if updated else None
        yield "twitter:card", "summary_large_image" if image and image.is_wide else "summary"

    def _is_of_a_person(self, page: Page) -> bool:
        entry = self.actors.get(page.src_uri)
        return bool(entry and entry.actor.type == "person")

    def _feeds(self, page: Page) -> Iterator[Markup]:
        """Links to the page's own feeds, then to those of the site."""
        here, name = Here(self.edition, page.src_uri), self.edition.site.name
        if entry := self.actors.get(page.src_uri):
            title = self.edition.say("feed.actor", name=entry.actor.name, site=name)
            yield from _links(here, offers.of_actor(self.edition, entry), title)
        yield from _links(here, self.of_site, name)

    def _graph(self, page: Page) -> dict[str, Any] | None:
        if briefing := self.briefings.get(page.src_uri):
            return linked_data.of_briefing(self.edition, briefing)
        if entry := self.actors.get(page.src_uri):
            return linked_data.of_actor(self.edition, entry)
        if page.src_uri == addresses.CHRONOLOGY:
            return linked_data.of_chronology(self.edition)
        return linked_data.of_home(self.edition) if page.src_uri == addresses.HOME else None


def _meta(name: str, value: str) -> Markup:
    """OpenGraph's own attribute is `property`, a Twitter card's is `name`."""
    attribute = "name" if name.startswith("twitter:") else "property"
    return void_element("meta", [(attribute, name), ("content", value)])


def _links(here: Here, offered: tuple[Offer, ...], title: str) -> Iterator[Markup]:
    """Links by which a feed reader finds feeds: it needs the word `alternate`, and some know it only by itself.

    Material takes a link with that word alone for one to another language of the site, and asks for a sitemap beside
    it. Beside the feed of the home page there is one; every other link has a second word, which says what it is.
    """
    feeds = tuple(offer for offer in offered if offer.form in FEEDS)
    for offer, link in zip(feeds, offers.links(here, feeds), strict=True):
        rel = "alternate" if here.src_uri == addresses.HOME and offer.form == "atom" else "alternate feed"
        given = [("rel", rel), ("type", offer.media_type), ("title", title), ("href", link.href)]
        yield void_element("link", given)
