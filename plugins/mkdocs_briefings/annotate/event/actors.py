"""Who took part in an event, and where it was."""

from bisect import bisect_left
from collections.abc import Container, Mapping
from dataclasses import dataclass
from typing import Self

from mkdocs_briefings.annotate.event.scene import Lettered
from mkdocs_briefings.annotations import Document, Mention, Quotation
from mkdocs_briefings.text import Span

_ENCLOSING = 8  # quotations looked back on; they nest no deeper


@dataclass(frozen=True, slots=True)
class People:
    """A document's mentions and quotations in the order of the text."""

    lettered: Lettered
    mentions: tuple[Mention, ...]
    starts: tuple[int, ...]
    quotations: tuple[Quotation, ...]
    contents: tuple[int, ...]
    cues: frozenset[int]
    countries: Mapping[str, str | None]  # by actor id

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
            frozenset(quotation.cue.start for quotation in quotations if quotation.cue),
            {actor.id: actor.country for actor in document.actors},
        )

    def inside(self, tokens: range) -> tuple[Mention, ...]:
        if not tokens:
            return ()
        start, end = self.lettered.tokens.starts[tokens.start], self.lettered.tokens.ends[tokens.stop - 1]
        return self.mentions[bisect_left(self.starts, start) : bisect_left(self.starts, end)]

    def taking_part(self, tokens: range) -> tuple[str, ...]:
        """Ids of those who act or are acted on in a stretch, not of those it names as its place or matter."""
        mentions = self.inside(tokens)
        titled = [mention.title for mention in mentions if mention.title]
        found = (
            actor
            for mention in mentions
            if mention.reading != "place"
            and not self._is_aside(mention, tokens)
            and not any(title.contains(mention.span) for title in titled)
            for actor in mention.who
        )
        return tuple(dict.fromkeys(found))

    def state(self, tokens: range, prepositions: Container[str]) -> str | None:
        """Id of the state that a stretch's first place behind one of the prepositions is or lies in."""
        for mention in self.inside(tokens):
            if mention.entity_type == "GPE" and self._preposition(mention, tokens) in prepositions:
                candidates = (mention.actor_id,) if mention.actor_id else mention.candidates
                return candidates[0] if len(candidates) == 1 else None
        return None

    def place(self, tokens: range) -> Span | None:
        for mention in self.inside(tokens):
            named = mention.mention_type == "NAM" and mention.entity_type in ("GPE", "LOC", "FAC")
            if (
                named
                and mention.reading != "actor"
                and self._preposition(mention, tokens) in self.lettered.words.small.places
            ):
                return mention.span
        return None

    def quoted(self, span: Span) -> Quotation | None:
        """The innermost quotation whose content holds the span."""
        after = bisect_left(self.contents, span.start + 1)
        for quotation in reversed(self.quotations[max(0, after - _ENCLOSING) : after]):
            its_cue = quotation.cue is not None and quotation.cue.overlaps(span)
            if quotation.is_clause and quotation.content.contains(span) and not its_cue:
                return quotation
        return None

    def is_said(self, trigger: Span, quotation: Quotation | None, *, known: bool) -> bool:
        """Its words are another's, or do no more than bring in another's.

        Args:
            quotation: the one that holds it.
            known: a rule knows what the verb reports.
        """
        if quotation is not None and quotation.kind == "direct":
            return True
        return not known and trigger.start in self.cues

    def _is_aside(self, mention: Mention, within: range) -> bool:
        """It tells of a place, a matter, or who somebody is: "over the trade of Norland", "Dara, envoy of Norland"."""
        letters, lower = self.lettered.letters, self.lettered.tokens.lower
        at = self._before(mention)
        if at > within.start and letters[at] == "c" and (joined := self._ending(mention, at - 1)):
            mention, at = joined, self._before(joined)
        at -= letters[at] == "D"
        while at > within.start and letters[at] == "o":
            if at - 1 in self.lettered.persons:
                return True
            at -= 1 + (letters[at - 1] in "VZ")  # a noun there: "the trade of Norland"
            while at > within.start and letters[at] in "Dxq-r":
                at -= 1
        small = self.lettered.words.small
        is_apposed = letters[at] == "," and at < self._before(mention) and at - 1 in self.lettered.persons
        return at >= within.start and (lower[at] in small.places or lower[at] in small.asides or is_apposed)

    def _ending(self, mention: Mention, token: int) -> Mention | None:
        """The mention before this one, where it ends with the token."""
        position = bisect_left(self.starts, mention.span.start) - 1
        if position < 0 or self.mentions[position].span.end != self.lettered.tokens.ends[token]:
            return None
        return self.mentions[position]

    def _before(self, mention: Mention) -> int:
        """The token before a mention and its title."""
        return bisect_left(self.lettered.tokens.starts, (mention.title or mention.span).start) - 1

    def _preposition(self, mention: Mention, within: range) -> str:
        """The preposition before a mention, its title and determiner set aside, where it stands in the stretch."""
        tokens, index = self.lettered.tokens, self._before(mention)
        if index >= within.start and self.lettered.letters[index] == "D":
            index -= 1
        return tokens.lower[index] if index >= within.start else ""
