"""A page and the site it stands on."""

import datetime
from dataclasses import dataclass
from pathlib import Path

from markupsafe import Markup


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    name: str
    description: str
    url: str | None  # where it is published; None: it has no permanent addresses
    directory_urls: bool  # "actors/india/", not "actors/india.html"
    home_title: str | None = None  # None: the site's name
    home_prose: str = ""  # Markdown: what `index.md` says
    image: str | None = None  # the desk's picture: a path on the site, or a whole address
    search_page: bool = False  # there is a page to search from; the theme's search needs none
    image_size: tuple[int, int] | None = None  # width and height in pixels, where they are known

    def at(self, path: str) -> str | None:
        """The whole address of what stands below the site's; None where the site does not say where it is published."""
        return f"{self.url.rstrip('/')}/{path}" if self.url else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page with its HTML ready."""

    src_uri: str  # as MkDocs names pages: "actors/narendra-modi.md"
    title: str
    html: str
    description: str
    evidence: Path | None = None  # the overlay or source article to edit
    updated: datetime.date | None = None
    in_nav: bool = False  # the desk may list it in its nav
    prose: str = ""  # the Markdown that stands in the slot of `html`
    head: Markup = Markup()  # noqa: RUF009  elements for the document's head; Markup is immutable


@dataclass(frozen=True, slots=True, kw_only=True)
class DataFile:
    """A file beside the pages, for other programs to read."""

    uri: str  # below the site's address: "actors/india/feed.xml"
    content: str
