"""The desk as a folder of plain Markdown with front matter, for generators that run no plugins, such as Zensical.

Links go from file to file, since such a generator makes addresses of them, in HTML as well. What stands in the heads of
pages is MkDocs's alone.
"""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import yaml

from mkdocs_briefings.export.publication import publish
from mkdocs_briefings.markup import fill_slot, prose
from mkdocs_briefings.pages import DataFile, Edition, Page, addresses, render_edition
from mkdocs_briefings.pages.redirects import redirects

DOCS = "docs"
File = tuple[str, bytes]


def stage(edition: Edition, own: Iterator[Path], briefings: Path) -> Iterator[File]:
    """Every file with its path below the folder: settings, and pages and files in `docs`.

    Args:
        own: files among the briefings that are no overlays and no settings.
        briefings: the folder they are in.
    """
    edition = replace(edition, site=replace(edition.site, search_page=False))  # nobody runs Pagefind there
    yield "mkdocs.yml", _settings(edition).encode()
    staged = replace(edition, addresses=replace(edition.addresses, staged=True))
    pages = {page.src_uri: _markdown(page) for page in render_edition(staged) if isinstance(page, Page)}
    made = {path.relative_to(briefings).as_posix(): path.read_bytes() for path in own}
    made.update((uri, page.encode()) for uri, page in pages.items())
    made.update(edition.templates.assets())
    for file in publish(edition, redirects(edition)):
        if not isinstance(file, Page):
            made[file.uri] = (file.content if isinstance(file, DataFile) else file.html).encode()
    for uri, content in made.items():
        yield f"{DOCS}/{uri}", content


def _markdown(page: Page) -> str:
    front = {"title": page.title, "description": page.description, "hide": ["navigation", "toc", "footer"]}
    html = fill_slot(page.html, str(prose(page.prose))) if page.prose else page.html
    return f"---\n{_yaml(front)}---\n\n{html}\n"


def _settings(edition: Edition) -> str:
    site = edition.site
    assets = [uri for uri, _ in edition.templates.assets()]
    return _yaml(
        {
            "site_name": site.name,
            **({"site_url": site.url} if site.url else {}),
            **({"site_description": site.description} if site.description else {}),
            "use_directory_urls": site.directory_urls,
            "docs_dir": DOCS,
            "theme": {
                "name": "material",
                "language": edition.templates.frame,  # which Material has, as the desk builds with it
                "font": False,
                "features": ["navigation.tabs"],
            },
            "extra_css": [uri for uri in assets if uri.endswith(".css")],
            "extra_javascript": [uri for uri in assets if uri.endswith(".js")],
            "markdown_extensions": ["def_list", "tables"],
            "validation": {"anchors": "ignore"},  # filters keep their state there: `#kind=consult`
            "nav": [
                {edition.say("home.title"): addresses.HOME},
                {edition.say("chronology.title"): addresses.CHRONOLOGY},
                {edition.say("actors.title"): addresses.ACTORS},
            ],
        }
    )


def _yaml(content: object) -> str:
    return yaml.safe_dump(content, allow_unicode=True, sort_keys=False, width=1000)
