"""He and she as subjects, where one person alone can be meant."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import takewhile

from mkdocs_briefings.annotations import Document, Mention
from mkdocs_briefings.rules.resolution import ResolutionRules
from mkdocs_briefings.text import Span

_PRONOUNS = ("he", "she")
_QUOTED = re.compile(r"“[^”]*”?|\"[^\"]*\"?")
_MOST = 20  # mentions of persons to look back at


def pronouns(document: Document, rules: ResolutionRules, persons: Sequence[Mention]) -> Iterator[Mention]:
    """Each pronoun outside quotation marks whose sentence and the one before it leave one person.

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
        number = bisect_right(starts, start) - 1
        rule, person = "only-person", _only_person(document, persons, number, start)
        if not person:
            rule, person = "subject-goes-on", _subject_before(document, rules, persons, number, start)
        if person:
            yield Mention(span=Span(start, end), mention_type="PRO", entity_type="PER", rule=rule, actor_id=person)


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


def _subject_before(
    document: Document, rules: ResolutionRules, persons: Sequence[Mention], number: int, offset: int
) -> str | None:
    """The subject of the sentence before in the same paragraph, where this one has named nobody yet.

    Others may be named in the sentence before where something is done to them, or with them.
    """
    sentences = document.sentences
    if not number or sentences[number - 1].paragraph != sentences[number].paragraph:
        return None
    before = sentences[number - 1].span
    first = bisect_left(persons, before.start, key=_start)
    last = bisect_left(persons, offset, key=_start)
    if first == last or persons[last - 1].span.start >= sentences[number].span.start:
        return None
    subject, *others = persons[first:last]
    if _with_title(subject) != before.start or not rules.verb_after.match(document.text, subject.span.end):
        return None
    others = [other for other in others if other.actor_id != subject.actor_id]
    acted_on = all(rules.before_object.search(document.text, before.start, _with_title(other)) for other in others)
    return subject.actor_id if acted_on else None


def _with_title(person: Mention) -> int:
    return person.title.start if person.title else person.span.start


def _start(mention: Mention) -> int:
    return mention.span.start
