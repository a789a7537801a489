"""What the site says, in short: flat records of text, so that two days of a desk can be compared."""

import datetime
from collections.abc import Iterator
from typing import Self

import msgspec

from mkdocs_briefings.briefing import Briefing
from mkdocs_briefings.corpus import Corpus
from mkdocs_briefings.corpus.chronology import Entry
from mkdocs_briefings.facts import Amount, Evidence, Fact, Question
from mkdocs_briefings.overlay import BriefingStatus, Confidence, Likelihood

At = tuple[str, str]  # a sentence: its source's id, its anchor


class _Record(msgspec.Struct, forbid_unknown_fields=True, kw_only=True, frozen=True, omit_defaults=True):
    """One line of the file; what is not told is left out. `words` say for a reader what it is about."""


class BriefingRecord(_Record, frozen=True):
    slug: str
    title: str
    status: BriefingStatus
    bottom_line: str
    reviewed_on: datetime.date | None = None
    information_to: datetime.date | None = None

    @property
    def words(self) -> str:
        return self.title


class SourceRecord(_Record, frozen=True):
    id: str
    briefing: str  # the slug of the one that is made of it
    sha256: str

    @property
    def words(self) -> str:
        return self.id


class FactRecord(_Record, frozen=True):
    briefing: str
    question: Question
    statement: str
    at: At
    figure: str | None = None
    amount: Amount | None = None
    date: str | None = None  # EDTF, of a day

    @property
    def words(self) -> str:
        return self.statement


class JudgementRecord(_Record, frozen=True):
    briefing: str
    statement: str
    at: list[At]
    likelihood: Likelihood | None = None
    confidence: Confidence | None = None

    @property
    def words(self) -> str:
        return self.statement


class EventRecord(_Record, frozen=True):
    reports: dict[str, str]  # the anchor of each report to its source's id; the first gives the words and the date
    clause: str
    at: At  # where the words stand
    status: str
    date: str | None = None  # EDTF
    kind: str | None = None  # one of PLOVER's types
    disputed: bool = False
    reported_by: list[str] = []  # anchors of events that report what this one planned

    @property
    def anchor(self) -> str:
        return next(iter(self.reports), "")

    @property
    def words(self) -> str:
        return self.clause


class ActorRecord(_Record, frozen=True):
    id: str
    name: str

    @property
    def words(self) -> str:
        return self.name


Record = BriefingRecord | SourceRecord | FactRecord | JudgementRecord | EventRecord | ActorRecord


class Snapshot(msgspec.Struct, forbid_unknown_fields=True, kw_only=True, frozen=True):
    """Everything, in the order of the site; sources and facts in that of their briefings."""

    briefings: list[BriefingRecord] = []
    sources: list[SourceRecord] = []
    judgements: list[JudgementRecord] = []
    events: list[EventRecord] = []
    facts: list[FactRecord] = []
    actors: list[ActorRecord] = []

    @classmethod
    def of(cls, corpus: Corpus) -> Self:
        told = corpus.briefings
        return cls(
            briefings=[_briefing(briefing) for briefing in told],
            sources=[
                SourceRecord(id=document.source.id, briefing=briefing.slug, sha256=document.source.sha256)
                for briefing in told
                for document in briefing.documents
            ],
            judgements=[record for briefing in told for record in _judgements(briefing)],
            events=[_event(entry) for entry in corpus.chronology],
            facts=[record for briefing in told for fact in briefing.facts for record in _facts(briefing, fact)],
            actors=[ActorRecord(id=entry.actor.id, name=entry.actor.name) for entry in corpus.actors],
        )


def _briefing(briefing: Briefing) -> BriefingRecord:
    overlay = briefing.overlay
    return BriefingRecord(
        slug=briefing.slug,
        title=briefing.title,
        status=briefing.status,
        bottom_line=briefing.bottom_line,
        reviewed_on=overlay.reviewed.on if overlay and overlay.reviewed else None,
        information_to=overlay.information_to if overlay else None,
    )


def _judgements(briefing: Briefing) -> Iterator[JudgementRecord]:
    for placed in briefing.judgements:
        given = placed.judgement
        yield JudgementRecord(
            briefing=briefing.slug,
            statement=given.statement,
            at=[_at(evidence) for evidence in placed.evidence],
            likelihood=given.likelihood,
            confidence=given.confidence,
        )


def _facts(briefing: Briefing, fact: Fact) -> Iterator[FactRecord]:
    """The fact, and what other sources say instead."""
    for claim in (fact, *fact.disputed_by):
        yield FactRecord(
            briefing=briefing.slug,
            question=claim.question,
            statement=claim.statement,
            at=_at(claim.evidence[0]),
            figure=claim.figure,
            amount=claim.amount,
            date=claim.value if claim.question == "when" else None,
        )


def _event(entry: Entry) -> EventRecord:
    first = entry.reports[0]
    return EventRecord(
        reports={report.anchor: report.document.source.id for report in entry.reports},
        clause=first.clause,
        at=(first.document.source.id, first.sentence.anchor),
        status=entry.status,
        date=entry.date.edtf if entry.date else None,
        kind=entry.event.event_type,
        disputed=bool(entry.disputes),
        reported_by=list(entry.reported_by),
    )


def _at(evidence: Evidence) -> At:
    return evidence.source_id, evidence.anchor
