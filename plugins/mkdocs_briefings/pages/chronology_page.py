"""The chronology of all briefings, by year and month."""

from collections import Counter
from dataclasses import dataclass

from mkdocs_briefings.corpus.chronology import Entry
from mkdocs_briefings.dates import PartialDate
from mkdocs_briefings.pages import addresses
from mkdocs_briefings.pages.edition import Edition, Here, Link
from mkdocs_briefings.pages.event_rows import KINDS, STATUSES, EventRow, ahead, event_row, event_rows
from mkdocs_briefings.pages.page import Page
from mkdocs_briefings.pages.pictures import strip

_AHEAD = 10  # rows beside the chronology; they stand in it as well


@dataclass(frozen=True, slots=True)
class Month:
    identity: str
    name: str  # empty: no month is known
    rows: tuple[EventRow, ...]


@dataclass(frozen=True, slots=True)
class Year:
    identity: str
    name: str
    months: tuple[Month, ...]


def chronology_page(edition: Edition) -> Page:
    here = Here(edition, addresses.CHRONOLOGY)
    chronology = edition.corpus.chronology
    coming = ahead(chronology, edition.day)
    dated = event_rows(here, reversed(chronology.dated))
    undated = event_rows(here, chronology.undated)
    rows = (*dated, *undated)
    html = edition.templates.render(
        "chronology.html",
        here=here,
        years=years(here, dated),
        undated=undated,
        ahead=[event_row(here, entry, with_id=False) for entry in coming[:_AHEAD]],
        ahead_count=len(coming),
        strip=strip(chronology.dated),
        count=len(rows),
        sources=len({report.document.source.id for entry in chronology for report in entry.reports}),
        extent=_extent(chronology.dated),
        actors=_actors(here, rows),
        kinds=[key for key in KINDS if any(row.kind and row.kind.key == key for row in rows)],
        statuses=[(status, sum(row.status == status for row in rows)) for status in STATUSES],
    )
    return Page(
        src_uri=here.src_uri,
        title=edition.say("chronology.title"),
        html=html,
        description=edition.say("chronology.description", len(rows)),
        updated=edition.day,
        in_nav=True,
    )


def years(here: Here, rows: tuple[EventRow, ...]) -> tuple[Year, ...]:
    """Rows by year and month, newest first; in each year, what has no month first.

    A year is self-contained, so that it can stand on a page of its own.
    """
    grouped: dict[int | None, dict[int | None, list[EventRow]]] = {}
    for row in rows:
        grouped.setdefault(row.year, {}).setdefault(row.month, []).append(row)
    return tuple(
        Year(
            identity=f"y-{year}" if year else "y-open",
            name=f"{year}" if year else here.say("chronology.open"),
            months=tuple(
                _month(year, month, grouped[year][month])
                for month in sorted(grouped[year], key=lambda month: month or 13, reverse=True)
            ),
        )
        for year in sorted(grouped, key=lambda year: year or 0, reverse=True)
    )


def _month(year: int | None, month: int | None, rows: list[EventRow]) -> Month:
    if not year or not month:
        return Month(f"m-{year or 'open'}", "", tuple(rows))
    name = PartialDate(f"{year:04}-{month:02}").words().rpartition(" ")[0]
    return Month(f"m-{year:04}-{month:02}", name, tuple(rows))


def _extent(entries: tuple[Entry, ...]) -> tuple[PartialDate, ...]:
    """The first and last month that the events may fall in, or the one month."""
    days = [day for entry in entries if entry.date for day in (entry.date.earliest, entry.date.latest) if day]
    months = (PartialDate(f"{day.year:04}-{day.month:02}") for day in (min(days), max(days))) if days else ()
    return tuple(dict.fromkeys(months))


def _actors(here: Here, rows: tuple[EventRow, ...]) -> list[tuple[str, Link, int]]:
    """Whom the filter offers, the busiest first, with how many events each takes part in."""
    counts = Counter(identity for row in rows for identity in row.actor_ids)
    ordered = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    return [(identity, link, count) for identity, count in ordered if (link := here.actor(identity))]
