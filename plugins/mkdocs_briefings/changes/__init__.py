"""What changed since the last edition: the site's statements as they stood then, held against those of today."""

from pathlib import Path

from mkdocs_briefings.changes.change import Change, Changes
from mkdocs_briefings.changes.closed_edition import ClosedEdition, close, read_closed
from mkdocs_briefings.changes.comparison import compare
from mkdocs_briefings.changes.snapshot import Snapshot
from mkdocs_briefings.corpus import Corpus

__all__ = ["Change", "Changes", "ClosedEdition", "Snapshot", "changes_since", "close"]


def changes_since(path: Path, root: Path, corpus: Corpus) -> Changes | None:
    """What changed since the edition that a file holds; None where none was closed yet.

    Raises:
        EditionError: the file is broken.
    """
    closed = read_closed(path, root)
    return compare(closed, Snapshot.of(corpus)) if closed else None
