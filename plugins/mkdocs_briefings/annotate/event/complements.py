"""Deeds that a gerund tells under a verb: "denied shelling the port", "accused Estia of having shelled the port"."""

from mkdocs_briefings.annotate.event.scene import Scene
from mkdocs_briefings.annotations import Status
from mkdocs_briefings.rules.events import EventRules

_REACH = 12  # tokens from the verb to the gerund
_CLAUSE_ENDS = frozenset(".;,skw")


def complement_of(scene: Scene, position: int, rules: EventRules) -> Status | None:
    """What the verb before a gerund makes of its deed; None where it stands under no such verb."""
    group = scene.groups[position]
    if not position or group.form not in ("gerund", "participle") or group.passive:
        return None
    governor = scene.groups[position - 1]
    record = rules.complements.get(governor.lemma)
    if not record or governor.negated or group.first - governor.verb > _REACH:
        return None
    between = range(governor.verb + 1, group.first)
    if _CLAUSE_ENDS.intersection(scene.letters[between.start : between.stop]):
        return None
    if not record.prepositions:
        return None if between else record.status
    return record.status if between and scene.lower[between[-1]] in record.prepositions else None
