"""The fact box of a briefing: what its articles answer, each fact once with all who report it."""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import get_args

from mkdocs_briefings.agreement import are_at_odds, kept_together, say_the_same
from mkdocs_briefings.annotations import Document
from mkdocs_briefings.answers import answers
from mkdocs_briefings.answers.answer import Answer
from mkdocs_briefings.facts import Fact, Question
from mkdocs_briefings.origins import origins


def fact_box(documents: Sequence[Document]) -> tuple[Fact, ...]:
    """The rows of all documents, question by question, the most telling first.

    What two articles both report is one row that leads to both; what they disagree on is one row with the claims
    of both. Articles that carry one text are one origin.
    """
    boxes = [answers(document) for document in documents]
    if len(boxes) == 1:
        return tuple(answer.fact for answer in boxes[0])
    origin = origins(documents)
    return tuple(
        row.fact(origin)
        for question in get_args(Question)
        for row in _rows([[answer for answer in box if answer.fact.question == question] for box in boxes])
    )


@dataclass(slots=True)
class _Row:
    """Answers that go together: those of each claim say the same, and the claims are at odds."""

    rank: int  # among the answers of its first article
    claims: list[list[Answer]]
    sources: set[str]

    @property
    def first(self) -> Answer:
        return self.claims[0][0]

    def takes(self, answer: Answer) -> bool:
        """Add an answer that belongs here; one article has one word in a row."""
        if answer.document.source.id in self.sources:
            return False
        claim = next((claim for claim in self.claims if all(say_the_same(one, answer) for one in claim)), None)
        if claim is None and not are_at_odds(self.first, answer):
            return False
        if claim is None:
            self.claims.append(claim := [])
        claim.append(answer)
        self.sources.add(answer.document.source.id)
        return True

    def fact(self, origin: Mapping[str, int]) -> Fact:
        first, *others = (_joined(claim, origin) for claim in self.claims)
        return replace(first, disputed_by=tuple(others))


def _rows(boxes: Iterable[Iterable[Answer]]) -> list[_Row]:
    """The rows of one question; those of each article keep their order."""
    rows: list[_Row] = []
    kept: dict[Hashable, list[_Row]] = {}
    for box in boxes:
        new: list[tuple[Hashable, _Row]] = []
        for rank, answer in enumerate(box):
            key = kept_together(answer)
            if not any(row.takes(answer) for row in kept.get(key, ())):
                new.append((key, _Row(rank, [[answer]], {answer.document.source.id})))
        for key, row in new:
            rows.append(row)
            kept.setdefault(key, []).append(row)
    return sorted(rows, key=lambda row: row.rank)


def _joined(claim: Sequence[Answer], origin: Mapping[str, int]) -> Fact:
    """One fact of answers that say the same, in the fewest figures and words: those every one of them bears out.

    Where one article gives it in its own voice and another as somebody's claim, it stays the claim.
    """
    found = tuple(evidence for answer in claim for evidence in answer.fact.evidence)
    stated = [answer for answer in claim if answer.fact.statement or answer.fact.value] or claim
    told = min(stated, key=lambda answer: (len(answer.figures_told), len(answer.fact.statement))).fact
    voices = [told, *(answer.fact for answer in claim)]
    voice = next((fact for fact in voices if fact.voice == "attributed"), told)
    return replace(
        told,
        evidence=found,
        voice=voice.voice,
        attributed_to=voice.attributed_to,
        actor_id=voice.actor_id,
        corroboration=len({origin[evidence.source_id] for evidence in found}),
    )
