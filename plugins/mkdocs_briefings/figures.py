"""Figures: a number as a reader takes it in, what it is of, and whether two of them can both be true."""

import re
from collections import deque
from collections.abc import Iterator, Sequence
from decimal import Decimal

from mkdocs_briefings.annotations import Document, Event, Quantity, Timex
from mkdocs_briefings.facts import Amount, Limits, words
from mkdocs_briefings.text import Span
from mkdocs_briefings.wording import inside

_CURRENCY = re.compile(r"[A-Z]{3}")  # ISO 4217
_ABOUT = Decimal("0.1")  # "about 40" is not at odds with 43
_INFINITE = Decimal("Infinity")
_SIGNS = {"=": "", "~": "~", "<": "<", "<=": "≤", ">": ">", ">=": "≥"}


def amount(quantity: Quantity) -> Amount | None:
    """A share or a sum as data; None for counted things, which keep the source's words."""
    if not _is_share_or_sum(quantity):
        return None
    return Amount(value=quantity.value, upper=quantity.upper, unit=quantity.unit, sign=_SIGNS[quantity.comparator])


def counted(quantity: Quantity, text: str) -> str:
    """Counted things in the source's own words, with how exact they are: "~40 ships"."""
    return _SIGNS[quantity.comparator] + words(quantity.span, text)


def _is_share_or_sum(quantity: Quantity) -> bool:
    return quantity.unit == "%" or _CURRENCY.fullmatch(quantity.unit) is not None


def labels(document: Document, sentence: Span, quantities: Sequence[Quantity]) -> Iterator[Span]:
    """The words that tell what each figure of a sentence is of: the phrase it measures, else a clause, else all.

    A phrase is enough when it follows a share or a sum and names the thing and whose it is ("a 25% tariff on Indian
    goods"), and its sentence neither dates the figure nor makes it less than a fact.
    """
    limits = Limits.of(document, sentence)
    for quantity, events in _with_events(document, sentence, quantities):
        clause = min((event.clause for event in events), key=len, default=sentence)
        plain = not limits.is_worded and all(_is_plain(event) for event in events)
        is_deed = any(one.is_broad for one in document.quotations_around(quantity.span))
        plain = plain and not is_deed and not _is_dated(document, clause)
        if plain and quantity.measured and _says_all(document, quantity):
            yield quantity.measured
        else:
            yield sentence if _is_claimed(document, quantity, clause) or limits.bind(clause) else clause


def _with_events(
    document: Document, sentence: Span, quantities: Sequence[Quantity]
) -> Iterator[tuple[Quantity, list[Event]]]:
    """The figures of a sentence, in the order of the text, each with the events whose clauses hold it."""
    told = inside(document.events, sentence, lambda event: event.trigger)
    coming = deque(sorted(told, key=lambda event: event.clause.start))
    begun: list[Event] = []
    for quantity in quantities:
        while coming and coming[0].clause.start <= quantity.span.start:
            begun.append(coming.popleft())
        begun = [event for event in begun if event.clause.end > quantity.span.start]
        yield quantity, [event for event in begun if event.clause.contains(quantity.span)]


def bounds(quantity: Quantity) -> tuple[Decimal, Decimal]:
    """The least and the greatest number that the figure may mean."""
    low, high = quantity.value, quantity.upper if quantity.upper is not None else quantity.value
    match quantity.comparator:
        case "~":
            return low - abs(low) * _ABOUT, high + abs(high) * _ABOUT
        case "<" | "<=":
            return -_INFINITE, high
        case ">" | ">=":
            return low, _INFINITE
    return low, high


def agree(one: Quantity, other: Quantity) -> bool:
    """Some number is meant by both."""
    (low, high), (lowest, highest) = bounds(one), bounds(other)
    return low <= highest and lowest <= high


def dates(document: Document, span: Span) -> tuple[Timex, ...]:
    """The temporal expressions that begin in a span."""
    return tuple(inside(document.timexes, span, lambda timex: timex.span))


def _is_plain(event: Event) -> bool:
    return (event.status, event.polarity, event.modality) == ("reported", "POS", "CT")


def _is_dated(document: Document, clause: Span) -> bool:
    return any(timex.type == "DATE" for timex in dates(document, clause))


def _is_claimed(document: Document, quantity: Quantity, clause: Span) -> bool:
    """In words that somebody denied, promised or warned of, that are told at second hand, or were not said.

    What somebody did or planned needs the words that name who, so a clause that leaves them out is not enough.
    """
    holding = document.quotations_around(quantity.span)
    return len(holding) > 1 or any(
        one.manner != "said"
        or not one.is_said
        or (one.is_broad and one.source is not None and not clause.contains(one.source))
        for one in holding
    )


def _says_all(document: Document, quantity: Quantity) -> bool:
    measured = quantity.measured
    if not measured or not _is_share_or_sum(quantity) or document.text[quantity.span.end : measured.start].strip(" -"):
        return False
    told = list(document.tokens.words(measured))
    return (
        sum(document.wording.is_telling(word) for word in told) > 1
        and told[0] != "of"  # a share of what, but not of what kind
        and not document.wording.of_whom.isdisjoint(told[1:])
        and document.wording.pointing.isdisjoint(told)
    )
