"""The adapter to MkDocs: the only module that imports it."""

import html
import logging
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any, Literal

from markupsafe import Markup
from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, event_priority, get_plugin_logger
from mkdocs.structure.files import File, Files, InclusionLevel, get_files
from mkdocs.structure.nav import Navigation, Section
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import TableOfContents
from mkdocs.utils.meta import get_data

from mkdocs_briefings.errors import AddressError, BriefingsError, LanguageError
from mkdocs_briefings.export.picture import size_of
from mkdocs_briefings.export.search import Search
from mkdocs_briefings.export.search_entries import Findable
from mkdocs_briefings.markup import fill_slot, into_head, web_address
from mkdocs_briefings.pages import DataFile, Page, Redirect, Site, Templates, addresses
from mkdocs_briefings.pipeline import Desk, build
from mkdocs_briefings.rules.loader import watched_folders

NO_SITE_URL = (
    "`site_url` is not set in mkdocs.yml: there are no feeds, calendars, permanent links or previews of links, which "
    "need the address where the site is published. Expected such as `site_url: https://me.github.io/my-desk/`."
)

TWO_SEARCHES = (
    "`search: pagefind` and the plugin `search` are both set in mkdocs.yml: leave one of them out, or every reader "
    "downloads both."
)

FROM_FILES = (
    "the plugin `%s` reads every page from a file, and the pages of briefings are made from none: the build may stop "
    "at it, so leave it out of mkdocs.yml."
)
_FROM_FILES = ("i18n", "rss")  # as mkdocs.yml names them

_SHOWN = 5  # keys that a language lacks

log: logging.Logger | logging.LoggerAdapter[logging.Logger] = get_plugin_logger("briefings")


class BriefingsConfig(Config):
    """Options under `plugins: - briefings:` in mkdocs.yml."""

    seeds = config_options.Type(str, default="seeds")
    """Folder of source articles, relative to mkdocs.yml."""

    language = config_options.Optional(config_options.Type(str))
    """Of the words of the pages: a file `words/<language>.yaml`. The theme's own by default, where there is one."""

    image = config_options.Optional(config_options.Type(str))
    """The picture that stands beside a link to the site in a message: a file in docs_dir, or a whole address."""

    search = config_options.Choice(("material", "pagefind"), default="material")
    """The engine that finds actors and sentences: that of the plugin `search`, or Pagefind for a large desk."""


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


