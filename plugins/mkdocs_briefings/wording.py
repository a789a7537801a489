"""The words of a text that tell something, so that two texts can be asked whether they tell the same."""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from mkdocs_briefings.annotations import Document
from mkdocs_briefings.text import Span

T = TypeVar("T")


def inside(found: Sequence[T], span: Span, place: Callable[[T], Span]) -> Sequence[T]:
    """Of annotations in the order of the text those that begin in a span.

    Args:
        place: where an annotation stands.
    """
    first = bisect_left(found, span.start, key=lambda one: place(one).start)
    return found[first : bisect_left(found, span.end, lo=first, key=lambda one: place(one).start)]


def telling_words(document: Document, span: Span, leaving_out: Iterable[Span] = ()) -> frozenset[str]:
    """The stems of the words in a span that are neither small words nor inside a span to be left out."""
    skipped = [one for one in leaving_out if one.overlaps(span)]
    tokens, wording = document.tokens, document.wording
    return frozenset(
        wording.stem(tokens.lower[index])
        for index in tokens.range(span)
        if wording.is_telling(tokens.lower[index])
        and not any(one.contains(tokens.span(index, index)) for one in skipped)
    )
