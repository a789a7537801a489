"""Whether two sources, or two sentences, tell of one and the same event.

`is_same` errs on the side of two events, `may_be_same` on the side of one.
"""

import datetime
from collections.abc import Iterator
from itertools import chain

from mkdocs_briefings.annotations import Document, Event
from mkdocs_briefings.plover import QUADS, TWO_SIDED
from mkdocs_briefings.register import Actor
from mkdocs_briefings.wording import inside, telling_words

_ACTING_FOR_A_STATE = ("person", "government", "state")


def is_same(event: Event, document: Document, other: Event, other_document: Document) -> bool:
    """The same kind of event on the same exact day between the same actors, told in words that agree.

    A speech is never the same as another: what was said decides, and stands among the statements.
    """
    day, other_day = event.known_date, other.known_date
    return (
        day is not None
        and day.is_exact_day
        and day == other_day
        and is_same_deed(event, document, other, other_document)
        and not _elsewhere(event, document, other, other_document)
    )


def is_same_deed(event: Event, document: Document, other: Event, other_document: Document) -> bool:
    """The same by all but day and place: one event told at odds, or two of a kind."""
    return (
        not (event.is_speech or other.is_speech)
        and (event.event_type, event.status, event.polarity) == (other.event_type, other.status, other.polarity)
        and _same_sides(event, document, other, other_document)
        and _told_alike(event, document, other, other_document)
    )


def may_be_same(event: Event, document: Document, other: Event, other_document: Document) -> bool:
    """Of one sort, on days that may be one, with two actors or more in common; or the same.

    A person counts as the state or body they act for, too: a call between two presidents may be the talks
    between their countries. What is planned is not what is reported.
    """
    if event.is_speech or other.is_speech or not event.known_date or not other.known_date:
        return False
    if not event.known_date.overlaps(other.known_date) or "planned" in {event.status} ^ {other.status}:
        return False
    if not _of_one_sort(event, document, other, other_document):
        return False
    shared = shared_parties(event, document, other, other_document)
    return shared > 1 or is_same(event, document, other, other_document)


def parties(event: Event, document: Document) -> frozenset[str]:
    """Ids of all who take part, and of all whom they may act for."""
    return frozenset(chain.from_iterable(_parties(event, document)))


def shared_parties(event: Event, document: Document, other: Event, other_document: Document) -> int:
    """How many of those who take part in the one take part in the other, too, themselves or by whom they act for."""
    ours, theirs = list(_parties(event, document)), list(_parties(other, other_document))
    shared = sum(any(one & another for another in theirs) for one in ours)
    back = sum(any(one & another for another in ours) for one in theirs)
    return min(shared, back)


def _same_sides(event: Event, document: Document, other: Event, other_document: Document) -> bool:
    """The same agents and recipients; told by one word, a telling that leaves out to whom is none against it."""
    ours, theirs = _sides(event, document), _sides(other, other_document)
    if ours == theirs:
        return True
    one_is_silent = bool(ours[0]) and ours[0] == theirs[0] and not (ours[1] and theirs[1])
    return one_is_silent and _trigger(event, document) == _trigger(other, other_document)


def _sides(event: Event, document: Document) -> tuple[frozenset[str], frozenset[str]]:
    """Agents and recipients; where several persons do together what the type says, those persons."""
    agents, recipients = frozenset(event.actors), frozenset(event.recipients)
    if event.event_type not in TWO_SIDED:
        return agents, recipients
    persons = frozenset(actor.id for actor in document.actors if actor.type == "person") & (agents | recipients)
    return (persons if len(persons) > 1 else agents | recipients), frozenset()


def _elsewhere(event: Event, document: Document, other: Event, other_document: Document) -> bool:
    """Both state a place, and neither place's name holds the other's."""
    if not event.location or not other.location:
        return False
    here = telling_words(document, event.location)
    there = telling_words(other_document, other.location)
    return not (here <= there or there <= here)


def _told_alike(event: Event, document: Document, other: Event, other_document: Document) -> bool:
    """What the words say beside names and dates lets the events be one.

    Two named actors who do together what the type says are enough. What one does to another, in deeds, must
    share a word; in mere words, or without a type, a word beside the verb, for one may accuse another twice a day.
    """
    several = len({*event.actors, *event.recipients}) > 1
    if event.event_type in TWO_SIDED and several:
        return True
    trigger, other_trigger = _trigger(event, document), _trigger(other, other_document)
    if trigger != other_trigger and (event.event_type is None or not several):
        return False
    ours, theirs = _details(event, document), _details(other, other_document)
    if QUADS.get(event.event_type or "", "").startswith("material"):
        ours, theirs = ours | {trigger}, theirs | {other_trigger}
    return not ours or not theirs or not ours.isdisjoint(theirs)


def _trigger(event: Event, document: Document) -> str:
    """The stem of the word that tells what happened, the last of the trigger: of "imposed steep tariffs" "tarif"."""
    words = [word for word in document.tokens.words(event.trigger) if word[0].isalnum()]
    return document.wording.stem(words[-1]) if words else ""


def _details(event: Event, document: Document) -> frozenset[str]:
    """What the clause tells beside the trigger, the actors and the date."""
    mentions = inside(document.mentions, event.clause, lambda mention: mention.span)
    named = (one.span for one in mentions if one.actor_id in event.actors or one.actor_id in event.recipients)
    titles = (mention.title for mention in mentions if mention.title)
    dates = (timex.span for timex in inside(document.timexes, event.clause, lambda timex: timex.span))
    return telling_words(document, event.clause, chain((event.trigger,), named, titles, dates))


def _of_one_sort(event: Event, document: Document, other: Event, other_document: Document) -> bool:
    """Of one type, or told by one word; or cooperation or conflict of one quad, told with a detail in common."""
    if event.event_type == other.event_type is not None or _trigger(event, document) == _trigger(other, other_document):
        return True
    quad = QUADS.get(event.event_type or "")
    if quad is None or quad != QUADS.get(other.event_type or ""):
        return False
    return not _details(event, document).isdisjoint(_details(other, other_document))


def _parties(event: Event, document: Document) -> Iterator[frozenset[str]]:
    """Of each who takes part, the ids of all whom that one may stand for."""
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
