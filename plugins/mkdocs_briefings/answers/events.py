"""What happened, when and where, and what comes next."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from mkdocs_briefings.annotations import Document, Event, Timex
from mkdocs_briefings.answers.answer import Answer, of_event
from mkdocs_briefings.answers.lead import lead_sentence
from mkdocs_briefings.facts import Fact, Limits, evidence, speech_around, words
from mkdocs_briefings.figures import dates
from mkdocs_briefings.text import Span

_BEFORE_DATES = frozenset(["by", "before", "until", "till", "from", "after", "since", "on", "in", "at"])


def what(document: Document, main: Event | None) -> Iterator[Answer]:
    """The main event; where there is none, the lead sentence."""
    if main:
        yield of_event(document, main, "what")
    elif document.sentences:
        lead = lead_sentence(document).span
        claim = speech_around(document, lead)
        fact = Fact(
            question="what",
            statement=words(lead, document.text),
            evidence=(evidence(document, lead),),
            rule="lead-sentence",
            voice="attributed" if claim else "reported",
            attributed_to=words(claim.source, document.text) if claim and claim.source else None,
            actor_id=claim.actor_id if claim else None,
        )
        yield Answer(fact=fact, document=document, span=lead)


def when(document: Document, main: Event | None) -> Iterator[Answer]:
    """The day of the main event; where that has none, the one day that the lead sentence states."""
    if main and (main.timex or main.date) and not _is_over_before_told(document, main):
        span, date = main.timex, main.known_date
        gloss = main.date_source if main.date else "undated"
    elif document.sentences and (day := _only_day(document, lead_sentence(document).span)):
        span, date, gloss = day.span, day.date, "own"
    else:
        return
    stated = words(span, document.text) if span else None
    shown = span or (main.clause if main else document.prose[0].span)
    fact = Fact(
        question="when",
        statement="" if date else stated or "",
        evidence=(evidence(document, shown),),
        rule=main.rule if main else "lead-sentence",
        figure=stated,
        value=date.edtf if date else None,
        gloss=gloss,
    )
    yield Answer(fact=fact, document=document, span=shown, made_from=main)


def _only_day(document: Document, sentence: Span) -> Timex | None:
    found = [timex for timex in dates(document, sentence) if timex.date]
    return found[0] if len(found) == 1 and found[0].date and found[0].date.is_exact_day else None


def _is_over_before_told(document: Document, event: Event) -> bool:
    """Planned for a day before the article: the day is not the plan's."""
    published, last = document.source.date_published, event.date.latest if event.date else None
    return event.status == "planned" and published is not None and last is not None and last < published


def where(document: Document, main: Event | None) -> Iterator[Answer]:
    if main and main.location:
        fact = Fact(
            question="where",
            statement=words(main.location, document.text),
            evidence=(evidence(document, main.location),),
            rule=main.rule,
        )
        yield Answer(fact=fact, document=document, span=main.location, made_from=main)


def coming(document: Document, main: Event | None) -> Iterator[Answer]:
    """What is planned, with the words for its day, before what is only possible.

    What hangs on a condition, stands under a negation, or is only feared or thought is left to the text.
    """
    limits = cache(lambda offset: Limits.of(document, document.sentence_at(offset).span))
    told = [(event, document.sentence_at(event.trigger.start).span.start) for event in document.events if event != main]
    plans = {event: limits(start) for event, start in told if _is_plan(document, event, limits(start))}
    for event in sorted(plans, key=lambda event: event.modality == "PS"):
        answer = of_event(document, event, "next", plans[event])
        stated = _date_words(document, event.timex) if event.timex and not answer.span.contains(event.timex) else None
        value = event.date.edtf if event.date else None
        yield replace(answer, fact=replace(answer.fact, figure=stated, value=value))


def _is_plan(document: Document, event: Event, limits: Limits) -> bool:
    return (
        (event.status, event.polarity) == ("planned", "POS")
        and event.modality != "U"
        and not _is_over_before_told(document, event)
        and limits.up_to_here < 0
        and limits.negated_from >= event.trigger.start
        and all(
            quotation.is_said and quotation.manner in ("said", "promised")
            for quotation in document.quotations_around(event.trigger)
        )
    )


def _date_words(document: Document, timex: Span) -> str:
    """A date as stated, with the preposition before it: "by 30 June"."""
    first = document.tokens.range(timex).start
    if first and document.tokens.lower[first - 1] in _BEFORE_DATES:
        timex = Span(document.tokens.starts[first - 1], timex.end)
    return words(timex, document.text)
