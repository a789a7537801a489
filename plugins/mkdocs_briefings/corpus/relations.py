"""What passed between two actors: the events in which both take part, themselves or through those who act for them."""

import datetime
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations
from typing import Self

from mkdocs_briefings.corpus.actor_index import ActorIndex
from mkdocs_briefings.corpus.chronology import Chronology, Entry
from mkdocs_briefings.corpus.extent import extent
from mkdocs_briefings.dates import PartialDate
from mkdocs_briefings.plover import QUADS, Quad
from mkdocs_briefings.register import Actor, ActorType, EntityType, Register

# Each with its deeds first.
COOPERATION: tuple[Quad, ...] = ("material_cooperation", "verbal_cooperation")
CONFLICT: tuple[Quad, ...] = ("material_conflict", "verbal_conflict")

# Whom others act for: a president for a state, a secretary-general for an alliance.
POWERS: frozenset[ActorType] = frozenset(["state", "international organisation"])

# How many events make a pair. One is an occasion; two show whether it was more. Persons who are
# named together twice are most often those of one article, which tells of them anyhow.
_PAIR_OF_POWERS = 2
_PAIR_OF_PERSONS = 3

_PLACES: tuple[EntityType, ...] = ("GPE", "LOC")


@dataclass(frozen=True, slots=True, kw_only=True)
class Dealing:
    """An event between two actors, with who takes part for each: itself, its government, those in office."""

    entry: Entry
    first: tuple[str, ...]  # actor ids; at least one
    second: tuple[str, ...]
    quad: Quad | None  # None: it is not known to have happened, of no sure kind, or nothing between these two


@dataclass(frozen=True, kw_only=True)
class Relation:
    """Two actors, by their ids in order, and what passed between them, from when to when."""

    first: Actor
    second: Actor
    dealings: tuple[Dealing, ...]  # in the order of the chronology

    @property
    def entries(self) -> tuple[Entry, ...]:
        return tuple(dealing.entry for dealing in self.dealings)

    @cached_property
    def quads(self) -> Counter[Quad]:
        return Counter(dealing.quad for dealing in self.dealings if dealing.quad)

    @property
    def cooperative(self) -> int:
        return sum(self.quads[quad] for quad in COOPERATION)

    @property
    def conflictual(self) -> int:
        return sum(self.quads[quad] for quad in CONFLICT)

    @property
    def is_pair(self) -> bool:
        """There is enough between the two to look at it by itself; a person and a state are no pair."""
        types = {self.first.type, self.second.type}
        if types <= POWERS:
            return len(self.dealings) >= _PAIR_OF_POWERS
        return types == {"person"} and len(self.dealings) >= _PAIR_OF_PERSONS

    @property
    def interval(self) -> tuple[PartialDate, ...]:
        """From when to when, by month or year; one where that is the same, none where nothing has a date."""
        return extent(entry.date for entry in self.entries if entry.date)

    def other(self, actor_id: str) -> Actor:
        return self.second if actor_id == self.first.id else self.first


@dataclass(frozen=True, slots=True, kw_only=True)
class Relations:
    """Every two actors who take part in an event together, those with most events first."""

    all: tuple[Relation, ...]

    def __iter__(self) -> Iterator[Relation]:
        return iter(self.all)

    def by_actor(self) -> dict[str, tuple[Relation, ...]]:
        found: dict[str, list[Relation]] = {}
        for relation in self.all:
            found.setdefault(relation.first.id, []).append(relation)
            found.setdefault(relation.second.id, []).append(relation)
        return {identity: tuple(relations) for identity, relations in found.items()}


