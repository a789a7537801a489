"""The mentions on an actor's page: sentences by briefing, the newest first, and a picture of when."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Self

from markupsafe import Markup

from mkdocs_briefings.briefing import Briefing
from mkdocs_briefings.corpus.actor_index import ActorEntry, Appearance
from mkdocs_briefings.dates import PartialDate
from mkdocs_briefings.pages.actor_words import in_sentence
from mkdocs_briefings.pages.edition import Here, Link, shortened
from mkdocs_briefings.pages.pictures import Strip, strip_of_dates

MOST_MENTIONS = 100  # sentences on an actor's page; the rest are a link away
_OPEN = 15  # or a few more, so that a briefing's stay together
_LONGEST_TITLE = 120


@dataclass(frozen=True, slots=True, kw_only=True)
class MentionRow:
    """A sentence with the actor's name marked, as often as it stands there."""

    briefing: Briefing
    sentence: Markup
    language: str  # of the sentence
    evidence: Link


@dataclass(frozen=True, slots=True, kw_only=True)
class MentionGroup:
    """The sentences of one briefing."""

    identity: str  # "mentions-2025" of the first briefing of a year, else empty
    briefing: Briefing
    link: Link
    rows: tuple[MentionRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MentionYear:
    """What is folded away of a year."""

    name: str
    groups: tuple[MentionGroup, ...]
    count: int  # sentences


@dataclass(frozen=True, slots=True, kw_only=True)
class Mentions:
    """What the page has of them."""

    open: tuple[MentionGroup, ...]
    earlier: tuple[MentionYear, ...]  # folded away
    strip: Strip | None
    more: tuple[tuple[Link, int], ...]  # in the briefings whose sentences are not on the page, with how many those are

    @classmethod
    def of(cls, here: Here, entry: ActorEntry) -> Self:
        rows = list(_rows(here, entry))
        groups = _grouped(here, rows[:MOST_MENTIONS])
        open_groups = _open_groups(groups)
        return cls(
            open=tuple(groups[:open_groups]),
            earlier=tuple(_by_year(here, groups[open_groups:])),
            strip=_strip(here, entry, groups),
            more=_more(here, rows[MOST_MENTIONS:]),
        )


def titled(link: Link) -> Link:
    """To a briefing, by no more of its title than a row has room for."""
    return Link(link.href, shortened(link.words, _LONGEST_TITLE))


def _rows(here: Here, entry: ActorEntry) -> Iterator[MentionRow]:
    """A row a sentence, in the order of the appearances: newest briefing first."""

    def place(appearance: Appearance) -> tuple[str, str, str]:
        return appearance.briefing.slug, appearance.document.source.id, appearance.sentence.anchor

    for _, group in groupby(entry.appearances, key=place):
        appearances = list(group)
        first = appearances[0]
        yield MentionRow(
            briefing=first.briefing,
            sentence=in_sentence(appearances),
            language=first.document.source.in_language,
            evidence=here.sentence(first.briefing, first.document.source.id, first.sentence),
        )


def _grouped(here: Here, rows: list[MentionRow]) -> list[MentionGroup]:
    groups: dict[str, list[MentionRow]] = {}
    for row in rows:
        groups.setdefault(row.briefing.slug, []).append(row)
    listed = []
    years: set[int] = set()
    for found in groups.values():
        briefing = found[0].briefing
        year = briefing.date.year if briefing.date else 0
        identity = f"mentions-{year}" if year and year not in years else ""
        years.add(year)
        link = titled(here.briefing(briefing))
        listed.append(MentionGroup(identity=identity, briefing=briefing, link=link, rows=tuple(found)))
    return listed


def _open_groups(groups: list[MentionGroup]) -> int:
    """How many of the groups stand open."""
    listed = 0
    for number, group in enumerate(groups):
        if listed >= _OPEN:
            return number
        listed += len(group.rows)
    return len(groups)


def _by_year(here: Here, groups: list[MentionGroup]) -> Iterator[MentionYear]:
    for year, found in groupby(groups, key=lambda group: group.briefing.date and group.briefing.date.year):
        of_year = tuple(found)
        count = sum(len(group.rows) for group in of_year)
        yield MentionYear(name=str(year or here.say("event.undated")), groups=of_year, count=count)


def _strip(here: Here, entry: ActorEntry, groups: list[MentionGroup]) -> Strip | None:
    """Mentions over time, as far as briefings have dates."""
    listed = {group.identity for group in groups}
    dates = [PartialDate.day(day) if (day := appearance.briefing.date) else None for appearance in entry.appearances]

    def lead(year: int, month: int | None) -> str:
        return f"#mentions-{year}" if f"mentions-{year}" in listed else "#more"

    return strip_of_dates(here.words, dates, lead, "mentions")


def _more(here: Here, rest: list[MentionRow]) -> tuple[tuple[Link, int], ...]:
    """The first of the mentions the page does not list in each briefing, with how many sentences it has."""
    counts = Counter(row.briefing.slug for row in rest)
    first = {row.briefing.slug: row for row in reversed(rest)}
    return tuple(
        (Link(first[slug].evidence.href, titled(here.briefing(first[slug].briefing)).words), count)
        for slug, count in counts.items()
    )
