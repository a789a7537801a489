"""Which reports tell of one event: those that safely do are joined, those that possibly do are paired."""

import datetime
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, combinations

from mkdocs_briefings.corpus.decisions import Decisions
from mkdocs_briefings.corpus.report import Report
from mkdocs_briefings.dates import days_before
from mkdocs_briefings.same_event import is_same, may_be_same

Group = tuple[Report, ...]
_BY_CERTAINTY = {"desk": 0, "own": 1, "story": 2, "article": 3, None: 4}
_LONGEST = datetime.timedelta(days=31)  # a date known less well says too little to pair an event by
_WEEK = 7  # days, how far back an article reports what it gives no day for


def join(reports: Sequence[Report], decisions: Decisions) -> tuple[Group, ...]:
    """The reports by event, in the order of each event's first report; the best report of an event leads.

    Reports are joined where the desk says so, or where exact days, kind and actors agree. An article tells of one
    event once: two events of one article are never joined but by the desk.
    """
    groups: dict[str, list[Report]] = {}
    for report in reports:  # two briefings that rest on one article have the same
        groups.setdefault(report.anchor, []).append(report)
    for anchors in decisions.same:
        for anchor in anchors[1:]:
            _unite(groups, anchors[0], anchor)
    by_the_desk = frozenset(anchor for anchors in decisions.same for anchor in anchors)
    for one, other in sorted(_safe_pairs(reports), key=lambda pair: -_likeness(*pair)):
        if _may_be_united(groups[one.anchor], groups[other.anchor], decisions, by_the_desk):
            _unite(groups, one.anchor, other.anchor)
    found = {id(group): group for group in groups.values()}
    return tuple(tuple(sorted(group, key=_rank)) for group in found.values())


def _unite(groups: dict[str, list[Report]], one: str, other: str) -> None:
    into, taken = groups[one], groups[other]
    if into is not taken:
        into.extend(taken)
        groups.update((report.anchor, into) for report in taken)


def _safe_pairs(reports: Iterable[Report]) -> Iterator[tuple[Report, Report]]:
    days: dict[tuple[str, str | None], list[Report]] = {}
    for report in reports:
        if report.event.known_date and report.event.known_date.is_exact_day:
            days.setdefault((report.event.known_date.edtf, report.event.event_type), []).append(report)
    for told in days.values():
        yield from ((one, other) for one, other in combinations(told, 2) if _tell_the_same(one, other))


def _tell_the_same(one: Report, other: Report) -> bool:
    return one.document is not other.document and is_same(one.telling, other.telling)


def _may_be_united(
    group: list[Report], others: list[Report], decisions: Decisions, by_the_desk: frozenset[str]
) -> bool:
    """Every report of the one goes with every report of the other; what the desk has joined need not."""
    return group is not others and all(
        not decisions.part(one, other)
        and one.document is not other.document
        and (one.anchor in by_the_desk or other.anchor in by_the_desk or _tell_the_same(one, other))
        for one in group
        for other in others
    )


def _likeness(one: Report, other: Report) -> float:
    """The share of words that two clauses have in common; decides where an article has two such events."""
    mine, theirs = one.telling.words, other.telling.words
    return len(mine & theirs) / len(mine | theirs)


def _rank(report: Report) -> tuple[object, ...]:
    """The best dated first that names somebody, then what the newspaper tells in its own voice, then the earliest."""
    event = report.event
    exact = bool(event.known_date and event.known_date.is_exact_day)
    published = report.document.source.date_published or datetime.date.max
    return (
        not exact,
        not (event.actors or event.recipients),
        _BY_CERTAINTY[event.date_source],
        report.speaker is not None,
        published,
        report.document.source.id,
        event.trigger,
    )


def possibly_the_same(groups: Sequence[Group], decisions: Decisions) -> Iterator[tuple[int, int]]:
    """Pairs of indices of events that articles possibly tell of as one, and that the desk has not parted."""
    dated = sorted((window, index) for index, group in enumerate(groups) if (window := _window(group[0])) is not None)
    who = {index: frozenset(chain.from_iterable(groups[index][0].telling.parties)) for _, index in dated}
    for place, ((_, last), index) in enumerate(dated):
        for (first, _), other in dated[place + 1 :]:
            if first > last:
                break
            strangers = who[index].isdisjoint(who[other]) and who[index] | who[other]
            if not strangers and _may_be_one(groups[index], groups[other], decisions):
                yield index, other


def _window(report: Report) -> tuple[datetime.date, datetime.date] | None:
    """The days on which the event lies; None where they are known too little."""
    date = report.event.date
    if not date or not date.earliest or not date.latest or date.latest - date.earliest > _LONGEST:
        return None
    inferred = report.event.date_source == "article" and report.event.status == "reported"
    return (days_before(date.earliest, _WEEK) if inferred else date.earliest), date.latest


def _may_be_one(group: Group, others: Group, decisions: Decisions) -> bool:
    """An article that tells of both tells them apart."""
    pairs = [(one, other) for one in group for other in others]
    return not any(
        one.document is other.document or decisions.part(one, other) for one, other in pairs
    ) and may_be_same(group[0].telling, others[0].telling)
