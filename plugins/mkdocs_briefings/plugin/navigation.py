"""Our pages in the places that MkDocs has given to their files: in the navigation and in the sitemap."""

from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation, Section
from mkdocs.structure.pages import Page as MkDocsPage

from mkdocs_briefings.pages import Page, addresses
from mkdocs_briefings.plugin.ready_page import ReadyPage


def take_places(nav: Navigation, pages: dict[str, Page], files: Files, config: MkDocsConfig) -> Navigation:
    made = {
        uri: ReadyPage(page, file, config) for uri, page in pages.items() if (file := files.get_file_from_path(uri))
    }
    _date_by_the_data([listed.page for listed in files.documentation_pages() if listed.page])
    _replace(nav.items, made)
    nav.pages = [made.get(page.file.src_uri, page) for page in nav.pages]
    if nav.homepage:
        nav.homepage = made.get(nav.homepage.file.src_uri, nav.homepage)
    if (search := made.get(addresses.SEARCH)) and search not in nav.pages:
        nav.items.append(search)
    return nav


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
