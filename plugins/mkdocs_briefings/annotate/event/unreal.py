"""Verbs that tell of no happening: what is only thought of, what holds every time, what a text says."""

from mkdocs_briefings.annotate.event.frames import Reading
from mkdocs_briefings.annotate.event.phrases import before
from mkdocs_briefings.annotate.event.scene import Scene, VerbGroup
from mkdocs_briefings.annotate.event.stand_ins import head_of
from mkdocs_briefings.rules.events import EventRules

_WORDS = frozenset(["ACCUSE", "REQUEST", "THREATEN"])
_WRITTEN = _WORDS | {"SUPPORT", "REJECT", "AGREE"}
_SUBJECT = 4  # tokens, the pronoun before them counted in
_OF_ANYBODY = ("by", "those", "who")  # "Taxes are paid by those who …"
_NEAR = 8  # tokens from a noun to the pronoun that takes it up


def is_unreal(scene: Scene, group: VerbGroup, read: Reading | None, rules: EventRules) -> bool:
    if (read is None or not read.event_type) and _is_course(scene, group):
        return True
    return _is_thought(group, read) or _is_habit(scene, group, read, rules) or _is_written(scene, group, read, rules)


def _is_course(scene: Scene, group: VerbGroup) -> bool:
    """ "The two days brought …", "the war entered its second week": time goes on."""
    head, units = head_of(scene, before(scene, group), pronoun=-1), scene.lettered.words.units
    if head >= 0 and scene.lower[head] in units and "," not in scene.letters[head : group.first]:
        return True
    after = scene.lower[group.verb + 1 : group.verb + 4]
    return after[:1] in (("its",), ("their",)) and not units.isdisjoint(after[1:])


def _is_habit(scene: Scene, group: VerbGroup, read: Reading | None, rules: EventRules) -> bool:
    """ "the gas that Norland burns", "meets every spring": the present in a relative clause, or of every time."""
    if group.passive and not group.past and scene.lower[group.verb + 1 : group.verb + 4] == _OF_ANYBODY:
        return True
    if not read or read.planned or read.inner or scene.letters[group.verb] not in "VZ" or group.past:
        return False
    after = scene.lower[group.first : min(scene.end, group.verb + _NEAR)]
    if not rules.words.habitual.isdisjoint(after):
        return True
    if group.modal:
        return False
    before = range(max(scene.start, group.first - _SUBJECT), group.first)
    return any(scene.letters[at] == "k" or scene.lower[at] == "what" for at in before)


def _is_written(scene: Scene, group: VerbGroup, read: Reading | None, rules: EventRules) -> bool:
    """ "a resolution that deplores the war": what a text says, or sets out, is nobody's act."""
    if not read or scene.letters[group.first - 1] not in "kw" or group.perfect or group.future or group.modal:
        return False
    first = max(scene.start, group.first - _NEAR)
    is_text = any("text" in rules.noun_classes.get(word, ()) for word in scene.lower[first : group.first])
    return is_text and (read.event_type in _WRITTEN or not group.past)


def _is_thought(group: VerbGroup, read: Reading | None) -> bool:
    """ "would have met", "was to have met": nobody did. "should withdraw": nobody says so, unless as a demand."""
    if group.perfect and (group.modal in ("would", "should") or (group.future and group.past)):
        return True
    if group.modal == "can":
        return True
    demanded = read is not None and read.rule.startswith("event/operator/")
    return group.modal in ("must", "should") and not demanded
