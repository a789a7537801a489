"""What a later sentence does to an event: it tells it again, without its day, or denies it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from mkdocs_briefings.annotate.event.actors import People
from mkdocs_briefings.annotate.event.scene import Scene
from mkdocs_briefings.annotations import Event
from mkdocs_briefings.rules.events import HearsayWords

_WORD = re.compile(r"\w+")
_AROUND = 200  # characters
_NEAR = 10  # words behind the verb
_LATEST = 3  # events of one kind looked back on
_SHORT = 3  # letters of a word that names nothing


@dataclass(frozen=True, slots=True)
class Memory:
    """The events of a text so far that have a day of their own, by their verb and who acted."""

    text: str
    known: frozenset[str]  # words that open an object named before
    dated: dict[tuple[str, tuple[str, ...]], list[Event]] = field(default_factory=dict)

    def reminded(self, event: Event) -> Event:
        """The event, with the day that an earlier sentence told of it: "When Dara announced the tariff, …"."""
        if not event.date or not event.actors or event.status != "reported" or event.polarity == "NEG":
            return event
        key = event.trigger.of(self.text).split(maxsplit=1)[0].lower(), event.actors
        if event.date_source == "own":
            if event.date.is_exact_day:
                self.dated.setdefault(key, []).append(event)
            return event
        for earlier in reversed(self.dated.get(key, [])[-_LATEST:]):
            if self._is_of_the_same(event, earlier):
                return replace(event, date=earlier.date, date_source="story")
        return event

    def _is_of_the_same(self, event: Event, earlier: Event) -> bool:
        """The object is known, "the tariff", and the earlier sentence named it."""
        _, *behind = self._words(event.trigger.start, min(event.clause.end, event.trigger.end + _AROUND))
        trigger, sentence = earlier.trigger, earlier.sentence
        first, last = max(sentence.start, trigger.start - _AROUND), min(sentence.end, trigger.end + _AROUND)
        is_known = bool(behind) and behind[0] in self.known
        return is_known and not _names(behind[1:_NEAR]).isdisjoint(_names(self._words(first, last)))

    def _words(self, start: int, end: int) -> list[str]:
        return [word.lower() for word in _WORD.findall(self.text, start, end)]


def _names(words: Sequence[str]) -> set[str]:
    """Words that may name a thing, singular and plural alike."""
    return {word.removesuffix("s") for word in words if len(word) > _SHORT}


def denied(scene: Scene, told: Sequence[Event], people: People, hearsay: HearsayWords) -> list[Event]:
    """The events of the sentence before this one, denied where it says so of its own actors: "Norland denied it."."""
    group = next((group for group in scene.groups if group.finite), None)
    if not group or group.negated or scene.lower[group.verb] not in hearsay.verdicts:
        return list(told)
    stop = group.verb + (3 if scene.letters[group.verb + 1 : group.verb + 2] == "D" else 2)
    thing = scene.lower[stop - 1 : stop]
    ends = scene.letters[stop : stop + 1] in tuple('.,;"')
    if not ends or not (thing[:1] in (("it",), ("this",), ("that",)) or hearsay.nouns.intersection(thing)):
        return list(told)
    deniers = people.taking_part(range(scene.start, group.first))
    return [
        replace(event, status="denied", modality="U")
        if event.status in ("reported", "alleged") and not event.is_speech and set(event.actors) & set(deniers)
        else event
        for event in told
    ]
