"""The chronology bound in volumes: a page a year, a page a month where a year is long, none too long to read."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from mkdocs_briefings.corpus.chronology import Chronology, Entry
from mkdocs_briefings.dates import PartialDate
from mkdocs_briefings.pages import addresses

MOST_ROWS = 500  # events on a page: more of them take a phone over a second to lay out

Shelf = tuple[int | None, int | None]  # a year and a month of it; None: not known


@dataclass(frozen=True, slots=True, kw_only=True)
class Volume:
    """A page of the chronology."""

    src_uri: str
    year: int | None  # None: no day is known
    month: int | None  # None: the whole year; or, of a year that is parted by month, what has no month
    part: int  # from 1; a month may have more events than a page holds
    parted: bool  # its months have pages of their own
    entries: tuple[Entry, ...]  # newest first


def bind(chronology: Chronology) -> tuple[Volume, ...]:
    """Every page of the chronology, newest first; what has no date comes last, in the order of its sources.

    A year that is parted by month has a page all the same, with what has no month, if anything.
    """
    by_year: dict[int, list[Entry]] = {}
    undated = list(chronology.undated)
    for entry in reversed(chronology.dated):
        year = year_of(entry.date)
        (by_year.setdefault(year, []) if year else undated).append(entry)
    years = (volume for year in sorted(by_year, reverse=True) for volume in _of_year(year, by_year[year]))
    return (*years, *(_parts((None, None), undated) if undated else ()))


def places(volumes: Iterable[Volume]) -> dict[str, str]:
    """The page on which the row of an event stands, by the anchor of each of its reports."""
    return {anchor: volume.src_uri for volume in volumes for entry in volume.entries for anchor in entry.anchors}


def year_of(date: PartialDate | None) -> int | None:
    """The year it is listed in, by its last possible day; where that is open, by its first."""
    day = date and (date.latest or date.earliest)
    return day.year if day else None


def month_of(date: PartialDate | None) -> int | None:
    """The month it is listed in; None where the source names none, as for a season or a decade."""
    if not date or not year_of(date):
        return None
    first, _, last = date.edtf.rpartition("/")
    end = PartialDate(last if date.latest else first)
    return end.latest.month if end.latest and end.precision in ("day", "month") else None


def by_month(entries: Iterable[Entry]) -> dict[int | None, list[Entry]]:
    """The entries of one year by month, the last month first; before them what has no month."""
    months: dict[int | None, list[Entry]] = {}
    for entry in entries:
        months.setdefault(month_of(entry.date), []).append(entry)
    return {month: months[month] for month in sorted(months, key=lambda month: month or 13, reverse=True)}


def _of_year(year: int, entries: list[Entry]) -> Iterator[Volume]:
    if len(entries) <= MOST_ROWS:
        yield from _parts((year, None), entries)
        return
    months = by_month(entries)
    yield from _parts((year, None), months.pop(None, []), parted=True)
    for month, found in months.items():
        yield from _parts((year, month), found)


def _parts(shelf: Shelf, entries: list[Entry], *, parted: bool = False) -> Iterator[Volume]:
    year, month = shelf
    for part, start in enumerate(range(0, max(1, len(entries)), MOST_ROWS), 1):
        yield Volume(
            src_uri=addresses.part(addresses.chronology(year, month), part),
            year=year,
            month=month,
            part=part,
            parted=parted,
            entries=tuple(entries[start : start + MOST_ROWS]),
        )
