"""The public JSON form of a document's annotations; documented on the site, versioned, tested."""

from typing import Any

from mkdocs_briefings.annotations import Document, Event, Mention, Quantity, Quotation, Timex, TLink
from mkdocs_briefings.text import Span

VERSION = 1  # of the form; `about/annotations.md` documents it


def annotations(document: Document) -> dict[str, Any]:
    """A document's annotations as plain values. Offsets are code points into the text that was read."""
    text = document.text
    names = [mention for mention in document.mentions if mention.mention_type == "NAM"]
    return {
        "id": document.source.id,
        "mentions": [_mention(mention, text) for mention in names],
        "actors": _actors(document),
        "timexes": [_timex(timex, text) for timex in document.timexes],
        "quotations": [_quotation(quotation, text) for quotation in document.quotations],
        "quantities": [_quantity(quantity, text) for quantity in document.quantities],
        "events": [_event(event, text) for event in document.events],
    }


def _place(span: Span) -> dict[str, int]:
    return {"start": span.start, "end": span.end}


def _words(span: Span | None, text: str) -> str | None:
    return span.of(text) if span else None


def _mention(mention: Mention, text: str) -> dict[str, Any]:
    return {
        **_place(mention.span),
        "text": mention.span.of(text),
        "type": mention.entity_type,
        "actor": mention.actor_id,
        "reading": mention.reading,
    }


def _actors(document: Document) -> list[dict[str, Any]]:
    counts: dict[str, int] = {}
    for mention in document.mentions:
        if mention.actor_id:
            counts[mention.actor_id] = counts.get(mention.actor_id, 0) + 1
    salience = {entry.actor_id: entry for entry in document.salience}
    return [
        {
            "id": actor.id,
            "name": actor.name,
            "aliases": list(actor.aliases),
            "type": actor.type,
            "country": actor.country,
            "wikidata": actor.wikidata,
            "mentions": counts.get(actor.id, 0),
            "salience": round(salience[actor.id].score, 4) if actor.id in salience else 0.0,
            "salient": actor.id in salience and salience[actor.id].salient,
        }
        for actor in document.actors
    ]


def _timex(timex: Timex, text: str) -> dict[str, Any]:
    return {
        **_place(timex.span),
        "text": timex.span.of(text),
        "type": timex.type,
        "value": timex.value,
        "edtf": timex.date.edtf if timex.date else None,
    }


def _quotation(quotation: Quotation, text: str) -> dict[str, Any]:
    return {
        **_place(quotation.content),
        "kind": quotation.kind,
        "source_start": quotation.source.start if quotation.source else None,
        "source_end": quotation.source.end if quotation.source else None,
        "source": _words(quotation.source, text),
        "cue": _words(quotation.cue, text),
        "actor": quotation.actor_id,
        "is_said": quotation.is_said,
        "is_statement": quotation.is_statement,
    }


def _quantity(quantity: Quantity, text: str) -> dict[str, Any]:
    return {
        **_place(quantity.span),
        "text": quantity.span.of(text),
        "value": str(quantity.value),
        "upper": str(quantity.upper) if quantity.upper is not None else None,
        "unit": quantity.unit,
        "comparator": quantity.comparator,
        "measured": _words(quantity.measured, text),
    }


def _link(link: TLink | None) -> dict[str, Any] | None:
    return {**_place(link.trigger), "order": link.order, "days": link.days} if link else None


def _event(event: Event, text: str) -> dict[str, Any]:
    return {
        **_place(event.trigger),
        "trigger": event.trigger.of(text),
        "event_type": event.event_type,
        "sure": event.sure,
        "mode": event.mode,
        "date": event.date.edtf if event.date else None,
        "date_source": event.date_source,
        "relative_to": _link(event.relative_to),
        "actors": list(event.actors),
        "recipients": list(event.recipients),
        "modality": event.modality,
        "status": event.status,
        "polarity": event.polarity,
    }
