"""The pages of a desk's site, ready as HTML."""

from collections.abc import Iterator

from mkdocs_briefings.briefing import Briefing
from mkdocs_briefings.corpus import Corpus
from mkdocs_briefings.pages import addresses
from mkdocs_briefings.pages.actor_index_page import actor_index
from mkdocs_briefings.pages.actor_page import actor_page
from mkdocs_briefings.pages.addresses import no_address_twice
from mkdocs_briefings.pages.briefing_page import briefing_page
from mkdocs_briefings.pages.chronology_page import chronology_page
from mkdocs_briefings.pages.edition import Edition
from mkdocs_briefings.pages.home_page import home_page
from mkdocs_briefings.pages.page import Page, Site
from mkdocs_briefings.pages.redirects import Redirect, redirects
from mkdocs_briefings.pages.templates import Templates

__all__ = ["Page", "Redirect", "Site", "Templates", "render"]


def render(corpus: Corpus, templates: Templates, site: Site) -> Iterator[Page | Redirect]:
    """Every page, the home page first, then those that lead on from former addresses.

    Raises:
        AddressError: two pages would have one address; nothing has been rendered.
    """
    edition = Edition.of(corpus, templates, site)
    no_address_twice(_named(edition), edition.addresses)
    return _rendered(edition)


def _named(edition: Edition) -> Iterator[tuple[str, str]]:
    """Every page with what a person would call it."""
    for src_uri in (addresses.HOME, addresses.ACTORS, addresses.CHRONOLOGY):
        yield src_uri, f"the page {src_uri}"
    for briefing in edition.corpus.briefings:
        yield addresses.briefing(briefing.slug), _origin(briefing)
    for entry in edition.corpus.actors:
        yield addresses.actor(entry.actor.id), f"the page of the actor {entry.actor.id}"

    for redirect in redirects(edition):
        yield redirect.src_uri, f"the former address {redirect.src_uri.removesuffix('.md')}"


def _origin(briefing: Briefing) -> str:
    source = briefing.documents[0].source
    return f"the briefing of {briefing.overlay_path or source.path or source.id}"


def _rendered(edition: Edition) -> Iterator[Page | Redirect]:
    yield home_page(edition)
    for briefing in edition.corpus.briefings:
        yield briefing_page(edition, briefing)
    yield actor_index(edition)
    for entry in edition.corpus.actors:
        yield actor_page(edition, entry)
    yield chronology_page(edition)
    yield from redirects(edition)
