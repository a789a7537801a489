"""An edition made public: its pages with what their heads say, and the files beside them."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import partial

import msgspec

from mkdocs_briefings.corpus.chronology import Entry
from mkdocs_briefings.export import calendars, feed_formats, forms, records
from mkdocs_briefings.export.address_book import BOOK, AddressBook, carried
from mkdocs_briefings.export.feeds import Feed, Feeds
from mkdocs_briefings.export.guide import guide
from mkdocs_briefings.export.heads import FEEDS, Heads
from mkdocs_briefings.export.tables import table
from mkdocs_briefings.pages import DataFile, Edition, Page, Redirect, offers
from mkdocs_briefings.pages.event_rows import KINDS
from mkdocs_briefings.pages.offers import Offer


def publish(edition: Edition, pages: Iterable[Page | Redirect]) -> Iterator[Page | Redirect | DataFile]:
    """The pages, each with its head, then the files, some of which stand at their former addresses as well."""
    heads = Heads(edition)
    led_on = []
    for page in pages:
        if isinstance(page, Redirect):
            led_on.append(page)
            yield page
        else:
            yield replace(page, head=heads.of(page))
    made = {file.uri: file for file in files(edition)}
    yield from made.values()
    for uri, original in carried(led_on, made).items():
        yield DataFile(uri=uri, content=made[original].content)


def files(edition: Edition) -> Iterator[DataFile]:
    """Every file beside the pages. Nothing in them depends on the day or the folder of the build."""
    hashes = {
        document.source.id: document.source.sha256
        for briefing in edition.corpus.briefings
        for document in briefing.documents
    }
    yield DataFile(uri=BOOK, content=AddressBook.of(edition).json())
    yield DataFile(uri=offers.GUIDE, content=guide(edition))
    yield DataFile(
        uri=offers.SCHEMA, content=_json(forms.json_schema(records.schema(edition) if edition.site.url else None))
    )
    feeds = Feeds(edition)
    yield from _of_site(edition, feeds)
    for briefing in edition.corpus.briefings:
        yield from _data(offers.of_briefing(briefing), records.briefing_file(edition, briefing), hashes)
    yield from _of_actors(edition, feeds, hashes)
    yield from _data(offers.of_chronology(), records.chronology_file(edition), hashes)
    for kind in KINDS:
        if offered := offers.of_kind(edition, kind):
            yield from _feeds(edition, offered, partial(feeds.of_kind, kind))


def _of_site(edition: Edition, feeds: Feeds) -> Iterator[DataFile]:
    if offered := offers.of_site(edition):
        yield from _feeds(edition, offered, feeds.of_site)
        yield from _calendar(edition, offered, edition.site.name, edition.ahead)


def _of_actors(edition: Edition, feeds: Feeds, hashes: dict[str, str]) -> Iterator[DataFile]:
    for entry in edition.corpus.actors:
        offered = offers.of_actor(edition, entry)
        name = edition.say("feed.actor", name=entry.actor.name, site=edition.site.name)
        yield from _feeds(edition, offered, partial(feeds.of_actor, entry))
        yield from _calendar(edition, offered, name, offers.ahead_of(edition, entry))
        yield from _data(offered, records.actor_file(edition, entry), hashes)


def _feeds(edition: Edition, offered: tuple[Offer, ...], make: Callable[[], Feed]) -> Iterator[DataFile]:
    wanted = [offer for offer in offered if offer.form in FEEDS]
    if not wanted:
        return
    feed = make()
    for offer in wanted:
        write = feed_formats.atom if offer.form == "atom" else feed_formats.json_feed
        yield DataFile(uri=offer.uri, content=write(edition, feed, offer.uri))


def _calendar(edition: Edition, offered: tuple[Offer, ...], name: str, ahead: Iterable[Entry]) -> Iterator[DataFile]:
    for offer in offered:
        if offer.form == "calendar":
            yield DataFile(uri=offer.uri, content=calendars.calendar(edition, name, ahead))


def _data(offered: tuple[Offer, ...], made: forms.DataFileForm, hashes: dict[str, str]) -> Iterator[DataFile]:
    for offer in offered:
        if offer.form == "json":
            yield DataFile(uri=offer.uri, content=_json(made))
        elif offer.form == "csv":
            yield DataFile(uri=offer.uri, content=table(made, hashes))


def _json(made: object) -> str:
    return msgspec.json.format(msgspec.json.encode(made), indent=1).decode() + "\n"
