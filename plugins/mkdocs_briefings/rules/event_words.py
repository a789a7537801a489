"""A text as a string of letters, one a token: what kind of word each is, so that patterns run over kinds."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import chain
from typing import Self

from mkdocs_briefings.rules.event_records import SmallWords, Words
from mkdocs_briefings.rules.lettering import Lettering
from mkdocs_briefings.rules.loader import load_yaml
from mkdocs_briefings.rules.morphology import VerbForms, verb_forms

# The letters of verb forms; those of the small words stand in `events_words.yaml`.
BASE, THIRD, PAST, PARTICIPLE, REGULAR, SAME, GERUND, SPEECH = "VZTNEBGY"
OTHER = "x"  # a noun, an adjective, a name, a number


@dataclass(frozen=True, slots=True)
class EventWords:
    letters: Lettering  # by lower-case word
    lemmas: Mapping[str, str]  # by verb form
    states: frozenset[str]  # lemmas that report no happening
    conditions: frozenset[str]
    announcing: frozenset[str]  # lemmas of acts by which somebody says something
    habitual: frozenset[str]
    units: frozenset[str]  # lengths of time
    nouns_too: frozenset[str]  # lemmas whose bare form or third person is oftener a noun
    small: SmallWords

    @classmethod
    def load(cls, language: str, lemmas: Iterable[str]) -> Self:
        """Args:
        lemmas: verbs of the event rules, beside those of saying that the file lists.
        """
        read = load_yaml("events_words.yaml", Words, language)
        letters: dict[str, str] = {}
        for kind in read.classes.values():
            for word in kind.words:
                letters.setdefault(word, kind.letter)
        known: dict[str, str] = {}
        nouns, doubles = frozenset(read.nouns_too), frozenset(read.doubles)
        speech = frozenset(read.speech).union(read.states)
        states = frozenset(read.states).union(read.stative)
        for lemma in dict.fromkeys(chain(lemmas, read.speech, read.states, read.stative, read.happenings)):
            forms = verb_forms(lemma, read.irregular.get(lemma, ()), doubles=lemma in doubles)
            pairs = list(_lettered(forms, spoken=lemma in speech, noun=lemma in nouns))
            if lemma in doubles and lemma.endswith("l"):  # "canceled" beside "cancelled"
                pairs += [(lemma + "ed", REGULAR), (lemma + "ing", GERUND)]
            for word, letter in pairs:
                if letters.setdefault(word, letter) == letter:
                    known.setdefault(word, lemma)
        known |= {word: word for word, letter in letters.items() if letter == read.classes["open_adjective"].letter}
        for auxiliary in ("be", "have"):
            known |= dict.fromkeys(read.classes[auxiliary].words, auxiliary)
        return cls(
            Lettering(letters, _by_ending),
            known,
            states,
            frozenset(read.conditions),
            frozenset(read.announcing),
            frozenset(read.habitual),
            frozenset(read.units),
            nouns,
            load_yaml("events_small.yaml", SmallWords, language),
        )

    def lettered(self, words: Iterable[str]) -> str:
        """One letter a token."""
        letters = self.letters
        return "".join([letters[word] for word in words])


def _by_ending(word: str) -> str:
    return "r" if word.endswith("ly") else OTHER


def _lettered(forms: VerbForms, *, spoken: bool, noun: bool) -> Iterable[tuple[str, str]]:
    past, participle = (SPEECH, SPEECH) if spoken else (PAST, PARTICIPLE)
    if forms.lemma == forms.past:
        yield forms.past, SAME
        if forms.participle != forms.past:  # "beaten"
            yield forms.participle, participle
    elif forms.past == forms.participle:
        yield forms.past, SPEECH if spoken else REGULAR
    else:
        yield forms.past, past
        yield forms.participle, participle
    yield forms.lemma, BASE
    yield forms.third, SPEECH if spoken and not noun else THIRD
    yield forms.gerund, GERUND
