"""Events: verbs with their frames, operators, noun classes, from `events*.yaml`, compiled."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import chain
from typing import Literal, Self

from mkdocs_briefings.rules.event_frames import Frames, frames_by_lemma
from mkdocs_briefings.rules.event_modes import EventModes
from mkdocs_briefings.rules.event_records import (
    BackReferences,
    Bounds,
    ComplementRecord,
    Nominals,
    Nouns,
    OperatorRecord,
    Operators,
    StandInRecord,
    StatusCueRecord,
    Verb,
    Verbs,
)
from mkdocs_briefings.rules.event_words import EventWords
from mkdocs_briefings.rules.loader import load_yaml

Tense = Literal["past", "perfect"]
Bound = Literal["by", "before", "from", "after", "since", "until"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Operator:
    """What a verb makes of the event in the infinitive after it."""

    rule: str
    cooperation: str | None
    conflict: str | None
    otherwise: str | None
    same: bool  # the infinitive's own type stands
    planned: bool  # what it governs is yet to come
    possible: bool  # and no more than wished for
    foretells: bool  # somebody means to do what it governs
    alleged: bool  # in the passive: what it governs is said to have been
    sure: bool
    keeps: frozenset[str]  # types that stand as they are
    passive: bool  # counts in the passive only


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusCue:
    reach: int  # tokens before the verb
    status: Literal["denied", "alleged"]
    exceptions: frozenset[str]  # words after the cue that make it none
    needs: frozenset[str]  # one of them stands between cue and verb; empty: none is asked
    preceded_by: frozenset[str]  # one of them stands before the cue; empty: no determiner or preposition does
    clausal: bool  # the verb's subject follows it


@dataclass(frozen=True, slots=True, kw_only=True)
class StandIn:
    """The classes of the nouns that a word may stand for."""

    classes: frozenset[str]
    ahead: bool  # the noun may follow in the same sentence


@dataclass(frozen=True, slots=True)
class HearsayWords:
    """Nouns for what somebody says to have happened, and the words that deny it."""

    nouns: frozenset[str]
    verdicts: frozenset[str]


@dataclass(frozen=True, slots=True)
class Nominal:
    """Nouns that name an event, and the adjectives that place it before or after the article."""

    words: frozenset[str]
    past: frozenset[str]
    planned: frozenset[str]
    carriers: frozenset[str]  # lemmas of verbs that take the date of their subject: "Friday's summit was held"


@dataclass(frozen=True, slots=True)
class BackReference:
    """How a sentence says when something was, by the event the article is about."""

    nouns: frozenset[str]
    determiners: frozenset[str]
    verbs: frozenset[str]


@dataclass(frozen=True, slots=True)
class EventRules:
    words: EventWords
    frames: Mapping[str, Frames]  # by lemma
    operators: Mapping[str, Operator]  # by lemma
    noun_classes: Mapping[str, frozenset[str]]  # by noun
    stand_ins: Mapping[str, StandIn]  # by word
    cooperation: frozenset[str]
    negated_cooperation: str
    nominal: Nominal
    withdrawn: Mapping[str, tuple[tuple[str, ...], ...]]  # verbs after which no plan stands, by lemma: the words behind
    back_reference: BackReference
    bounds: Mapping[tuple[str, ...], Bound]  # by the words before a date
    onsets: Mapping[str, tuple[tuple[str, ...], ...]]  # by lemma: the words after it
    rankings: frozenset[str]
    status_cues: Mapping[str, StatusCue]  # by word
    complements: Mapping[str, ComplementRecord]  # by lemma
    hearsay: HearsayWords
    modes: EventModes
    date_defaults: Mapping[Tense, Literal["story", "article"]]
    verbs: tuple[Verb, ...] = field(repr=False)
    records: Operators = field(repr=False)
    standing: tuple[StandInRecord, ...] = field(repr=False)

    @classmethod
    def load(cls, language: str) -> Self:
        verbs = load_yaml("events_verbs.yaml", Verbs, language).verbs
        others = load_yaml("events.yaml", Operators, language)
        frames = frames_by_lemma(verbs)
        operators = {lemma: _operator(lemma, record) for record in others.operators for lemma in record.lemmas}
        nouns = load_yaml("events_nouns.yaml", Nouns, language)
        return cls(
            words=EventWords.load(language, chain(frames, operators)),
            frames=frames,
            operators=operators,
            noun_classes=_classes_by_noun(nouns.noun_classes),
            stand_ins=_stand_ins(nouns.stand_ins),
            cooperation=frozenset(others.cooperation),
            negated_cooperation=others.negated.cooperation,
            nominal=_nominal(others.nominals),
            withdrawn=_by_lemma(others.withdrawn.words),
            back_reference=_back_reference(others.back_references),
            bounds=_bounds(others.bounds),
            onsets=_by_lemma(others.bounds.onsets),
            rankings=frozenset(others.bounds.rankings),
            status_cues=_status_cues(others.status_cues),
            complements={lemma: record for record in others.complements for lemma in record.lemmas},
            hearsay=HearsayWords(frozenset(others.hearsay.nouns), frozenset(others.hearsay.verdicts)),
            modes=EventModes.load(language),
            date_defaults={default.tense: default.source for default in others.date_defaults},
            verbs=tuple(verbs),
            records=others,
            standing=tuple(nouns.stand_ins),
        )


def _operator(lemma: str, record: OperatorRecord) -> Operator:
    return Operator(
        rule=f"event/operator/{lemma}",
        cooperation=record.cooperation,
        conflict=record.conflict,
        otherwise=record.otherwise,
        same=record.same,
        planned=record.planned,
        possible=record.possible,
        foretells=record.foretells,
        alleged=record.alleged,
        sure=record.sure,
        keeps=frozenset(record.keeps),
        passive=record.passive,
    )


def _nominal(record: Nominals) -> Nominal:
    forms = frozenset(chain(record.words, map(_plural, record.words)))
    return Nominal(forms, frozenset(record.past), frozenset(record.planned), frozenset(record.carriers))


def _back_reference(record: BackReferences) -> BackReference:
    return BackReference(frozenset(record.nouns), frozenset(record.determiners), frozenset(record.verbs))


def _bounds(record: Bounds) -> dict[tuple[str, ...], Bound]:
    return {tuple(words.split()): each.bound for each in record.words for words in each.words}


def _by_lemma(phrases: Iterable[str]) -> dict[str, tuple[tuple[str, ...], ...]]:
    known: dict[str, tuple[tuple[str, ...], ...]] = {}
    for lemma, *following in map(str.split, phrases):
        known[lemma] = (*known.get(lemma, ()), tuple(following))
    return known


def _status_cues(records: Iterable[StatusCueRecord]) -> dict[str, StatusCue]:
    cues: dict[str, StatusCue] = {}
    for record in records:
        cue = StatusCue(
            reach=record.reach,
            status=record.status,
            exceptions=frozenset(record.except_),
            needs=frozenset(record.needs),
            preceded_by=frozenset(record.preceded_by),
            clausal=record.clausal,
        )
        cues |= dict.fromkeys(record.words, cue)
    return cues


def _stand_ins(records: Iterable[StandInRecord]) -> dict[str, StandIn]:
    return {
        word: StandIn(classes=frozenset(record.classes), ahead=record.ahead)
        for record in records
        for word in record.words
    }


def _classes_by_noun(classes: Mapping[str, Iterable[str]]) -> dict[str, frozenset[str]]:
    by_noun: dict[str, set[str]] = {}
    for name, nouns in classes.items():
        for noun in nouns:
            for form in (noun, _plural(noun)):
                by_noun.setdefault(form, set()).add(name)
    return {noun: frozenset(names) for noun, names in by_noun.items()}


def _plural(noun: str) -> str:
    if noun.endswith("y") and noun[-2] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "x", "z", "ch", "sh")) else "s")
