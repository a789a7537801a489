"""What became of the briefings and sources of then, so that their records can be put beside those of today."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Self

from msgspec.structs import replace

from mkdocs_briefings.changes.snapshot import At, EventRecord, FactRecord, JudgementRecord, Snapshot, SourceRecord


@dataclass(frozen=True, slots=True, kw_only=True)
class Lineage:
    homes: dict[str, str]  # the briefing of today that goes on with each one of then
    renamed: dict[str, str]  # sources whose file has another name today
    continued: frozenset[str]  # briefings of today that go on with one of then
    told_then: dict[str, tuple[str, ...]]  # the briefings of today that go on with those of a source of then
    told_now: dict[str, tuple[str, ...]]  # the briefings of today that are made of a source

    @classmethod
    def of(cls, before: Snapshot, now: Snapshot) -> Self:
        """A briefing goes on under its slug, else with its first source that another has taken over."""
        renamed = _renamed(before, now)
        homes = _homes(before, now, renamed)
        then = ((renamed.get(source.id, source.id), homes.get(source.briefing)) for source in before.sources)
        return cls(
            homes=homes,
            renamed=renamed,
            continued=frozenset(homes.values()),
            told_then=_told((source_id, home) for source_id, home in then if home),
            told_now=_told((source.id, source.briefing) for source in now.sources),
        )

    def speakers(self, before: Snapshot) -> dict[str, str]:
        """The one of then to hold against each briefing of today: that of its slug, else the first of several."""
        speaking: dict[str, str] = {}
        for briefing in before.briefings:
            home = self.homes.get(briefing.slug)
            if home and (home not in speaking or home == briefing.slug):
                speaking[home] = briefing.slug
        return speaking

    def of_sources(self, before: Snapshot) -> list[SourceRecord]:
        """Each once, also where two briefings of then that were made of it are one today."""
        moved = (
            replace(record, id=self._id(record.id), briefing=self.homes[record.briefing])
            for record in before.sources
            if record.briefing in self.homes
        )
        return list(dict.fromkeys(moved))

    def of_judgements(self, before: Snapshot) -> list[JudgementRecord]:
        return [
            replace(record, briefing=self.homes[record.briefing], at=[self._at(at) for at in record.at])
            for record in before.judgements
            if record.briefing in self.homes
        ]

    def of_facts(self, before: Snapshot) -> list[FactRecord]:
        return [
            replace(record, briefing=self.homes[record.briefing], at=self._at(record.at))
            for record in before.facts
            if record.briefing in self.homes
        ]

    def of_events(self, before: Snapshot) -> list[EventRecord]:
        return [
            replace(
                record,
                at=self._at(record.at),
                reports={anchor: self._id(source) for anchor, source in record.reports.items()},
            )
            for record in before.events
        ]

    def _id(self, source_id: str) -> str:
        return self.renamed.get(source_id, source_id)

    def _at(self, at: At) -> At:
        return self._id(at[0]), at[1]


def _renamed(before: Snapshot, now: Snapshot) -> dict[str, str]:
    """Sources of then whose bytes stand under an id that is new today.

    What still stands under its own id is not renamed, and no new id is taken for two: of reprints, which share their
    bytes, one may go and the others stay.
    """
    then = {source.id: source.sha256 for source in before.sources}
    today = {source.id: source.sha256 for source in now.sources}
    begun: dict[str, list[str]] = {}
    for source_id, sha256 in reversed(today.items()):
        if source_id not in then:
            begun.setdefault(sha256, []).append(source_id)
    return {
        source_id: begun[sha256].pop()
        for source_id, sha256 in then.items()
        if today.get(source_id) != sha256 and begun.get(sha256)
    }


def _homes(before: Snapshot, now: Snapshot, renamed: Mapping[str, str]) -> dict[str, str]:
    slugs = {briefing.slug for briefing in now.briefings}
    homes = {briefing.slug: briefing.slug for briefing in before.briefings if briefing.slug in slugs}
    then = [(renamed.get(source.id, source.id), source.briefing) for source in before.sources]
    known = set(then)
    today = ((source.id, source.briefing) for source in now.sources)
    taken_over = _told(pair for pair in today if pair not in known)
    for source_id, slug in then:
        if heirs := taken_over.get(source_id):
            homes.setdefault(slug, heirs[0])
    return homes


def _told(pairs: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    """Briefings by source, each once."""
    found: dict[str, dict[str, None]] = {}
    for source_id, slug in pairs:
        found.setdefault(source_id, {})[slug] = None
    return {source_id: tuple(slugs) for source_id, slugs in found.items()}
