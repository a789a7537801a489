"""Anchors of what a briefing's page holds, made from content, so that a link survives edits elsewhere.

A fact's comes from its question and its evidence, a statement's and a note's from the words they are of; each with the
anchor of the sentence around them, which is itself made from words.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Self

from mkdocs_briefings.briefing import Briefing
from mkdocs_briefings.facts import Evidence, Fact, evidence, statements
from mkdocs_briefings.text import Span, digest


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchors:
    """Of one briefing. No two are the same."""

    facts: dict[Fact, tuple[str, ...]]  # one for each piece of evidence, the first to link to; "f-1b2c3d4e"
    statements: dict[tuple[str, Span], str]  # by source and content: "q-1b2c3d4e"
    notes: dict[int, str]  # by number: "n-1b2c3d4e"

    @classmethod
    def of(cls, briefing: Briefing) -> Self:
        texts = {document.source.id: document.text for document in briefing.documents}
        once = _Once()

        def name(kind: str, found: Evidence, *more: str) -> str:
            return f"{kind}-" + digest(
                "\n".join([*more, found.anchor, " ".join(found.span.of(texts[found.source_id]).split())])
            )

        return cls(
            facts={
                fact: tuple(once.of(dict.fromkeys(name("f", found, fact.question) for found in fact.evidence)))
                for fact in dict.fromkeys(_all(briefing.facts))
            },
            statements={
                (document.source.id, content): next(once.of([name("q", evidence(document, content))]))
                for document in briefing.documents
                for content in dict.fromkeys(quotation.content for quotation in statements(document))
            },
            notes={note.number: next(once.of([name("n", note.evidence)])) for note in briefing.notes},
        )

    def __iter__(self) -> Iterator[str]:
        for anchors in self.facts.values():
            yield from anchors
        yield from self.statements.values()
        yield from self.notes.values()


def _all(facts: Iterable[Fact]) -> Iterator[Fact]:
    """With what other sources say instead."""
    for fact in facts:
        yield fact
        yield from _all(fact.disputed_by)


@dataclass(frozen=True, slots=True)
class _Once:
    """Tells apart what would have one anchor: two notes at one place, a number that a sentence has twice."""

    times: dict[str, int] = field(default_factory=dict)

    def of(self, anchors: Iterable[str]) -> Iterator[str]:
        for anchor in anchors:
            self.times[anchor] = count = self.times.get(anchor, 0) + 1
            yield anchor if count == 1 else f"{anchor}-{count}"
