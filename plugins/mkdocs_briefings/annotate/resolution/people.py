"""The persons of one text: full names first, then everyone who is called by a part of one."""

import datetime
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice

from mkdocs_briefings.annotate.resolution.evidence import Evidence
from mkdocs_briefings.annotate.resolution.titles import Title
from mkdocs_briefings.register import Actor, Register, form_key, slug

_INITIAL = re.compile(r" (?:[A-Z]\.)+(?= )")
_MOST_WORDS = 9  # of a person's name
_MOST_CANDIDATES = 20
_SUFFIX = re.compile(r",? (?:Jr|Sr|II|III|IV)\.?$")


@dataclass(frozen=True, slots=True)
class Found:
    """Whom a name means: one actor, or none and the candidates; and the rule that says so."""

    rule: str
    actor_id: str | None = None
    candidates: tuple[str, ...] = ()


UNKNOWN = Found("unknown")


@dataclass(slots=True)
class People:
    """Memory of the persons a text names in full."""

    register: Register
    evidence: Evidence
    date: datetime.date | None
    local: dict[str, Actor] = field(default_factory=dict)  # persons the register does not have
    named: dict[str, Found] = field(default_factory=dict)  # by form key of a full name
    called: dict[str, dict[str, None]] = field(default_factory=dict)  # by form key of a part of it: ids
    titled: dict[str, set[Title]] = field(default_factory=dict)  # person: titles the text gives them

    def learn(self, names: Sequence[tuple[str, Title]]) -> None:
        """Read all full names of the text, the longest first, so that a part of one is no person of its own."""
        for name, title in sorted(names, key=lambda pair: -pair[0].count(" ")):
            key = form_key(name)
            if key not in self.named:
                self.named[key] = self._full(name, key, title)
            found = self.named[key]
            if found.actor_id and title.offices:
                self.titled.setdefault(found.actor_id, set()).add(title)

    def learn_titled(self, names: Iterable[tuple[str, Title]]) -> None:
        """ "President Trump" tells who Trump is wherever the text calls him so."""
        for name, title in names:
            key = form_key(name)
            if title.offices and key not in self.named and key not in self.called:
                found = self._surname(name, title)
                if found.actor_id:
                    self._remember(self.register.actors[found.actor_id].name, found.actor_id)
                    self.titled.setdefault(found.actor_id, set()).add(title)

    def _full(self, name: str, key: str, title: Title) -> Found:
        if name.count(" ") >= _MOST_WORDS:
            return Found("too-long")
        if known := self._known(name):
            fitting = self._fitting(known, title) if len(known) > 1 else known
            if len(fitting) != 1:
                return Found("name-shared", candidates=tuple(known))
            self._remember(name, fitting[0])
            self._remember(self.register.actors[fitting[0]].name, fitting[0])
            return Found("name", fitting[0])
        if len(owners := self.called.get(key, {})) == 1:
            return Found("memory", next(iter(owners)))
        return Found("full-name", self._add(name, title))

    def _known(self, name: str) -> list[str]:
        """Persons of the register with this name, with or without initials and a junior's mark."""
        for variant in dict.fromkeys((name, _INITIAL.sub("", name), _SUFFIX.sub("", name))):
            forms = self.register.meanings(variant, self.date) or self.register.forms.get(form_key(variant), ())
            if ids := [actor_id for form in forms if form.entity_type == "PER" for actor_id in form.actor_ids]:
                return list(dict.fromkeys(ids))
        return []

    def _add(self, name: str, title: Title) -> str:
        """A person of this text alone; first and last name tell them from others."""
        plain = _SUFFIX.sub("", _INITIAL.sub("", name))
        words = plain.split()
        identity = slug(f"{words[0]} {words[-1]}" if len(words) > 1 else plain)
        if identity in self.register.actors:
            identity += "-person"
        if identity not in self.local:
            country = next((self.register.actors[of].country for of in title.of), None)
            self.local[identity] = Actor(id=identity, name=name, type="person", country=country, sort_name=words[-1])
        elif name not in (known := self.local[identity]).aliases:
            self.local[identity] = replace(known, aliases=(*known.aliases, name))
        self._remember(name, identity)
        return identity

    def _remember(self, name: str, actor_id: str) -> None:
        words = form_key(_SUFFIX.sub("", name)).split(" ")
        parts = {" ".join(words[start:]) for start in range(1, len(words))} | {words[0]}
        parts |= {part.removeprefix("al-") for part in parts}
        if actor_id in self.register.actors and (sort_name := self.register.actors[actor_id].sort_name):
            parts.add(form_key(sort_name))
        for part in parts:
            self.called.setdefault(part, {})[actor_id] = None

    def find(self, name: str, title: Title) -> Found:
        """Whom a name of the text means."""
        key = form_key(name)
        if key in self.named:
            return self.named[key]
        owners = self.called.get(key, {})
        if len(owners) > 1:
            known = tuple(islice(owners, _MOST_CANDIDATES))
            titled = [owner for owner in known if self.holds(owner, title.offices)]
            return Found("memory", titled[0]) if len(titled) == 1 else Found("name-shared", candidates=known)
        if owners:
            return Found("memory", next(iter(owners)))
        return self._surname(name, title)

    def holds(self, person: str, offices: Iterable[str], of: str | None = None) -> bool:
        """Whether this text gives the person one of the offices, and of that state or body as far as it says."""
        return any(
            not set(title.offices).isdisjoint(offices)
            and not title.past
            and (of is None or of in title.of or (not title.of and self._country(person) == of))
            for title in self.titled.get(person, ())
        )

    def _country(self, person: str) -> str | None:
        """The id of the person's state."""
        country = (self.local.get(person) or self.register.actors[person]).country
        return self.register.states.get(country) if country else None

    def _surname(self, name: str, title: Title) -> Found:
        """A name the text never gives in full: the register's, where office, day and country leave one."""
        known = list(self.register.surnames.get(form_key(name), ())) or self._known(name)
        if not known:
            return UNKNOWN
        fitting = self._fitting(known, title)
        if len(fitting) == 1 and (title.offices or self.evidence.supports(fitting[0], self.register)):
            return Found("office" if title.offices else "surname", fitting[0])
        return Found("name-shared" if len(known) > 1 else "surname-alone", candidates=tuple(known))

    def _fitting(self, known: Sequence[str], title: Title) -> list[str]:
        """Those of the persons whom the title and the article's date leave."""
        people = [self.register.actors[one] for one in known]
        if title.offices:
            held = [person for person in people if self._held(person, title, on=None)]
            now = [person for person in held if self._held(person, title, on=self.date)]
            return [person.id for person in (held if title.past or not now else now)]
        if self.date is None:
            return [person.id for person in people]
        in_office = [person for person in people if any(role.held_on(self.date) for role in person.roles)]
        return [person.id for person in in_office or people]

    def _held(self, person: Actor, title: Title, *, on: datetime.date | None) -> bool:
        return any(
            role.office in title.offices
            and (not title.of or role.of in title.of or self._same_country(role.of, title.of))
            and (on is None or role.held_on(on))
            for role in person.roles
        )

    def _same_country(self, of: str | None, others: Iterable[str]) -> bool:
        country = self.register.actors[of].country if of is not None and of in self.register.actors else None
        return country is not None and any(self.register.actors[other].country == country for other in others)