class BriefingsPlugin(BasePlugin[BriefingsConfig]):
    desk: Desk  # from on_config on
    templates: Templates
    pages: dict[str, Page]  # by src_uri, from on_pre_build on
    redirects: tuple[Redirect, ...]
    data: tuple[DataFile, ...]
    search: Search

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Its presence makes MkDocs keep this object from one build of `serve` to the next."""

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        root = Path(config.config_file_path or "mkdocs.yml").resolve().parent
        self.desk = Desk(root=root, seeds=root / self.config.seeds, briefings=Path(config.docs_dir))
        self.templates = _templates(config, self.config.language)
        for uri, _ in self.templates.assets():
            listed = {".css": config.extra_css, ".js": config.extra_javascript}.get(Path(uri).suffix)
            if listed is not None and uri not in map(str, listed):
                listed.append(uri)
        return config

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Everything is read before MkDocs empties the site folder, so bad input leaves the last site as it is."""
        try:
            made = tuple(build(self.desk, self.templates, _site(config, self.config)))
            findable = tuple(page for page in made if isinstance(page, Findable))
            self.search = Search(pages=findable, by_pagefind=self.config.search == "pagefind")
            self.pages = {page.src_uri: page for page in made if isinstance(page, Page)}
            self.redirects = tuple(page for page in made if isinstance(page, Redirect))
            self.data = tuple(page for page in made if isinstance(page, DataFile))
            files = get_files(config)
            _no_address_twice(self.pages, files, config)
            _no_file_twice(self.data, files, config)
        except BriefingsError as error:
            raise PluginError(str(error)) from None
        if not config.site_url:
            log.warning(NO_SITE_URL)
        if self.config.search == "pagefind" and {"search", "material/search"} & set(config.plugins):
            log.warning(TWO_SEARCHES)
        for name in _FROM_FILES:
            if name in config.plugins:
                log.warning(FROM_FILES, name)

    @event_priority(100)  # before a plugin that looks for pages, to lead to them or to list them
    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        for settings in self.desk.settings:
            if file := files.get_file_from_path(settings.name):
                files.remove(file)
        for page in self.pages.values():
            if draft := files.get_file_from_path(page.src_uri):
                files.remove(draft)
            files.append(_file(page, config))
        for redirect in self.redirects:
            files.append(File.generated(config, redirect.uri, content=redirect.html))
        image = self.config.image
        if image and not web_address(image) and not files.get_file_from_path(image):
            log.warning("`image: %s` is not in %s", image, Path(config.docs_dir).name)
        for data in self.data:
            files.append(File.generated(config, data.uri, content=data.content.encode()))
        for uri, content in self.templates.assets():
            files.append(File.generated(config, uri, content=content))
        return files

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """MkDocs has just made a Page of its own for every file; ours take their places."""
        made = {
            uri: ReadyPage(page, file, config)
            for uri, page in self.pages.items()
            if (file := files.get_file_from_path(uri))
        }
        _date_by_the_data([listed.page for listed in files.documentation_pages() if listed.page])
        _replace(nav.items, made)
        nav.pages = [made.get(page.file.src_uri, page) for page in nav.pages]
        if nav.homepage:
            nav.homepage = made.get(nav.homepage.file.src_uri, nav.homepage)
        if (search := made.get(addresses.SEARCH)) and search not in nav.pages:
            nav.items.append(search)
        return nav

    @event_priority(-100)  # after a plugin that changes what the page says
    def on_page_content(self, html: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
        """The search is to find what the desk wrote, too."""
        if isinstance(page, ReadyPage):
            self.search.prose[page.url] = page.written
        elif not (page.meta.get("search") or {}).get("exclude"):
            title = Markup() if "<h1" in html else Markup("<h1>{}</h1>").format(page.title)
            self.search.own[page.url] = title + Markup(html)  # noqa: S704  what MkDocs made of the desk's Markdown
        return html

    @event_priority(100)  # before a plugin that rewrites the page, and may leave its head without an end
    def on_post_page(self, output: str, *, page: MkDocsPage, config: MkDocsConfig) -> str:
        return into_head(output, page.ready.head) if isinstance(page, ReadyPage) else output

    @event_priority(-50)  # after `search` has written its index, and before `offline` takes it
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        try:
            self.search.write(Path(config.site_dir), config.theme.get("language", "en"))
        except BriefingsError as error:
            raise PluginError(str(error)) from None

    def on_serve(
        self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Callable[..., None]
    ) -> LiveReloadServer:
        server.builder = _keeping_the_last_good_site(server.builder)
        custom = Path(config.theme.custom_dir) if config.theme.custom_dir else None
        for folder in (self.desk.seeds, *self.templates.folders, *watched_folders(), *([custom] if custom else [])):
            server.watch(str(folder))
        return server


def for_the_frame(words: str) -> str:
    """Words of a source where a theme writes them: themes do not escape titles, and some undo an escape."""
    return html.escape(words.translate({ord("<"): "‹", ord(">"): "›"}))


def _templates(config: MkDocsConfig, language: str | None) -> Templates:
    """The templates with the words of a language; None: that of the theme, where there are such words."""
    theme = config.theme
    frame = str(theme.get("language") or theme.get("locale") or "en")  # Material's word for it, then MkDocs's own
    try:
        templates = Templates.load(Path(theme.custom_dir) if theme.custom_dir else None, language, frame)
    except LanguageError as error:
        raise PluginError(str(error)) from None
    catalogue = templates.words.catalogue
    if missing := catalogue.missing:
        named = ", ".join(missing[:_SHOWN]) + (", …" if len(missing) > _SHOWN else "")
        lacks = f"lacks {len(missing)} of {catalogue.size} keys, which stay English"
        log.warning("words/%s.yaml %s: %s", catalogue.language, lacks, named)
    return templates


def _site(config: MkDocsConfig, options: BriefingsConfig) -> Site:
    image = options.image
    home = Path(config.docs_dir, "index.md")
    prose, meta = get_data(home.read_text(encoding="utf-8-sig") if home.is_file() else "")
    return Site(
        name=config.site_name,
        description=config.site_description or "",
        url=config.site_url or None,
        directory_urls=config.use_directory_urls,
        home_title=meta.get("title"),
        home_prose=prose.strip(),
        image=image,
        search_page=options.search == "pagefind",
        image_size=size_of(file.read_bytes()) if image and (file := Path(config.docs_dir, image)).is_file() else None,
    )


def _no_address_twice(pages: dict[str, Page], files: Files, config: MkDocsConfig) -> None:
    """Check the desk's own files against ours, of which some take the place of an overlay or of `index.md`.

    Raises:
        AddressError: a file of the desk would stand where one of our pages does; names both.
    """
    ours = {_file(page, config).dest_uri.casefold(): page for page in pages.values()}
    for file in files:
        page = ours.get(file.dest_uri.casefold())
        if page and file.src_uri != "index.md" and not _is_made_from(page, file, config):
            name = Path(config.docs_dir).name
            raise AddressError(
                f"{name}/{file.src_uri} and {page.evidence or page.title} would have one address",
                found=page.src_uri,
                expected="another file name for one of them",
            )


def _no_file_twice(data: tuple[DataFile, ...], files: Files, config: MkDocsConfig) -> None:
    """Check the desk's own files against those that stand beside our pages.

    Raises:
        AddressError: one of them would stand where one of ours does.
    """
    ours = {file.uri.casefold() for file in data}
    for file in files:
        if file.dest_uri.casefold() in ours:
            name = Path(config.docs_dir).name
            expected = "another name for it; llms.txt is a template, which can be overridden"
            raise AddressError(f"{name}/{file.src_uri} stands where a file of ours does", expected=expected)


def _is_made_from(page: Page, file: File, config: MkDocsConfig) -> bool:
    root = Path(config.config_file_path or "mkdocs.yml").resolve().parent
    return bool(page.evidence and file.abs_src_path and (root / page.evidence).samefile(file.abs_src_path))


def _file(page: Page, config: MkDocsConfig) -> File:
    level = InclusionLevel.INCLUDED if page.in_nav else InclusionLevel.NOT_IN_NAV
    file = File.generated(config, page.src_uri, content="", inclusion=level)
    if page.evidence:
        root = Path(config.config_file_path or "mkdocs.yml").resolve().parent
        file.edit_uri = Path(os.path.relpath(root / page.evidence, config.docs_dir)).as_posix()
    return file


def _date_by_the_data(pages: list[MkDocsPage]) -> None:
    """For the sitemap, which MkDocs would date by the day of the build: what has no date of its own gets none.

    The sitemap's archive needs one date at least; on a site that has none MkDocs keeps its own.
    """
    dates = [page.ready.updated if isinstance(page, ReadyPage) else None for page in pages]
    if any(dates):
        for page, date in zip(pages, dates, strict=True):
            page.update_date = date.isoformat() if date else ""


def _replace(items: list[Any], made: dict[str, ReadyPage]) -> None:
    for place, item in enumerate(items):
        if isinstance(item, Section):
            _replace(item.children, made)
        elif isinstance(item, MkDocsPage) and (ready := made.get(item.file.src_uri)):
            ready.parent = item.parent
            ready.title = vars(item).get("title") or ready.title  # as the nav words it
            ready.previous_page, ready.next_page = item.previous_page, item.next_page
            items[place] = ready


def _keeping_the_last_good_site(rebuild: Callable[..., None]) -> Callable[..., None]:
    def guarded(*args: Any, **kwargs: Any) -> None:
        try:
            rebuild(*args, **kwargs)
        except Abort:
            log.warning("The last good site is still being served; it is built anew as soon as the file is put right.")

    return guarded
