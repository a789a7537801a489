"""The frames of verbs, from `events_verbs.yaml`, compiled: what stands with a verb, and the event that makes of it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Self

from mkdocs_briefings.errors import RuleError
from mkdocs_briefings.rules.event_records import Verb

_VERBS = "rules/en/events_verbs.yaml"
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
    purpose: str = ""  # "for" and an object of that class follow
    sure: bool = True
    inverse: bool = False  # the object comes from who acts: "received aid from Norland"


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
    if frame.object_class or frame.object_to or frame.purpose:
        return 1
    return 2 if frame.direct or frame.name else 3


def _asked(key: str) -> dict[str, Any]:
    """What a frame's key asks for, as the fields of the frame."""
    match key.split():
        case ["any"]:
            return {}
        case ["direct" | "name" as asked]:
            return {asked: True}
        case ["object", "+", "to"]:
            return {"object_to": True}
        case ["for", noun_class]:
            return {"purpose": noun_class}
        case ["object", noun_class]:
            return {"object_class": noun_class}
        case ["particle", *words] if words:
            return {"particle": tuple(words)}
    known = "`object X`, `for X`, `object + to`, `particle X`, `direct`, `name` or `any`"
    raise RuleError("no frame", path=_VERBS, found=key, expected=known)


def _known(event_type: str | None) -> str | None:
    if event_type is not None and event_type not in EVENT_TYPES:
        raise RuleError("no event type", path=_VERBS, found=event_type, expected=f"one of {', '.join(EVENT_TYPES)}")
    return event_type
