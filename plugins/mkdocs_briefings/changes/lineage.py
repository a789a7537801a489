"""What became of the briefings and sources of then, so that their records can be put beside those of today."""

from dataclasses import dataclass
from typing import Self

from msgspec.structs import replace

from mkdocs_briefings.changes.snapshot import At, EventRecord, FactRecord, JudgementRecord, Snapshot, SourceRecord


@dataclass(frozen=True, slots=True, kw_only=True)
class Lineage:
    homes: dict[str, str]  # the briefing of today that goes on with each one of then
    renamed: dict[str, str]  # sources whose file has another name today
    sources: dict[str, str]  # the briefing of today that goes on with each source of then

    @classmethod
    def of(cls, before: Snapshot, now: Snapshot) -> Self:
        """A briefing goes on under its slug, else where its first source is; a source under its id, else its hash."""
        by_id = {source.id: source for source in now.sources}
        by_hash = {source.sha256: source for source in now.sources}
        slugs = {briefing.slug for briefing in now.briefings}
        homes = {slug: slug for slug in (briefing.slug for briefing in before.briefings) if slug in slugs}
        renamed: dict[str, str] = {}
        for source in before.sources:
            found = by_id.get(source.id) or by_hash.get(source.sha256)
            if found:
                homes.setdefault(source.briefing, found.briefing)
                if found.id != source.id:
                    renamed[source.id] = found.id
        sources = {renamed.get(s.id, s.id): homes[s.briefing] for s in before.sources if s.briefing in homes}
        return cls(homes=homes, renamed=renamed, sources=sources)

    @property
    def continued(self) -> frozenset[str]:
        """Briefings of today that go on with one of then."""
        return frozenset(self.homes.values())

    def of_sources(self, before: Snapshot) -> list[SourceRecord]:
        return [
            replace(record, id=self._id(record.id), briefing=self.homes[record.briefing])
            for record in before.sources
            if record.briefing in self.homes
        ]

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
