"""Who took part in an event, and where it was."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import NamedTuple, Self

from mkdocs_briefings.annotate.event.clauses import Clause
from mkdocs_briefings.annotate.event.scene import Lettered, VerbGroup
from mkdocs_briefings.annotations import Document, Event, Mention, Quotation
from mkdocs_briefings.text import Span

_PLACES = frozenset(["in", "at", "near", "outside", "inside", "across"])
_ASIDE = _PLACES | {"from", "over", "about", "amid", "despite", "after", "since", "for"}  # no side of the event
_POSSESSIVE = re.compile(r"(?:his|her|its|their)\b")
_ENCLOSING = 8  # quotations looked back on; they nest no deeper


@dataclass(frozen=True, slots=True)
class People:
    """A document's mentions and quotations in the order of the text."""

    lettered: Lettered
    mentions: tuple[Mention, ...]
    starts: tuple[int, ...]
    quotations: tuple[Quotation, ...]
    contents: tuple[int, ...]

    @classmethod
    def of(cls, document: Document, lettered: Lettered) -> Self:
        mentions = tuple(sorted(document.mentions, key=lambda mention: mention.span))
        quotations = tuple(sorted(document.quotations, key=lambda quotation: quotation.content))
        return cls(
            lettered,
            mentions,
            tuple(mention.span.start for mention in mentions),
            quotations,
            tuple(quotation.content.start for quotation in quotations),
        )

    def inside(self, tokens: range) -> Iterator[Mention]:
        if not tokens:
            return
        span = self.lettered.tokens.span(tokens.start, tokens.stop - 1)
        for mention in self.mentions[bisect_left(self.starts, span.start) :]:
            if mention.span.start >= span.end:
                return
            yield mention

    def taking_part(self, tokens: range) -> tuple[str, ...]:
        """Ids of those who act or are acted on in a stretch, not of those it names as its place or matter."""
        titled = [mention.title for mention in self.inside(tokens) if mention.title]
        found = (
            mention.actor_id
            for mention in self.inside(tokens)
            if mention.actor_id
            and mention.reading != "place"
            and self._preposition(mention, tokens) not in _ASIDE
            and not any(title.contains(mention.span) for title in titled)
        )
        return tuple(dict.fromkeys(found))

    def place(self, tokens: range) -> Span | None:
        for mention in self.inside(tokens):
            placed = mention.entity_type in ("GPE", "LOC", "FAC") and mention.reading != "actor"
            if placed and self._preposition(mention, tokens) in _PLACES:
                return mention.span
        return None

    def quoted(self, span: Span) -> Quotation | None:
        """The innermost quotation whose content holds the span."""
        after = bisect_left(self.contents, span.start + 1)
        for quotation in reversed(self.quotations[max(0, after - _ENCLOSING) : after]):
            its_cue = quotation.cue is not None and quotation.cue.overlaps(span)
            if quotation.content.contains(span) and not its_cue:
                return quotation
        return None

    def _preposition(self, mention: Mention, within: range) -> str:
        """The preposition before a mention, its title and determiner set aside, where it stands in the stretch."""
        tokens = self.lettered.tokens
        index = bisect_left(tokens.starts, (mention.title or mention.span).start) - 1
        if index >= within.start and self.lettered.letters[index] == "D":
            index -= 1
        return tokens.lower[index] if index >= within.start else ""


class Sides(NamedTuple):
    """Ids of those who act and of those they act on."""

    actors: tuple[str, ...]
    recipients: tuple[str, ...]


def sides(people: People, clause: Clause, group: VerbGroup) -> Sides:
    """Subject and objects, the other way round in the passive."""
    subject = range(clause.subject.start, group.first) if clause.subject else range(0)
    after = range(group.verb + 1, clause.rest.stop)
    before, behind = people.taking_part(subject), people.taking_part(after)
    if not group.passive:
        return Sides(before, tuple(actor for actor in behind if actor not in before))
    lower = people.lettered.tokens.lower
    by = next((index for index in after if lower[index] == "by"), None)
    return Sides(people.taking_part(range(by, clause.rest.stop)) if by else (), before)


def parted(text: str, verbs: list[Event], nouns: list[Event]) -> Iterator[Event]:
    """The events of a sentence, each with its own people.

    In "Ruiz told Vale of her meeting with Ode" the meeting is Ruiz's, with Ode, whom Ruiz told nothing.
    """
    taken: dict[int, set[str]] = {}
    for noun in nouns:
        holding = (verb for verb in verbs if verb.clause.contains(noun.clause))
        holder = min(holding, key=lambda verb: len(verb.clause), default=None)
        if holder:
            taken.setdefault(id(holder), set()).update(noun.recipients)
        is_theirs = holder and _POSSESSIVE.match(text, noun.clause.start)
        yield replace(noun, actors=holder.actors) if holder and is_theirs and not noun.actors else noun
    for verb in verbs:
        yield replace(
            verb, recipients=tuple(actor for actor in verb.recipients if actor not in taken.get(id(verb), ()))
        )
