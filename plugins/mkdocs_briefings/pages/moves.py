"""Places that were public once and are elsewhere now: each keeps its anchor on its former page, with a link to follow.

The first page of a year leads on by itself to its months, and the first of a year or a month to its later parts. What
else moves, such as an event whose date is put right, the desk keeps in `briefings/moved.yml`, in lines that `briefings
check` prints:

    moved:
      chronology/2024/#e-1b2c3d4e5f60: chronology/2025/#e-1b2c3d4e5f60
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Self

import msgspec

from mkdocs_briefings.errors import AddressError
from mkdocs_briefings.pages import addresses
from mkdocs_briefings.pages.volumes import Volume
from mkdocs_briefings.settings import line_of, parse, read_text
from mkdocs_briefings.source import below


class _File(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    moved: dict[str, str] = {}


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """A place, or a whole page where it has no anchor, and where it stands now."""

    page: str  # as MkDocs names pages
    anchor: str = ""
    now: str  # the page, likewise
    now_anchor: str = ""


@dataclass(frozen=True, slots=True)
class Moved:
    """What the desk says has moved."""

    moves: tuple[Move, ...] = ()
    path: Path = Path()  # as shown
    text: str = ""

    @classmethod
    def read(cls, path: Path, root: Path) -> Self:
        """The desk's file; nothing has moved where there is none.

        Raises:
            AddressError: the file is broken.
        """
        shown = below(path, root)
        text = read_text(path, shown=shown, error=AddressError) if path.is_file() else ""
        given = parse(text, _File, path=shown, error=AddressError).moved
        return cls(tuple(_move(former, now) for former, now in given.items()), shown, text)

    def error(self, number: int, problem: str, expected: str) -> AddressError:
        """One of the moves is wrong."""
        given = parse(self.text, _File, path=self.path, error=AddressError).moved
        former, now = list(given.items())[number]
        line = line_of(self.text, ["moved", former])
        return AddressError(
            f"what moved {problem}", path=self.path, line=line, found=f"{former}: {now}", expected=expected
        )


NOTHING_MOVED = Moved()


def by_page(moves: Iterable[Move]) -> dict[str, tuple[Move, ...]]:
    """Those of places on pages; each straight to where it stands, also where the desk names a place that leads on."""
    found: dict[str, dict[str, Move]] = {}
    for move in moves:
        if move.anchor:
            found.setdefault(move.page, {}).setdefault(move.anchor, move)
    return {page: tuple(_straight(move, found) for move in moves.values()) for page, moves in found.items()}


def _straight(move: Move, known: dict[str, dict[str, Move]]) -> Move:
    further = known.get(move.now, {}).get(move.now_anchor)
    return replace(move, now=further.now, now_anchor=further.now_anchor) if further else move


def of_volumes(volumes: Iterable[Volume]) -> Iterator[Move]:
    """From a year to its months, and from the first part of each to the later ones, to which events go as more come in.

    A later part leads nowhere: two links an event at the most, however many parts there are.
    """
    shelves: dict[int | None, list[Volume]] = {}
    for volume in volumes:
        shelves.setdefault(volume.year, []).append(volume)
    for bound in shelves.values():
        for first in (volume for volume in bound if volume.part == 1):
            for other in bound:
                if other is not first and first.month in (None, other.month):
                    for anchor in (anchor for entry in other.entries for anchor in entry.anchors):
                        yield Move(page=first.src_uri, anchor=anchor, now=other.src_uri, now_anchor=anchor)


def _move(former: str, now: str) -> Move:
    page, _, anchor = former.partition("#")
    there, _, now_anchor = now.partition("#")
    return Move(page=addresses.named(page), anchor=anchor, now=addresses.named(there), now_anchor=now_anchor)
