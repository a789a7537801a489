"""The pages of a desk's site, ready as HTML."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain

from mkdocs_briefings.briefing import Briefing
from mkdocs_briefings.corpus import Corpus
from mkdocs_briefings.pages import addresses
from mkdocs_briefings.pages.actor_index_page import actor_index
from mkdocs_briefings.pages.actor_page import actor_page
from mkdocs_briefings.pages.addresses import no_address_twice
from mkdocs_briefings.pages.briefing_page import briefing_page
from mkdocs_briefings.pages.changes_page import changes_pages
from mkdocs_briefings.pages.chronology_page import ahead_pages, ahead_sheets, chronology_page
from mkdocs_briefings.pages.edition import Edition, Here, Link
from mkdocs_briefings.pages.home_page import home_page
from mkdocs_briefings.pages.page import DataFile, Page, Site
from mkdocs_briefings.pages.pair_page import pair_pages
from mkdocs_briefings.pages.redirects import Redirect, redirects
from mkdocs_briefings.pages.search_page import search_page
from mkdocs_briefings.pages.templates import Templates
from mkdocs_briefings.pages.volume_page import volume_pages

__all__ = ["DataFile", "Edition", "Page", "Redirect", "Site", "Templates", "named_pages", "render", "render_edition"]


def render(corpus: Corpus, templates: Templates, site: Site) -> Iterator[Page | Redirect]:
    """Every page, the home page first, then those that lead on from former addresses.

    Raises:
        AddressError: two pages would have one address; nothing has been rendered.
    """
    return render_edition(Edition.of(corpus, templates, site))


def render_edition(edition: Edition) -> Iterator[Page | Redirect]:
    """The same, of an edition that others share.

    Raises:
        AddressError: two pages would have one address; nothing has been rendered.
    """
    former = ((each.src_uri, f"the former address {each.src_uri.removesuffix('.md')}") for each in redirects(edition))
    no_address_twice(chain(named_pages(edition), former), edition.addresses)
    return _with_moves(edition, _rendered(edition))


def named_pages(edition: Edition) -> Iterator[tuple[str, str]]:
    """Every page but redirects, with what a person would call it."""
    ahead = (addresses.part(addresses.AHEAD, part) for part, _ in enumerate(ahead_sheets(edition), 1))
    for src_uri in (addresses.HOME, addresses.ACTORS, addresses.CHRONOLOGY, *ahead):
        yield src_uri, f"the page {src_uri}"
    if edition.changes:
        yield addresses.CHANGES, f"the page {addresses.CHANGES}"
    for briefing in edition.corpus.briefings:
        yield addresses.briefing(briefing.slug), _origin(briefing)
    for entry in edition.corpus.actors:
        yield addresses.actor(entry.actor.id), f"the page of the actor {entry.actor.id}"
    for volume in edition.volumes:
        yield volume.src_uri, f"the page {volume.src_uri}"
    for relation in edition.corpus.relations:
        if relation.is_pair:
            first, second = relation.first.id, relation.second.id
            yield addresses.pair(first, second), f"the page of the pair {first} and {second}"
    if edition.site.search_page:
        yield addresses.SEARCH, "the search page"


def _origin(briefing: Briefing) -> str:
    source = briefing.documents[0].source
    return f"the briefing of {briefing.overlay_path or source.path or source.id}"


def _with_moves(edition: Edition, pages: Iterable[Page | Redirect]) -> Iterator[Page | Redirect]:
    """The pages, those with links below that lead on what stood on them once."""
    made = list(pages) if edition.moves else pages
    titles = {page.src_uri: page.title for page in made if isinstance(page, Page)} if edition.moves else {}
    for page in made:
        moves = edition.moves.get(page.src_uri)
        if not moves or isinstance(page, Redirect):
            yield page
            continue
        here = Here(edition, page.src_uri)
        links = [
            (move.anchor, Link(here.to(move.now, move.now_anchor), titles[move.now]))
            for move in moves
            if move.now in titles
        ]
        yield replace(page, html=page.html + edition.templates.render("moved.html", moves=links))


def _rendered(edition: Edition) -> Iterator[Page | Redirect]:
    yield home_page(edition)
    for briefing in edition.corpus.briefings:
        yield briefing_page(edition, briefing)
    yield from changes_pages(edition)
    yield actor_index(edition)
    for entry in edition.corpus.actors:
        yield actor_page(edition, entry)
    yield chronology_page(edition)
    yield from ahead_pages(edition)
    yield from volume_pages(edition)
    yield from pair_pages(edition)
    if edition.site.search_page:
        yield search_page(edition)
    yield from redirects(edition)
