"""A row of the fact box in the making."""

from dataclasses import dataclass

from mkdocs_briefings.annotations import Document, Event, Quantity, Quotation
from mkdocs_briefings.facts import Fact, Limits, Question, evidence, speech_around, words, words_for
from mkdocs_briefings.register import Actor
from mkdocs_briefings.text import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """A fact with what it was made from, by which it is compared with those of other articles."""

    fact: Fact
    document: Document
    span: Span  # the words that the statement gives
    made_from: Event | Quantity | Quotation | Actor | None = None


def of_event(document: Document, event: Event, question: Question, limits: Limits | None = None) -> Answer:
    span, claim = words_for(document, event, limits), speech_around(document, event.trigger)
    fact = Fact(
        question=question,
        statement=words(span, document.text),
        evidence=(evidence(document, span),),
        rule=event.rule,
        voice="attributed" if claim else "reported",
        attributed_to=words(claim.source, document.text) if claim and claim.source else None,
        actor_id=claim.actor_id if claim else event.attributed_to,
        status=None if event.status == "reported" else event.status,
    )
    return Answer(fact=fact, document=document, span=span, made_from=event)
