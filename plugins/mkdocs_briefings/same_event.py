"""Whether two sources, or two sentences, tell of one and the same event.

`is_same` errs on the side of two events, `may_be_same` on the side of one.
"""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from mkdocs_briefings.annotations import Document, Event
from mkdocs_briefings.plover import QUADS, TWO_SIDED
from mkdocs_briefings.register import Actor
from mkdocs_briefings.wording import inside, telling_words

_ACTING_FOR_A_STATE = ("person", "government", "state")


@dataclass(frozen=True)  # no slots: what many comparisons ask of it is read once
class Telling:
    """An event as one document tells of it."""

    event: Event
    document: Document

    @property
    def kind(self) -> tuple[object, ...]:
        """What two tellings of one event never differ in."""
        return self.event.event_type, self.event.status, self.event.polarity

    @cached_property
    def parties(self) -> tuple[frozenset[str], ...]:
        """Of each who takes part, the ids of all whom that one may stand for."""
        return tuple(_parties(self.event, self.document))

    @cached_property
    def sides(self) -> tuple[frozenset[str], frozenset[str]]:
        """Agents and recipients; where several persons do together what the type says, those persons."""
        agents, recipients = frozenset(self.event.actors), frozenset(self.event.recipients)
        if self.event.event_type not in TWO_SIDED:
            return agents, recipients
        persons = frozenset(actor.id for actor in self.document.actors if actor.type == "person")
        persons &= agents | recipients
        return (persons if len(persons) > 1 else agents | recipients), frozenset()

    @cached_property
    def trigger(self) -> str:
        """The stem of the trigger's last word, which tells what happened: of "imposed steep tariffs" "tarif"."""
        words = [word for word in self.document.tokens.words(self.event.trigger) if word[0].isalnum()]
        return self.document.wording.stem(words[-1]) if words else ""

    @cached_property
    def details(self) -> frozenset[str]:
        """What the clause tells beside the trigger, the actors and the date."""
        event, document = self.event, self.document
        mentions = inside(document.mentions, event.clause, lambda mention: mention.span)
        named = (one.span for one in mentions if one.actor_id in event.actors or one.actor_id in event.recipients)
        titles = (mention.title for mention in mentions if mention.title)
        dates = (timex.span for timex in inside(document.timexes, event.clause, lambda timex: timex.span))
        return telling_words(document, event.clause, chain((event.trigger,), named, titles, dates))

    @cached_property
    def words(self) -> frozenset[str]:
        """All of its clause, in lower case."""
        return frozenset(self.document.tokens.words(self.event.clause))


def is_same(one: Telling, other: Telling) -> bool:
    """The same kind of event on the same exact day between the same actors, told in words that agree.

    A speech is never the same as another: what was said decides, and stands among the statements.
    """
    day = one.event.known_date
    return (
        day is not None
        and day.is_exact_day
        and day == other.event.known_date
        and is_same_deed(one, other)
        and not _elsewhere(one, other)
    )


def is_same_deed(one: Telling, other: Telling) -> bool:
    """The same by all but day and place: one event told at odds, or two of a kind."""
    return (
        not (one.event.is_speech or other.event.is_speech)
        and one.kind == other.kind
        and _same_sides(one, other)
        and _told_alike(one, other)
    )


def may_be_same(one: Telling, other: Telling) -> bool:
    """Of one sort, on days that may be one, with two actors or more in common; or the same.

    A person counts as the state or body they act for, too: a call between two presidents may be the talks
    between their countries. What is planned is not what is reported.
    """
    event, told = one.event, other.event
    if event.is_speech or told.is_speech or not event.known_date or not told.known_date:
        return False
    if not event.known_date.overlaps(told.known_date) or "planned" in {event.status} ^ {told.status}:
        return False
    return _of_one_sort(one, other) and (shared_parties(one, other) > 1 or is_same(one, other))


def shared_parties(one: Telling, other: Telling) -> int:
    """How many of those who take part in the one take part in the other, too, themselves or by whom they act for."""
    shared = sum(any(ours & theirs for theirs in other.parties) for ours in one.parties)
    back = sum(any(theirs & ours for ours in one.parties) for theirs in other.parties)
    return min(shared, back)


def _same_sides(one: Telling, other: Telling) -> bool:
    """The same agents and recipients; told by one word, a telling that leaves out to whom is none against it."""
    ours, theirs = one.sides, other.sides
    if ours == theirs:
        return True
    one_is_silent = bool(ours[0]) and ours[0] == theirs[0] and not (ours[1] and theirs[1])
    return one_is_silent and one.trigger == other.trigger


def _elsewhere(one: Telling, other: Telling) -> bool:
    """Both state a place, and neither place's name holds the other's."""
    if not one.event.location or not other.event.location:
        return False
    here = telling_words(one.document, one.event.location)
    there = telling_words(other.document, other.event.location)
    return not (here <= there or there <= here)


def _told_alike(one: Telling, other: Telling) -> bool:
    """What the words say beside names and dates lets the events be one.

    Two named actors who do together what the type says are enough. What one does to another, in deeds, must
    share a word; in mere words, or without a type, a word beside the verb, for one may accuse another twice a day.
    """
    event_type = one.event.event_type
    several = len({*one.event.actors, *one.event.recipients}) > 1
    if event_type in TWO_SIDED and several:
        return True
    if one.trigger != other.trigger and (event_type is None or not several):
        return False
    ours, theirs = one.details, other.details
    if QUADS.get(event_type or "", "").startswith("material"):
        ours, theirs = ours | {one.trigger}, theirs | {other.trigger}
    return not ours or not theirs or not ours.isdisjoint(theirs)


def _of_one_sort(one: Telling, other: Telling) -> bool:
    """Of one type, or told by one word; or cooperation or conflict of one quad, told with a detail in common."""
    if one.event.event_type == other.event.event_type is not None or one.trigger == other.trigger:
        return True
    quad = QUADS.get(one.event.event_type or "")
    if quad is None or quad != QUADS.get(other.event.event_type or ""):
        return False
    return not one.details.isdisjoint(other.details)


def _parties(event: Event, document: Document) -> Iterator[frozenset[str]]:
    actors = {actor.id: actor for actor in document.actors}
    day = event.date.latest if event.date else None
    for identity in dict.fromkeys((*event.actors, *event.recipients)):
        actor = actors.get(identity)
        yield frozenset((identity, *_acts_for(actor, day))) if actor else frozenset((identity,))


def _acts_for(actor: Actor, day: datetime.date | None) -> Iterator[str]:
    for role in actor.roles:
        if role.of and (day is None or role.held_on(day)):
            yield role.of
    if actor.country and actor.type in _ACTING_FOR_A_STATE:
        yield f"country:{actor.country}"  # no id has a colon
