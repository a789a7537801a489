"""Organisations and states: by the register, by "Name (ABC)", or as actors of this text alone."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from mkdocs_briefings.annotate.resolution.evidence import Evidence, sure_ids
from mkdocs_briefings.annotate.resolution.people import UNKNOWN, Found
from mkdocs_briefings.annotate.resolution.titles import states_in
from mkdocs_briefings.register import Actor, NameForm, Register, form_key, slug
from mkdocs_briefings.rules.resolution import ResolutionRules

_ACRONYM = re.compile(r"[A-Z][A-Za-z&.-]{0,4}[A-Z]\.?")
_MOST_WORDS = 20  # of a body's name
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(slots=True)
class Bodies:
    """Memory of the organisations a text names."""

    register: Register
    evidence: Evidence
    rules: ResolutionRules
    persons: Mapping[str, Actor]  # of this text alone: their ids are taken
    local: dict[str, Actor] = field(default_factory=dict)
    defined: dict[str, str] = field(default_factory=dict)  # form key of what stands in brackets: whom it means
    short: dict[str, str | None] = field(default_factory=dict)  # form key of a short form: its actor; None: several

    def find(self, name: str, forms: tuple[NameForm, ...]) -> Found:
        """Whom the name of an organisation or a state means; `forms` is what the register knows of it."""
        if name.count(" ") >= _MOST_WORDS:
            return Found("too-long")
        key = form_key(name)
        if own := self._by_this_text(name, key):
            return own
        if forms or (forms := self._of_variants(name)):
            return self._known(forms)
        if state := self._government(name):
            return Found("government-of-state", state)
        if owner := self.short.get(key):
            return Found("short-form", owner)
        return self._of_state(name) or self._own(name)

    def taken_up(self, word: str) -> Found:
        """Whom "the Fund" means: the one body of the text whose name ends so."""
        owner = self.short.get(f"the {form_key(word)}")
        return Found("last-word", owner) if owner else UNKNOWN

    def _by_this_text(self, name: str, key: str) -> Found | None:
        """Whom the text itself lets the name stand for; its own body comes before another with the initials."""
        if key in self.defined:
            return Found("defined", self.defined[key])
        owner = self.short.get(key) if name.isupper() else None
        return Found("short-form", owner) if owner else None

    def team(self, state: str, sport: str) -> Found:
        """The team a state sends, an actor of its own."""
        actor = self.register.actors[state]
        name = f"{actor.name} national {sport} team"
        self.local[slug(name)] = Actor(id=slug(name), name=name, type="organisation", country=actor.country)
        return Found("team", slug(name))

    def learn(self, name: str, forms: tuple[NameForm, ...]) -> None:
        """Remember how a body named in full may be called later: by its initials, its first word or "the Fund"."""
        actor_id = self.find(name, forms).actor_id
        words = name.split()
        if actor_id is None or len(words) == 1 or self._actor(actor_id).type == "state":
            return
        initials = "".join(word[0] for word in words if word[0].isupper())
        if len(initials) > 1:
            self._shorten(initials.casefold(), actor_id)
        first = form_key(words[0]).removesuffix("'s")
        if first not in self.rules.organisation_words and first not in self.register.forms:
            self._shorten(first, actor_id)
        last = form_key(words[-1])
        if last in self.rules.organisation_words and last not in self.register.forms:
            self._shorten(f"the {last}", actor_id)

    def _actor(self, actor_id: str) -> Actor:
        return self.local.get(actor_id) or self.register.actors[actor_id]

    def _of_variants(self, name: str) -> tuple[NameForm, ...]:
        """What the register knows of the name without its legal form, or without the state before it."""
        plain = self.rules.legal_form.sub("", name)
        if plain != name and (forms := self._organisations(plain)):
            return forms
        words = name.split()
        for first in range(1, min(3, len(words) - 1)):
            if states := states_in(" ".join(words[:first]), self.register):
                country = self.register.actors[states[0]].country
                forms = self._organisations(" ".join(words[first:]))
                if forms and all(self.register.actors[one].country == country for one in forms[0].actor_ids):
                    return forms[:1]
        return ()

    def _organisations(self, name: str) -> tuple[NameForm, ...]:
        return tuple(form for form in self.register.meanings(name) if form.entity_type == "ORG")

    def _government(self, name: str) -> str | None:
        """ "The Kenyan government" acts for Kenya."""
        state, _, last = name.rpartition(" ")
        return self._state(state) if last.casefold() in self.rules.government_words else None

    def _of_state(self, name: str) -> Found | None:
        """ "The Kenyan Senate", "the Senate of Kenya"; "the Senate" is that of the country the text is about."""
        whole = form_key(name)
        if body := self.rules.state_bodies.get(whole):
            state = self._leading_state()
        else:
            body, whose = self._body_and_whose(name, whole)
            state = self._state(whose) if body else None
        if body is None or state is None:
            return None
        actor = self.register.actors[state]
        named = f"{body} ({actor.name})"
        if slug(named) not in self.register.actors:
            self.local[slug(named)] = Actor(id=slug(named), name=named, type="government", country=actor.country)
        return Found("body-of-state", slug(named))

    def _body_and_whose(self, name: str, key: str) -> tuple[str | None, str]:
        """A state's body in a name, and the words beside it that say whose it is."""
        if key.rpartition(" ")[2] in self.rules.state_body_ends:
            for start in (at for at, letter in enumerate(name) if letter == " "):
                if body := self.rules.state_bodies.get(form_key(name[start:])):
                    return body, name[:start]
        tail, _, last = name.rpartition(" of ")
        return self.rules.state_bodies.get(form_key(tail)), last

    def _leading_state(self) -> str | None:
        """The state the text is about, where it names one more often than all others."""
        first, second = [*self.evidence.countries.most_common(2), ("", 0), ("", 0)][:2]
        return self.register.states.get(first[0]) if first[1] > 2 * second[1] else None

    def _state(self, words: str) -> str | None:
        states = sure_ids(form for form in self.register.meanings(_plain(words)) if form.entity_type == "GPE")
        return states[0] if len(states) == 1 and self.register.actors[states[0]].type == "state" else None

    def define(self, acronym: str, actor_id: str) -> None:
        """ "Northern Rivers Authority (NRA)": from here on the short form is the body before the brackets."""
        self.defined[form_key(acronym)] = actor_id

    def _shorten(self, key: str, actor_id: str) -> None:
        self.short[key] = actor_id if self.short.get(key, actor_id) == actor_id else None

    def _known(self, forms: tuple[NameForm, ...]) -> Found:
        every = tuple(dict.fromkeys(actor_id for form in forms for actor_id in form.actor_ids))
        sure = sure_ids(forms)
        if len(sure) == 1:
            return Found("name", sure[0])
        supported = self._supported(sure or every)
        if len(supported) == 1:
            return Found("name-in-context", supported[0])
        return Found("name-shared" if len(every) > 1 else "name-doubtful", candidates=every)

    def _supported(self, actor_ids: Iterable[str]) -> list[str]:
        """Those the text names otherwise, else those whose country it is about."""
        ids = list(actor_ids)
        if named := [one for one in ids if self.evidence.actors[one]]:
            return named
        counts = {
            one: self.evidence.countries[country]
            for one in ids
            if (country := self.register.actors[one].country) and self.register.actors[one].type != "state"
        }
        most = max(counts.values(), default=0)
        if len(ids) > 1 and most < max(self.evidence.countries.values(), default=0) * self.rules.country_share:
            return []
        return [one for one, count in counts.items() if count == most > 0]

    def _own(self, name: str) -> Found:
        """A name of several words, one of them such as "Ministry" or "University", is an actor of its own."""
        words = [word.casefold() for word in _WORD.findall(name)]
        kind = next((word for word in reversed(words) if word in self.rules.organisation_words), None)
        if len(words) == 1 or kind is None:
            return UNKNOWN
        plain = self.rules.legal_form.sub("", name)
        identity = slug(plain)
        if identity in self.register.actors or identity in self.persons:
            identity += "-body"
        if identity not in self.local:
            country = next((self.register.actors[state].country for state in states_in(name, self.register)), None)
            actor_type = self.rules.organisation_types.get(kind, "organisation")
            aliases = (name,) if name != plain else ()
            self.local[identity] = Actor(id=identity, name=plain, type=actor_type, aliases=aliases, country=country)
            if plain != name:
                self._shorten(form_key(plain), identity)
        return Found("organisation-word", identity)


def _plain(words: str) -> str:
    return words.removesuffix("'s").removesuffix("’s").removeprefix("the ")


def is_acronym(name: str) -> bool:
    return _ACRONYM.fullmatch(name) is not None
