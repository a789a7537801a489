"""The figures, each with words that tell what it is of."""

from collections.abc import Iterator

from mkdocs_briefings.annotations import Document, Event, Quantity
from mkdocs_briefings.answers.answer import Answer
from mkdocs_briefings.facts import Fact, evidence, speaker, words
from mkdocs_briefings.figures import dates, figure, label
from mkdocs_briefings.text import Span


def numbers(document: Document, main: Event | None) -> Iterator[Answer]:
    """Those of the main event first, those of earlier years last."""

    def importance(quantity: Quantity) -> tuple[bool, bool]:
        return _is_past(document, quantity), main is None or not main.sentence.contains(quantity.span)

    seen: set[tuple[str | None, Span]] = set()
    for quantity in sorted(document.quantities, key=importance):
        answer = _number(document, quantity)
        if (answer.fact.figure, answer.span) not in seen:
            seen.add((answer.fact.figure, answer.span))
            yield answer


def _is_past(document: Document, quantity: Quantity) -> bool:
    """Its sentence dates it to years before the article."""
    published = document.source.date_published
    found = [
        timex.date.latest for timex in dates(document, document.sentence_at(quantity.span.start).span) if timex.date
    ]
    return published is not None and bool(found) and all(day is not None and day.year < published.year for day in found)


def _number(document: Document, quantity: Quantity) -> Answer:
    span, voice = label(document, quantity), speaker(document, quantity.span)
    fact = Fact(
        question="numbers",
        statement=words(span, document.text),
        evidence=(evidence(document, quantity.span),),
        rule=quantity.rule,
        figure=figure(quantity, document.text),
        value=str(quantity.value),
        voice="attributed" if voice else "reported",
        attributed_to=voice,
    )
    return Answer(fact=fact, document=document, span=span, made_from=quantity)
