"""The two leaders, both countries, they: two together whom the text has just named."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Self

from mkdocs_briefings.annotations import Document, EntityType, Mention, Sentence
from mkdocs_briefings.register import Actor
from mkdocs_briefings.rules.resolution import ResolutionRules
from mkdocs_briefings.text import Span

_SENTENCES = 3  # looked back on, beside the one with the words
_MOST = 30  # mentions looked back on
_BETWEEN = 60  # characters from one name to the other in "A and the minister B"


@dataclass(frozen=True, slots=True)
class Pairs:
    """A document's mentions in the order of the text, with their actors."""

    document: Document
    mentions: Sequence[Mention]
    starts: Sequence[int]
    actors: Mapping[str, Actor]

    @classmethod
    def of(cls, document: Document, mentions: Sequence[Mention], actors: Mapping[str, Actor]) -> Self:
        return cls(document, mentions, [mention.span.start for mention in mentions], actors)

    def found(self, rules: ResolutionRules) -> Iterator[Mention]:
        """Each expression for two together for which the nearest sentences before it leave just two."""
        text = self.document.text
        for match in rules.two_together.finditer(text):
            kind: EntityType = "GPE" if match["states"] else "PER"
            if match["they"] and not self._opens_sentence(match.start()):
                continue
            two = self._joined_before(match.start()) if match["they"] else self._two_before(match.start(), kind)
            if two:
                yield Mention(
                    span=Span(match.start(), match.end()),
                    mention_type="PRO" if match["they"] else "NOM",
                    entity_type=kind,
                    rule="two-together",
                    members=two,
                )

    def _opens_sentence(self, start: int) -> bool:
        return self.document.sentence_at(start).span.start == start

    def _two_before(self, start: int, kind: EntityType) -> tuple[str, ...]:
        """The two of a kind named in the sentence so far; else with the sentence before it, and so on."""
        last = bisect_left(self.starts, start)
        before = self.mentions[max(0, last - _MOST) : last]
        sentences = self.document.sentences
        here = bisect_right(sentences, start, key=_start) - 1
        for number in range(here, max(-1, here - _SENTENCES), -1):
            near = [mention for mention in before if mention.span.start >= sentences[number].span.start]
            named = tuple(dict.fromkeys(one for mention in near if (one := self._is(mention, kind))))
            if len(named) > 1:
                return named if len(named) == 2 else ()  # noqa: PLR2004  two together
        return ()

    def _is(self, mention: Mention, kind: EntityType) -> str | None:
        """The id of the person or state that a mention means."""
        actor = self.actors.get(mention.actor_id or "")
        return actor.id if actor and actor.type == ("state" if kind == "GPE" else "person") else None

    def _joined_before(self, start: int) -> tuple[str, ...]:
        """The two persons whom the sentence before names, joined by "and" and alone."""
        two = self._two_before(start, "PER")
        last = bisect_left(self.starts, start)
        named = [mention for mention in self.mentions[max(0, last - _MOST) : last] if mention.actor_id in two]
        for one, other in pairwise(named):
            between = self.document.text[one.span.end : other.span.start]
            if one.actor_id != other.actor_id and between.startswith(" and ") and len(between) <= _BETWEEN:
                return two
        return ()


def _start(sentence: Sentence) -> int:
    return sentence.span.start
