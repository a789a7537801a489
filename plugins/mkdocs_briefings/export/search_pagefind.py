"""Our pages in an index of Pagefind's, of which a reader fetches only the parts that a search needs."""

import subprocess
import tempfile
from collections.abc import Iterable, Mapping
from importlib.util import find_spec
from pathlib import Path
from shutil import copyfile
from urllib.parse import unquote

from markupsafe import Markup

from mkdocs_briefings.errors import SearchError
from mkdocs_briefings.export.search_entries import Findable

FOLDER = "pagefind"
_NOT_OURS = ("-ui.", "-highlight.")  # Pagefind's own search pages; ours takes their place
_INSTALL = "`pip install mkdocs-briefings[pagefind]`"


def program() -> str:
    """The indexer.

    Raises:
        SearchError: it is not installed; says what installs it.
    """
    if find_spec("pagefind"):
        from pagefind.service import get_executable  # noqa: PLC0415  an extra of this package

        if found := get_executable():
            return str(found)
    raise SearchError("`search: pagefind` needs Pagefind, which is not installed", expected=_INSTALL)


def write_index(
    site: Path, pages: Iterable[Findable], prose: Mapping[str, Markup], own: Mapping[str, Markup], language: str
) -> None:
    """Index our pages and the desk's own, each from a page made for this alone, into a folder of the built site.

    Args:
        prose: what the desk wrote on some of our pages, by address.
        own: the desk's own pages, by address.
        language: of all of them.

    Raises:
        SearchError: Pagefind is not installed, or refuses.
    """
    with tempfile.TemporaryDirectory() as scratch:
        drafts, made = Path(scratch, "pages"), Path(scratch, "index")
        for page in pages:
            _write(drafts, page.address, _page(page, prose.get(page.address, Markup())))
        for address, html in own.items():
            _write(drafts, address, html)
        _run(drafts, made, language)
        for file in sorted(path for path in made.rglob("*") if path.is_file()):
            if not any(mark in file.name for mark in _NOT_OURS):
                copy = site / FOLDER / file.relative_to(made)
                copy.parent.mkdir(parents=True, exist_ok=True)
                copyfile(file, copy)


def _write(folder: Path, address: str, html: Markup) -> None:
    file = folder / unquote(address)
    file = file / "index.html" if address.endswith("/") or not address else file
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(f"<!doctype html><html><body>{html}</body></html>", encoding="utf-8")


def _page(page: Findable, prose: Markup) -> Markup:
    """A title, the desk's words, and the passages with their places; names are metadata, and weigh as such."""
    names = ", ".join((*page.names, *page.titled))
    parts = [Markup("<h1>{}</h1>").format(page.title)]
    parts += [Markup('<p data-pagefind-meta="names:{}"></p>').format(names)] if names else []
    parts += [Markup("<p>{}</p>").format(page.text)]
    parts += [Markup('<div id="{}">{}</div>').format(page.prose_at, prose)] if page.prose_at else [prose]
    parts += (Markup('<p id="{}">{}</p>').format(passage.anchor, passage.text) for passage in page.passages)
    return Markup("").join(parts)


def _run(drafts: Path, made: Path, language: str) -> None:
    where = ["--site", str(drafts), "--output-path", str(made)]
    what = ["--exclude-selectors", "[data-search-exclude], .headerlink", "--force-language", language]
    done = subprocess.run(  # noqa: S603  our own arguments
        [program(), *where, *what], capture_output=True, text=True, encoding="utf-8", check=False
    )
    if done.returncode:
        raise SearchError(f"Pagefind did not index the site: {done.stderr.strip() or done.stdout.strip()}")
