"""The two leaders, both countries, they: two together whom the text has just named."""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Self

from mkdocs_briefings.annotations import Document, EntityType, Mention, Sentence
from mkdocs_briefings.register import Actor
from mkdocs_briefings.rules.resolution import ResolutionRules
from mkdocs_briefings.text import Span

_TWO = 2
_SENTENCES = 3  # looked back on, beside the one with the words
_MOST = 30  # mentions looked back on
_OFTEN = 3  # mentions of the second state of an article about two
_FAR = 2  # times as often as the third
_BETWEEN = 60  # characters from one name to the other in "A and the minister B"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pairs:
    """A document's mentions in the order of the text, with their actors."""

    document: Document
    rules: ResolutionRules
    mentions: Sequence[Mention]
    starts: Sequence[int]
    actors: Mapping[str, Actor]
    states: Mapping[str, str]  # by country

    @classmethod
    def of(
        cls,
        document: Document,
        rules: ResolutionRules,
        mentions: Sequence[Mention],
        actors: Mapping[str, Actor],
        states: Mapping[str, str],
    ) -> Self:
        return cls(
            document=document,
            rules=rules,
            mentions=mentions,
            starts=[mention.span.start for mention in mentions],
            actors=actors,
            states=states,
        )

    def found(self) -> Iterator[Mention]:
        """Each expression for two together for which the text leaves just two."""
        for match in self.rules.two_together.finditer(self.document.text):
            two = self._members(match)
            if two:
                yield Mention(
                    span=Span(match.start(), match.end()),
                    mention_type="PRO" if match["they"] else "NOM",
                    entity_type="GPE" if match["states"] else "PER",
                    rule="two-together",
                    members=two,
                )

    def _members(self, match: re.Match[str]) -> tuple[str, ...]:
        start = match.start()
        if match["they"]:
            return self._joined_before(start) if self._opens_sentence(start) else ()
        if match["states"]:
            return self._two_states(start) or (() if match["sides"] else self._foremost())
        if match["leaders"]:
            return self._two_leaders(start)
        return self._two_before(start, "PER")

    def _opens_sentence(self, start: int) -> bool:
        return self.document.sentence_at(start).span.start == start

    def _two_before(self, start: int, kind: EntityType) -> tuple[str, ...]:
        """The two of a kind named in the sentence so far; else with the sentence before it, and so on."""
        for near in self._windows(start):
            named = tuple(dict.fromkeys(one for mention in near if (one := self._is(mention, kind))))
            if len(named) > 1:
                return named if len(named) == _TWO else ()
        return ()

    def _two_states(self, start: int) -> tuple[str, ...]:
        """The same for states, where those of the persons and bodies named help out."""
        for near in self._windows(start):
            named = tuple(dict.fromkeys(one for mention in near if (one := self._is(mention, "GPE"))))
            if len(named) < _TWO:
                named = tuple(dict.fromkeys(one for mention in near if (one := self._state_of(mention))))
            if len(named) > 1:
                return named if len(named) == _TWO else ()
        return ()

    def _windows(self, start: int) -> Iterator[Sequence[Mention]]:
        """What is mentioned in the sentence so far; then with the sentence before it, and so on."""
        last = bisect_left(self.starts, start)
        before = self.mentions[max(0, last - _MOST) : last]
        sentences = self.document.sentences
        here = bisect_right(sentences, start, key=_start) - 1
        for number in range(here, max(-1, here - _SENTENCES), -1):
            yield [mention for mention in before if mention.span.start >= sentences[number].span.start]

    def _is(self, mention: Mention, kind: EntityType) -> str | None:
        """The id of the person or state that a mention means."""
        actor = self.actors.get(mention.actor_id or "")
        return actor.id if actor and actor.type == ("state" if kind == "GPE" else "person") else None

    def _state_of(self, mention: Mention) -> str | None:
        """The state that a mention means, or the person or body it means belongs to."""
        actor = self.actors.get(mention.actor_id or "")
        return self.states.get(actor.country) if actor and actor.country else None

    def _two_leaders(self, start: int) -> tuple[str, ...]:
        """The two persons whom the sentence has named so far, where both lead a state."""
        near = next(self._windows(start))
        named = tuple(dict.fromkeys(one for mention in near if (one := self._is(mention, "PER"))))
        return named if len(named) == _TWO and all(map(self._leads, named)) else ()

    def _leads(self, person: str) -> bool:
        """Whether the person leads a state at the article's date."""
        date = self.document.source.date_published
        return date is not None and any(
            role.office in self.rules.leader_offices and role.held_on(date) for role in self.actors[person].roles
        )

    def _foremost(self) -> tuple[str, ...]:
        """The two states an article is about: it names each of them, or its people, far more often than any third."""
        counts = Counter(state for mention in self.mentions if (state := self._state_of(mention)))
        first, second, third = [*counts.most_common(3), *[("", 0)] * 3][:3]
        enough = second[1] >= _OFTEN and second[1] >= _FAR * third[1]
        return (first[0], second[0]) if enough else ()

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
