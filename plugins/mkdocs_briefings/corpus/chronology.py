"""The chronology: what happened, what is planned, what is denied or alleged, with every source that says so."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Self

from mkdocs_briefings.annotations import Document, Event, Sentence, Status
from mkdocs_briefings.briefing import Briefing
from mkdocs_briefings.dates import PartialDate
from mkdocs_briefings.facts import speaker, words
from mkdocs_briefings.text import digest


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """An event as one source has it."""

    briefing: Briefing
    document: Document
    event: Event

    @property
    def sentence(self) -> Sentence:
        return self.document.sentence_at(self.event.clause.start)

    @property
    def clause(self) -> str:
        """The source's own words for it."""
        return words(self.event.clause, self.document.text)

    @property
    def speaker(self) -> str | None:
        """In whose words, as the source names them; None: in its own."""
        return speaker(self.document, self.event.trigger)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One event with everyone who reports it; the first report gives it its words."""

    anchor: str  # "e-" and hex digits of the digest of source, clause and place
    reports: tuple[Report, ...]  # at least one

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
        """Who takes part, the agents first."""
        return tuple(dict.fromkeys((*self.event.actors, *self.event.recipients)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Chronology:
    dated: tuple[Entry, ...]  # in order of their last possible day
    undated: tuple[Entry, ...]  # in the order of their sources

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


def chronicle(briefings: Iterable[Briefing]) -> Chronology:
    """All events of all briefings but mere speech, which stands among the statements.

    An event without a date is listed apart, never dropped or given one.
    """
    entries = [
        Entry(anchor=_anchor(document, event), reports=(Report(briefing=briefing, document=document, event=event),))
        for briefing in briefings
        for document in briefing.documents
        for event in document.events
        if not event.is_speech
    ]
    dated = [(entry.date.sort_key, entry) for entry in entries if entry.date]
    dated.sort(key=lambda pair: pair[0])
    return Chronology(
        dated=tuple(entry for _, entry in dated), undated=tuple(entry for entry in entries if not entry.date)
    )


def _anchor(document: Document, event: Event) -> str:
    """Made from content, so that a link to the event survives edits of the overlay; long enough for a whole site."""
    return "e-" + digest(f"{document.source.id}\n{event.trigger.start}\n{event.clause.of(document.text)}", 12)
