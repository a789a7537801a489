"""Articles as JSON lines on standard input."""

import datetime
import hashlib
from collections.abc import Iterator
from typing import IO

import msgspec

from mkdocs_briefings.errors import SourceError
from mkdocs_briefings.source import Source


class _Piped(msgspec.Struct):
    id: str | int
    text: str
    title: str | None = None
    date: str | None = None


def piped(lines: IO[str]) -> Iterator[Source]:
    """The articles, one a line.

    Raises:
        SourceError: a line is no article.
    """
    for number, line in enumerate(lines, 1):
        if line.strip():
            yield _source(line, number)


def _source(line: str, number: int) -> Source:
    try:
        given = msgspec.json.decode(line, type=_Piped)
        date = datetime.datetime.fromisoformat(given.date).date() if given.date else None
    except (msgspec.DecodeError, ValueError) as wrong:
        expected = '{"id": "…", "text": "…", "title": "…" or null, "date": "YYYY-MM-DD" or null}'
        problem = f"not an article: {wrong}"
        raise SourceError(problem, path="standard input", line=number, found=line.strip(), expected=expected) from None
    return Source(
        id=str(given.id),
        text=given.text,
        sha256=hashlib.sha256(given.text.encode()).hexdigest(),
        headline=given.title or None,
        date_published=date,
    )
