"""Why the rules read a text as they did: every annotation, sentence by sentence, with the rule that made it."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from mkdocs_briefings.annotations import Document, Event, Mention, Quantity, Quotation, Timex
from mkdocs_briefings.text import Span


@dataclass(frozen=True, slots=True)
class _Row:
    kind: str
    span: Span
    said: str
    rule: str


def explain(document: Document) -> Iterator[str]:
    """Lines for a person to read; under each sentence, what was read in it and by which rule."""
    rows = sorted(_rows(document), key=lambda row: row.span)
    places = [row.span.start for row in rows]
    for sentence in document.sentences:
        yield f"¶{sentence.paragraph + 1} {sentence.anchor}  {_words(sentence.span, document)}"
        for row in rows[bisect_left(places, sentence.span.start) : bisect_left(places, sentence.span.end)]:
            yield f"    {row.kind:<10} {_words(row.span, document)!r:<36} {row.said:<60} [{row.rule}]"
        yield ""


def _rows(document: Document) -> Iterator[_Row]:
    for mention in document.mentions:
        kind = "name" if mention.mention_type == "NAM" else "reference"
        yield _Row(kind, mention.span, _mention(mention, document), mention.rule)
    for timex in document.timexes:
        yield _Row("date", timex.span, _timex(timex), timex.rule)
    for quotation in document.quotations:
        yield _Row("statement", quotation.content, _quotation(quotation, document), quotation.rule)
    for quantity in document.quantities:
        yield _Row("number", quantity.span, _quantity(quantity, document), quantity.rule)
    for hedge in document.hedges:
        yield _Row("hedge", hedge.span, "", hedge.rule)
    for event in document.events:
        yield _Row("speech" if event.is_speech else "event", event.trigger, _event(event, document), event.rule)


def _words(span: Span, document: Document) -> str:
    return " ".join(span.of(document.text).split())


def _mention(mention: Mention, document: Document) -> str:
    who = mention.actor_id or (f"undecided: {', '.join(mention.candidates)}" if mention.candidates else "no actor")
    title = f", title {_words(mention.title, document)!r}" if mention.title else ""
    return f"{mention.entity_type} {who}{title}{f', as {mention.reading}' if mention.reading else ''}"


def _timex(timex: Timex) -> str:
    mod = f" {timex.mod}" if timex.mod else ""
    return f"{timex.type} {timex.value}{mod}, {timex.date.edtf if timex.date else 'not placed in time'}"


def _quotation(quotation: Quotation, document: Document) -> str:
    speaker = _words(quotation.source, document) if quotation.source else "nobody named"
    return f"{quotation.kind}, {quotation.manner} by {speaker} ({quotation.actor_id or 'no actor'})"


def _quantity(quantity: Quantity, document: Document) -> str:
    upper = f"–{quantity.upper}" if quantity.upper is not None else ""
    measured = _words(quantity.measured, document) if quantity.measured else "nothing named"
    return f"{quantity.comparator} {quantity.value}{upper} {quantity.unit} of: {measured}"


def _event(event: Event, document: Document) -> str:
    kind = f"{event.event_type}{'' if event.sure else '?'}" if event.event_type else "no type"
    when = f"{event.date.edtf} ({event.date_source})" if event.date else "undated"
    voice = f", in the words of {event.attributed_to}" if event.attributed_to else ""
    who = f"{', '.join(event.actors) or '–'} → {', '.join(event.recipients) or '–'}"
    reading = f"{kind}, {event.status}, {event.modality} {event.polarity}, {when}, {who}{voice}"
    return f"{reading}: {_words(event.clause, document)}"
