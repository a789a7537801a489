"""The chronology of all briefings at a glance, and what lies ahead."""

import datetime
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby, islice
from typing import Literal

from mkdocs_briefings.corpus.chronology import Entry
from mkdocs_briefings.corpus.extent import extent
from mkdocs_briefings.pages import addresses, offers, world_map
from mkdocs_briefings.pages.edition import Edition, Here, Link
from mkdocs_briefings.pages.event_filter import Filter
from mkdocs_briefings.pages.event_rows import KINDS, event_row
from mkdocs_briefings.pages.page import Page
from mkdocs_briefings.pages.pictures import strip
from mkdocs_briefings.pages.volume_page import leads, years
from mkdocs_briefings.pages.volumes import MOST_ROWS, month_of, year_of

_AHEAD = 10  # rows beside the chronology; they stand in it as well
_NEWEST = 50  # rows of a chronology that is too long to stand here whole

PlanGroup = Literal["dated", "undated", "passed"]


@dataclass(frozen=True, slots=True, kw_only=True)
class YearRow:
    """A year in the table of a long chronology."""

    link: Link
    count: int
    width: str  # of its bar


def chronology_page(edition: Edition) -> Page:
    """The whole chronology where it fits on a page, else its years and the newest of it.

    Each row leads to the one on the page of its year, whose address lasts however long the chronology grows.
    """
    here = Here(edition, addresses.CHRONOLOGY)
    return Page(
        src_uri=here.src_uri,
        title=edition.say("chronology.title"),
        html=_html(here),
        description=edition.say("chronology.description", len(edition.corpus.chronology)),
        updated=edition.updated,
        in_nav=True,
    )


def _html(here: Here) -> str:
    edition, chronology = here.edition, here.edition.corpus.chronology
    whole = len(chronology) <= MOST_ROWS
    shown = [*reversed(chronology.dated), *chronology.undated] if whole else _newest(edition)
    in_years, undated = years(here, shown, with_id=False)
    rows = [*(row for year in in_years for month in year.months for row in month.rows), *undated]
    coming = edition.ahead
    return edition.templates.render(
        "chronology.html",
        here=here,
        whole=whole,
        table=() if whole else _table(here),
        years=in_years,
        undated=undated,
        undated_count=len(chronology) - sum(bool(year_of(entry.date)) for entry in chronology),
        ahead=[event_row(here, entry, with_id=False) for entry in coming[:_AHEAD]],
        ahead_count=len(coming),
        day=edition.day,
        map=world_map.of_events(here, chronology),
        pairs=_pairs(here),
        strip=strip(here.words, chronology, leads(here)),
        count=len(chronology),
        sources=len({report.document.source.id for entry in chronology for report in entry.reports}),
        extent=extent(entry.date for entry in chronology if entry.date),
        filter=Filter.of(here, rows),
        offers=offers.links(here, offers.of_chronology()),
        kinds=_kinds(here),
    )


def ahead_pages(edition: Edition) -> Iterator[Page]:
    """What is planned: what may still come, and that whose day is over though nobody has reported it."""
    sheets = ahead_sheets(edition)
    for part, sheet in enumerate(sheets, 1):
        here = Here(edition, addresses.part(addresses.AHEAD, part))
        title = edition.say("chronology.ahead")
        html = edition.templates.render(
            "chronology_ahead.html",
            here=here,
            title=title if part == 1 else edition.say("chronology.part", name=title, part=part),
            day=edition.day,
            groups=[
                (group, [event_row(here, entry) for _, entry in found])
                for group, found in groupby(sheet, key=lambda plan: plan[0])
            ],
            earlier=here.to(addresses.part(addresses.AHEAD, part - 1)) if part > 1 else None,
            later=here.to(addresses.part(addresses.AHEAD, part + 1)) if part < len(sheets) else None,
        )
        yield Page(
            src_uri=here.src_uri,
            title=title,
            html=html,
            description=edition.say("chronology.ahead_description", len(edition.ahead)),
            updated=edition.updated,
        )


def ahead_sheets(edition: Edition) -> list[list[tuple[PlanGroup, Entry]]]:
    """What stands on each of these pages."""
    planned = _plans(edition)
    return [planned[start : start + MOST_ROWS] for start in range(0, max(1, len(planned)), MOST_ROWS)]


def _plans(edition: Edition) -> list[tuple[PlanGroup, Entry]]:
    coming = edition.ahead
    still_to_come = {entry.anchor for entry in coming}
    passed = [
        entry
        for entry in reversed(edition.corpus.chronology.dated)
        if entry.status == "planned" and not entry.reported_by and entry.anchor not in still_to_come
    ]
    return [
        *(("dated", entry) for entry in coming if entry.date),
        *(("undated", entry) for entry in coming if not entry.date),
        *(("passed", entry) for entry in passed),
    ]


def _newest(edition: Edition) -> list[Entry]:
    """What is over by the day of the newest briefing and is told by month, the last day first."""
    coming = {entry.anchor for entry in edition.ahead}
    past = (
        entry
        for entry in reversed(edition.corpus.chronology.dated)
        if entry.anchor not in coming and month_of(entry.date) and not _is_later(entry, edition.day)
    )
    return [*islice(past, _NEWEST)]


def _is_later(entry: Entry, day: datetime.date | None) -> bool:
    return bool(day and entry.date and entry.date.latest and entry.date.latest > day)


def _table(here: Here) -> tuple[YearRow, ...]:
    counts = Counter(volume.year for volume in here.edition.volumes for _ in volume.entries if volume.year)
    most = max(counts.values(), default=1)
    return tuple(
        YearRow(
            link=Link(here.to(addresses.chronology(year)), str(year)),
            count=counts[year],
            width=f"{100 * counts[year] / most:.1f}%",
        )
        for year in sorted(counts, reverse=True)
    )


def _kinds(here: Here) -> Iterator[tuple[str, tuple[Link, ...]]]:
    """The feeds of each kind of event that has some."""
    for kind in KINDS:
        if offered := offers.of_kind(here.edition, kind):
            yield here.say(f"kind.{kind}"), offers.links(here, offered)


def _pairs(here: Here) -> list[tuple[Link, int]]:
    """The pairs with a page of their own, those with most events first."""
    pairs = ((here.pair(relation), len(relation.dealings)) for relation in here.edition.corpus.relations)
    return [(link, count) for link, count in pairs if link]
