"""Events of then and of today: new, gone, dated otherwise, come about, borne out by more sources."""

from collections.abc import Hashable, Iterator

from mkdocs_briefings.changes.change import Aspect, Change
from mkdocs_briefings.changes.lineage import Lineage
from mkdocs_briefings.changes.matching import matched
from mkdocs_briefings.changes.snapshot import EventRecord, Snapshot


def event_changes(before: Snapshot, now: Snapshot, lineage: Lineage) -> Iterator[Change]:
    """An event goes on where one of its reports does; else where just one is told in its sentence."""
    old = lineage.of_events(before)
    briefings = {source.id: source.briefing for source in now.sources}
    for was, is_now in _pairs(old, now.events):
        if is_now:
            homes = [briefings[source] for source in is_now.reports.values() if briefings[source] in lineage.continued]
        else:
            told = was.reports.values() if was else ()
            homes = [lineage.sources[source] for source in told if source in lineage.sources]
        if homes:
            concerned = tuple(dict.fromkeys(homes))
            for aspect in _aspects(was, is_now, briefings):
                yield Change(aspect=aspect, before=was, now=is_now, briefings=concerned)


def _pairs(old: list[EventRecord], new: list[EventRecord]) -> Iterator[tuple[EventRecord | None, EventRecord | None]]:
    by_anchor = {anchor: event for event in old for anchor in event.reports}
    going_on: set[str] = set()
    begun = []
    for event in new:
        told = [by_anchor[anchor] for anchor in event.reports if anchor in by_anchor]
        going_on.update(one.anchor for one in told)
        if told:
            yield told[0], event
        else:
            begun.append(event)
    ended = [event for event in old if event.anchor not in going_on]
    yield from matched(ended, begun, _same, _place)


def _same(event: EventRecord) -> Hashable:
    return event.at, event.clause


def _place(event: EventRecord) -> Hashable:
    return event.at


def _aspects(was: EventRecord | None, is_now: EventRecord | None, sources: dict[str, str]) -> Iterator[Aspect]:
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
    if (set(was.reports.values()) - set(is_now.reports.values())) & sources.keys():
        yield "event.parted"
    if was.at == is_now.at and was.clause != is_now.clause:
        yield "event.reworded"
    if was.at == is_now.at and was.kind != is_now.kind:
        yield "event.kind"
