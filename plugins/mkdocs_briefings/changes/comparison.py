"""Two snapshots held against each other."""

from collections.abc import Hashable, Iterator
from typing import get_args

from mkdocs_briefings.changes.change import Aspect, Change, Changes, in_order
from mkdocs_briefings.changes.closed_edition import ClosedEdition
from mkdocs_briefings.changes.event_changes import event_changes
from mkdocs_briefings.changes.lineage import Lineage
from mkdocs_briefings.changes.matching import matched
from mkdocs_briefings.changes.snapshot import BriefingRecord, FactRecord, JudgementRecord, Snapshot, SourceRecord
from mkdocs_briefings.overlay import Confidence, Likelihood

_LIKELIHOODS: tuple[str, ...] = get_args(Likelihood)  # the least likely first
_CONFIDENCES: tuple[str, ...] = get_args(Confidence)  # the lowest first


def compare(edition: ClosedEdition, now: Snapshot) -> Changes:
    """What the site says today and did not say then, and the reverse.

    A briefing that is new is told as one, and so is one that is gone; not each of its facts.
    """
    before = edition.said
    lineage = Lineage.of(before, now)
    found = (
        *_of_briefings(before, now, lineage),
        *_of_sources(before, now, lineage),
        *_of_judgements(before, now, lineage),
        *event_changes(before, now, lineage),
        *_of_facts(before, now, lineage),
        *_of_actors(before, now),
    )
    return Changes(edition=edition, found=in_order(found, (briefing.slug for briefing in now.briefings)))


def _of_briefings(before: Snapshot, now: Snapshot, lineage: Lineage) -> Iterator[Change]:
    present = {briefing.slug: briefing for briefing in now.briefings}
    speakers = lineage.speakers(before)
    for old in before.briefings:
        new = present.get(lineage.homes.get(old.slug, ""))
        if new is None:
            yield Change(aspect="briefing.gone", before=old, now=None)
            continue
        aspects = [*_briefing_aspects(old, new)] if speakers[new.slug] == old.slug else []
        if old.slug != new.slug:
            aspects.append("briefing.moved")
        yield from (Change(aspect=aspect, before=old, now=new, briefings=(new.slug,)) for aspect in aspects)
    for slug, briefing in present.items():
        if slug not in speakers:
            yield Change(aspect="briefing.new", before=None, now=briefing, briefings=(slug,))


def _briefing_aspects(old: BriefingRecord, new: BriefingRecord) -> Iterator[Aspect]:
    yield from _standing_aspects(old, new)
    if old.bottom_line != new.bottom_line:
        yield "briefing.bottom_line"
    if old.title != new.title:
        yield "briefing.title"
    if old.information_to != new.information_to:
        yield "briefing.cut_off"


def _standing_aspects(old: BriefingRecord, new: BriefingRecord) -> Iterator[Aspect]:
    """A review is told of a briefing that is taken up again only where it is another one than then."""
    is_taken_up = old.status == "archived" != new.status
    if is_taken_up:
        yield "briefing.resumed"
    if old.status != new.status == "archived":
        yield "briefing.archived"
    elif new.status == "reviewed" and (old.reviewed_on != new.reviewed_on or old.status == "unreviewed"):
        yield "briefing.reviewed"
    elif old.status != new.status and not is_taken_up:
        yield "briefing.reopened"


def _of_sources(before: Snapshot, now: Snapshot, lineage: Lineage) -> Iterator[Change]:
    """Those of a new briefing are told by it, if they are new as well."""

    def listing(record: SourceRecord) -> Hashable:
        return record.id, record.briefing

    def identity(record: SourceRecord) -> Hashable:
        return record.id

    then = lineage.of_sources(before)
    yield from _replaced(then, now.sources, lineage)
    for old, new in matched(then, now.sources, listing, identity):
        if old and (not new or old.briefing != new.briefing):
            yield Change(aspect="source.removed", before=old, now=new, briefings=(old.briefing,))
        if new and (not old or old.briefing != new.briefing) and new.briefing in lineage.continued:
            yield Change(aspect="source.added", before=old, now=new, briefings=(new.briefing,))


def _replaced(then: list[SourceRecord], now: list[SourceRecord], lineage: Lineage) -> Iterator[Change]:
    """Each once, however many briefings are made of it; new ones are told of it only where no other is."""
    known = {record.id: record for record in then}
    for new in {record.id: record for record in reversed(now)}.values():
        old = known.get(new.id)
        if old and old.sha256 != new.sha256:
            made_of_it = lineage.told_now[new.id]
            concerned = tuple(slug for slug in made_of_it if slug in lineage.continued) or made_of_it
            yield Change(aspect="source.replaced", before=old, now=new, briefings=concerned)


def _of_judgements(before: Snapshot, now: Snapshot, lineage: Lineage) -> Iterator[Change]:
    def statement(record: JudgementRecord) -> Hashable:
        return record.briefing, record.statement

    def place(record: JudgementRecord) -> Hashable | None:
        return (record.briefing, *record.at) if record.at else None

    for old, new in matched(lineage.of_judgements(before), now.judgements, statement, place):
        if old and new:
            for aspect in _judgement_aspects(old, new):
                yield Change(aspect=aspect, before=old, now=new, briefings=(new.briefing,))
        elif old:
            yield Change(aspect="judgement.withdrawn", before=old, now=None, briefings=(old.briefing,))
        elif new and new.briefing in lineage.continued:
            yield Change(aspect="judgement.new", before=None, now=new, briefings=(new.briefing,))


def _judgement_aspects(old: JudgementRecord, new: JudgementRecord) -> Iterator[Aspect]:
    if (old.likelihood, old.confidence) != (new.likelihood, new.confidence):
        steps = _steps(_LIKELIHOODS, old.likelihood, new.likelihood) or _steps(
            _CONFIDENCES, old.confidence, new.confidence
        )
        yield "judgement.raised" if steps > 0 else "judgement.lowered" if steps < 0 else "judgement.measured"
    if old.statement != new.statement:
        yield "judgement.reworded"


def _steps(scale: tuple[str, ...], old: str | None, new: str | None) -> int:
    """How far up the scale; 0 where one of the two is not on it."""
    return scale.index(new) - scale.index(old) if old and new else 0


def _of_facts(before: Snapshot, now: Snapshot, lineage: Lineage) -> Iterator[Change]:
    def words(record: FactRecord) -> Hashable:
        return record.briefing, record.question, record.statement, record.figure, record.amount, record.date

    def place(record: FactRecord) -> Hashable:
        return record.briefing, record.question, record.at

    for old, new in matched(lineage.of_facts(before), now.facts, words, place):
        if old and new and words(old) != words(new):
            yield Change(aspect="fact.reworded", before=old, now=new, briefings=(new.briefing,))
        elif old and not new:
            yield Change(aspect="fact.gone", before=old, now=None, briefings=(old.briefing,))
        elif new and not old and new.briefing in lineage.continued:
            yield Change(aspect="fact.new", before=None, now=new, briefings=(new.briefing,))


def _of_actors(before: Snapshot, now: Snapshot) -> Iterator[Change]:
    old, new = ({actor.id: actor for actor in said.actors} for said in (before, now))
    for identity, actor in new.items():
        if identity not in old:
            yield Change(aspect="actor.new", before=None, now=actor)
        elif old[identity].name != actor.name:
            yield Change(aspect="actor.renamed", before=old[identity], now=actor)
    yield from (Change(aspect="actor.gone", before=actor, now=None) for name, actor in old.items() if name not in new)
