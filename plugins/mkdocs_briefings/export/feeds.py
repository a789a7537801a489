"""What stands in feeds: all briefings, those that name an actor, or the events of one kind.

Days come from the data: the newest first, and what has none is left out, since a feed must date what it tells.
"""

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from mkdocs_briefings.briefing import Briefing
from mkdocs_briefings.corpus.actor_index import ActorEntry, Appearance
from mkdocs_briefings.corpus.chronology import Entry
from mkdocs_briefings.export import identities
from mkdocs_briefings.export.identities import readable
from mkdocs_briefings.facts import words
from mkdocs_briefings.pages import addresses
from mkdocs_briefings.pages.cite import event_page, permalink
from mkdocs_briefings.pages.edition import Edition, Here, shortened
from mkdocs_briefings.pages.offers import day_told, of_type

_MOST = 50  # entries of a feed
_MOST_SENTENCES = 5  # of those that name an actor
_LONGEST_TITLE = 160
_LONGEST_SUMMARY = 600


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    words: str
    link: str | None
    language: str = ""  # of a source's words


@dataclass(frozen=True, slots=True)
class Tag:
    key: str  # the same in every language
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """An entry of a feed."""

    id: str  # "urn:uuid:…"
    link: str
    title: str
    summary: str
    html: str
    published: datetime.date
    updated: datetime.date
    tags: tuple[Tag, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    title: str
    page: str  # the address of the page it is of
    items: tuple[Item, ...]  # newest first; at least one

    @property
    def updated(self) -> datetime.date:
        return max(item.updated for item in self.items)


class Feeds:
    """The feeds of an edition."""

    def __init__(self, edition: Edition) -> None:
        self.edition = edition
        self.ids = identities.of_briefings(edition.site.url or "", edition.corpus.briefings)

    def of_site(self) -> Feed:
        items = (self._briefing(briefing, day) for briefing, day in _newest(self.edition.corpus.briefings))
        return _feed(self.edition, self.edition.site.name, addresses.HOME, items)

    def of_actor(self, entry: ActorEntry) -> Feed:
        """The briefings that name the actor, with the first sentences that do."""
        naming: dict[str, list[Appearance]] = {}
        for appearance in entry.appearances:
            naming.setdefault(appearance.briefing.slug, []).append(appearance)
        items = (
            self._briefing(briefing, day, tuple(_sentences(self.edition, naming[briefing.slug])))
            for briefing, day in _newest(entry.briefings)
        )
        title = self.edition.say("feed.actor", name=entry.actor.name, site=self.edition.site.name)
        return _feed(self.edition, title, addresses.actor(entry.actor.id), items)

    def of_kind(self, kind: str) -> Feed:
        """The events of one of PLOVER's types, by its key."""
        edition = self.edition
        told = ((entry, day_told(entry)) for entry in of_type(edition, kind))
        newest = sorted(((entry, day) for entry, day in told if day), key=lambda pair: pair[1], reverse=True)[:_MOST]
        items = (_event(edition, entry, day) for entry, day in newest)
        title = edition.say("feed.kind", kind=edition.say(f"kind.{kind}"), site=edition.site.name)
        return _feed(edition, title, addresses.CHRONOLOGY, items, f"kind={kind}")

    def _briefing(self, briefing: Briefing, day: datetime.date, sentences: tuple[Sentence, ...] = ()) -> Item:
        edition = self.edition
        summary = readable(shortened(briefing.bottom_line, _LONGEST_SUMMARY))
        return Item(
            id=self.ids[briefing.slug].urn,
            link=permalink(edition, addresses.briefing(briefing.slug)) or "",
            title=readable(shortened(briefing.title, _LONGEST_TITLE)),
            summary=summary,
            html=_html(
                edition,
                "feed_briefing.html",
                briefing=briefing,
                bottom_line=summary,
                sentences=sentences,
                publishers=[document.source.publisher for document in briefing.documents if document.source.publisher],
            ),
            published=min(briefing.date or day, day),
            updated=day,
            tags=(Tag(briefing.status, edition.say(f"state.{briefing.status}")),),
        )


def _newest(briefings: Iterable[Briefing]) -> list[tuple[Briefing, datetime.date]]:
    dated = [(briefing, briefing.updated) for briefing in briefings if briefing.updated]
    return sorted(dated, key=lambda pair: pair[1], reverse=True)[:_MOST]


def _feed(edition: Edition, title: str, src_uri: str, items: Iterable[Item], fragment: str = "") -> Feed:
    return Feed(title=readable(title), page=permalink(edition, src_uri, fragment) or "", items=tuple(items))


def _sentences(edition: Edition, appearances: Iterable[Appearance]) -> Iterator[Sentence]:
    """The first sentences of one briefing that name an actor."""
    here = Here(edition, addresses.HOME)
    told: dict[str, Sentence] = {}
    for appearance in appearances:
        briefing, sentence = appearance.briefing, appearance.sentence
        anchor = here.sentence_id(briefing, appearance.document.source.id, sentence.anchor)
        link = permalink(edition, addresses.briefing(briefing.slug), anchor)
        told[anchor] = Sentence(
            words=readable(words(sentence.span, appearance.document.text)),
            link=link,
            language=appearance.document.source.in_language,
        )
    return islice(told.values(), _MOST_SENTENCES)


def _event(edition: Edition, entry: Entry, updated: datetime.date) -> Item:
    first = entry.reports[0]
    published = min((day for report in entry.reports if (day := report.briefing.date)), default=updated)
    clause = readable(first.clause)
    when = edition.words.date(entry.date) if entry.date else edition.say("event.undated")
    kind = (entry.event.event_type or "").lower()
    return Item(
        id=identities.of_event(edition.site.url or "", entry).urn,
        link=permalink(edition, event_page(entry), entry.anchor) or "",
        title=shortened(clause, _LONGEST_TITLE),
        summary=f"{when}: {shortened(clause, _LONGEST_SUMMARY)}",
        html=_html(edition, "feed_event.html", entry=entry, when=when, clause=clause, sources=_sources(edition, entry)),
        published=min(published, updated),
        updated=updated,
        tags=(Tag(kind, edition.say(f"kind.{kind}")), Tag(entry.status, edition.say(f"status.{entry.status}"))),
    )


def _html(edition: Edition, template: str, **context: object) -> str:
    return readable(edition.templates.render(template, **context))


def _sources(edition: Edition, entry: Entry) -> list[Sentence]:
    return [
        Sentence(
            words=readable(shortened(report.briefing.title, _LONGEST_TITLE)),
            link=permalink(edition, addresses.briefing(report.briefing.slug), report.anchor),
        )
        for report in entry.reports
    ]
