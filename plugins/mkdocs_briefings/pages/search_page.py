"""A page to search from, for an engine that brings none: Pagefind."""

import posixpath
from collections.abc import Iterator

from mkdocs_briefings.pages import addresses
from mkdocs_briefings.pages.edition import Edition, Here
from mkdocs_briefings.pages.page import DataFile, Page

_SCRIPT = "assets/search.js"


def search_page(edition: Edition) -> Page:
    here = Here(edition, addresses.SEARCH)
    start = edition.addresses.start(here.src_uri)
    return Page(
        src_uri=here.src_uri,
        title=edition.say("search.title"),
        html=edition.templates.render(
            "search.html",
            root=f"{posixpath.relpath('.', start)}/",
            script=posixpath.relpath(_SCRIPT, start),
        ),
        description=edition.say("search.description", site=edition.site.name),
    )


def search_scripts(edition: Edition) -> Iterator[DataFile]:
    """The script of this page alone, which is not among those of every page."""
    if edition.site.search_page:
        yield DataFile(uri=_SCRIPT, content=edition.templates.render("search.js"))
