"""Static pages at addresses that were public once, each of which leads to where its page stands now."""

from collections.abc import Iterator
from dataclasses import dataclass

from mkdocs_briefings.corpus.relations import Relation
from mkdocs_briefings.pages import addresses
from mkdocs_briefings.pages.edition import Edition


@dataclass(frozen=True, slots=True, kw_only=True)
class Redirect:
    """A page that leads on, anchors included."""

    src_uri: str  # the former page, as MkDocs names pages
    now: str  # the page it leads to, likewise
    uri: str  # the file it stands in: "a/index.html"
    html: str


def redirects(edition: Edition) -> Iterator[Redirect]:
    """One for each former address of a briefing, of an actor that was merged into another, of its pairs, and for each
    page that the desk says has moved."""
    for briefing in edition.corpus.briefings:
        for former in briefing.overlay.former_addresses if briefing.overlay else ():
            yield _redirect(edition, addresses.briefing(former), addresses.briefing(briefing.slug), briefing.title)
    for entry in edition.corpus.actors:
        for former in entry.actor.former_ids:
            yield _redirect(edition, addresses.actor(former), addresses.actor(entry.actor.id), entry.actor.name)
    for relation in edition.corpus.relations:
        if relation.is_pair:
            yield from _of_pair(edition, relation)
    for move in edition.moved.moves:
        if not move.anchor:
            title = f"/{edition.addresses.of(move.now)}"
            yield _redirect(edition, move.page, move.now, title, move.now_anchor)


def _of_pair(edition: Edition, relation: Relation) -> Iterator[Redirect]:
    now = addresses.pair(relation.first.id, relation.second.id)
    title = edition.say("pair.title", first=relation.first.name, second=relation.second.name)
    for first in (relation.first.id, *relation.first.former_ids):
        for second in (relation.second.id, *relation.second.former_ids):
            if (former := addresses.pair(first, second)) != now:
                yield _redirect(edition, former, now, title)


def _redirect(edition: Edition, former: str, now: str, title: str, anchor: str = "") -> Redirect:
    """Args: anchor: the place on the page where links go that name none."""
    address = edition.addresses.of(former)
    html = edition.templates.render(
        "redirect.html",
        title=title,
        href=edition.addresses.link(former, now),
        anchor=anchor,
        canonical=edition.site.at(edition.addresses.of(now)),
    )
    uri = address + "index.html" if address.endswith("/") else address
    return Redirect(src_uri=former, now=now, uri=uri, html=html)
