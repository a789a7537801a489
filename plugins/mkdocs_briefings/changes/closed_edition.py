"""`briefings/edition.json`: what the site said when the desk last closed an edition.

One record a line, so that a version control system shows what an edition changed. The file carries the digest of what
it says: two editions that are merged by line fit no digest, and are refused.
"""

import datetime
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Self

import msgspec

from mkdocs_briefings.changes.snapshot import Record, Snapshot
from mkdocs_briefings.errors import EditionError
from mkdocs_briefings.settings import line_of, parse, read_text
from mkdocs_briefings.source import below
from mkdocs_briefings.text import digest

VERSION = 1
_DIGITS = 16  # hex
_GOOD = "the file as `briefings edition` wrote it; after a merge, one side of it whole"
_NOT_ASCII = re.compile(r"[\x7f-\uffff]")
_BYTE = re.compile(r"\(byte (\d+)\)")


class ClosedEdition(msgspec.Struct, forbid_unknown_fields=True, kw_only=True, frozen=True):
    """The file. `said` may not be written by hand; `note` may."""

    version: int
    closed_on: datetime.date
    note: str | None = None  # for readers: how the edition came about
    digest: str
    said: Snapshot

    @classmethod
    def saying(cls, said: Snapshot, closed_on: datetime.date, note: str | None = None) -> Self:
        return cls(version=VERSION, closed_on=closed_on, note=note, digest=_digest(said), said=said)

    def json(self) -> str:
        """The file's text, a record a line."""
        head = {"version": self.version, "closed_on": self.closed_on, "note": self.note, "digest": self.digest}
        lines = [f' "{key}": {_json(value)},' for key, value in head.items()]
        return "\n".join(["{", *lines, ' "said": {', ",\n".join(_tables(self.said)), " }", "}", ""])


class _Versioned(msgspec.Struct):
    version: int


def read_closed(path: Path, root: Path) -> ClosedEdition | None:
    """The edition closed last; None where there is none.

    Args:
        root: the desk's folder; the path is shown as it stands below it.

    Raises:
        EditionError: the file is no edition, one of a later version, or not as it was written.
    """
    if not path.is_file():
        return None
    shown = below(path, root)
    text = read_text(path, shown=shown, error=EditionError)
    try:
        version = msgspec.json.decode(text, type=_Versioned).version
        if version != VERSION:
            line, expected = line_of(_yaml(text), ["version"]), f"{VERSION}, or a newer mkdocs-briefings that reads it"
            raise EditionError("version is not known", path=shown, line=line, found=str(version), expected=expected)
        closed = msgspec.json.decode(text, type=ClosedEdition)
    except msgspec.ValidationError:
        closed = parse(_yaml(text), ClosedEdition, path=shown, error=EditionError)  # slower, but it knows the line
    except msgspec.DecodeError as wrong:
        raise EditionError("no JSON", path=shown, line=_line(text, str(wrong)), expected=_GOOD) from None
    if closed.digest != _digest(closed.said):
        line = line_of(_yaml(text), ["digest"])
        raise EditionError("edition was changed after it was closed", path=shown, line=line, expected=_GOOD)
    return closed


def close(edition: ClosedEdition, path: Path, root: Path, *, replace: bool = False) -> bool:
    """Write the edition, whole or not at all. False: it was closed already, and says the same.

    Args:
        replace: also in place of another edition of the same day, of any of a later one, or of a broken file.

    Raises:
        EditionError: it would take the place of such a one.
    """
    last = None if replace else read_closed(path, root)
    if last and last.closed_on > edition.closed_on:
        raise _lost("an edition of a later day was closed", last, path, root)
    if last and last.closed_on == edition.closed_on:
        if last.said != edition.said:
            raise _lost("the site said something else when the edition of this day was closed", last, path, root)
        if edition.note in (None, last.note):
            return False
    whole = path.with_name(f".{path.name}.new")
    whole.write_text(edition.json(), encoding="utf-8", newline="\n")
    whole.replace(path)
    return True


def _lost(problem: str, last: ClosedEdition, path: Path, root: Path) -> EditionError:
    day, expected = last.closed_on.isoformat(), "`--on` with a later day, or `--replace`"
    return EditionError(problem, path=below(path, root), line=3, found=day, expected=expected)


def _tables(said: Snapshot) -> Iterator[str]:
    for name in Snapshot.__struct_fields__:
        records: list[Record] = getattr(said, name)
        rows = ",\n".join(f"   {_json(record)}" for record in records)
        yield f'  "{name}": [\n{rows}\n  ]' if rows else f'  "{name}": []'


def _digest(said: Snapshot) -> str:
    return digest(_json(said), _DIGITS)


def _json(value: object) -> str:
    return msgspec.json.encode(value).decode()


def _yaml(text: str) -> str:
    """JSON as YAML, which knows lines: characters that YAML forbids or takes for line ends stand in it as escapes."""
    return _NOT_ASCII.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def _line(text: str, message: str) -> int:
    """The line of the byte at which JSON ends to be JSON."""
    found = _BYTE.search(message)
    return 1 + text.encode().count(b"\n", 0, int(found[1]) if found else 0)
