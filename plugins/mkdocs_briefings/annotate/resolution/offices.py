"""Descriptions of office-holders: "the Indian prime minister", "the president"."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Self

from mkdocs_briefings.annotate.resolution.people import People
from mkdocs_briefings.annotations import Document, Mention
from mkdocs_briefings.dates import days_before
from mkdocs_briefings.register import Register
from mkdocs_briefings.rules.resolution import ResolutionRules
from mkdocs_briefings.text import Span

_STATE_BEFORE = re.compile(r"((?:[A-Z][\w.'’-]*\s)*[A-Z][\w.-]*?)(?:['’]s)?\s+$")
_STATE_AFTER = re.compile(r"\s+of\s+(?:the\s+)?((?:[A-Z][\w.-]*\s){0,4}[A-Z][\w-]*)")
_CAPITAL = re.compile(r"(?!The\s)[A-Z]\S*")
_ARTICLE = re.compile(r"\b[Tt]he\s+$")
_PLURAL = re.compile(r"s\b|-|\s+[A-Z]")
_LONG_AGO = 200  # days


@dataclass(frozen=True, slots=True)
class OfficeFinder:
    """Finds who holds an office at the article's date; a person the text gives the office comes first."""

    document: Document
    rules: ResolutionRules
    register: Register
    people: People
    past: frozenset[int]  # where the sentences start that are dated long before the article

    @classmethod
    def of(cls, document: Document, rules: ResolutionRules, register: Register, people: People) -> Self:
        date = document.source.date_published
        past = frozenset(
            document.sentence_at(timex.span.start).span.start
            for timex in document.timexes
            if date and timex.date and timex.date.latest and timex.date.latest < days_before(date, _LONG_AGO)
        )
        return cls(document, rules, register, people, past)

    def mentions(self) -> Iterator[Mention]:
        spans = (span for mention in self.document.mentions for span in (mention.span, mention.title) if span)
        taken = sorted(spans)
        starts = [span.start for span in taken]
        lower, end = self.document.tokens.lower, 0
        for index in [index for index, word in enumerate(lower) if word in self.rules.office_starts]:
            count = self.rules.office_at(lower, index)
            if not count or index < end:
                continue
            end = index + count
            span = self.document.tokens.span(index, end - 1)
            before = bisect_left(starts, span.end) - 1  # the last name that starts before the end
            if before >= 0 and taken[before].end > span.start:
                continue
            if _PLURAL.match(self.document.text, span.end) or not self._means_today(span):
                continue
            if mention := self._mention(span, self.rules.offices[lower[index:end]]):
                name_ends = taken[before].end if before >= 0 else 0
                within = name_ends > mention.span.start  # "US" of "the US president" is a name by itself
                yield replace(mention, span=span) if within else mention

    def _means_today(self, span: Span) -> bool:
        """Not "former", "then" or the like before it, and no past date in the sentence."""
        document = self.document
        sentence = document.sentence_at(span.start).span
        if self.rules.not_today.search(document.text, max(sentence.start, span.start - 60), span.start):
            return False
        return sentence.start not in self.past

    def _mention(self, span: Span, offices: tuple[str, ...]) -> Mention | None:
        start, of = self._of(span)
        if of is None:
            return self._bare(span, offices)
        known = [person for person in self.people.titled if self.people.holds(person, offices, of)]
        if not known and (date := self.document.source.date_published):
            for office in offices:
                if known := [actor.id for actor in self.register.holders(of, office, date)]:
                    break
        if not known:
            return None
        return Mention(
            span=Span(start, span.end),
            mention_type="NOM",
            entity_type="PER",
            rule="office-holder",
            actor_id=known[0] if len(known) == 1 else None,
            candidates=tuple(known) if len(known) > 1 else (),
        )

    def _of(self, span: Span) -> tuple[int, str | None]:
        """Where the description starts, and the state or body whose office it is."""
        text = self.document.text
        low = self.document.sentence_at(span.start).span.start
        if before := _STATE_BEFORE.search(text, max(low, span.start - 60), span.start):
            for word in _CAPITAL.finditer(text, *before.span(1)):
                if state := self._state(text[word.start() : before.end(1)]):
                    return word.start(), state
        if (after := _STATE_AFTER.match(text, span.end)) and (state := self._state(after[1])):
            return span.start, state
        return span.start, None

    def _state(self, words: str) -> str | None:
        forms = self.register.meanings(words, self.document.source.date_published)
        ids = {one for form in forms if form.kind != "capital" and form.entity_type != "PER" for one in form.actor_ids}
        return ids.pop() if len(ids) == 1 else None

    def _bare(self, span: Span, offices: tuple[str, ...]) -> Mention | None:
        """ "The president": the one person of this text who is given that office."""
        if not _ARTICLE.search(self.document.text, max(0, span.start - 6), span.start):
            return None
        known = [person for person in self.people.titled if self.people.holds(person, offices)]
        if len(known) != 1:
            return None
        return Mention(span=span, mention_type="NOM", entity_type="PER", rule="office-in-text", actor_id=known[0])
