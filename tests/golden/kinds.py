"""The kinds that are scored: what the gold wants of each, what a document claims, and what makes the two the same."""

import re
from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import dataclass

from mkdocs_briefings.annotations import Document
from mkdocs_briefings.register import Register
from mkdocs_briefings.text import Span
from tests.golden.gold import Gold

LEAST_OVERLAP = 0.8  # of the union of two statements that count as one


@dataclass(frozen=True, slots=True)
class Item:
    """Something found in a text; `told` is all that must be the same for it to be right."""

    span: Span
    told: tuple[Hashable, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    wanted: Callable[[Gold], Iterable[Item]]
    claimed: Callable[[Document, Gold, Register], Iterable[Item]]
    meets: Callable[[Span, Span], bool] = Span.__eq__


def _mostly_the_same(one: Span, other: Span) -> bool:
    shared = min(one.end, other.end) - max(one.start, other.start)
    return shared >= LEAST_OVERLAP * (len(one) + len(other) - shared)


def _wanted_names(gold: Gold) -> Iterator[Item]:
    return (Item(name.span, (name.row.type,)) for name in gold.names)


def _names(document: Document, _gold: Gold, _register: Register) -> Iterator[Item]:
    return (Item(one.span, (one.entity_type,)) for one in document.mentions if one.mention_type == "NAM")


def _wanted_actors(gold: Gold) -> Iterator[Item]:
    return (Item(name.span, (name.row.actor,)) for name in gold.names if name.row.actor)


def _actors(document: Document, gold: Gold, register: Register) -> Iterator[Item]:
    """The gold tells persons and whom the register knows; an organisation that only the text knows is not judged."""
    told = {name.span for name in gold.names if name.row.actor}
    for one in document.mentions:
        is_judged = one.entity_type == "PER" or one.actor_id in register.actors or one.span in told
        if one.mention_type == "NAM" and one.actor_id and is_judged:
            yield Item(one.span, (one.actor_id,))


def _wanted_dates(gold: Gold) -> Iterator[Item]:
    return (Item(date.span, (date.row.value,)) for date in gold.dates)


def _dates(document: Document, _gold: Gold, _register: Register) -> Iterator[Item]:
    return (Item(one.span, (one.value,)) for one in document.timexes)


def _wanted_statements(gold: Gold) -> Iterator[Item]:
    return (Item(one.span, (_speaker(one.row.by),)) for one in gold.statements)


def _statements(document: Document, _gold: Gold, _register: Register) -> Iterator[Item]:
    for one in document.quotations:
        if one.is_statement:
            yield Item(one.content, (_speaker(_words(one.source, document)),))


def _wanted_numbers(gold: Gold) -> Iterator[Item]:
    for span, row in ((one.span, one.row) for one in gold.numbers):
        yield Item(span, (row.value, row.upper, row.unit, row.comparator))


def _numbers(document: Document, _gold: Gold, _register: Register) -> Iterator[Item]:
    return (Item(one.span, (one.value, one.upper, one.unit, one.comparator)) for one in document.quantities)


def _wanted_measures(gold: Gold) -> Iterator[Item]:
    for item, one in zip(_wanted_numbers(gold), gold.numbers, strict=True):
        yield Item(item.span, (*item.told, _without_article(plain(one.row.measured))))


def _measures(document: Document, gold: Gold, register: Register) -> Iterator[Item]:
    for item, one in zip(_numbers(document, gold, register), document.quantities, strict=True):
        yield Item(item.span, (*item.told, _without_article(_words(one.measured, document))))


def _wanted_events(gold: Gold) -> Iterator[Item]:
    return (Item(one.span, (one.row.type, one.row.status, one.row.date)) for one in gold.events)


def _events(document: Document, _gold: Gold, _register: Register) -> Iterator[Item]:
    for one in document.events:
        if not one.is_speech:
            yield Item(one.trigger, (one.event_type, one.status, one.date.edtf if one.date else None))


def _wanted_triggers(gold: Gold) -> Iterator[Item]:
    return (Item(event.span, ()) for event in gold.events)


def _triggers(document: Document, _gold: Gold, _register: Register) -> Iterator[Item]:
    return (Item(one.trigger, ()) for one in document.events if not one.is_speech)


KINDS = {
    "names": Kind(wanted=_wanted_names, claimed=_names),
    "actors": Kind(wanted=_wanted_actors, claimed=_actors),
    "dates": Kind(wanted=_wanted_dates, claimed=_dates),
    "statements": Kind(wanted=_wanted_statements, claimed=_statements, meets=_mostly_the_same),
    "statements-exact": Kind(wanted=_wanted_statements, claimed=_statements),
    "numbers": Kind(wanted=_wanted_numbers, claimed=_numbers),
    "numbers-measured": Kind(wanted=_wanted_measures, claimed=_measures),
    "events": Kind(wanted=_wanted_events, claimed=_events, meets=Span.overlaps),
    "event-triggers": Kind(wanted=_wanted_triggers, claimed=_triggers, meets=Span.overlaps),
}


def _words(span: Span | None, document: Document) -> str | None:
    return plain(span.of(document.text)) if span else None


def plain(words: str | None) -> str | None:
    return " ".join(words.split()) if words else None


def _speaker(phrase: str | None) -> str | None:
    """Without a relative clause, which some annotators count in and some do not."""
    return re.sub(r", (?:who|whom|whose|which)\b.*", "", plain(phrase) or "") or None


def _without_article(words: str | None) -> str | None:
    return re.sub(r"^(?:a|an|the) ", "", words, flags=re.IGNORECASE) if words else None
