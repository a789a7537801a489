"""He and she as subjects, where one person alone can be meant."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import takewhile

from mkdocs_briefings.annotations import Document, Mention
from mkdocs_briefings.text import Span

_PRONOUNS = ("he", "she")
_QUOTED = re.compile(r"“[^”]*”?|\"[^\"]*\"?")
_MOST = 20  # mentions of persons to look back at


def pronouns(document: Document, persons: Sequence[Mention]) -> Iterator[Mention]:
    """Each pronoun outside quotation marks whose sentence and the one before it name one person alone.

    Args:
        persons: the mentions of persons, in the order of the text.
    """
    text = document.text
    tokens = document.tokens
    found = [(tokens.starts[at], tokens.ends[at]) for at, word in enumerate(tokens.lower) if word in _PRONOUNS]
    if not found:
        return
    quoted = [match.span() for match in _QUOTED.finditer(text)]
    starts = [sentence.span.start for sentence in document.sentences]
    for start, end in found:
        marks = bisect_right(quoted, (start, len(text))) - 1
        if marks >= 0 and start < quoted[marks][1]:
            continue
        person = _only_person(document, persons, bisect_right(starts, start) - 1, start)
        if person:
            yield Mention(
                span=Span(start, end), mention_type="PRO", entity_type="PER", rule="only-person", actor_id=person
            )


def _only_person(document: Document, persons: Sequence[Mention], number: int, offset: int) -> str | None:
    """The one person of the sentence so far and of the sentence before it in the same paragraph."""
    sentence = document.sentences[number]
    start = sentence.span.start
    if number and document.sentences[number - 1].paragraph == sentence.paragraph:
        start = document.sentences[number - 1].span.start
    last = bisect_left(persons, offset, key=_start)
    named = list(takewhile(lambda person: person.span.start >= start, reversed(persons[max(0, last - _MOST) : last])))
    everyone = {person.actor_id for person in named}
    return everyone.pop() if len(everyone) == 1 and len(named) < _MOST else None


def _start(mention: Mention) -> int:
    return mention.span.start
