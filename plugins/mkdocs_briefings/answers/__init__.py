"""What one article answers to the questions of the fact box: its rows, the most telling first."""

from collections.abc import Iterable, Iterator

from mkdocs_briefings.annotations import Document, Event
from mkdocs_briefings.answers.answer import Answer
from mkdocs_briefings.answers.events import coming, what, when, where
from mkdocs_briefings.answers.lead import main_event
from mkdocs_briefings.answers.numbers import numbers
from mkdocs_briefings.answers.people import who
from mkdocs_briefings.answers.speech import denied, said
from mkdocs_briefings.text import Span


def answers(document: Document) -> tuple[Answer, ...]:
    """The rows of one document, question by question. Nothing is said twice, nor put in other words."""
    main = main_event(document)
    opening = tuple(what(document, main))
    plans = tuple(_once(answer for answer in coming(document, main) if not _gives(opening, answer.made_from)))
    denials = tuple(_once(denied(document)))
    figures = tuple(numbers(document, main))
    told = [answer.span for answer in (*opening, *plans, *denials, *figures)]
    return (
        *opening,
        *when(document, main),
        *where(document, main),
        *who(document),
        *figures,
        *(answer for answer in _once(said(document)) if answer.fact.quoted or not _is_told(answer.span, told)),
        *plans,
        *(answer for answer in denials if not _is_told(answer.span, [one.span for one in opening])),
    )


def _once(found: Iterable[Answer]) -> Iterator[Answer]:
    """The first of those that are given by the same words, as two events of one sentence may be."""
    seen: set[Span] = set()
    for answer in found:
        if answer.span not in seen:
            seen.add(answer.span)
            yield answer


def _gives(opening: Iterable[Answer], made_from: object) -> bool:
    return isinstance(made_from, Event) and any(answer.span.contains(made_from.trigger) for answer in opening)


def _is_told(span: Span, told: Iterable[Span]) -> bool:
    return any(one.contains(span) for one in told)
