"""Who did it and to whom: the sides of an event."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from mkdocs_briefings.annotate.event.actors import People
from mkdocs_briefings.annotate.event.told import Told
from mkdocs_briefings.annotations import Event, Quotation

_POSSESSIVE = re.compile(r"(?:his|her|its|their)\b")


class Sides(NamedTuple):
    """Ids of those who act and of those they act on."""

    actors: tuple[str, ...]
    recipients: tuple[str, ...]


def sides(people: People, told: Told, quotation: Quotation | None, *, visits: bool) -> Sides:
    """Subject and objects, the other way round in the passive; the state that is visited or attacked with them.

    Args:
        quotation: the one that holds the event, whose speaker a pronoun that opens it stands for.
        visits: somebody goes to see somebody.
    """
    clause, group = told.clause, told.group
    subject, after = _core(people, told), _after(people, told)
    actors, recipients = people.taking_part(subject) or _speaker(people, told, quotation), people.taking_part(after)
    acted_on = after
    if group.passive and not (told.reading and told.reading.inner):  # "is expected to meet" tells who meets
        lower = people.lettered.tokens.lower
        by = next((index for index in after if lower[index] == "by"), None)
        actors, recipients = (people.taking_part(range(by, clause.rest.stop)) if by else ()), actors
        acted_on = subject
    elif told.reading and told.reading.inverse:
        giver = next((index for index in after if people.lettered.tokens.lower[index] == "from"), after.stop)
        actors, recipients = people.taking_part(range(giver + 1, after.stop)), actors
    elif told.reading and told.reading.of_subject:
        target = next(
            (at for at in subject if people.lettered.tokens.lower[at] in people.lettered.words.small.against),
            subject.stop,
        )
        actors = people.taking_part(range(subject.start, target))
        recipients = people.taking_part(range(target + 1, subject.stop))
    host = _host(people, told, acted_on, visits=visits)
    if host and not _is_at_home(people, host, actors):
        recipients = (*recipients, host)
    return Sides(actors, tuple(dict.fromkeys(actor for actor in recipients if actor not in actors)))


def _after(people: People, told: Told) -> range:
    """What follows the verb, but not whose a meeting is: "held the summit of Norland and Estia"."""
    after = range(told.group.verb + 1, told.clause.rest.stop)
    noun = told.reading.noun if told.reading else -1
    is_theirs = told.act == "CONSULT" and noun in after and people.lettered.letters[noun + 1 : noun + 2] == "o"
    return range(after.start, noun) if is_theirs else after


def _core(people: People, told: Told) -> range:
    """The subject without the clauses inside it: "Norland" of "Norland, which fought Estia, …"."""
    subject, group, letters = told.clause.subject, told.group, people.lettered.letters
    if not subject:
        return range(0)
    end = next((at for at in range(subject.start + 1, group.first) if letters[at] in "kw"), group.first)
    return range(subject.start, group.first if told.clause.relative else end)


def _speaker(people: People, told: Told, quotation: Quotation | None) -> tuple[str, ...]:
    """ "Norland said it will impose a tariff": whom the pronoun that opens what is said stands for."""
    subject, tokens = told.clause.subject, people.lettered.tokens
    if not quotation or not quotation.actor_id or not subject or people.lettered.letters[subject.start] != "u":
        return ()
    opening = people.lettered.letters[tokens.range(quotation.content).start : subject.start]
    return () if opening.strip('w"') else (quotation.actor_id,)


def _host(people: People, told: Told, acted_on: range, *, visits: bool) -> str | None:
    """The state that is visited, or that an attack goes to."""
    inner, small = told.reading.inner if told.reading else None, people.lettered.words.small
    if visits and (inner or told.group).lemma not in small.hosting:
        return people.state(acted_on, small.to_a_host)
    if told.act in ("AID", "COOPERATE"):
        return people.state(acted_on, small.given_to)
    return people.state(acted_on, small.at_a_target) if told.act == "ASSAULT" else None


def _is_at_home(people: People, host: str, actors: tuple[str, ...]) -> bool:
    country = people.countries.get(host)
    return country is not None and any(people.countries.get(actor) == country for actor in actors)


def parted(text: str, verbs: list[Event], nouns: list[Event]) -> Iterator[Event]:
    """The events of a sentence, each with its own people.

    In "Ruiz told Vale of her meeting with Ode" the meeting is Ruiz's, with Ode, whom Ruiz told nothing.
    """
    taken: dict[int, set[str]] = {}
    for noun in nouns:
        holding = (verb for verb in verbs if verb.clause.contains(noun.clause))
        holder = min(holding, key=lambda verb: len(verb.clause), default=None)
        if holder:
            taken.setdefault(id(holder), set()).update(noun.recipients)
        is_theirs = holder and _POSSESSIVE.match(text, noun.clause.start)
        yield replace(noun, actors=holder.actors) if holder and is_theirs and not noun.actors else noun
    for verb in verbs:
        others = taken.get(id(verb))
        yield replace(verb, recipients=tuple(one for one in verb.recipients if one not in others)) if others else verb
