"""Who there is: the world gazetteer that ships with the package, and the desk's `actors.yml` laid over it."""

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self

from mkdocs_briefings.register.actors import (
    PEOPLES,
    Actor,
    ActorType,
    EntityType,
    FormKind,
    NameForm,
    Role,
    form_key,
    slug,
)
from mkdocs_briefings.register.desk import lay_over
from mkdocs_briefings.register.forms import compile_forms, compile_surnames, people_words
from mkdocs_briefings.register.world import load_world
from mkdocs_briefings.rules.loader import collector_paused

__all__ = [
    "PEOPLES",
    "Actor",
    "ActorType",
    "EntityType",
    "FormKind",
    "NameForm",
    "Register",
    "Role",
    "form_key",
    "slug",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Register:
    """Actors by id, and the forms their names take in text."""

    actors: Mapping[str, Actor] = field(default_factory=dict)
    forms: Mapping[str, tuple[NameForm, ...]] = field(default_factory=dict)  # by `form_key`; no lone surnames
    people_words: frozenset[str] = frozenset()  # lower-case tokens that adjectives and nouns for a people start with
    dropped: frozenset[str] = frozenset()  # by `form_key`: names that mean nobody on this desk
    surnames: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # by `form_key`: ids of persons
    cities: Mapping[str, str] = field(default_factory=dict)  # by `form_key`: ISO code of the state; no actors
    states: Mapping[str, str] = field(default_factory=dict)  # ISO code: id of the state
    terms: Mapping[tuple[str, str], tuple[tuple[Role, str], ...]] = field(default_factory=dict)

    @classmethod
    def load(cls, desk: Path | None = None) -> Self:
        """The world, with the desk's `actors.yml` laid over it.

        Args:
            desk: the file; None, or a path where there is none, for the world alone.

        Raises:
            RegisterError: the desk's register contradicts itself; names file and line.
        """
        with collector_paused():
            gazetteer = load_world()
            if desk and desk.is_file():
                lay_over(gazetteer, desk)
            actors = gazetteer.actors
            return cls(
                actors=actors,
                forms=(forms := compile_forms(gazetteer)),
                people_words=people_words(forms),
                surnames=compile_surnames(actors.values()),
                cities=gazetteer.cities,
                states=_states(actors.values()),
                terms=_terms(actors.values()),
                dropped=frozenset(gazetteer.dropped),
            )

    def former(self) -> dict[str, str]:
        """The ids of actors merged away, and whose they are now: old addresses lead there."""
        return {old: actor.id for actor in self.actors.values() for old in actor.former_ids}

    def is_nobody(self, words: str) -> bool:
        """The desk has decided that the name stands for no actor."""
        return form_key(words) in self.dropped

    def meanings(self, words: str, date: datetime.date | None = None) -> tuple[NameForm, ...]:
        """What a surface form may mean on a day, capitals heeded."""
        forms = self.forms.get(form_key(words), ())
        if not forms:
            return ()
        capitals = words.upper() == words
        return tuple(form for form in forms if (capitals or not form.capitals) and form.valid_on(date))

    def holders(self, of: str, office: str, date: datetime.date) -> tuple[Actor, ...]:
        """Who holds an office of a state or organisation (by id) on a day; several where the table has several.

        On the day a term ends the office is its successor's, where there is one.
        """
        terms = self.terms.get((of, office), ())
        held = [person for role, person in terms if role.held_on(date)]
        found = held or [person for role, person in terms if role.ends_on(date)]
        return tuple(self.actors[person] for person in dict.fromkeys(found))


def _states(actors: Iterable[Actor]) -> dict[str, str]:
    states: dict[str, str] = {}
    for actor in actors:
        if actor.type == "state" and actor.country:
            states.setdefault(actor.country, actor.id)
    return states


def _terms(actors: Iterable[Actor]) -> dict[tuple[str, str], tuple[tuple[Role, str], ...]]:
    terms: dict[tuple[str, str], list[tuple[Role, str]]] = {}
    for actor in actors:
        for role in actor.roles:
            if role.of and role.office:
                terms.setdefault((role.of, role.office), []).append((role, actor.id))
    return {key: tuple(held) for key, held in terms.items()}
