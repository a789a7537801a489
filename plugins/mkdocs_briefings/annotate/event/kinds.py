"""What kind of event a verb reports: by its frames, by an operator or modal over it, by a negation."""

from dataclasses import replace

from mkdocs_briefings.annotate.event.frames import Reading, framed
from mkdocs_briefings.annotate.event.scene import Scene, VerbGroup, is_absent
from mkdocs_briefings.rules.events import EventRules, Operator

_REACH = 12  # tokens from a verb to the particle or infinitive that belongs to it


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
        or _plain(scene, group, rules)
    )


def _under_operator(scene: Scene, position: int, rules: EventRules) -> Reading | None:
    """ "refused to release": the operator's own type for the event in the infinitive."""
    group = scene.groups[position]
    operator = rules.operators.get(group.lemma)
    if not operator or (operator.passive and not _is_set(scene, group)):
        return None
    if operator.planned and _is_set(scene, group) and not _is_complemented(scene, position):  # "is set for December"
        plain = framed(scene, group, rules)
        made = _operated(rules.operators["will"], plain, rules)
        rule = plain.rule if plain and made else operator.rule
        return Reading(event_type=made, rule=rule, sure=False, last=group.verb, planned=True)
    following = scene.groups[position + 1] if position + 1 < len(scene.groups) else None
    if following and not _governs(scene, group, following, operator):
        following = None
    last = following.verb if following else _unknown_verb(scene, group, rules)
    if not last:
        return None
    inner = framed(scene, following, rules) if following else None
    made = _operated(operator, inner, rules)
    if not made and not operator.planned:
        return None
    return Reading(
        event_type=made,
        rule=operator.rule,
        sure=operator.sure,
        last=last if operator.planned and scene.letters[group.verb + 1 : group.verb + 2] == "t" else group.verb,
        inner=following,
        planned=operator.planned,
        possible=operator.possible and operator.planned,
        commits=not (operator.planned or operator.same),
        foretells=operator.foretells and not group.negated,
        alleged=operator.alleged,
        act=inner.event_type if inner else None,
    )


def foretold(scene: Scene, inner: VerbGroup, read: Reading, rules: EventRules) -> Reading:
    """The event in the infinitive that an operator commits somebody to: "release" of "agreed to release"."""
    plain = framed(scene, inner, rules)
    made = _operated(rules.operators["will"], plain, rules)
    possible = rules.operators[read.rule.rpartition("/")[2]].possible
    return Reading(
        event_type=made,
        rule=read.rule,
        sure=False,
        last=plain.last if plain else inner.verb,
        planned=True,
        possible=possible,
    )


def to_come(read: Reading, rules: EventRules) -> Reading:
    """The same event where it has yet to happen."""
    return replace(read, event_type=_operated(rules.operators["will"], read, rules), act=read.event_type)


def _unknown_verb(scene: Scene, group: VerbGroup, rules: EventRules) -> int | None:
    """The infinitive of a verb that no rule knows: "offered to examine the logs"."""
    verb = group.verb + 2
    if verb + 1 >= scene.end or scene.letters[verb - 1 : verb + 1] != "tx" or scene.lettered.is_capital(verb):
        return None
    return verb if scene.letters[verb + 1] in "DUqx" and scene.lower[verb] not in rules.noun_classes else None


def _is_set(scene: Scene, group: VerbGroup) -> bool:
    return group.passive or scene.letters[group.verb] == "a"


def _is_complemented(scene: Scene, position: int) -> bool:
    """An infinitive or gerund follows that may complete the verb."""
    following = scene.groups[position + 1 : position + 2]
    return any(group.form in ("infinitive", "gerund") for group in following)


def _under_modal(scene: Scene, group: VerbGroup, rules: EventRules, *, said: bool) -> Reading | None:
    """ "will meet"; in what somebody says also "would meet" and "must meet"."""
    operator = rules.operators.get("will" if group.future else group.modal)
    if not operator or group.negated or not (group.future or said):
        return None
    plain = framed(scene, group, rules)
    made = _operated(operator, plain, rules)
    if not made or not (plain or said):
        return None
    if plain is None and (group.lemma in rules.words.states or scene.letters[group.verb] == "a"):
        return None
    if plain is None:
        return Reading(event_type=made, rule=operator.rule, sure=False, last=group.verb)
    return replace(plain, event_type=made, rule=operator.rule, act=plain.event_type)


def _operated(operator: Operator, inner: Reading | None, rules: EventRules) -> str | None:
    kind = inner.event_type if inner else None
    if operator.same or kind in operator.keeps:
        return kind
    if kind is None:
        return operator.otherwise
    return operator.cooperation if kind in rules.cooperation else operator.conflict


def _plain(scene: Scene, group: VerbGroup, rules: EventRules) -> Reading | None:
    plain = framed(scene, group, rules)
    is_neither = scene.lower[max(scene.start, group.first - 1)] in scene.lettered.words.small.neithers
    if plain and (is_neither or (group.perfect and is_absent(scene.lettered, group))):  # "has held no talks since"
        return replace(plain, event_type=None)
    return _negated(group, plain, rules)


def _negated(group: VerbGroup, plain: Reading | None, rules: EventRules) -> Reading | None:
    if not plain or not group.negated or not plain.event_type:
        return plain
    if plain.event_type in rules.cooperation:
        sure = plain.sure and not group.passive
        act = plain.event_type
        return replace(plain, event_type=rules.negated_cooperation, rule="event/negated", sure=sure, act=act)
    return replace(plain, event_type=None)


def _governs(scene: Scene, group: VerbGroup, following: VerbGroup, operator: Operator) -> bool:
    """The next verb group is the infinitive that completes this one, or the gerund beside it."""
    if operator.same and scene.letters[group.verb + 1 : following.first].strip("r"):
        return False  # "began a strike to demand"
    if following.form == "gerund":
        return operator.same or (operator.possible and following.first == group.verb + 1)
    if operator.alleged and not (group.passive and following.perfect):
        return False
    if following.form != "infinitive" or following.first - group.verb > _REACH:
        return False
    return not set(scene.letters[group.verb + 1 : following.first]) & set(",.;skwcTYG")
