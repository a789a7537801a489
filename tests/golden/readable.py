"""A document's annotations in the form of the golden files: sentence by sentence, in the article's own words."""

from typing import Any

from mkdocs_briefings.annotations import Document, Event, Mention, Quantity, Quotation, Sentence, Timex
from mkdocs_briefings.text import Span

Row = dict[str, Any]


def readable(document: Document) -> list[Row]:
    """One row a sentence: its words, then what was read in it. What is not there has no key."""
    return [_sentence(sentence, document) for sentence in document.sentences]


def _sentence(sentence: Sentence, document: Document) -> Row:
    def here(span: Span) -> bool:
        return sentence.span.start <= span.start < sentence.span.end

    return _stated(
        text=_words(sentence.span, document),
        names=[_name(m, document) for m in document.mentions if m.mention_type == "NAM" and here(m.span)],
        dates=[_date(t, document) for t in document.timexes if here(t.span)],
        statements=[_statement(q, document) for q in document.quotations if here(q.content)],
        numbers=[_number(q, document) for q in document.quantities if here(q.span)],
        hedges=[_words(h.span, document) for h in document.hedges if here(h.span)],
        events=[_event(e, document) for e in document.events if here(e.trigger) and not e.is_speech],
    )


def _stated(**values: Any) -> Row:
    return {key: list(value) if isinstance(value, tuple) else value for key, value in values.items() if value}


def _words(span: Span | None, document: Document) -> str | None:
    return " ".join(span.of(document.text).split()) if span else None


def _name(mention: Mention, document: Document) -> Row:
    return _stated(
        name=_words(mention.span, document),
        type=mention.entity_type,
        actor=mention.actor_id,
        title=_words(mention.title, document),
        reading=mention.reading,
    )


def _date(timex: Timex, document: Document) -> Row:
    edtf = timex.date.edtf if timex.date else None
    return _stated(words=_words(timex.span, document), type=timex.type, value=timex.value, mod=timex.mod, date=edtf)


def _statement(quotation: Quotation, document: Document) -> Row:
    return _stated(
        words=_words(quotation.content, document),
        kind=quotation.kind,
        by=_words(quotation.source, document),
        actor=quotation.actor_id,
        manner=quotation.manner,
        medium=_words(quotation.medium, document),
    )


def _number(quantity: Quantity, document: Document) -> Row:
    return _stated(
        words=_words(quantity.span, document),
        value=str(quantity.value),
        upper=str(quantity.upper) if quantity.upper is not None else None,
        unit=quantity.unit,
        comparator=quantity.comparator if quantity.comparator != "=" else None,
        measured=_words(quantity.measured, document),
    )


def _event(event: Event, document: Document) -> Row:
    return _stated(
        trigger=_words(event.trigger, document),
        clause=_words(event.clause, document),
        type=event.event_type,
        status=event.status,
        date=event.date.edtf if event.date else None,
        date_source=event.date_source,
        actors=event.actors,
        recipients=event.recipients,
        by=event.attributed_to,
    )
