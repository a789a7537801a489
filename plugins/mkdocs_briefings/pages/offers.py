"""What is offered beside a page for other programs, and where it stands.

Files stand in the folder of their page, whether or not the page itself does, so that their addresses outlast a
change of `use_directory_urls`: `actors/india/feed.xml` beside `actors/india/` and beside `actors/india.html`.
"""

import datetime
import posixpath
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal
from urllib.parse import quote

from mkdocs_briefings.briefing import Briefing
from mkdocs_briefings.corpus.actor_index import ActorEntry
from mkdocs_briefings.corpus.chronology import Entry
from mkdocs_briefings.pages.edition import Edition, Here, Link

Form = Literal["atom", "json_feed", "calendar", "json", "csv"]

MEDIA_TYPES: dict[Form, str] = {
    "atom": "application/atom+xml",
    "json_feed": "application/feed+json",
    "calendar": "text/calendar",
    "json": "application/json",
    "csv": "text/csv",
}
SCHEMA = "data-1.schema.json"
GUIDE = "llms.txt"
_NAMES: dict[Form, str] = {"atom": "feed.xml", "json_feed": "feed.json", "calendar": "calendar.ics"}
_LONGEST_BAR = 31  # days over which a calendar shows an event whose day is not known


@dataclass(frozen=True, slots=True)
class Offer:
    form: Form
    uri: str  # of the file: "actors/india/feed.xml"

    @property
    def media_type(self) -> str:
        return MEDIA_TYPES[self.form]


def of_site(edition: Edition) -> tuple[Offer, ...]:
    """Feeds of the briefings, and the calendar of what lies ahead."""
    briefings = edition.corpus.briefings
    return tuple(_subscriptions(edition, "", has_news=_has_day(briefings), has_calendar=True))


def of_briefing(briefing: Briefing) -> tuple[Offer, ...]:
    return _data(f"{briefing.slug}/", "briefing")


def of_actor(edition: Edition, entry: ActorEntry) -> tuple[Offer, ...]:
    folder = f"actors/{entry.actor.id}/"
    subscriptions = _subscriptions(edition, folder, has_news=_has_day(entry.briefings), has_calendar=True)
    return (*subscriptions, *_data(folder, "actor"))


def of_chronology() -> tuple[Offer, ...]:
    return _data("chronology/", "chronology")


def of_kind(edition: Edition, kind: str) -> tuple[Offer, ...]:
    """Feeds of the events of one of PLOVER's types, by its key: "consult"."""
    has_news = any(day_told(entry) for entry in of_type(edition, kind))
    return tuple(_subscriptions(edition, f"chronology/{kind}/", has_news=has_news))


def of_type(edition: Edition, kind: str) -> Iterator[Entry]:
    return (entry for entry in edition.corpus.chronology if (entry.event.event_type or "").lower() == kind)


def links(here: Here, offers: tuple[Offer, ...]) -> tuple[Link, ...]:
    """The way to each, from a page."""
    start = here.edition.addresses.start(here.src_uri)
    return tuple(Link(quote(posixpath.relpath(offer.uri, start)), here.say(f"offer.{offer.form}")) for offer in offers)


def ahead_of(edition: Edition, entry: ActorEntry) -> tuple[Entry, ...]:
    day = edition.day or datetime.date.min
    return tuple(event for event in entry.events if event.lies_ahead(day))


def day_told(entry: Entry) -> datetime.date | None:
    """The newest day on which a briefing told of the event."""
    return max((day for report in entry.reports if (day := report.briefing.updated)), default=None)


def fits_a_calendar(entry: Entry) -> bool:
    """Its day is known, or it lies within a month: a bar across a year says nothing of any of its days."""
    date = entry.date
    if not date or not date.earliest or not date.latest or date.latest == datetime.date.max:
        return False
    return (date.latest - date.earliest).days < _LONGEST_BAR


def _has_day(briefings: tuple[Briefing, ...]) -> bool:
    return any(briefing.updated for briefing in briefings)


def _subscriptions(edition: Edition, folder: str, *, has_news: bool, has_calendar: bool = False) -> Iterator[Offer]:
    """None where the site has no address of its own: a feed is read far from where it stands.

    A calendar is offered though nothing lies ahead, or who follows it would lose it on the day after the last event.
    """
    if not edition.site.url:
        return
    forms: tuple[Form, ...] = ("atom", "json_feed") if has_news else ()
    if has_calendar:
        forms += ("calendar",)
    for form in forms:
        yield Offer(form, folder + _NAMES[form])


def _data(folder: str, name: str) -> tuple[Offer, ...]:
    return Offer("json", f"{folder}{name}.json"), Offer("csv", f"{folder}{name}.csv")
