"""The fact box of a document: its rows, question by question."""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from mkdocs_briefings.annotations import Document, Event, Mention, Quantity, Quotation, Sentence
from mkdocs_briefings.facts import Fact, Question, evidence, in_whose_words, said_how, statements, words
from mkdocs_briefings.register import Actor

_ENDS = frozenset(".!?…")
_CURRENCY = re.compile(r"[A-Z]{3}")  # ISO 4217


def fact_box(document: Document) -> tuple[Fact, ...]:
    """The rows of one document, question by question, the most telling first.

    Rows are clauses and phrases of the source; nothing is put in other words.
    """
    main = main_event(document)
    return (
        *_what(document, main),
        *_when(document, main),
        *_where(document, main),
        *_who(document),
        *_numbers(document),
        *_said(document),
        *_next(document),
    )


def lead_sentence(document: Document) -> Sentence:
    """The first sentence that ends like one: a headline or byline may stand above it."""
    ended = (one for one in document.sentences if one.span.of(document.text).rstrip("\"'”’)")[-1:] in _ENDS)
    return next(ended, document.sentences[0])


def main_event(document: Document) -> Event | None:
    """The event the article opens with: the first of its lead paragraph that it reports as having happened."""
    if not document.sentences:
        return None
    lead = document.paragraphs[lead_sentence(document).paragraph]
    told = (event for event in document.events if lead.contains(event.clause) and not event.is_speech)
    return next((event for event in told if event.status == "reported"), None)


def _what(document: Document, main: Event | None) -> Iterator[Fact]:
    if main:
        yield _of_event(document, main, "what")
    elif document.sentences:
        lead = lead_sentence(document)
        yield Fact(
            question="what",
            statement=words(lead.span, document.text),
            evidence=(evidence(document, lead.span),),
            rule="lead-sentence",
        )


def _of_event(document: Document, event: Event, question: Question) -> Fact:
    span, voice = in_whose_words(document, event)
    return Fact(
        question=question,
        statement=words(span, document.text),
        evidence=(evidence(document, span),),
        rule=event.rule,
        voice="attributed" if voice else "reported",
        attributed_to=voice,
        actor_id=event.attributed_to,
    )


def _when(document: Document, main: Event | None) -> Iterator[Fact]:
    if not main or not (main.timex or main.date):
        return
    stated = words(main.timex, document.text) if main.timex else None
    yield Fact(
        question="when",
        statement=main.known_date.words() if main.known_date else stated or "",
        evidence=(evidence(document, main.timex or main.clause),),
        rule=main.rule,
        figure=stated,
        value=main.known_date.edtf if main.known_date else None,
        gloss=main.date_source if main.date else "undated",
    )


def _where(document: Document, main: Event | None) -> Iterator[Fact]:
    if main and main.location:
        yield Fact(
            question="where",
            statement=words(main.location, document.text),
            evidence=(evidence(document, main.location),),
            rule=main.rule,
        )


def _who(document: Document) -> Iterator[Fact]:
    """Actors by salience, each with the title that this article gives."""
    rank = {entry.actor_id: entry.score for entry in document.salience}
    for actor in sorted(document.actors, key=lambda actor: (actor.type != "person", -rank.get(actor.id, 0.0))):
        mentions = [mention for mention in document.mentions if mention.actor_id == actor.id]
        shown = next((mention for mention in mentions if mention.title), mentions[0] if mentions else None)
        if shown:
            yield _actor_row(document, actor, shown)


def _actor_row(document: Document, actor: Actor, shown: Mention) -> Fact:
    return Fact(
        question="who",
        statement=words(shown.title, document.text) if shown.title else "",
        evidence=(evidence(document, shown.span),),
        rule=shown.rule,
        actor_id=actor.id,
    )


def _numbers(document: Document) -> Iterator[Fact]:
    for quantity in document.quantities:
        yield Fact(
            question="numbers",
            statement=words(quantity.measured, document.text) if quantity.measured else "",
            evidence=(evidence(document, quantity.span),),
            rule=quantity.rule,
            figure=figure(quantity, document.text),
            value=str(quantity.value),
        )


def figure(quantity: Quantity, text: str) -> str:
    """A number as a reader takes it in: "~35%", "5.43 billion USD"; counted things in the source's own words."""
    sign = {"=": "", "~": "~", "<": "<", "<=": "≤", ">": ">", ">=": "≥"}[quantity.comparator]
    if quantity.unit != "%" and not _CURRENCY.fullmatch(quantity.unit):
        return sign + words(quantity.span, text)
    number = sign + _short_number(quantity.value)
    if quantity.upper is not None:
        number += f"–{_short_number(quantity.upper)}"
    return f"{number}%" if quantity.unit == "%" else f"{number} {quantity.unit}"


def _short_number(value: Decimal) -> str:
    for power, word in ((12, "trillion"), (9, "billion"), (6, "million")):
        if abs(value) >= Decimal(10) ** power:
            return f"{(value / Decimal(10) ** power).normalize():f} {word}"
    return f"{value.normalize():,f}"


def _said(document: Document) -> Iterator[Fact]:
    """Speech, the words in quotation marks first; attitudes, and what was only talked of, are left to the text."""
    spoken = [quotation for quotation in statements(document) if quotation.source]
    for quotation in sorted(spoken, key=lambda quotation: quotation.kind == "indirect"):
        yield _statement(document, quotation)


def _statement(document: Document, quotation: Quotation) -> Fact:
    return Fact(
        question="said",
        statement=words(quotation.content, document.text),
        evidence=(evidence(document, quotation.content),),
        rule=quotation.rule,
        voice="attributed",
        attributed_to=words(quotation.source, document.text) if quotation.source else None,
        said_how=said_how(document, quotation),
        actor_id=quotation.actor_id,
        quoted=quotation.kind == "direct",
    )


def _next(document: Document) -> Iterator[Fact]:
    for event in document.events:
        if event.status == "planned":
            date = event.date.edtf if event.date else None
            yield replace(_of_event(document, event, "next"), value=date, status=event.status)
