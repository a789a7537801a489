"""A row of the fact box in the making."""

from dataclasses import dataclass

from mkdocs_briefings.annotations import Document, Event, Quantity, Quotation
from mkdocs_briefings.facts import Fact, Question, evidence, in_whose_words, words
from mkdocs_briefings.register import Actor
from mkdocs_briefings.text import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """A fact with what it was made from, by which it is compared with those of other articles."""

    fact: Fact
    document: Document
    span: Span  # the words that the statement gives
    made_from: Event | Quantity | Quotation | Actor | None = None


def of_event(document: Document, event: Event, question: Question) -> Answer:
    span, voice = in_whose_words(document, event)
    fact = Fact(
        question=question,
        statement=words(span, document.text),
        evidence=(evidence(document, span),),
        rule=event.rule,
        voice="attributed" if voice else "reported",
        attributed_to=voice,
        actor_id=event.attributed_to,
        status=None if event.status == "reported" else event.status,
    )
    return Answer(fact=fact, document=document, span=span, made_from=event)
