"""The figures, each with words that tell what it is of."""

from collections.abc import Iterator
from functools import cache
from itertools import groupby

from mkdocs_briefings.annotations import Document, Event, Quantity, Sentence
from mkdocs_briefings.answers.answer import Answer
from mkdocs_briefings.facts import Amount, Fact, evidence, speech_around, words
from mkdocs_briefings.figures import amount, counted, dates, labels
from mkdocs_briefings.text import Span


def numbers(document: Document, main: Event | None) -> Iterator[Answer]:
    """Those of the main event first, those of earlier years last."""
    found: list[tuple[tuple[bool, bool], Answer]] = []
    for sentence, group in groupby(document.quantities, lambda one: document.sentence_at(one.span.start)):
        past = _is_past(document, sentence)
        found.extend(
            ((past, main is None or not main.sentence.contains(answer.fact.evidence[0].span)), answer)
            for answer in _of_sentence(document, sentence, list(group))
        )
    seen: set[tuple[str | Amount | None, Span]] = set()
    for _, answer in sorted(found, key=lambda pair: pair[0]):
        told = answer.fact.amount or answer.fact.figure, answer.span
        if told not in seen:
            seen.add(told)
            yield answer


def _is_past(document: Document, sentence: Sentence) -> bool:
    """Dated to years before the article."""
    published = document.source.date_published
    found = [timex.date.latest for timex in dates(document, sentence.span) if timex.date]
    return published is not None and bool(found) and all(day is not None and day.year < published.year for day in found)


def _of_sentence(document: Document, sentence: Sentence, quantities: list[Quantity]) -> Iterator[Answer]:
    stated = cache(lambda span: words(span, document.text))  # many figures of a long sentence may give all of it
    for quantity, span in zip(quantities, labels(document, sentence.span, quantities), strict=True):
        claim, share = speech_around(document, quantity.span), amount(quantity)
        fact = Fact(
            question="numbers",
            statement=stated(span),
            evidence=(evidence(document, quantity.span),),
            rule=quantity.rule,
            figure=None if share else counted(quantity, document.text),
            amount=share,
            value=str(quantity.value),
            voice="attributed" if claim else "reported",
            attributed_to=words(claim.source, document.text) if claim and claim.source else None,
            actor_id=claim.actor_id if claim else None,
        )
        yield Answer(fact=fact, document=document, span=span, made_from=quantity)
