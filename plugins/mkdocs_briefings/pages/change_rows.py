"""Changes since the last edition as rows: what it is about, what it was, and the way to the words."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from mkdocs_briefings.annotations import Document, Sentence
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
from mkdocs_briefings.pages.event_leads import event_link

_LONGEST = 240  # characters of words; the whole stands in the text, one link away
_LONGEST_TITLE = 80
_HASH = 12  # hex digits
_MOST_OTHERS = 6
_OF_ONE: tuple[Aspect, ...] = (
    "briefing.moved",
    *("briefing.archived", "briefing.reviewed", "briefing.reopened", "briefing.resumed"),
)
_REWORDED: tuple[Aspect, ...] = (
    *("judgement.reworded", "event.reworded", "fact.reworded"),
    *("briefing.title", "briefing.moved", "actor.renamed"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeRow:
    label: str  # "Came about"
    is_alarming: bool
    is_of_briefing: bool  # it is about the briefing as a whole
    asked: str  # the question that a fact answers, with what parts it from the answer; or empty
    words: str  # what it is about: a clause, a statement, a name
    language: str  # of these words, and of what they were
    about: Link | None  # the same as a link, where it has a page of its own
    evidence: tuple[Link, ...]  # its sentences, as far as they are there today
    was: str  # the words that stood there, where they are others; or empty
    turned: str  # "now 8 August 2025, was on or before 8 August 2025"; or empty
    others_words: str  # what the other links are
    others: tuple[Link, ...]


def change_rows(here: Here, found: Iterable[Change], slug: str = "") -> tuple[ChangeRow, ...]:
    """One row each.

    Args:
        slug: the briefing below which they stand: of an event its words are given.
    """
    changes = tuple(found)
    sentences = _sentences(here, changes)
    return tuple(_row(here, change, slug, sentences) for change in changes)


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


def _row(here: Here, change: Change, slug: str, sentences: dict[At, Sentence]) -> ChangeRow:
    record = change.now or change.before
    words, language = _words(here, record) if record else "", _language(here, record)
    evidence = tuple(link for at in _places(record) if (link := _sentence(here, change, slug, at, sentences)))
    if report := _report(here, change.now, slug):
        words, language = here.say("sign.quoted", words=report.clause), report.document.source.in_language
        evidence = (here.sentence(report.briefing, report.document.source.id, report.sentence),)
    others = _others(here, change)
    was = _words(here, change.before) if change.before and change.now and change.aspect in _REWORDED else ""
    asked = here.say(f"facts.{record.question}") + here.say("sign.colon") if isinstance(record, FactRecord) else ""
    return ChangeRow(
        label=here.say(f"changes.label.{change.aspect}"),
        is_alarming=change.aspect == ALARMING,
        is_of_briefing=isinstance(record, BriefingRecord),
        asked=asked,
        words=shortened(words, _LONGEST),
        language=language,
        about=_page(here, change.now),
        evidence=evidence,
        was=shortened(was, _LONGEST),
        turned=_turned(here, change) or _standing(here, change, slug),
        others_words=here.say(f"changes.others.{change.aspect}") if others else "",
        others=others,
    )


def _report(here: Here, record: Record | None, slug: str) -> Report | None:
    """What a briefing says of an event, where another gives the event its words."""
    return next((report for report in _reports(here, record) if report.briefing.slug == slug), None)


def _reports(here: Here, record: Record | None) -> tuple[Report, ...]:
    """Those of an event of today."""
    return here.edition.entries[record.anchor].reports if isinstance(record, EventRecord) else ()


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


def _sentences(here: Here, changes: Iterable[Change]) -> dict[At, Sentence]:
    """Today's sentences of the articles that the changes lead to."""
    named = {source_id for change in changes for source_id, _ in _places(change.now or change.before)}
    return {
        (document.source.id, sentence.anchor): sentence
        for document in filter(None, (_document(here, source_id) for source_id in named))
        for sentence in document.sentences
    }


def _document(here: Here, source_id: str) -> Document | None:
    """The article; None where it is not there today."""
    briefing = here.edition.by_source.get(source_id)
    documents = briefing.documents if briefing else ()
    return next((document for document in documents if document.source.id == source_id), None)


def _sentence(here: Here, change: Change, slug: str, at: At, sentences: dict[At, Sentence]) -> Link | None:
    """The way to a sentence, in a briefing that the change concerns if it stands there; None where it is not there."""
    source_id, _ = at
    sentence = sentences.get(at)
    if not sentence:
        return None
    concerned = [here.edition.briefings[each] for each in (slug, *change.briefings) if each]
    told = (
        briefing
        for briefing in (*concerned, here.edition.by_source[source_id])
        if any(document.source.id == source_id for document in briefing.documents)
    )
    return here.sentence(next(told), source_id, sentence)


def _language(here: Here, record: Record | None) -> str:
    """That of a source that says the words; the site's where the desk does, or the source is gone."""
    told = isinstance(record, EventRecord) or (isinstance(record, FactRecord) and not record.date)
    document = _document(here, _places(record)[0][0]) if told else None
    return document.source.in_language if document else here.words.language


def _words(here: Here, record: Record) -> str:
    """What it is about; a number and a day as the pages write them."""
    if isinstance(record, EventRecord):
        return here.say("sign.quoted", words=record.clause)
    if not isinstance(record, FactRecord):
        return record.words
    told = here.words.amount(record.amount) if record.amount else record.figure
    statement = here.words.date(PartialDate(record.date)) if record.date else record.statement
    return here.say("sign.colon").join(part for part in (told, statement) if part)


def _turned(here: Here, change: Change) -> str:
    """From what to what it turned; where the row says what it is, only what it was."""
    if not change.before or not change.now or change.aspect in _REWORDED:
        return ""
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
        return tuple(event_link(here, anchor) for anchor in now.reported_by)
    if change.aspect == "event.corroborated":
        known = set(before.reports.values())
        added = (each for each in _reports(here, now) if each.document.source.id not in known)
        return tuple(_first_of_each(here, added))
    return ()


def _first_of_each(here: Here, reports: Iterable[Report]) -> Iterator[Link]:
    first: dict[str, Report] = {}
    for report in reports:
        first.setdefault(report.briefing.slug, report)
    for report in list(first.values())[:_MOST_OTHERS]:
        link = here.sentence(report.briefing, report.document.source.id, report.sentence)
        yield Link(link.href, shortened(report.briefing.title, _LONGEST_TITLE))
