"""The pages of the chronology: a year, a month, and what has no date."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from mkdocs_briefings.corpus.chronology import Entry
from mkdocs_briefings.dates import PartialDate
from mkdocs_briefings.pages import addresses, world_map
from mkdocs_briefings.pages.edition import Edition, Here, Link
from mkdocs_briefings.pages.event_filter import Filter
from mkdocs_briefings.pages.event_rows import EventRow, event_row
from mkdocs_briefings.pages.page import Page
from mkdocs_briefings.pages.pictures import Leads, strip
from mkdocs_briefings.pages.volumes import Volume, by_month, year_of


@dataclass(frozen=True, slots=True)
class Month:
    identity: str
    name: str  # empty: no month is known
    rows: tuple[EventRow, ...]


@dataclass(frozen=True, slots=True)
class Year:
    identity: str
    name: str
    href: str  # its own page
    months: tuple[Month, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthLink:
    link: Link
    count: int


def volume_pages(edition: Edition) -> Iterator[Page]:
    volumes = edition.volumes
    for number, volume in enumerate(volumes):
        later = volumes[number - 1] if number else None
        earlier = volumes[number + 1] if number + 1 < len(volumes) else None
        yield _page(edition, volume, later, earlier)


def years(
    here: Here, entries: Iterable[Entry], *, with_id: bool = True
) -> tuple[tuple[Year, ...], tuple[EventRow, ...]]:
    """Rows by year and month, newest first, and those of no known day."""
    grouped: dict[int | None, list[Entry]] = {}
    for entry in entries:
        grouped.setdefault(year_of(entry.date), []).append(entry)
    undated = tuple(event_row(here, entry, with_id=with_id) for entry in grouped.pop(None, ()))
    dated = sorted(((year, found) for year, found in grouped.items() if year), reverse=True, key=lambda pair: pair[0])
    return tuple(_year(here, year, found, with_id=with_id) for year, found in dated), undated


def volume_name(here: Here, volume: Volume) -> str:
    """ "2025", "August 2025", "Undated"; with the number of the part where it is not the first."""
    name = period_name(here, volume.year, volume.month) if volume.year else here.say("event.undated_title")
    return name if volume.part == 1 else here.say("chronology.part", name=name, part=volume.part)


def period_name(here: Here, year: int, month: int | None) -> str:
    """ "August 2025", or the year alone."""
    return here.words.date(PartialDate(f"{year:04}-{month:02}" if month else f"{year:04}"))


def leads(here: Here, fragment: str = "") -> Leads:
    """From under a picture to the page of a year, or to a month on it, or on a page of its own.

    Args:
        fragment: what the pages of years are to be filtered by.
    """
    parted = {volume.src_uri for volume in here.edition.volumes if volume.month}

    def lead(year: int, month: int | None) -> str:
        page = addresses.chronology(year, month)
        if month and page not in parted:
            return here.to(addresses.chronology(year), f"m-{year:04}-{month:02}")
        return here.to(page, fragment)

    return lead


def _page(edition: Edition, volume: Volume, later: Volume | None, earlier: Volume | None) -> Page:
    here = Here(edition, volume.src_uri)
    in_years, undated = years(here, volume.entries)
    rows = [*(row for year in in_years for month in year.months for row in month.rows), *undated]
    of_year = [other for other in edition.volumes if volume.year and other.year == volume.year]
    title = edition.say("chronology.volume", name=volume_name(here, volume))
    count = sum(len(other.entries) for other in of_year) if volume.parted else len(rows)
    html = edition.templates.render(
        "chronology_volume.html",
        here=here,
        title=title,
        volume=volume,
        count=count,
        months=_months(here, of_year) if volume.parted else (),
        groups=in_years[0].months if in_years else (),
        undated=undated,
        map=world_map.of_events(here, volume.entries),
        filter=Filter.of(here, rows),
        strip=strip(here.words, [entry for other in of_year for entry in other.entries], leads(here)),
        year=_link(here, of_year[0]) if of_year and of_year[0] is not volume else None,
        later=_way(here, "later", volume, later),
        earlier=_way(here, "earlier", volume, earlier),
    )
    return Page(
        src_uri=here.src_uri,
        title=title,
        html=html,
        description=edition.say("chronology.description_of", count, name=volume_name(here, volume)),
        updated=edition.updated,
    )


def _months(here: Here, of_year: list[Volume]) -> tuple[MonthLink, ...]:
    """The pages of a year's months."""
    return tuple(
        MonthLink(
            link=_link(here, volume),
            count=len(volume.entries),
        )
        for volume in of_year
        if volume.month
    )


def _way(here: Here, key: Literal["later", "earlier"], volume: Volume, other: Volume | None) -> Link | None:
    """To the volume after or before; what has no date is neither later nor earlier than what has."""
    if not other or (other.year and not volume.year):
        return None
    name = volume_name(here, other)
    return Link(here.to(other.src_uri), here.say(f"chronology.{key}", name=name) if other.year else name)


def _link(here: Here, volume: Volume) -> Link:
    return Link(here.to(volume.src_uri), volume_name(here, volume))


def _year(here: Here, year: int, entries: list[Entry], *, with_id: bool) -> Year:
    return Year(
        identity=f"y-{year}",
        name=str(year),
        href=here.to(addresses.chronology(year)),
        months=tuple(
            Month(
                identity=f"m-{year:04}-{month:02}" if month else f"m-{year:04}",
                name=here.words.month(month) if month else "",
                rows=tuple(event_row(here, entry, with_id=with_id) for entry in found),
            )
            for month, found in by_month(entries).items()
        ),
    )
