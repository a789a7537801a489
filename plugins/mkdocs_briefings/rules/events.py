"""Events: verbs with their frames, operators, noun classes, from `events*.yaml`, compiled."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import chain
from typing import Any, Literal, Self

from mkdocs_briefings.errors import RuleError
from mkdocs_briefings.rules.event_records import (
    BackReferences,
    Nominals,
    Nouns,
    OperatorRecord,
    Operators,
    StatusCueRecord,
    Verb,
    Verbs,
)
from mkdocs_briefings.rules.event_words import EventWords
from mkdocs_briefings.rules.loader import load_yaml

_VERBS = "rules/en/events_verbs.yaml"
Tense = Literal["past", "perfect"]
EVENT_TYPES = (
    *("AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST"),
    *("ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """One use of a verb; what is empty is not asked."""

    event_type: str | None  # None: in this use it is no event of PLOVER's
    rule: str
    object_class: str = ""
    particle: tuple[str, ...] = ()  # after the verb
    phrasal: tuple[str, ...] = ()  # what belongs to the lemma: "off" of "call off"
    object_to: bool = False
    direct: bool = False
    name: bool = False  # the object opens with a name
    sure: bool = True


@dataclass(frozen=True, slots=True)
class Frames:
    """The frames of a verb, in the order they are tried."""

    frames: tuple[Frame, ...]
    object_classes: frozenset[str]  # that one of them asks for
    phrasals: frozenset[tuple[str, ...]]

    @classmethod
    def of(cls, frames: Iterable[Frame]) -> Self:
        """Those with more particles first, those that ask nothing last, else as they stand."""
        ordered = tuple(sorted(frames, key=_order))
        classes = frozenset(frame.object_class for frame in ordered) - {""}
        return cls(ordered, classes, frozenset(frame.phrasal for frame in ordered) - {()})


@dataclass(frozen=True, slots=True, kw_only=True)
class Operator:
    """What a verb makes of the event in the infinitive after it."""

    rule: str
    cooperation: str | None
    conflict: str | None
    otherwise: str | None
    same: bool  # the infinitive's own type stands
    planned: bool  # what it governs is yet to come
    sure: bool
    keeps: frozenset[str]  # types that stand as they are


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusCue:
    reach: int  # tokens before the verb
    status: Literal["denied", "alleged"]
    exceptions: frozenset[str]  # words after the cue that make it none
    needs: frozenset[str]  # one of them stands between cue and verb; empty: none is asked
    preceded_by: frozenset[str]  # one of them stands before the cue; empty: no determiner or preposition does


@dataclass(frozen=True, slots=True)
class Nominal:
    """Nouns that name an event, and the adjectives that place it before or after the article."""

    words: frozenset[str]
    past: frozenset[str]
    planned: frozenset[str]


@dataclass(frozen=True, slots=True)
class BackReference:
    """How a sentence says when something was, by the event the article is about."""

    nouns: frozenset[str]
    determiners: frozenset[str]
    verbs: frozenset[str]
    numbers: Mapping[str, int]
    units: Mapping[str, int]  # in days


@dataclass(frozen=True, slots=True)
class EventRules:
    words: EventWords
    frames: Mapping[str, Frames]  # by lemma
    operators: Mapping[str, Operator]  # by lemma
    noun_classes: Mapping[str, frozenset[str]]  # by noun
    cooperation: frozenset[str]
    negated_cooperation: str
    nominal: Nominal
    back_reference: BackReference
    status_cues: Mapping[str, StatusCue]  # by word
    date_defaults: Mapping[Tense, Literal["story", "article"]]
    verbs: tuple[Verb, ...] = field(repr=False)
    records: Operators = field(repr=False)

    @classmethod
    def load(cls, language: str) -> Self:
        verbs = load_yaml("events_verbs.yaml", Verbs, language).verbs
        others = load_yaml("events.yaml", Operators, language)
        frames = _frames(verbs)
        operators = {lemma: _operator(lemma, record) for record in others.operators for lemma in record.lemmas}
        nouns = load_yaml("events_nouns.yaml", Nouns, language).noun_classes
        return cls(
            words=EventWords.load(language, chain(frames, operators)),
            frames=frames,
            operators=operators,
            noun_classes=_classes_by_noun(nouns),
            cooperation=frozenset(others.cooperation),
            negated_cooperation=others.negated.cooperation,
            nominal=_nominal(others.nominals),
            back_reference=_back_reference(others.back_references),
            status_cues=_status_cues(others.status_cues),
            date_defaults={default.tense: default.source for default in others.date_defaults},
            verbs=tuple(verbs),
            records=others,
        )


def _operator(lemma: str, record: OperatorRecord) -> Operator:
    return Operator(
        rule=f"event/operator/{lemma}",
        cooperation=record.cooperation,
        conflict=record.conflict,
        otherwise=record.otherwise,
        same=record.same,
        planned=record.planned,
        sure=record.sure,
        keeps=frozenset(record.keeps),
    )


def _nominal(record: Nominals) -> Nominal:
    forms = frozenset(chain(record.words, map(_plural, record.words)))
    return Nominal(forms, frozenset(record.past), frozenset(record.planned))


def _back_reference(record: BackReferences) -> BackReference:
    return BackReference(
        frozenset(record.nouns), frozenset(record.determiners), frozenset(record.verbs), record.numbers, record.units
    )


def _status_cues(records: Iterable[StatusCueRecord]) -> dict[str, StatusCue]:
    cues: dict[str, StatusCue] = {}
    for record in records:
        cue = StatusCue(
            reach=record.reach,
            status=record.status,
            exceptions=frozenset(record.except_),
            needs=frozenset(record.needs),
            preceded_by=frozenset(record.preceded_by),
        )
        cues |= dict.fromkeys(record.words, cue)
    return cues


def _frames(verbs: Iterable[Verb]) -> dict[str, Frames]:
    """By lemma."""
    frames: dict[str, list[Frame]] = {}
    for verb in verbs:
        for name in verb.lemmas:
            lemma, _, phrasal = name.partition(" ")
            for key, event_type in verb.frames.items():
                frame = Frame(
                    event_type=_known(event_type),
                    rule=f"event/verb/{name}",
                    phrasal=tuple(phrasal.split()),
                    sure=key not in verb.unsure,
                    **_asked(key),
                )
                frames.setdefault(lemma, []).append(frame)
    return {lemma: Frames.of(made) for lemma, made in frames.items()}


def _order(frame: Frame) -> int:
    if words := len(frame.phrasal) + len(frame.particle):
        return -words  # "pull out of" before "pull out"
    if frame.object_class or frame.object_to:
        return 1
    return 2 if frame.direct or frame.name else 3


def _asked(key: str) -> dict[str, Any]:
    """What a frame's key asks for, as the fields of the frame."""
    match key.split():
        case ["any"]:
            return {}
        case ["direct"]:
            return {"direct": True}
        case ["name"]:
            return {"name": True}
        case ["object", "+", "to"]:
            return {"object_to": True}
        case ["object", noun_class]:
            return {"object_class": noun_class}
        case ["particle", *words] if words:
            return {"particle": tuple(words)}
    known = "`object X`, `object + to`, `particle X`, `direct`, `name` or `any`"
    raise RuleError("no frame", path=_VERBS, found=key, expected=known)


def _known(event_type: str | None) -> str | None:
    if event_type is not None and event_type not in EVENT_TYPES:
        raise RuleError("no event type", path=_VERBS, found=event_type, expected=f"one of {', '.join(EVENT_TYPES)}")
    return event_type


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
