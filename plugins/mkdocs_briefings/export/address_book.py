"""`addresses.json`: every public address of the site, so that a later edition can be held against it.

Anchors are listed where permanent links lead: sentences, notes and events on the page of their briefing, events on
their page of the chronology. Pages of actors and pairs list the newest of these, and change with every edition.
Calendars are left out, since they are offered only while something lies ahead; so are pages that the desk writes
itself, of which the core knows nothing.
"""

from collections.abc import Iterable, Iterator

import msgspec

from mkdocs_briefings.briefing import Briefing
from mkdocs_briefings.pages import Edition, Redirect, addresses, offers
from mkdocs_briefings.pages.event_rows import KINDS
from mkdocs_briefings.pages.redirects import redirects

VERSION = 1
BOOK = "addresses.json"


class AddressBook(msgspec.Struct, frozen=True, kw_only=True):
    """Addresses below the site's own: "" is the home page's."""

    version: int = VERSION
    site: str | None  # where the site is published, as far as it says so
    pages: dict[str, list[str]]  # the anchors of each page, by its address
    redirects: dict[str, str]  # where each former address leads
    files: list[str]

    @classmethod
    def of(cls, edition: Edition) -> "AddressBook":
        led_on = tuple(redirects(edition))
        at = edition.addresses.of
        pages = {at(src_uri): sorted(anchors) for src_uri, anchors in _pages(edition)}
        files = set(_files(edition))
        return cls(
            site=edition.site.url,
            pages=dict(sorted(pages.items())),
            redirects={at(redirect.src_uri): at(redirect.now) for redirect in sorted(led_on, key=_former)},
            files=sorted(files | set(carried(led_on, files))),
        )

    def json(self) -> str:
        return msgspec.json.encode(self).decode() + "\n"


def carried(led_on: Iterable[Redirect], files: Iterable[str]) -> dict[str, str]:
    """Files that stand in the folder of a former address as well, each with the one it is a copy of.

    A redirect is a page: a program that reads a feed or a data file would not follow it.
    """
    by_folder: dict[str, list[str]] = {}
    for uri in sorted(files):
        by_folder.setdefault(uri.rpartition("/")[0], []).append(uri)
    return {
        redirect.src_uri.removesuffix(".md") + uri.removeprefix(folder): uri
        for redirect in led_on
        for folder in [redirect.now.removesuffix(".md")]
        for uri in by_folder.get(folder, ())
    }


def _former(redirect: Redirect) -> str:
    return redirect.src_uri


def _pages(edition: Edition) -> Iterator[tuple[str, set[str]]]:
    """Every page with its anchors."""
    for src_uri in (addresses.HOME, addresses.ACTORS, addresses.CHRONOLOGY, addresses.AHEAD):
        yield src_uri, set()
    for briefing in edition.corpus.briefings:
        yield addresses.briefing(briefing.slug), set(_anchors(edition, briefing))
    for entry in edition.corpus.actors:
        yield addresses.actor(entry.actor.id), set()
    for volume in edition.volumes:
        yield volume.src_uri, {anchor for entry in volume.entries for anchor in entry.anchors}
    for relation in edition.corpus.relations:
        if relation.is_pair:
            yield addresses.pair(relation.first.id, relation.second.id), set()


def _anchors(edition: Edition, briefing: Briefing) -> Iterator[str]:
    for document in briefing.documents:
        for sentence in document.sentences:
            key = briefing.slug, document.source.id, sentence.anchor
            yield edition.sentence_ids.get(key, sentence.anchor)
    yield from (f"note-{number}" for number, _ in enumerate(briefing.notes, 1))
    for entry in edition.chronologies[briefing.slug]:
        yield from (report.anchor for report in entry.reports if report.briefing.slug == briefing.slug)


def _files(edition: Edition) -> Iterator[str]:
    yield from (BOOK, offers.GUIDE, offers.SCHEMA)
    offered = [*offers.of_site(edition), *offers.of_chronology()]
    for briefing in edition.corpus.briefings:
        offered += offers.of_briefing(briefing)
    for entry in edition.corpus.actors:
        offered += offers.of_actor(edition, entry)
    for kind in KINDS:
        offered += offers.of_kind(edition, kind)
    yield from (offer.uri for offer in offered if offer.form != "calendar")