def relate(chronology: Chronology, actors: ActorIndex, register: Register) -> Relations:
    """The relations of all who take part in the events of a chronology.

    A state or international organisation takes part where it is named itself, where a body of its government is,
    or somebody who on that day held an office of it. Who acts for a power has no relation with it.
    """
    seats = _Seats.of(actors, register)
    dealings: dict[tuple[str, str], list[Dealing]] = {}
    for entry in chronology:
        for pair, dealing in _dealings(entry, seats.taking_part(entry)):
            dealings.setdefault(pair, []).append(dealing)
    relations = [
        Relation(first=seats.actors[first], second=seats.actors[second], dealings=tuple(found))
        for (first, second), found in dealings.items()
    ]
    relations.sort(key=lambda relation: (-len(relation.dealings), relation.first.id, relation.second.id))
    return Relations(all=tuple(relations))


@dataclass(frozen=True, slots=True)
class _Seats:
    """Who acts for whom."""

    actors: Mapping[str, Actor]
    bodies: Mapping[str, str]  # by the id of a government's body: its state

    @classmethod
    def of(cls, index: ActorIndex, register: Register) -> Self:
        """A region has a government, too, but acts for itself: its name is that of a place."""
        actors = {**register.actors, **{entry.actor.id: entry.actor for entry in index}}
        bodies = {
            entry.actor.id: state
            for entry in index
            if entry.actor.type == "government"
            and (state := register.states.get(entry.actor.country or ""))
            and not any(appearance.mention.entity_type in _PLACES for appearance in entry.appearances)
        }
        return cls(actors, bodies)

    def taking_part(self, entry: Entry) -> dict[str, tuple[str, ...]]:
        """Everyone who takes part, the powers among them, each with who does so for it."""
        found: dict[str, list[str]] = {identity: [identity] for identity in entry.actor_ids if identity in self.actors}
        day = _day(entry)
        for identity in tuple(found):
            for power in self._powers(self.actors[identity], day):
                found.setdefault(power, []).append(identity)
        return {identity: tuple(dict.fromkeys(acting)) for identity, acting in found.items()}

    def _powers(self, actor: Actor, day: datetime.date | None) -> Iterator[str]:
        if actor.id in self.bodies:
            yield self.bodies[actor.id]
        for role in actor.roles:
            if day and role.of and role.held_on(day):
                power = self.bodies.get(role.of, role.of)
                if power in self.actors and self.actors[power].type in POWERS:
                    yield power


def _day(entry: Entry) -> datetime.date | None:
    """The day by which offices are looked up: the event's last, or that of its article where it is not yet over."""
    published = entry.reports[0].document.source.date_published
    last = entry.date and (entry.date.latest or entry.date.earliest)
    return min(last, published) if last and published else last or published


def _dealings(entry: Entry, taking_part: Mapping[str, tuple[str, ...]]) -> Iterator[tuple[tuple[str, str], Dealing]]:
    for first, second in combinations(sorted(taking_part), 2):
        acting, others = taking_part[first], taking_part[second]
        if first in others or second in acting or len({*acting, *others}) == 1:
            continue  # one of them acts for the other, or one person for both
        yield (
            (first, second),
            Dealing(entry=entry, first=acting, second=others, quad=_quad(entry, acting, others)),
        )


def _quad(entry: Entry, one: Iterable[str], other: Iterable[str]) -> Quad | None:
    """What an event that is reported, and of a sure kind, means between two who take part in it.

    One acts and the other is acted on, or they act together: allies who meet a third cooperate, but allies who
    strike a third are not in conflict with each other, and who is met by the same guest has not met.
    """
    event = entry.event
    quad = QUADS.get(event.event_type or "")
    doubted = any(dispute.about == "status" for dispute in entry.disputes)
    if not quad or not event.sure or event.status != "reported" or doubted:
        return None
    agents = {actor for report in entry.reports for actor in report.event.actors}
    recipients = {actor for report in entry.reports for actor in report.event.recipients}
    one_acts, other_acts = not agents.isdisjoint(one), not agents.isdisjoint(other)
    across = (one_acts and not recipients.isdisjoint(other)) or (other_acts and not recipients.isdisjoint(one))
    together = quad in COOPERATION and one_acts and other_acts
    return quad if across or together else None
