"""The frames of a verb tried on the words beside it: object, particle, purpose."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from mkdocs_briefings.annotate.event.scene import Scene, VerbGroup, counts, is_time
from mkdocs_briefings.rules.event_frames import Frame, Frames
from mkdocs_briefings.rules.events import EventRules

_OBJECT_STOPS = frozenset("mjhzbydTYtpskw,.;u")
_OBJECT_LENGTH = 14  # tokens
_ENDS = frozenset(",.;skwct")
_REACH = 12  # tokens from a verb to the particle or infinitive that belongs to it


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A verb's type, the rule that gave it, and the token its words end with."""

    event_type: str | None
    rule: str
    sure: bool
    last: int
    inner: VerbGroup | None = None  # the event under an operator
    inverse: bool = False  # what stands behind "from" acts, the subject is acted on
    planned: bool = False
    possible: bool = False
    commits: bool = False  # to the infinitive, which is yet to come
    foretells: bool = False  # and is an event of its own
    alleged: bool = False
    act: str | None = None  # the type of what it promises, threatens, asks for or refuses


def framed(scene: Scene, group: VerbGroup, rules: EventRules) -> Reading | None:
    """What the verb's frames make of the words beside it; None where none fits."""
    known = rules.frames.get(group.lemma)
    if not known:
        return None
    last, classes = _object(scene, group, known, rules) if known.object_classes else (group.verb, frozenset())
    for frame in known.frames:
        if _fits(scene, group, frame, classes, rules):
            end = last if frame.object_class else group.verb
            return Reading(
                event_type=frame.event_type, rule=frame.rule, sure=frame.sure, last=end, inverse=frame.inverse
            )
    return None


def _object(scene: Scene, group: VerbGroup, known: Frames, rules: EventRules) -> tuple[int, frozenset[str]]:
    """The noun that tells what the object is, and its classes: of each noun phrase the last classed word."""
    for phrase in _object_phrases(scene, group, known.phrasals):
        for index in reversed(phrase):
            found = _noun_classes(scene, index, rules)
            if found & known.object_classes:
                return (group.verb if group.passive else index), found
    return group.verb, frozenset()


def _object_phrases(scene: Scene, group: VerbGroup, phrasals: Iterable[tuple[str, ...]]) -> Iterator[range]:
    """The phrases of an object, or of a passive's subject, cut at "of" and "and", head first.

    Args:
        phrasals: words that belong to the verb; the object follows them.
    """
    letters = scene.letters
    if group.passive:
        first = max(scene.start, group.first - _OBJECT_LENGTH)
        start = max(letters.rfind(stop, first, group.first) for stop in "ksw.;TYu") + 1
        tokens = range(max(start, first), group.first)
    else:
        stop = first = group.verb + 1
        for words in phrasals:
            if scene.lower[first : first + len(words)] == words:
                stop = first = first + len(words)
                break
        while stop < min(scene.end, first + _OBJECT_LENGTH) and (
            letters[stop] not in _OBJECT_STOPS
            or letters[stop - 1 : stop + 2] == "x,x"
            or counts(scene.lower[stop : stop + 2])
        ):
            stop += 1
        tokens = range(first, stop)
    start = tokens.start
    for index in tokens:
        if letters[index] in "ocp,":
            yield range(start, index)
            start = index + 1
    yield range(start, tokens.stop)


def _noun_classes(scene: Scene, index: int, rules: EventRules) -> frozenset[str]:
    """The classes of a noun, first as the end of a compound: "air strikes", "cease-fire"."""
    lower, classes = scene.lower, rules.noun_classes
    if lower[index] not in classes:
        return frozenset()
    if index > 1 and lower[index - 1] == "-":
        compound = f"{lower[index - 2]}-{lower[index]}"
    else:
        compound = f"{lower[index - 1]} {lower[index]}"
    return classes.get(compound) or classes[lower[index]]


def _fits(scene: Scene, group: VerbGroup, frame: Frame, classes: frozenset[str], rules: EventRules) -> bool:
    after = group.verb + 1
    return (
        (not frame.object_class or frame.object_class in classes)
        and (not frame.phrasal or _particle(scene, group, frame.phrasal))
        and (not frame.particle or _particle(scene, group, frame.particle))
        and (not frame.purpose or _has_purpose(scene, group, frame.purpose, rules))
        and (not frame.object_to or _object_to(scene, group))
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


def _has_purpose(scene: Scene, group: VerbGroup, noun_class: str, rules: EventRules) -> bool:
    """ "arrived in Orra on Monday for talks": a "for", and behind it a noun of the class in the same phrase."""
    lower, stop = scene.lower, min(scene.end, group.verb + _REACH)
    index = next((at for at in range(group.verb + 1, stop) if lower[at] == "for" or scene.letters[at] in _ENDS), stop)
    if lower[index : index + 1] != ("for",):
        return False
    end = min(scene.end, index + _REACH)
    phrase = range(index + 1, next((at for at in range(index + 1, end) if scene.letters[at] in "p,.;skwco"), end))
    return any(noun_class in _noun_classes(scene, at, rules) for at in phrase)


def _object_to(scene: Scene, group: VerbGroup) -> bool:
    letters = scene.letters
    for index in range(group.verb + 1, min(scene.end - 1, group.verb + _REACH)):
        if letters[index] == "t":
            return (group.passive or index > group.verb + 1) and letters[index + 1] in "VBnrbh"
        if letters[index] in ",.;skwmjhbdY":
            return False
    return False
