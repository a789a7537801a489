"""The desk's own files against ours: no two may have one address."""

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, get_files

from mkdocs_briefings.errors import AddressError
from mkdocs_briefings.pages import DataFile, Page
from mkdocs_briefings.plugin.made import Made
from mkdocs_briefings.plugin.options import root_of
from mkdocs_briefings.plugin.site_files import file_of


def check(made: Made, config: MkDocsConfig) -> None:
    """Look through the desk's files before anything is written.

    Raises:
        AddressError: one of them would stand where one of ours does.
    """
    files = get_files(config)
    _no_address_twice(made.pages, files, config)
    _no_file_twice(made.data, files, config)


def _no_address_twice(pages: dict[str, Page], files: Files, config: MkDocsConfig) -> None:
    """Pages: some of ours take the place of an overlay or of `index.md`.

    Raises:
        AddressError: a file of the desk would stand where one of our pages does; names both.
    """
    ours = {file_of(page, config).dest_uri.casefold(): page for page in pages.values()}
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
    """Files that stand beside our pages.

    Raises:
        AddressError: a file of the desk would stand where one of ours does.
    """
    ours = {file.uri.casefold() for file in data}
    for file in files:
        if file.dest_uri.casefold() in ours:
            name = Path(config.docs_dir).name
            expected = "another name for it; llms.txt is a template, which can be overridden"
            raise AddressError(f"{name}/{file.src_uri} stands where a file of ours does", expected=expected)


def _is_made_from(page: Page, file: File, config: MkDocsConfig) -> bool:
    return bool(page.evidence and file.abs_src_path and (root_of(config) / page.evidence).samefile(file.abs_src_path))
