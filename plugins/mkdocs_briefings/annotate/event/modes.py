"""How an event was carried out, where its own words tell: by phone, by shelling, with a curfew."""

from collections.abc import Iterator

from mkdocs_briefings.annotate.event.scene import Scene
from mkdocs_briefings.annotate.event.told import Told
from mkdocs_briefings.rules.event_modes import EventModes

_STOPS = frozenset(",.;skw")
_REACH = 8  # tokens of the object; of a passive verb's subject


def mode(scene: Scene, told: Told, modes: EventModes, kind: str | None) -> str | None:
    """The mode that the first word of the verb and its object to tell one gives, else the act that it speaks of.

    Args:
        kind: the event type whose modes count.
    """
    by_word = modes.by_word.get(kind or "")
    if not by_word:
        return None
    for word in _words(scene, told):
        if word in by_word:
            return by_word[word]
    act = told.reading.act if told.reading else None
    return modes.by_act[kind or ""].get(act or "")


def _words(scene: Scene, told: Told) -> Iterator[str]:
    """The verb's lemma, that of the infinitive it governs, and the words of the object, each pair before its words."""
    group, lower = told.group, scene.lower
    yield group.lemma
    if told.reading and told.reading.inner:
        yield told.reading.inner.lemma
    stop = min(told.clause.rest.stop, max(told.words.stop, group.verb + _REACH))
    after = next((at for at in range(group.verb + 1, stop) if scene.letters[at] in _STOPS), stop)
    subject = told.clause.subject
    before = range(max(subject.start, group.first - _REACH), group.first) if subject and group.passive else range(0)
    for stretch in (range(group.verb + 1, after), before):
        for at in stretch:
            yield f"{lower[at]} {lower[at + 1]}" if at + 1 < scene.end else ""
            yield lower[at]
