"""What was made, as files of MkDocs: pages without a file on disk, and what stands beside them."""

import os
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel

from mkdocs_briefings.pages import Page, Templates
from mkdocs_briefings.pipeline import Desk
from mkdocs_briefings.plugin.made import Made
from mkdocs_briefings.plugin.options import root_of


def link_assets(templates: Templates, config: MkDocsConfig) -> None:
    """Let every page load our style sheets and scripts."""
    for uri, _ in templates.assets():
        listed = {".css": config.extra_css, ".js": config.extra_javascript}.get(Path(uri).suffix)
        if listed is not None and uri not in map(str, listed):
            listed.append(uri)


def remove_settings(files: Files, desk: Desk) -> None:
    for settings in desk.settings:
        if file := files.get_file_from_path(settings.name):
            files.remove(file)


def add(files: Files, made: Made, templates: Templates, config: MkDocsConfig) -> None:
    """Add what was made; a page takes the place of the overlay, or of the `index.md`, that it was made from."""
    for page in made.pages.values():
        if draft := files.get_file_from_path(page.src_uri):
            files.remove(draft)
        files.append(file_of(page, config))
    for redirect in made.redirects:
        files.append(File.generated(config, redirect.uri, content=redirect.html))
    for data in made.data:
        files.append(File.generated(config, data.uri, content=data.content.encode()))
    for uri, content in templates.assets():
        files.append(File.generated(config, uri, content=content))


def file_of(page: Page, config: MkDocsConfig) -> File:
    level = InclusionLevel.INCLUDED if page.in_nav else InclusionLevel.NOT_IN_NAV
    file = File.generated(config, page.src_uri, content="", inclusion=level)
    if page.evidence:
        file.edit_uri = Path(os.path.relpath(root_of(config) / page.evidence, config.docs_dir)).as_posix()
    return file
