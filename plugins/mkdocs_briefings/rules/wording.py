"""What a word tells when two texts are compared, and what limits it, from `wording.yaml`."""

from dataclasses import dataclass
from typing import Self

import msgspec

from mkdocs_briefings.rules.loader import load_yaml

_SHORTEST = 3  # letters that an ending leaves of its word


class WordingFile(msgspec.Struct, forbid_unknown_fields=True, kw_only=True):
    small: list[str]
    conditions: list[str]
    negations: list[str]
    negation_endings: list[str]
    limiting: list[str]
    pointing_subjects: list[str]
    pointing: list[str]
    subordinators: list[str]
    parting: list[str]
    of_whom: list[str]
    alike: list[list[str]]
    endings: list[str]
    examples: list[list[str]]
    counterexamples: list[list[str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """A language's words for comparing; all words are lower-case tokens. The lists are as `wording.yaml` says."""

    small: frozenset[str] = frozenset()
    conditions: frozenset[str] = frozenset()
    negations: frozenset[str] = frozenset()
    negation_endings: tuple[str, ...] = ()
    limiting: frozenset[str] = frozenset()
    pointing_subjects: frozenset[str] = frozenset()
    pointing: frozenset[str] = frozenset()
    subordinators: frozenset[str] = frozenset()
    parting: frozenset[str] = frozenset()
    of_whom: frozenset[str] = frozenset()
    alike: dict[str, str]  # a word to the one that stands for all that are like it
    endings: tuple[str, ...] = ()

    @classmethod
    def none(cls) -> Self:
        """Of a language without rules."""
        return cls(alike={})

    @classmethod
    def load(cls, language: str) -> Self:
        read = load_yaml("wording.yaml", WordingFile, language)
        return cls(
            small=frozenset(read.small),
            conditions=frozenset(read.conditions),
            negations=frozenset(read.negations),
            negation_endings=tuple(read.negation_endings),
            limiting=frozenset((*read.limiting, *read.conditions)),
            pointing_subjects=frozenset(read.pointing_subjects),
            pointing=frozenset(read.pointing),
            subordinators=frozenset(read.subordinators),
            parting=frozenset(read.parting),
            of_whom=frozenset(read.of_whom),
            alike={word: words[0] for words in read.alike for word in words},
            endings=tuple(read.endings),
        )

    def is_telling(self, word: str) -> bool:
        """A word or number, and no small word."""
        return word[0].isalnum() and word not in self.small

    def is_limiting(self, word: str) -> bool:
        """It may make what follows it less than a fact: "not", "may", "if"."""
        return word in self.limiting or self.is_negation(word)

    def is_negation(self, word: str) -> bool:
        """It denies what follows it, or doubts it."""
        return word in self.negations or word.endswith(self.negation_endings)

    def stem(self, word: str) -> str:
        """The word without its inflection, good for comparing alone: "imposes" and "imposed" are "impos"."""
        for ending in self.endings:
            if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
                word = word.removesuffix(ending)
                break
        word = word.removesuffix("e")
        if word[-1:] == word[-2:-1] and not word[-1:].isdigit():
            word = word[:-1]
        return word[:-1] + "i" if word.endswith("y") else word

    def meant(self, word: str) -> str:
        """The stem of the word, or of one that tells the same fate."""
        return self.stem(self.alike.get(word, word))
