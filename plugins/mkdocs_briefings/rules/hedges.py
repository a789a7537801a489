"""Hedges: words that limit a claim, from `hedges.yaml`."""

from collections import defaultdict
from dataclasses import dataclass
from typing import Literal, Self

import msgspec

from mkdocs_briefings.rules.loader import load_yaml


class HedgeRecord(msgspec.Struct, forbid_unknown_fields=True, kw_only=True):
    """Words that hedge alike.

    Attributes:
        before: they hedge only right before a number.
        lower_case: capitalised they are no hedge ("May").
        examples: sentences with the hedge between bars.
        counterexamples: sentences without a hedge.
    """

    id: str
    words: list[str]
    before: Literal["number"] | None = None
    lower_case: bool = False
    examples: list[str]
    counterexamples: list[str] = []


class HedgeFile(msgspec.Struct, forbid_unknown_fields=True, kw_only=True):
    number_words: frozenset[str]
    before_a_number: frozenset[str]
    hedges: list[HedgeRecord]


@dataclass(frozen=True, slots=True)
class Phrase:
    """A hedge as lower-case tokens."""

    tokens: tuple[str, ...]
    record: HedgeRecord


@dataclass(frozen=True, slots=True)
class HedgeRules:
    phrases: dict[str, tuple[Phrase, ...]]  # by their first token; the longest phrase first
    number_words: frozenset[str]
    before_a_number: frozenset[str]  # what may stand between a hedge and its number
    records: tuple[HedgeRecord, ...]

    @classmethod
    def load(cls, language: str) -> Self:
        read = load_yaml("hedges.yaml", HedgeFile, language)
        phrases: defaultdict[str, list[Phrase]] = defaultdict(list)
        for record in read.hedges:
            for words in record.words:
                tokens = tuple(words.split())
                phrases[tokens[0]].append(Phrase(tokens, record))
        longest_first = {
            first: tuple(sorted(some, key=lambda phrase: -len(phrase.tokens))) for first, some in phrases.items()
        }
        return cls(longest_first, read.number_words, read.before_a_number, tuple(read.hedges))
