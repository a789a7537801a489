"""Changes since the last edition as rows: what it is about, what it was, and the way to the words."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from mkdocs_briefings.changes.change import ALARMING, Aspect, Change
from mkdocs_briefings.changes.snapshot import (
    ActorRecord,
    At,
    BriefingRecord,
    EventRecord,
    FactRecord,
    JudgementRecord,
    Record,
    SourceRecord,
)
from mkdocs_briefings.corpus.report import Report
from mkdocs_briefings.dates import PartialDate
from mkdocs_briefings.pages import addresses
from mkdocs_briefings.pages.edition import Here, Link, shortened

_LONGEST = 240  # characters of words; the whole stands in the text, one link away
_LONGEST_TITLE = 80
_HASH = 12  # hex digits
_MOST_OTHERS = 6
_OF_ONE: tuple[Aspect, ...] = ("briefing.archived", "briefing.reviewed", "briefing.reopened", "briefing.moved")
_REWORDED: tuple[Aspect, ...] = (
    *("judgement.reworded", "event.reworded", "fact.reworded"),
    *("briefing.title", "briefing.moved", "actor.renamed"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeRow:
    label: str  # "Came about"
    is_alarming: bool
    is_of_briefing: bool  # it is about the briefing as a whole
    words: str  # what it is about: a clause, a statement, a name
    about: Link | None  # the same as a link, where it has a page of its own
    evidence: tuple[Link, ...]  # its sentences, as far as they are there today
    turned: str  # "now 8 August 2025, was on or before 8 August 2025"; or empty
    others_words: str  # what the other links are
    others: tuple[Link, ...]


def change_rows(here: Here, found: Iterable[Change], slug: str = "") -> tuple[ChangeRow, ...]:
    """One row each.

    Args:
        slug: the briefing below which they stand: of an event its words are given.
    """
    return tuple(_row(here, change, slug) for change in found)


def counts(here: Here, found: Iterable[tuple[Aspect, int]], *, of_one: bool = False) -> tuple[str, ...]:
    """In words: "1 new briefing", "3 plans came about".

    Args:
        of_one: of one briefing, of which it need not be said that it is one: "archived".
    """
    return tuple(
        here.say(f"changes.label.{aspect}")
        if of_one and aspect in _OF_ONE
        else here.say(f"changes.count.{aspect}", number)
        for aspect, number in found
    )


def _row(here: Here, change: Change, slug: str) -> ChangeRow:
    record = change.now or change.before
    words, places = _words(here, record) if record else "", _places(record)
    if report := _report(here, change.now, slug):
        words = here.say("sign.quoted", words=report.clause)
        places = ((report.document.source.id, report.sentence.anchor),)
    prefix = f"{here.say(f'facts.{record.question}')}: " if isinstance(record, FactRecord) else ""
    others = _others(here, change)
    return ChangeRow(
        label=here.say(f"changes.label.{change.aspect}"),
        is_alarming=change.aspect == ALARMING,
        is_of_briefing=isinstance(record, BriefingRecord),
        words=prefix + shortened(words, _LONGEST),
        about=_page(here, change.now),
        evidence=tuple(link for at in places if (link := _sentence(here, at))),
        turned=_turned(here, change) or _standing(here, change, slug),
        others_words=here.say(f"changes.others.{change.aspect}") if others else "",
        others=others,
    )


def _report(here: Here, record: Record | None, slug: str) -> Report | None:
    """What a briefing says of an event, where another gives the event its words."""
    if not isinstance(record, EventRecord):
        return None
    told = here.edition.entries[record.anchor].reports
    return next((report for report in told if report.briefing.slug == slug), None)


def _page(here: Here, record: Record | None) -> Link | None:
    """The page of its own that something of today has."""
    if isinstance(record, BriefingRecord):
        link = here.briefing(here.edition.briefings[record.slug])
        return Link(link.href, shortened(link.words, _LONGEST_TITLE))
    if isinstance(record, SourceRecord):
        return Link(here.to(addresses.briefing(record.briefing), "sources"), record.id)
    return here.actor(record.id) if isinstance(record, ActorRecord) else None


def _places(record: Record | None) -> tuple[At, ...]:
    if isinstance(record, JudgementRecord):
        return tuple(record.at)
    return (record.at,) if isinstance(record, EventRecord | FactRecord) else ()


def _sentence(here: Here, at: At) -> Link | None:
    """The way to a sentence; None where it is not there today."""
    source_id, anchor = at
    briefing = here.edition.by_source.get(source_id)
    for document in briefing.documents if briefing else ():
        for sentence in document.sentences if document.source.id == source_id else ():
            if briefing and sentence.anchor == anchor:
                return here.sentence(briefing, source_id, sentence)
    return None


def _words(here: Here, record: Record) -> str:
    """What it is about; a number and a day as the pages write them."""
    if isinstance(record, EventRecord):
        return here.say("sign.quoted", words=record.clause)
    if not isinstance(record, FactRecord):
        return record.words
    told = here.words.amount(record.amount) if record.amount else record.figure
    statement = here.words.date(PartialDate(record.date)) if record.date else record.statement
    return ": ".join(part for part in (told, statement) if part)


def _turned(here: Here, change: Change) -> str:
    """From what to what it turned; where the row says what it is, only what it was."""
    if not change.before or not change.now:
        return ""
    if change.aspect in _REWORDED:
        return here.say("changes.was", was=shortened(_words(here, change.before), _LONGEST))
    was, now = (_value(here, change.aspect, record) for record in (change.before, change.now))
    key = "changes.replaced" if change.aspect == ALARMING else "changes.turned"
    return here.say(key, was=was, now=now) if was and now else ""


def _standing(here: Here, change: Change, slug: str) -> str:
    """Of a briefing, since when it stands as it does; of a new one, where its name stands above, its bottom line."""
    record = change.now
    if not isinstance(record, BriefingRecord):
        return ""
    overlay = here.edition.briefings[record.slug].overlay
    if change.aspect == "briefing.archived":
        return here.words.day(overlay.archived_on) if overlay and overlay.archived_on else ""
    if change.aspect == "briefing.reviewed":
        return here.words.day(record.reviewed_on) if record.reviewed_on else ""
    return shortened(record.bottom_line, _LONGEST) if slug and change.aspect == "briefing.new" else ""


def _value(here: Here, aspect: Aspect, record: Record) -> str:
    """The value that an aspect tells of; empty where it tells of none."""
    if isinstance(record, EventRecord):
        return _event_value(here, aspect, record)
    if isinstance(record, JudgementRecord):
        return _measure(here, record)
    if isinstance(record, SourceRecord) and aspect == ALARMING:
        return f"{record.sha256[:_HASH]}…"
    if isinstance(record, BriefingRecord) and aspect == "briefing.bottom_line":
        return here.say("sign.quoted", words=shortened(record.bottom_line, _LONGEST))
    if isinstance(record, BriefingRecord) and aspect == "briefing.cut_off":
        return here.words.day(record.information_to) if record.information_to else here.say("changes.not_stated")
    return ""


def _event_value(here: Here, aspect: Aspect, event: EventRecord) -> str:
    if aspect == "event.dated":
        return here.words.date(PartialDate(event.date)) if event.date else here.say("changes.undated")
    if aspect == "event.status":
        return here.say(f"status_within.{event.status}")
    if aspect == "event.kind":
        return here.say(f"kind.{event.kind.lower()}") if event.kind else here.say("changes.no_kind")
    return ""


def _measure(here: Here, record: JudgementRecord) -> str:
    if record.likelihood:
        return here.say(f"judgements.words.{record.likelihood}")
    return here.say(f"judgements.confidence_within.{record.confidence}") if record.confidence else ""


def _others(here: Here, change: Change) -> tuple[Link, ...]:
    now, before = change.now, change.before
    if isinstance(now, BriefingRecord) and change.aspect == "briefing.archived":
        successor = here.successor(here.edition.briefings[now.slug])
        return (successor,) if successor else ()
    if not isinstance(now, EventRecord) or not isinstance(before, EventRecord):
        return ()
    if change.aspect == "event.kept":
        return tuple(_event(here, anchor) for anchor in now.reported_by)
    if change.aspect == "event.corroborated":
        known = set(before.reports.values())
        told = here.edition.entries[now.anchor].reports
        return tuple(_first_of_each(here, (each for each in told if each.document.source.id not in known)))
    return ()


def _first_of_each(here: Here, reports: Iterable[Report]) -> Iterator[Link]:
    first: dict[str, Report] = {}
    for report in reports:
        first.setdefault(report.briefing.slug, report)
    for report in list(first.values())[:_MOST_OTHERS]:
        link = here.sentence(report.briefing, report.document.source.id, report.sentence)
        yield Link(link.href, shortened(report.briefing.title, _LONGEST_TITLE))


def _event(here: Here, anchor: str) -> Link:
    entry = here.edition.entries[anchor]
    when = here.words.date(entry.date, short=True) if entry.date else here.say("event.undated")
    title = shortened(entry.reports[0].briefing.title, _LONGEST_TITLE)
    return Link(here.to(here.edition.places[anchor], anchor), f"{when}, {title}")
