"""The actor behind a speaker's phrase, where it is exactly one."""

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self

from mkdocs_briefings.annotations import Document, Mention
from mkdocs_briefings.rules.word_classes import WordClasses
from mkdocs_briefings.text import Span

_FORGOTTEN = 1500  # characters after which "he" is no longer the last speaker


@dataclass(frozen=True, slots=True)
class Speakers:
    """The mentions of a text outside its quotations, by where they start."""

    document: Document
    words: WordClasses
    mentions: tuple[Mention, ...]
    starts: list[int]

    @classmethod
    def of(cls, document: Document, words: WordClasses, quoted: Iterable[Span]) -> Self:
        ends = sorted((stretch.start, stretch.end) for stretch in quoted)
        mentions = tuple(
            mention for mention in sorted(document.mentions, key=_by_span) if not _inside(mention.span.start, ends)
        )
        return cls(document, words, mentions, [mention.span.start for mention in mentions])

    def actors(self, sources: Iterable[Span]) -> dict[Span, str | None]:
        """The actor each source phrase means; None: nobody we know, or it may be more than one."""
        actors: dict[Span, str | None] = {}
        pronouns: dict[str, str] = {}  # whether an actor was "he" or "she" before
        last: Span | None = None  # the person who spoke last
        for source in sorted(set(sources)):
            words = source.of(self.document.text).lower()
            if words in self.words.personal:
                actor = self._pronoun(source, last, actors)
                actors[source] = actor if actor and pronouns.setdefault(actor, words) == words else None
                last = source
            elif words in self.words.relatives:
                actors[source] = self._antecedent(source)
                last = None
            else:
                head = self._head(source)
                actors[source] = head.actor_id if head else None
                last = source if head and head.entity_type == "PER" else None
        return actors

    def _pronoun(self, source: Span, last: Span | None, actors: dict[Span, str | None]) -> str | None:
        """The one person named just before, or who spoke last if nobody was named since."""
        own = next((mention.actor_id for mention in self._within(source.start, source.end)), None)
        sentence = self.document.sentence_at(source.start)
        before = self.document.sentence_at(max(0, sentence.span.start - 1))
        named = self._persons(sentence.span.start, source.start) or self._persons(
            before.span.start, sentence.span.start
        )
        if own or named:
            return own or (next(iter(named)) if len(named) == 1 else None)
        since = last and source.start - last.end < _FORGOTTEN and not self._persons(last.end, source.start)
        return actors[last] if last and since else None

    def _within(self, start: int, end: int) -> tuple[Mention, ...]:
        return self.mentions[bisect_left(self.starts, start) : bisect_left(self.starts, end)]

    def _head(self, source: Span) -> Mention | None:
        """The mention the phrase is about: Ruiz of "Mayor Ruiz of Lume", none of "officials in Lume"."""
        words = source.of(self.document.text)
        cut = self.words.head_end.search(words)
        core_end = source.start + (cut.start() if cut else len(words))
        for mention in self._within(source.start, source.end):
            start = mention.title.start if mention.title else mention.span.start
            rest = self.document.text[mention.span.end : source.end]
            if start <= core_end <= mention.span.end and not self.words.join.match(rest):
                return mention
        return None

    def _antecedent(self, source: Span) -> str | None:
        before = self._within(max(0, source.start - 80), source.start)
        gap = self.document.text[before[-1].span.end : source.start] if before else ""
        return before[-1].actor_id if before and gap.strip(" ,—–(") == "" else None

    def _persons(self, start: int, end: int) -> set[str | None]:
        return {mention.actor_id for mention in self._within(start, end) if mention.entity_type == "PER"}


def _by_span(mention: Mention) -> Span:
    return mention.span


def _inside(offset: int, stretches: list[tuple[int, int]]) -> bool:
    at = bisect_left(stretches, (offset + 1, 0)) - 1
    return at >= 0 and offset < stretches[at][1]
