"""What one build has made of the desk, sorted by what MkDocs does with it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self

from mkdocs_briefings.export.search import Search
from mkdocs_briefings.export.search_entries import Findable
from mkdocs_briefings.pages import DataFile, Page, Redirect


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    pages: dict[str, Page]  # by src_uri
    redirects: tuple[Redirect, ...]
    data: tuple[DataFile, ...]
    search: Search

    @classmethod
    def of(cls, made: Iterable[Page | Redirect | DataFile | Findable], *, by_pagefind: bool) -> Self:
        """Make everything, and sort it.

        Raises:
            BriefingsError: something the desk must put right, or Pagefind is not installed.
        """
        everything = tuple(made)
        return cls(
            pages={each.src_uri: each for each in everything if isinstance(each, Page)},
            redirects=tuple(each for each in everything if isinstance(each, Redirect)),
            data=tuple(each for each in everything if isinstance(each, DataFile)),
            search=Search(
                pages=tuple(each for each in everything if isinstance(each, Findable)), by_pagefind=by_pagefind
            ),
        )
