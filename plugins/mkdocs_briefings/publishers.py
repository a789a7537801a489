"""The publishers a desk reads: `sources.yml`."""

from pathlib import Path
from typing import Literal

import msgspec

from mkdocs_briefings.errors import RegisterError
from mkdocs_briefings.settings import line_of, parse, read_text
from mkdocs_briefings.source import below


class Publisher(msgspec.Struct, forbid_unknown_fields=True, kw_only=True, frozen=True):
    """A publisher with its Admiralty grade: A to F for the source, 1 to 6 for what it says."""

    name: str
    homepage: str | None = None
    reliability: Literal["A", "B", "C", "D", "E", "F"] | None = None
    credibility: Literal[1, 2, 3, 4, 5, 6] | None = None
    note: str | None = None

    @property
    def grade(self) -> str:
        return f"{self.reliability or ''}{self.credibility or ''}"


class _File(msgspec.Struct, forbid_unknown_fields=True):
    publishers: list[Publisher] = []


def read_publishers(path: Path, root: Path) -> dict[str, Publisher]:
    """The publishers by their names; none where there is no such file.

    Raises:
        RegisterError: the file is broken, or a publisher stands in it twice.
    """
    if not path.is_file():
        return {}
    shown = below(path, root)
    text = read_text(path, shown=shown, error=RegisterError)
    listed = parse(text, _File, path=shown, error=RegisterError).publishers
    by_name = {publisher.name: publisher for publisher in listed}
    if len(by_name) < len(listed):
        names = [publisher.name for publisher in listed]
        second = next(place for place, name in enumerate(names) if name in names[:place])
        line = line_of(text, ["publishers", str(second)])
        raise RegisterError(
            "publisher given twice", path=shown, line=line, found=names[second], expected="each name once"
        )
    return by_name
