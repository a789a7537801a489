"""Quantities: numbers, units and comparators from `quantities.yaml`, compiled."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal, Self, cast

from mkdocs_briefings.rules.lettering import Lettering
from mkdocs_briefings.rules.loader import load_yaml
from mkdocs_briefings.rules.morphology import verb_forms
from mkdocs_briefings.rules.quantity_numerals import Numerals
from mkdocs_briefings.rules.quantity_patterns import QuantityPatterns
from mkdocs_briefings.rules.quantity_records import QuantityExample, QuantityFile, QuantityLists
from mkdocs_briefings.rules.word_classes import PARTICLE, PREPOSITION, VERB, WordClasses, by_looks

PART = "1"  # the unit of a part of a whole
RELATIVE = frozenset(("%", PART))
VOTE = "vote"  # the unit of both numbers of "121 to 14"
Comparator = Literal["=", "~", "<", "<=", ">", ">="]


@dataclass(frozen=True, slots=True, kw_only=True)
class QuantityRules:
    """What the pass needs, ready to apply. Words are in lower case."""

    patterns: QuantityPatterns
    numerals: Numerals
    lists: QuantityLists
    letters: Lettering  # the words' classes, with those that only quantities need
    comparators: Mapping[str, Comparator]
    number_words: frozenset[str]
    signs: Mapping[str, str]  # of currencies, to their codes
    units: Mapping[str, str]  # a unit's or a currency's words, singular and plural, to its code
    currencies: frozenset[str]  # ISO 4217 codes
    time_units: frozenset[str]
    plurals: Mapping[str, str]
    not_single: frozenset[str]
    measures: frozenset[str]
    measures_only: frozenset[str]  # forms of them that are no nouns
    changes: frozenset[str]
    receiving: frozenset[str]
    examples: tuple[QuantityExample, ...]
    counterexamples: tuple[str, ...]
    words: WordClasses

    @classmethod
    def load(cls, language: str, words: WordClasses) -> Self:
        """Read the rule file.

        Raises:
            RuleError: a record is broken; names file and line.
        """
        read = load_yaml("quantities.yaml", QuantityFile, language)
        units = _with_plurals(read.units | read.currencies)
        comparators = {word: cast("Comparator", sign) for sign, some in read.comparators.items() for word in some}
        time_units = read.time_units | {word + "s" for word in read.time_units}
        measures = _forms(read.measures, read.irregular)
        return cls(
            patterns=QuantityPatterns.of(
                read, units=units, time_units=time_units, comparators=comparators, measures=measures
            ),
            numerals=Numerals.of(read),
            lists=read,
            letters=_letters(read, words),
            comparators=comparators,
            number_words=frozenset((*read.numbers, *read.scales)),
            signs=read.signs,
            units=units,
            currencies=frozenset((read.signs | read.currencies).values()),
            time_units=time_units,
            plurals=read.plurals,
            not_single=read.not_single | time_units,
            measures=measures | read.measures_otherwise,
            measures_only=_forms(read.measures_never_nouns, read.irregular) | read.measures_otherwise,
            changes=_forms(read.changes, read.irregular),
            receiving=_forms(read.receiving, read.irregular),
            examples=tuple(read.examples),
            counterexamples=tuple(read.counterexamples),
            words=words,
        )

    def unit(self, words: str | None) -> str | None:
        """The code of a unit or currency as written."""
        return self.units.get(" ".join(words.lower().strip(" -").split())) if words else None


def _with_plurals(units: Mapping[str, str]) -> dict[str, str]:
    plurals = {word + "s": code for word, code in units.items() if word[-1:].isalpha() and not word.endswith("s")}
    return {**units, **plurals}


def _letters(read: QuantityFile, words: WordClasses) -> Lettering:
    verbs = {form for form in (*read.verbs, *_forms(read.verbs, read.irregular)) if not form.endswith("ing")}
    own = dict.fromkeys(verbs, VERB) | dict.fromkeys(read.particles, PARTICLE) | {"worth": PREPOSITION}
    return Lettering(words.letters | own, by_looks)


def _forms(lemmas: Iterable[str], irregular: Mapping[str, list[str]]) -> frozenset[str]:
    return frozenset(form for lemma in lemmas for form in verb_forms(lemma, irregular.get(lemma, ())))
