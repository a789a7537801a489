"""`addresses.json`: every public address of the site, so that a later edition can be held against it.

Anchors are listed where permanent links lead: sentences, facts, statements, notes and events on the page of their
briefing, events on their page of the chronology, and what stood on any of these once and is led on. Where a year or a
month has several parts, its first page has the events of all, since any event goes on to a later part when more come
in. What is planned, and pages of actors and pairs, list the newest of these and change with every edition; feeds, data
and citations link to no place on them. Pages that the desk writes itself are left out, since the core knows nothing of
them.
"""

from collections.abc import Iterable, Iterator

import msgspec

from mkdocs_briefings.briefing import Briefing
from mkdocs_briefings.pages import Edition, Redirect, addresses, moves, named_pages, offers
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
        """The edition's addresses.

        Raises:
            AddressError: what the desk says has moved leads to nothing, or stands there still.
        """
        led_on = tuple(redirects(edition))
        at = edition.addresses.of
        standing = _standing(edition)
        _check_moves(edition, standing)
        later = {volume.src_uri for volume in edition.volumes if volume.part > 1}
        pages = {
            at(src_uri): sorted(
                {move.anchor for move in edition.moves.get(src_uri, ())}.union(() if src_uri in later else anchors)
            )
            for src_uri, anchors in standing.items()
        }
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


def _check_moves(edition: Edition, standing: dict[str, set[str]]) -> None:
    moved = edition.moved
    of_volumes = {(move.page, move.anchor) for move in moves.of_volumes(edition.volumes)} if moved.moves else ()
    for number, move in enumerate(moved.moves):
        now = move.now, move.now_anchor
        there = standing.get(move.now)
        if there is None or (move.now_anchor and move.now_anchor not in there and now not in of_volumes):
            raise moved.error(number, "leads to nothing", "the address of a page, with or without an anchor on it")
        if move.anchor and move.page not in standing:
            raise moved.error(number, "is on no page", "a line for the page itself, without the anchor")
        if move.page in standing and (not move.anchor or move.anchor in standing[move.page]):
            raise moved.error(number, "has not moved", "no line for what stands where it stood")


def _standing(edition: Edition) -> dict[str, set[str]]:
    """Every page with the anchors on it that permanent links lead to."""
    standing: dict[str, set[str]] = {src_uri: set() for src_uri, _ in named_pages(edition)}
    for briefing in edition.corpus.briefings:
        standing[addresses.briefing(briefing.slug)].update(_anchors(edition, briefing))
    for volume in edition.volumes:
        standing[volume.src_uri].update(anchor for entry in volume.entries for anchor in entry.anchors)
    return standing


def _anchors(edition: Edition, briefing: Briefing) -> Iterator[str]:
    for document in briefing.documents:
        for sentence in document.sentences:
            key = briefing.slug, document.source.id, sentence.anchor
            yield edition.sentence_ids.get(key, sentence.anchor)
    yield from edition.anchors[briefing.slug]
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
    yield from (offer.uri for offer in offered)
