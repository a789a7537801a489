"""An event as one source has it."""

from dataclasses import dataclass
from functools import cached_property

from mkdocs_briefings.annotations import Document, Event, Sentence
from mkdocs_briefings.briefing import Briefing
from mkdocs_briefings.facts import speaker, words
from mkdocs_briefings.same_event import Telling
from mkdocs_briefings.text import digest


@dataclass(frozen=True, kw_only=True)  # no slots: its telling is made once
class Report:
    """An event in its place."""

    anchor: str  # "e-" and hex digits of the digest of source, clause and place
    briefing: Briefing
    document: Document
    event: Event

    @cached_property
    def telling(self) -> Telling:
        return Telling(self.event, self.document)

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


def reports(briefing: Briefing) -> tuple[Report, ...]:
    """All events of a briefing but mere speech, which stands among the statements; in the order of the text."""
    return tuple(
        Report(anchor=_anchor(document, event), briefing=briefing, document=document, event=event)
        for document in briefing.documents
        for event in document.events
        if not event.is_speech
    )


def _anchor(document: Document, event: Event) -> str:
    """Made from content, so that a link to the event survives edits of the overlay; long enough for a whole site."""
    return "e-" + digest(f"{document.source.id}\n{event.trigger.start}\n{event.clause.of(document.text)}", 12)
