"""A page of ours, as MkDocs takes pages."""

import html

from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import TableOfContents

from mkdocs_briefings.markup import fill_slot
from mkdocs_briefings.pages import Page


class ReadyPage(MkDocsPage):
    """A page whose HTML is ready: MkDocs reads no file for it, and runs Markdown on the desk's prose only."""

    def __init__(self, ready: Page, file: File, config: MkDocsConfig) -> None:
        super().__init__(for_the_frame(ready.title), file, config)
        self.ready = ready
        self.written = Markup()  # by the desk, on this page of ours

    def read_source(self, config: MkDocsConfig) -> None:
        self.markdown = self.ready.prose
        self.meta = {
            "title": for_the_frame(self.ready.title),
            "description": for_the_frame(self.ready.description),
            "hide": ["navigation", "toc", "footer"],
            "search": {"exclude": True},  # the search is told what can be found here, and takes nothing from the HTML
        }

    def render(self, config: MkDocsConfig, files: Files) -> None:
        self.content = self.ready.html
        if self.ready.prose:  # the one thing here that MkDocs knows better: its extensions, and links to its pages
            super().render(config, files)
            self.written = Markup(self.content)  # noqa: S704  what MkDocs made of the desk's Markdown
            self.content = fill_slot(self.ready.html, self.written)
        self.toc = TableOfContents([])


def for_the_frame(words: str) -> str:
    """Words of a source where a theme writes them: themes do not escape titles, and some undo an escape."""
    return html.escape(words.translate({ord("<"): "‹", ord(">"): "›"}))
