"""Word classes: each word of a sentence as one letter, so that its shape can be matched as a string."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self

import msgspec

from mkdocs_briefings.rules.lettering import Lettering
from mkdocs_briefings.rules.loader import load_yaml
from mkdocs_briefings.rules.morphology import verb_forms

DETERMINER, QUANTIFIER, PRONOUN, OBJECT, RELATIVE, QUESTION = "dqpowW"
SUBORDINATOR, PREPOSITION, PARTICLE, AUXILIARY, ADVERB = "sirxa"
OF, TO, THAT, AND, OR, ACCORDING = "f2tcbA"
NAME, NUMBER, NOUN, ED, ING, TIME, MEDIUM, VERB = "NDuegTmv"
CLITIC, HYPHEN, DASH = "'h-"
QUOTED = "Q"  # a whole quoted stretch
CUE = {"base": "B", "third": "Z", "past": "V", "participle": "V", "gerund": "G", "adjective": "J"}

_SINGLE = {OF: "of", TO: "to", THAT: "that", AND: "and &", OR: "or but nor yet", ACCORDING: "according"}
_MARKS = {
    CLITIC: "'s ’s ' ’ ‘", HYPHEN: "- /", DASH: "— – ―", NOUN: "%", NUMBER: "$ £ €",
    ",": ",", ".": ". …", "?": "? !", ";": ";", ":": ": • ▪ ● ‣", "(": "( [", ")": ") ]",
}  # fmt: skip
_ENDINGS = (("ly", 5, ADVERB), ("ing", 6, ING), ("ed", 5, ED))  # with the shortest word that is told by it


class WordFile(msgspec.Struct, forbid_unknown_fields=True, kw_only=True):
    """`word_classes.yaml`; a word in several lists has the class of the last of them, as they stand here."""

    verbs: list[str]
    irregular: dict[str, list[str]]
    media: list[str]
    platforms: list[str]
    labels: list[str]
    adjectives_in_ly: list[str]
    adverbs: list[str]
    prepositions: list[str]
    particles: list[str]
    subordinators: list[str]
    determiners: list[str]
    quantifiers: list[str]
    pronouns: list[str]
    objects: list[str]
    relatives: list[str]
    questions: list[str]
    auxiliaries: list[str]
    times: list[str]
    be: list[str]
    modals: list[str]
    negations: list[str]
    contrasts: list[str]
    meanwhiles: list[str]
    possessives: list[str]
    nobodies: list[str]
    definites: list[str]
    indefinites: list[str]
    weekdays: list[str]
    looking_back: list[str]
    conditions: list[str]
    plural_endings: list[str]
    adjective_endings: list[str]
    personal: list[str]
    head_ends: list[str]
    joins: list[str]


@dataclass(frozen=True, slots=True)
class WordClasses:
    """Which letter stands for which word.

    Attributes:
        letters: a word as written, to its letter; "" stands for a quoted stretch.
        media: what may carry a statement: "interview".
        platforms: the same by name: "Telegram".
        labels: what stands before a colon and is no speaker: "update".

    The others are as `word_classes.yaml` says of them.
    """

    letters: Lettering
    media: frozenset[str]
    platforms: frozenset[str]
    labels: frozenset[str]
    be: frozenset[str]
    modals: frozenset[str]
    negations: frozenset[str]
    contrasts: frozenset[str]
    meanwhiles: frozenset[str]
    possessives: frozenset[str]
    nobodies: frozenset[str]
    definites: frozenset[str]
    indefinites: frozenset[str]
    weekdays: frozenset[str]
    looking_back: frozenset[str]
    conditions: frozenset[str]
    personal: frozenset[str]
    relatives: frozenset[str]
    plural_endings: tuple[str, ...]
    adjective_endings: tuple[str, ...]
    head_end: re.Pattern[str]
    join: re.Pattern[str]

    @classmethod
    def load(cls, language: str, cues: Mapping[str, str]) -> Self:
        """Read the classes; `cues` maps the forms of cue words to what form they are, and comes before other verbs."""
        read = load_yaml("word_classes.yaml", WordFile, language)
        letters: dict[str, str] = {}
        for lemma in read.verbs:
            forms = verb_forms(lemma, read.irregular.get(lemma, ()))
            letters |= dict.fromkeys((forms.third, forms.past), VERB)
        letters |= dict.fromkeys(read.media, MEDIUM)
        letters |= {word: CUE[form] for word, form in cues.items()}
        closed = _closed(read)
        letters |= {word.capitalize(): letter for word, letter in closed.items()} | closed
        return cls(
            letters=Lettering(letters | {"": QUOTED}, by_looks),
            media=frozenset(read.media),
            platforms=frozenset(read.platforms),
            labels=frozenset(read.labels),
            be=frozenset(read.be),
            modals=frozenset(read.modals),
            negations=frozenset(read.negations),
            contrasts=frozenset(read.contrasts),
            meanwhiles=frozenset(read.meanwhiles),
            possessives=frozenset(read.possessives),
            nobodies=frozenset(read.nobodies),
            definites=frozenset(read.definites),
            indefinites=frozenset(read.indefinites),
            weekdays=frozenset(day.capitalize() for day in read.weekdays),
            looking_back=frozenset(read.looking_back),
            conditions=frozenset(read.conditions),
            personal=frozenset(read.personal),
            relatives=frozenset(read.relatives),
            plural_endings=tuple(read.plural_endings),
            adjective_endings=tuple(read.adjective_endings),
            head_end=re.compile(rf"[,(—–]|\s(?:{'|'.join([*read.head_ends, *read.joins])})\s"),
            join=re.compile(rf"\s(?:{'|'.join(read.joins)})\s"),
        )


def _closed(read: WordFile) -> dict[str, str]:
    """The words that keep their class when a sentence starts with them."""
    lists = {
        ADVERB: read.adverbs,
        PREPOSITION: read.prepositions,
        PARTICLE: read.particles,
        SUBORDINATOR: read.subordinators,
        DETERMINER: read.determiners,
        QUANTIFIER: read.quantifiers,
        PRONOUN: read.pronouns,
        OBJECT: read.objects,
        RELATIVE: read.relatives,
        QUESTION: read.questions,
        AUXILIARY: read.auxiliaries,
        TIME: [*read.weekdays, *read.times],
    } | {letter: words.split() for letter, words in _SINGLE.items()}
    closed = dict.fromkeys(read.adjectives_in_ly, NOUN)
    closed |= {word: letter for letter, words in lists.items() for word in words}
    return closed | {mark: letter for letter, marks in _MARKS.items() for mark in marks.split()}


def by_looks(word: str) -> str:
    """The letter of a word that is not listed."""
    if word[0].isdigit():
        return NUMBER
    if word[0].isupper():
        return NAME
    for ending, shortest, letter in _ENDINGS:
        if len(word) >= shortest and word.endswith(ending):
            return letter
    return NOUN if word[0].isalpha() else HYPHEN
