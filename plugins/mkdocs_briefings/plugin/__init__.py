"""The adapter to MkDocs, which nothing else imports: its hooks, in the order in which MkDocs calls them."""

from collections.abc import Callable
from typing import Literal

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage

from mkdocs_briefings.markup import into_head
from mkdocs_briefings.pages import Templates
from mkdocs_briefings.pipeline import Desk, build
from mkdocs_briefings.plugin import advice, collisions, navigation, searching, serving, site_files
from mkdocs_briefings.plugin.made import Made
from mkdocs_briefings.plugin.options import BriefingsConfig, desk_of, site_of, templates_of
from mkdocs_briefings.plugin.ready_page import ReadyPage
from mkdocs_briefings.plugin.stopping import errors_stop_the_build


class BriefingsPlugin(BasePlugin[BriefingsConfig]):
    desk: Desk  # from on_config on
    templates: Templates
    made: Made  # from on_pre_build on

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Its presence makes MkDocs keep this object from one build of `serve` to the next."""

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        self.desk = desk_of(config, self.config)
        with errors_stop_the_build():
            self.templates = templates_of(config, self.config)
        site_files.link_assets(self.templates, config)
        advice.on_words(self.templates)
        return config

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Everything is read before MkDocs empties the site folder, so bad input leaves the last site as it is."""
        with errors_stop_the_build():
            made = build(self.desk, self.templates, site_of(config, self.config))
            self.made = Made.of(made, by_pagefind=self.config.search == "pagefind")
            collisions.check(self.made, config)
        advice.on_settings(config, self.config)

    @event_priority(100)  # before a plugin that looks for pages, to lead to them or to list them
    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        site_files.remove_settings(files, self.desk)
        site_files.add(files, self.made, self.templates, config)
        advice.on_image(self.config.image, files, config)
        return files

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """MkDocs has just made a Page of its own for every file; ours take their places."""
        return navigation.take_places(nav, self.made.pages, files, config)

    @event_priority(-100)  # after a plugin that changes what the desk's own pages say
    def on_page_content(self, html: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
        searching.note(self.made.search, html, page)
        return html

    @event_priority(100)  # before a plugin that rewrites the page, and may leave its head without an end
    def on_post_page(self, output: str, *, page: MkDocsPage, config: MkDocsConfig) -> str:
        return into_head(output, page.ready.head) if isinstance(page, ReadyPage) else output

    @event_priority(-50)  # after `search` has written its index, and before `offline` takes it
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        with errors_stop_the_build():
            searching.write(self.made.search, config)

    def on_serve(
        self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Callable[..., None]
    ) -> LiveReloadServer:
        return serving.prepare(server, self.desk, self.templates, config)
