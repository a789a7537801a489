"""The frames of verbs, from `events_verbs.yaml`, compiled: what stands with a verb, and the event that makes of it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Self

from mkdocs_briefings.errors import RuleError
from mkdocs_briefings.rules.event_records import Verb

_VERBS = "rules/en/events_verbs.yaml"
HAPPENING = "happening"  # for a type: an event that PLOVER has no type for
EVENT_TYPES = (
    *("AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST"),
    *("ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """One use of a verb; what is empty is not asked."""

    event_type: str | None  # None: in this use it is no event of PLOVER's
    rule: str
    happens: bool = False  # an event all the same
    spoken: bool = False  # words alone, which do nothing to anybody
    done: bool = False  # of its type only once it has happened
    subject_class: str = ""
    object_class: str = ""
    particle: tuple[str, ...] = ()  # after the verb
    phrasal: tuple[str, ...] = ()  # what belongs to the lemma: "off" of "call off"
    object_to: bool = False
    object_for: bool = False
    direct: bool = False
    name: bool = False  # the object opens with a name
    journey: bool = False  # a person goes to a place with a name
    behind: tuple[str, str] | None = None  # a preposition and the class of the noun that follows it
    sure: bool = True
    inverse: bool = False  # the object comes from who acts: "received aid from Norland"


@dataclass(frozen=True, slots=True)
class Frames:
    """The frames of a verb, in the order they are tried."""

    frames: tuple[Frame, ...]
    object_classes: frozenset[str]  # that one of them asks for
    subject_classes: frozenset[str]
    phrasals: frozenset[tuple[str, ...]]

    @classmethod
    def of(cls, frames: Iterable[Frame]) -> Self:
        """Those with more particles first, those that ask nothing last, else as they stand."""
        ordered = tuple(sorted(frames, key=_order))
        objects = frozenset(frame.object_class for frame in ordered) - {""}
        subjects = frozenset(frame.subject_class for frame in ordered) - {""}
        return cls(ordered, objects, subjects, frozenset(frame.phrasal for frame in ordered) - {()})


def frames_by_lemma(verbs: Iterable[Verb]) -> dict[str, Frames]:
    """The compiled frames of all verbs.

    Raises:
        RuleError: a frame of no known kind, or an event type that PLOVER does not have.
    """
    frames: dict[str, list[Frame]] = {}
    for verb in verbs:
        for name in verb.lemmas:
            lemma, _, phrasal = name.partition(" ")
            for key, event_type in verb.frames.items():
                frame = Frame(
                    event_type=_known(event_type),
                    rule=f"event/verb/{name}",
                    happens=event_type == HAPPENING,
                    spoken=key in verb.speech,
                    done=verb.done,
                    phrasal=tuple(phrasal.split()),
                    sure=key not in verb.unsure,
                    inverse=verb.inverse,
                    **_asked(key),
                )
                frames.setdefault(lemma, []).append(frame)
    return {lemma: Frames.of(made) for lemma, made in frames.items()}


def _order(frame: Frame) -> int:
    if words := len(frame.phrasal) + len(frame.particle):
        return -words  # "pull out of" before "pull out"
    if frame.object_class or frame.object_to or frame.object_for or frame.behind:
        return 1
    if frame.subject_class or frame.journey:
        return 2
    return 3 if frame.direct or frame.name else 4


def _asked(key: str) -> dict[str, Any]:
    """What a frame's key asks for, as the fields of the frame."""
    match key.split():
        case ["any"]:
            return {}
        case ["direct" | "name" | "journey" as asked]:
            return {asked: True}
        case ["object", "+", ("to" | "for") as word]:
            return {f"object_{word}": True}
        case ["for" | "in" as preposition, noun_class]:
            return {"behind": (preposition, noun_class)}
        case ["object" | "subject" as part, noun_class]:
            return {f"{part}_class": noun_class}
        case ["particle", *words] if words:
            return {"particle": tuple(words)}
    known = "`object X`, `subject X`, `object + to/for`, `for/in X`, `particle X`, `direct`, `name`, `journey` or `any`"
    raise RuleError("no frame", path=_VERBS, found=key, expected=known)


def _known(event_type: str | None) -> str | None:
    if event_type == HAPPENING:
        return None
    if event_type is not None and event_type not in EVENT_TYPES:
        raise RuleError("no event type", path=_VERBS, found=event_type, expected=f"one of {', '.join(EVENT_TYPES)}")
    return event_type
