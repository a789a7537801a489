"""The frames of a verb tried on the words beside it: object, particle, purpose."""

from dataclasses import dataclass
from typing import NamedTuple

from mkdocs_briefings.annotate.event.phrases import before, behind, classed, noun_classes
from mkdocs_briefings.annotate.event.scene import Scene, VerbGroup, is_time
from mkdocs_briefings.annotate.event.stand_ins import told_before
from mkdocs_briefings.rules.event_frames import Frame
from mkdocs_briefings.rules.events import EventRules

_ENDS = frozenset(",.;skwct")
_OFFICE = frozenset(["leader"])
_REACH = 12  # tokens from a verb to the particle or infinitive that belongs to it


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A verb's type, the rule that gave it, and the token its words end with."""

    event_type: str | None
    rule: str
    sure: bool
    last: int
    noun: int = -1  # the token that tells what is done, of a passive verb in its subject
    happens: bool = False  # without a type of PLOVER's
    spoken: bool = False  # words alone
    inner: VerbGroup | None = None  # the event under an operator
    of_subject: bool = False  # the noun of the subject tells: "Norland's tariff on Estian wine took effect"
    inverse: bool = False  # what stands behind "from" acts, the subject is acted on
    planned: bool = False
    possible: bool = False
    commits: bool = False  # to the infinitive, which is yet to come
    foretells: bool = False  # and is an event of its own
    alleged: bool = False
    act: str | None = None  # the type of what it promises, threatens, asks for or refuses

    @property
    def tells(self) -> bool:
        """It is an event, of a type or of none."""
        return self.event_type is not None or self.happens


def framed(scene: Scene, group: VerbGroup, rules: EventRules) -> Reading | None:
    """What the verb's frames make of the words beside it; None where none fits."""
    known = rules.frames.get(group.lemma)
    if not known:
        return None
    last, noun, parts = group.verb, -1, _NEITHER
    is_told = group.past or group.perfect or group.future or bool(group.modal)  # the present describes: "It imposes …"
    if known.object_classes:
        tokens = before(scene, group) if group.passive else behind(scene, group, known.phrasals)
        pronoun = tokens.start - 1 if group.passive else tokens.start
        noun, objects = classed(scene, tokens, known.object_classes, rules)
        if noun < 0 and is_told:
            nearest = tokens[-1:] if tokens and tokens.stop <= group.first and not group.passive else tokens
            noun, objects = told_before(scene, nearest, pronoun, known.object_classes, rules)
        last, parts = max(noun, group.verb), parts._replace(objects=objects)
    if known.subject_classes and not group.passive:
        tokens = before(scene, group)
        subject, subjects = classed(scene, tokens, known.subject_classes, rules)
        if subject < 0 and is_told:
            _, subjects = told_before(scene, tokens, tokens.start - 1, known.subject_classes, rules)
        parts = parts._replace(subjects=subjects)
    for frame in known.frames:
        if _fits(scene, group, frame, parts, rules):
            ahead = frame.done and not (group.past or group.perfect)
            return Reading(
                event_type=None if ahead else frame.event_type,
                rule=frame.rule,
                sure=frame.sure,
                last=last if frame.object_class else _phrasal_end(scene, group, frame),
                noun=noun if frame.object_class else -1,
                of_subject=bool(frame.subject_class),
                inverse=frame.inverse,
                happens=frame.happens or ahead,
                spoken=frame.spoken,
            )
    return None


def _phrasal_end(scene: Scene, group: VerbGroup, frame: Frame) -> int:
    """The token that "takes effect" and "broke off" end with, where nothing parts the two."""
    after = group.verb + 1
    is_next = scene.lower[after : after + len(frame.phrasal)] == frame.phrasal
    return group.verb + len(frame.phrasal) if is_next else group.verb


class _Classes(NamedTuple):
    """The noun classes of what stands with a verb."""

    subjects: frozenset[str]
    objects: frozenset[str]


_NEITHER = _Classes(frozenset(), frozenset())


