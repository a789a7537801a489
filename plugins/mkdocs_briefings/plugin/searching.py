"""The search of the built site, told what the desk wrote and where MkDocs has built it."""

from pathlib import Path

from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page as MkDocsPage

from mkdocs_briefings.export.search import Search
from mkdocs_briefings.plugin.ready_page import ReadyPage


def note(search: Search, html: str, page: MkDocsPage) -> None:
    """Keep what the desk wrote: of its own page all that stands there, of ours what MkDocs made of its words."""
    if isinstance(page, ReadyPage):
        search.prose[page.url] = page.written
    elif not (page.meta.get("search") or {}).get("exclude"):
        title = Markup() if "<h1" in html else Markup("<h1>{}</h1>").format(page.title)
        search.own[page.url] = title + Markup(html)  # noqa: S704  what MkDocs made of the desk's Markdown


def write(search: Search, config: MkDocsConfig) -> None:
    """Write the index into the built site.

    Raises:
        SearchError: Pagefind refuses.
    """
    search.write(Path(config.site_dir))
