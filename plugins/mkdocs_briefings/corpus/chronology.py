"""The chronology: what happened, what is planned, what is denied or alleged, with every source that says so."""

import datetime
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Self

from mkdocs_briefings.annotations import Event, Status
from mkdocs_briefings.briefing import Briefing
from mkdocs_briefings.corpus.decisions import DecisionFile, Decisions, decide
from mkdocs_briefings.corpus.disputes import Dispute, disputes
from mkdocs_briefings.corpus.merging import join, possibly_the_same
from mkdocs_briefings.corpus.plans import kept_plans, plans_apart
from mkdocs_briefings.corpus.report import Report, reports
from mkdocs_briefings.dates import PartialDate

_YEAR = datetime.timedelta(days=365)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One event with everyone who reports it; the first report gives it its words and its date."""

    reports: tuple[Report, ...]  # at least one
    disputes: tuple[Dispute, ...] = ()
    maybe: tuple[str, ...] = ()  # anchors of entries that possibly tell of the same event
    reported_by: tuple[str, ...] = ()  # anchors of entries that report what this one planned
    planned_by: tuple[str, ...] = ()  # anchors of entries that planned what this one reports

    @property
    def anchor(self) -> str:
        return self.reports[0].anchor

    @property
    def anchors(self) -> tuple[str, ...]:
        """Where links to any of the reports lead; the entry's own first."""
        return tuple(dict.fromkeys(report.anchor for report in self.reports))

    @property
    def event(self) -> Event:
        return self.reports[0].event

    @property
    def date(self) -> PartialDate | None:
        return self.event.known_date

    @property
    def status(self) -> Status:
        return self.event.status

    @property
    def actor_ids(self) -> tuple[str, ...]:
        """Who takes part, by any report: the agents first."""
        agents = (actor for report in self.reports for actor in report.event.actors)
        recipients = (actor for report in self.reports for actor in report.event.recipients)
        return tuple(dict.fromkeys((*agents, *recipients)))

    def lies_ahead(self, day: datetime.date) -> bool:
        """Planned, not called off, not reported since, and not over on the given day.

        A plan without a date lies ahead for a year.
        """
        if self.status != "planned" or self.event.polarity == "NEG" or self.reported_by:
            return False
        if self.date and self.date.latest:
            return self.date.latest >= day
        told = self.reports[0].document.source.date_published
        return told is None or day - told <= _YEAR


@dataclass(frozen=True, slots=True, kw_only=True)
class Chronology:
    dated: tuple[Entry, ...]  # in order of their last possible day
    undated: tuple[Entry, ...]  # in the order of their sources, of one source as it tells which came first

    def __iter__(self) -> Iterator[Entry]:
        yield from self.dated
        yield from self.undated

    def __len__(self) -> int:
        return len(self.dated) + len(self.undated)

    def by_actor(self) -> dict[str, Self]:
        """The same chronology once for each actor who takes part in something."""
        dated, undated = _grouped(self.dated), _grouped(self.undated)
        return {
            actor_id: type(self)(dated=tuple(dated.get(actor_id, ())), undated=tuple(undated.get(actor_id, ())))
            for actor_id in {**dated, **undated}
        }


def _grouped(entries: Iterable[Entry]) -> dict[str, list[Entry]]:
    groups: dict[str, list[Entry]] = {}
    for entry in entries:
        for actor_id in entry.actor_ids:
            groups.setdefault(actor_id, []).append(entry)
    return groups


def chronicle(briefings: Iterable[Briefing], decided: DecisionFile | None = None) -> Chronology:
    """All events of all briefings but mere speech, which stands among the statements.

    An event without a date is listed apart, never dropped or given one.

    Raises:
        DecisionError: the desk's decisions do not fit the articles.
    """
    told = [report for briefing in briefings for report in reports(briefing)]
    entries = _entries(told, decided)
    dated = sorted(((entry.date.sort_key, entry) for entry in entries if entry.date), key=lambda pair: pair[0])
    return Chronology(
        dated=tuple(entry for _, entry in dated), undated=_in_told_order([entry for entry in entries if not entry.date])
    )


def _entries(told: Sequence[Report], decided: DecisionFile | None) -> list[Entry]:
    """One for each event, with what it has to do with others."""
    decisions = decide(decided, told) if decided else Decisions()
    groups, kept = plans_apart(join(told, decisions))
    maybe: dict[int, list[str]] = {}
    reported: dict[int, list[str]] = {}
    planned: dict[int, list[str]] = {}
    for plan, report in (*kept, *kept_plans([group[0] for group in groups], dict(kept))):
        reported.setdefault(plan, []).append(groups[report][0].anchor)
        planned.setdefault(report, []).append(groups[plan][0].anchor)
    for one, other in possibly_the_same(groups, decisions):
        if not set(reported.get(one, ())) & set(reported.get(other, ())):  # two plans of what one report tells
            maybe.setdefault(one, []).append(groups[other][0].anchor)
            maybe.setdefault(other, []).append(groups[one][0].anchor)
    return [
        Entry(
            reports=group,
            disputes=disputes(group),
            maybe=tuple(maybe.get(index, ())),
            reported_by=tuple(reported.get(index, ())),
            planned_by=tuple(planned.get(index, ())),
        )
        for index, group in enumerate(groups)
    ]


def _in_told_order(entries: list[Entry]) -> tuple[Entry, ...]:
    """As they stand, but for those that a text places before or after another of them."""
    by_trigger = {
        (report.document.source.id, report.event.trigger): entry for entry in entries for report in entry.reports
    }
    ordered = list(entries)
    for entry in entries:
        link = entry.event.relative_to
        other = link and by_trigger.get((entry.reports[0].document.source.id, link.trigger))
        if not link or not other or other is entry:
            continue
        place, pivot = ordered.index(entry), ordered.index(other)
        if (place < pivot) != (link.order == "before"):
            ordered.pop(place)
            ordered.insert(ordered.index(other) + (link.order == "after"), entry)
    return tuple(ordered)
