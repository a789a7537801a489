"""The search of a site: all that is to be found, for the engine that the desk has chosen."""

from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from markupsafe import Markup

from mkdocs_briefings.export import search_material, search_pagefind
from mkdocs_briefings.export.search_entries import Findable


@dataclass(slots=True, kw_only=True)
class Search:
    pages: tuple[Findable, ...]
    by_pagefind: bool  # else by the theme
    prose: dict[str, Markup] = field(default_factory=dict)  # what the desk wrote on pages of ours, by address
    own: dict[str, Markup] = field(default_factory=dict)  # the desk's own pages, by address

    def __post_init__(self) -> None:
        """What the engine needs is asked for before anything is built.

        Raises:
            SearchError: Pagefind is not installed.
        """
        if self.by_pagefind:
            search_pagefind.program()

    @property
    def language(self) -> str:
        """By whose endings the words of the index are found: that of most passages.

        Pagefind keeps an index for each language, and a reader's page would ask the one of its own frame, whose
        language says nothing of the articles: one index has all.
        """
        found: Counter[str] = Counter()
        for page in self.pages:
            if page.language:
                found[page.language.partition("-")[0].lower()] += len(page.passages)
        return found.most_common(1)[0][0]

    def write(self, site: Path) -> None:
        """Write the index into a built site.

        Raises:
            SearchError: Pagefind refuses.
        """
        if self.by_pagefind:
            search_pagefind.write_index(site, self.pages, self.prose, self.own, self.language)
        else:
            search_material.extend(site, self.pages, self.prose)
