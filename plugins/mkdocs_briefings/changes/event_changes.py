"""Events of then and of today: new, gone, dated otherwise, come about, borne out by more sources."""

from collections import Counter
from collections.abc import Hashable, Iterator
from collections.abc import Set as AbstractSet

from mkdocs_briefings.changes.change import Aspect, Change
from mkdocs_briefings.changes.lineage import Lineage
from mkdocs_briefings.changes.matching import matched
from mkdocs_briefings.changes.snapshot import EventRecord, Snapshot


def event_changes(before: Snapshot, now: Snapshot, lineage: Lineage) -> Iterator[Change]:
    """An event goes on in one event of today, and each of today goes on with one at most.

    That is one that shares a report with it: of several the one with the same first report, which gives an event its
    words and its day, else the one that shares most. What was split off is new; what was joined to another is not gone
    but among its reports. Where no report goes on, an event goes on where just one is told in its sentence.
    """
    for was, is_now in _pairs(lineage.of_events(before), now.events):
        if concerned := tuple(dict.fromkeys(_concerned(was, is_now, lineage))):
            for aspect in _aspects(was, is_now, lineage.told_now.keys()):
                yield Change(aspect=aspect, before=was, now=is_now, briefings=concerned)


def _concerned(was: EventRecord | None, is_now: EventRecord | None, lineage: Lineage) -> Iterator[str]:
    """The briefings of today that tell it and are not new; of one that is gone, those that would."""
    if is_now:
        told = (slug for source in is_now.reports.values() for slug in lineage.told_now[source])
        yield from (slug for slug in told if slug in lineage.continued)
    elif was:
        yield from (slug for source in was.reports.values() for slug in lineage.told_then.get(source, ()))


def _pairs(old: list[EventRecord], new: list[EventRecord]) -> Iterator[tuple[EventRecord | None, EventRecord | None]]:
    shared = _shared(old, new)
    going_on: dict[int, int] = {}  # the place of each one of then among those of today
    taken: set[int] = set()
    for then, now in sorted(shared, key=lambda pair: (old[pair[0]].anchor != new[pair[1]].anchor, -shared[pair])):
        if then not in going_on and now not in taken:
            going_on[then] = now
            taken.add(now)
    told = {then for then, _ in shared}
    yield from ((old[then], new[now]) for then, now in going_on.items())
    ended = [event for place, event in enumerate(old) if place not in told]
    begun = [event for place, event in enumerate(new) if place not in taken]
    yield from matched(ended, begun, _same, _place)


def _shared(old: list[EventRecord], new: list[EventRecord]) -> Counter[tuple[int, int]]:
    """How many reports an event of then and one of today share, by their places, where they share any."""
    places = {report: place for place, event in enumerate(old) for report in event.reports.items()}
    return Counter(
        (places[report], place)
        for place, event in enumerate(new)
        for report in event.reports.items()
        if report in places
    )


def _same(event: EventRecord) -> Hashable:
    return event.at, event.clause


def _place(event: EventRecord) -> Hashable:
    return event.at


def _aspects(was: EventRecord | None, is_now: EventRecord | None, sources: AbstractSet[str]) -> Iterator[Aspect]:
    if not was or not is_now:
        yield "event.gone" if was else "event.new"
        return
    if was.disputed != is_now.disputed:
        yield "event.disputed" if is_now.disputed else "event.settled"
    if was.status != is_now.status:
        yield "event.status"
    if is_now.reported_by and not was.reported_by:
        yield "event.kept"
    if was.date != is_now.date:
        yield "event.dated"
    if set(is_now.reports.values()) - set(was.reports.values()):
        yield "event.corroborated"
    if (set(was.reports.values()) - set(is_now.reports.values())) & sources:
        yield "event.parted"
    if was.at == is_now.at and was.clause != is_now.clause:
        yield "event.reworded"
    if was.at == is_now.at and was.kind != is_now.kind:
        yield "event.kind"
