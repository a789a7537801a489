"""What kind of event a verb reports: its frames tried on the words beside it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from mkdocs_briefings.annotate.event.scene import Scene, VerbGroup, counts, is_time
from mkdocs_briefings.rules.events import EventRules, Frame, Frames, Operator

_OBJECT_STOPS = frozenset("mjhzbydTYtpskw,.;u")
_OBJECT_LENGTH = 14  # tokens
_REACH = 12  # tokens from a verb to the particle or infinitive that belongs to it


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A verb's type, the rule that gave it, and the token its words end with."""

    event_type: str | None
    rule: str
    sure: bool
    last: int
    inner: VerbGroup | None = None  # the event under an operator
    planned: bool = False


def reading(scene: Scene, position: int, rules: EventRules, *, said: bool) -> Reading | None:
    """The type of the verb group at `position`, or None where no rule knows the verb.

    Args:
        said: a verb of saying stands before it.
    """
    group = scene.groups[position]
    known = group.lemma in rules.frames or group.lemma in rules.operators
    if not (known or group.modal or group.future):
        return None
    return (
        _under_operator(scene, position, rules)
        or _under_modal(scene, group, rules, said=said)
        or _negated(group, _framed(scene, group, rules), rules)
    )


def _under_operator(scene: Scene, position: int, rules: EventRules) -> Reading | None:
    """ "refused to release": the operator's own type for the event in the infinitive."""
    group = scene.groups[position]
    operator = rules.operators.get(group.lemma)
    if not operator or position + 1 == len(scene.groups):
        return None
    following = scene.groups[position + 1]
    if not _governs(scene, group, following, operator):
        return None
    inner = _framed(scene, following, rules)
    made = _operated(operator, inner, rules)
    if not made and not operator.planned:
        return None
    return Reading(
        event_type=made,
        rule=operator.rule,
        sure=operator.sure,
        last=group.verb,
        inner=following,
        planned=operator.planned,
    )


def _under_modal(scene: Scene, group: VerbGroup, rules: EventRules, *, said: bool) -> Reading | None:
    """ "will meet"; in what somebody says also "would meet" and "must meet"."""
    operator = rules.operators.get("will" if group.future else group.modal)
    if not operator or group.negated or not (group.future or said):
        return None
    plain = _framed(scene, group, rules)
    made = _operated(operator, plain, rules)
    if not made or not (plain or said):
        return None
    if plain is None and (group.lemma in rules.words.states or scene.letters[group.verb] == "a"):
        return None
    if plain is None:
        return Reading(event_type=made, rule=operator.rule, sure=False, last=group.verb)
    return replace(plain, event_type=made, rule=operator.rule)


def _operated(operator: Operator, inner: Reading | None, rules: EventRules) -> str | None:
    kind = inner.event_type if inner else None
    if operator.same or kind in operator.keeps:
        return kind
    if kind is None:
        return operator.otherwise
    return operator.cooperation if kind in rules.cooperation else operator.conflict


def _negated(group: VerbGroup, plain: Reading | None, rules: EventRules) -> Reading | None:
    if not plain or not group.negated or not plain.event_type:
        return plain
    if plain.event_type in rules.cooperation:
        sure = plain.sure and not group.passive
        return replace(plain, event_type=rules.negated_cooperation, rule="event/negated", sure=sure)
    return replace(plain, event_type=None)


def _framed(scene: Scene, group: VerbGroup, rules: EventRules) -> Reading | None:
    known = rules.frames.get(group.lemma)
    if not known:
        return None
    last, classes = _object(scene, group, known, rules) if known.object_classes else (group.verb, frozenset())
    for frame in known.frames:
        if _fits(scene, group, frame, classes):
            end = last if frame.object_class else group.verb
            return Reading(event_type=frame.event_type, rule=frame.rule, sure=frame.sure, last=end)
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


def _fits(scene: Scene, group: VerbGroup, frame: Frame, classes: frozenset[str]) -> bool:
    after = group.verb + 1
    return (
        (not frame.object_class or frame.object_class in classes)
        and (not frame.phrasal or _particle(scene, group, frame.phrasal))
        and (not frame.particle or _particle(scene, group, frame.particle))
        and (not frame.object_to or _object_to(scene, group))
        and (not frame.name or (not group.passive and after < scene.end and scene.lettered.is_name(after)))
        and (not frame.direct or group.passive or _object_follows(scene, after))
    )


def _object_follows(scene: Scene, after: int) -> bool:
    return after < scene.end and scene.letters[after] in "DUuxqEG" and not is_time(scene.lower[after])


def _particle(scene: Scene, group: VerbGroup, particle: tuple[str, ...]) -> bool:
    lower, letters = scene.lower, scene.letters
    bound = scene.lettered.words.letters.get(" ".join(particle)) == "p"  # a lone preposition stands at its verb
    for index in range(group.verb + 1, min(scene.end, group.verb + _REACH)):
        if lower[index : index + len(particle)] == particle:
            return True
        if letters[index] in ",.;skwcp" or (bound and letters[index] != "r" and not lower[index].endswith("day")):
            return False
    return False


def _object_to(scene: Scene, group: VerbGroup) -> bool:
    letters = scene.letters
    for index in range(group.verb + 1, min(scene.end - 1, group.verb + _REACH)):
        if letters[index] == "t":
            return (group.passive or index > group.verb + 1) and letters[index + 1] in "VBnrbh"
        if letters[index] in ",.;skwmjhbdY":
            return False
    return False


def _governs(scene: Scene, group: VerbGroup, following: VerbGroup, operator: Operator) -> bool:
    """The next verb group is the infinitive that completes this one, or the gerund beside it."""
    if operator.same and scene.letters[group.verb + 1 : following.first].strip("r"):
        return False  # "began a strike to demand"
    if following.form == "gerund":
        return operator.same
    if following.form != "infinitive" or following.first - group.verb > _REACH:
        return False
    return not set(scene.letters[group.verb + 1 : following.first]) & set(",.;skwcTYG")
