"""Source articles: evidence, read as they came and never edited."""

import datetime
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import msgspec

from mkdocs_briefings.errors import SourceError
from mkdocs_briefings.settings import parse, read_text, split_front_matter

SUFFIXES = (".txt", ".md")


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A source article (schema.org NewsArticle). `text` is the body, every character in order."""

    id: str
    path: Path | None = None  # relative to the desk; None for text that came by pipe
    text: str
    sha256: str  # of the file's bytes
    headline: str | None = None
    publisher: str | None = None
    author: str | None = None
    url: str | None = None
    date_published: datetime.date | None = None
    date_retrieved: datetime.date | None = None
    in_language: str = "en"
    note: str | None = None


class Stated(msgspec.Struct, forbid_unknown_fields=True, kw_only=True):
    """Front matter of a source: what the publisher stated."""

    headline: str | None = None
    publisher: str | None = None
    author: str | None = None
    url: str | None = None
    date_published: datetime.date | None = None
    date_retrieved: datetime.date | None = None
    in_language: str = "en"
    note: str | None = None


def read_sources(folder: Path, root: Path) -> Iterator[Source]:
    """Every `.txt` and `.md` article below the folder, in the order of their paths; hidden ones are left out.

    Args:
        root: the desk's folder; paths are shown as they stand below it.

    Raises:
        SourceError: an article is empty, not UTF-8, or its front matter is broken; two articles have one id; the
            folder is missing or has no article.
    """
    shown = below(folder, root)
    if not folder.is_dir():
        raise SourceError(
            "folder of source articles is missing", path=shown, expected="a folder with .txt or .md files"
        )
    seen: dict[str, Source] = {}
    for path in sorted(folder.rglob("*")):
        hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
        if path.suffix.lower() in SUFFIXES and path.is_file() and not hidden:
            source = read_source(path, folder, root)
            first = seen.setdefault(source.id, source)
            if first is not source:
                expected = "another file name for one of them"
                raise SourceError(f"article has the id of {first.path}", path=source.path, expected=expected)
            yield source
    if not seen:
        raise SourceError("no source articles", path=shown, expected="at least one .txt or .md file")


def read_source(path: Path, folder: Path, root: Path | None = None) -> Source:
    """One article; its id is its path below the folder, without the suffix.

    Raises:
        SourceError: the file is not UTF-8, has nothing to read, or its front matter is broken.
    """
    shown = below(path, root) if root else path
    whole = read_text(path, shown=shown, error=SourceError)
    front, text = split_front_matter(whole, path=shown, error=SourceError)
    if not text.strip():
        raise SourceError("article is empty", path=shown, line=1, expected="the article's text")
    stated = parse(front, Stated, path=shown, error=SourceError, first_line=2) if front is not None else Stated()
    return Source(
        id=path.relative_to(folder).with_suffix("").as_posix(),
        path=shown,
        text=text,
        sha256=hashlib.sha256(path.read_bytes()).hexdigest(),
        **msgspec.structs.asdict(stated),
    )


def below(path: Path, root: Path) -> Path:
    """The path as it stands below the root, or as it is where it does not."""
    return path.relative_to(root) if path.is_relative_to(root) else path
