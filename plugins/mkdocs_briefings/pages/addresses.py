"""Where pages stand, and final links from one to another."""

import posixpath
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import quote

from mkdocs_briefings.errors import AddressError

HOME = "index.md"
ACTORS = "actors/index.md"
CHRONOLOGY = "chronology/index.md"
AHEAD = "chronology/ahead.md"
UNDATED = "chronology/undated.md"
CHANGES = "changes/index.md"
SEARCH = "search.md"
_FOLDERS = {page.removesuffix("index.md").rstrip("/"): page for page in (HOME, ACTORS, CHRONOLOGY, CHANGES)}
_INDEX_NAMES = ("index.md", "README.md")  # MkDocs makes either the page of its folder


def briefing(slug: str) -> str:
    return f"{slug}.md"


def actor(identity: str) -> str:
    return f"actors/{identity}.md"


def chronology(year: int | None, month: int | None = None) -> str:
    """The page of a year, of one of its months, or of what has no date."""
    return UNDATED if year is None else f"chronology/{year:04}{f'/{month:02}' if month else ''}.md"


def part(src_uri: str, number: int) -> str:
    """A page that takes several: the first, counted from 1, has its address, the others stand below it."""
    return src_uri if number == 1 else f"{src_uri.removesuffix('.md')}/page-{number}.md"


def pair(one: str, other: str) -> str:
    """The page of two actors, in whichever order: `india-russia`, and `india--united-states` where a hyphen could
    belong to either name. No actor's id has two hyphens in a row, so no two pairs share an address."""
    first, last = sorted((one, other))
    return f"pairs/{first}{'--' if '-' in first + last else '-'}{last}.md"


def named(address: str) -> str:
    """The page at an address below the site's, whichever way addresses are written there: "talks/", "talks.html"."""
    page = address.lstrip("/").removesuffix("index.html").removesuffix(".html").rstrip("/")
    return _FOLDERS.get(page, f"{page}.md")


@dataclass(frozen=True, slots=True)
class Addresses:
    """Addresses of pages, which are named as MkDocs names them: `actors/narendra-modi.md`."""

    directory_urls: bool
    staged: bool = False  # links go from file to file: another generator makes addresses of them

    def of(self, src_uri: str) -> str:
        """The page's address below the site's: "", "actors/", "actors/narendra-modi/" or "….html"."""
        folder, slash, name = src_uri.rpartition("/")
        if name in _INDEX_NAMES:
            return folder + slash + ("" if self.directory_urls else "index.html")
        whole = src_uri.removesuffix(".md")
        return f"{whole}/" if self.directory_urls else f"{whole}.html"

    def start(self, here: str) -> str:
        """The folder from which relative links of a page go out."""
        return (here if self.staged else self.of(here)).rpartition("/")[0] or "."

    def link(self, here: str, there: str, fragment: str = "") -> str:
        """The link from one page to a place on another, relative, so that the site can stand anywhere."""
        anchor = f"#{quote(fragment, safe='=&')}" if fragment else ""
        if here == there and anchor:
            return anchor
        target = there if self.staged else self.of(there)
        path = _relative(target.removesuffix("/"), self.start(here))
        return quote(path) + ("/" if target.endswith("/") or not target else "") + anchor


def _relative(there: str, start: str) -> str:
    """As `posixpath.relpath`, which spends most of its time on paths with dots; ours have none, save for the site's
    own folder, which is "" or "."."""
    way, back = ([] if path in ("", ".") else path.split("/") for path in (there, start))
    shared = len(posixpath.commonprefix([way, back]))
    return "/".join([*[".."] * (len(back) - shared), *way[shared:]]) or "."


def no_address_twice(pages: Iterable[tuple[str, str]], addresses: Addresses) -> None:
    """Check (page, what it is, for a person) pairs.

    Letters that differ in their case only are one address: some file systems do not tell them apart.

    Raises:
        AddressError: two pages would stand at one address; names both.
    """
    taken: dict[str, str] = {}
    for src_uri, name in pages:
        address = addresses.of(src_uri)
        key = address.casefold()
        if key in taken:
            raise AddressError(
                f"{taken[key]} and {name} would have one address",
                found=address or "the home page",
                expected="another file name for one of them",
            )
        taken[key] = name