def _fits(scene: Scene, group: VerbGroup, frame: Frame, parts: _Classes, rules: EventRules) -> bool:
    after = group.verb + 1
    return (
        (not frame.object_class or frame.object_class in parts.objects)
        and (not frame.subject_class or frame.subject_class in parts.subjects)
        and (not frame.phrasal or _particle(scene, group, frame.phrasal))
        and (not frame.particle or _particle(scene, group, frame.particle))
        and (not frame.behind or _is_behind(scene, group, *frame.behind, rules))
        and (not frame.object_to or _object_to(scene, group))
        and (not frame.object_for or _object_for(scene, group))
        and (not frame.journey or _is_journey(scene, group, rules))
        and (not frame.name or (not group.passive and after < scene.end and scene.lettered.is_name(after)))
        and (not frame.direct or group.passive or _object_follows(scene, after))
    )


def _object_follows(scene: Scene, after: int) -> bool:
    return after < scene.end and scene.letters[after] in "DUuxqEGVZ" and not is_time(scene.lower[after])


def _particle(scene: Scene, group: VerbGroup, particle: tuple[str, ...]) -> bool:
    lower, letters = scene.lower, scene.letters
    bound = scene.lettered.words.letters.get(" ".join(particle)) == "p"  # a lone preposition stands at its verb
    for index in range(group.verb + 1, min(scene.end, group.verb + _REACH)):
        if lower[index : index + len(particle)] == particle:
            return True
        if letters[index] in ",.;skwcp" or (bound and letters[index] != "r" and not lower[index].endswith("day")):
            return False
    return False


def _is_behind(scene: Scene, group: VerbGroup, preposition: str, noun_class: str, rules: EventRules) -> bool:
    """ "arrived in Orra on Monday for talks": a "for", and behind it a noun of the class in the same phrase."""
    lower, stop = scene.lower, min(scene.end, group.verb + _REACH)
    after = range(group.verb + 1, stop)
    index = next((at for at in after if lower[at] == preposition or scene.letters[at] in _ENDS), stop)
    if lower[index : index + 1] != (preposition,):
        return False
    end = min(scene.end, index + _REACH)
    phrase = range(index + 1, next((at for at in range(index + 1, end) if scene.letters[at] in "p,.;skwco"), end))
    return any(noun_class in noun_classes(scene, at, rules) for at in phrase)


def _object_to(scene: Scene, group: VerbGroup) -> bool:
    letters = scene.letters
    for index in range(group.verb + 1, min(scene.end - 1, group.verb + _REACH)):
        if letters[index] == "t":
            return (group.passive or index > group.verb + 1) and letters[index + 1] in "VBnrbh"
        if letters[index] in ",.;skwmjhbdY":
            return False
    return False


def _object_for(scene: Scene, group: VerbGroup) -> bool:
    """ "asked the fund for help"."""
    for index in range(group.verb + 1, min(scene.end - 1, group.verb + _REACH)):
        if scene.lower[index] == "for":
            return index > group.verb + 1
        if scene.letters[index] in ",.;skwtpmjhbdY":
            return False
    return False


def _is_journey(scene: Scene, group: VerbGroup, rules: EventRules) -> bool:
    """ "President Dara arrived on Monday", "The leader of Estia came to Orra"."""
    lettered, at = scene.lettered, group.verb + 1
    stays = group.lemma == "arrive"
    place = at + 1 + (scene.letters[at + 1 : at + 2] == "D")
    goes = scene.lower[at : at + 1] in (("to",), ("in",)) and lettered.is_name(place)
    return (stays or goes) and _is_person(scene, group, rules)


def _is_person(scene: Scene, group: VerbGroup, rules: EventRules) -> bool:
    """The subject is named, is he or she, or holds an office."""
    last = group.first - 1
    if last < scene.start:
        return False
    if last in scene.lettered.persons or scene.lower[last] in ("he", "she"):
        return True
    _, classes = classed(scene, before(scene, group), _OFFICE, rules)
    return bool(classes)
