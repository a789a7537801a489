"""What the rules and the register know of a form, asked once a text for each form."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from mkdocs_briefings.register import NameForm, Register
from mkdocs_briefings.rules.name_lists import folded
from mkdocs_briefings.rules.names import NameRules

Known = Literal["PER", "ORG", "GPE", "LOC", "FAC", "people", "city", "club", "surname"]
_PEOPLE = ("adjective", "demonym")
_SHORT = 4  # letters; a shorter name of an organisation counts in capitals only


@dataclass(frozen=True, slots=True, kw_only=True)
class Sense:
    """What a form stands for in a list; `people` for adjectives and demonyms, which name nobody by themselves."""

    known: Known
    rule: str
    doubtful: bool = False
    state: bool = False


@dataclass(slots=True)
class Lexicon:
    """Looks forms up in the desk's and the world's register first, then in the lists of the rules."""

    rules: NameRules
    register: Register
    _found: dict[str, Sense | None] = field(default_factory=dict)

    def sense(self, form: str) -> Sense | None:
        """What a form of single spaces stands for, as it is written."""
        if form not in self._found:
            self._found[form] = self._look_up(form)
        return self._found[form]

    def is_people(self, form: str) -> bool:
        sense = self.sense(form)
        return sense is not None and sense.known == "people"

    def _look_up(self, form: str) -> Sense | None:
        key = folded(form)
        capitals = form.isupper()
        entries = [entry for entry in self.register.forms.get(key, ()) if capitals or not entry.capitals]
        if entries:
            return self._registered(entries, key)
        found = self._in_lists(key, capitals=capitals)
        if found is None and "-" in form and all(map(self._is_people_part, form.split("-"))):
            return Sense(known="people", rule="register-adjective")  # "Israeli-Palestinian", "Sino-Indian"
        return found

    def _is_people_part(self, part: str) -> bool:
        return self.rules.not_names.get(part.lower()) == "faith-and-people" or self.is_people(part)

    def _registered(self, entries: Sequence[NameForm], key: str) -> Sense:
        entry = next((entry for entry in entries if entry.kind not in _PEOPLE), entries[0])
        rule = f"register-{entry.kind}"
        if entry.kind in _PEOPLE:
            return Sense(known="people", rule=rule)
        state = (
            any(self.register.actors[actor].type == "state" for actor in entry.actor_ids) and entry.kind != "capital"
        )
        seat = entry.kind == "seat" and key not in self.rules.lists.organisations
        known: Known = "FAC" if seat else entry.entity_type
        return Sense(known=known, rule=rule, doubtful=entry.doubtful, state=state)

    def _in_lists(self, key: str, *, capitals: bool) -> Sense | None:
        lists = self.rules.lists
        if key in lists.places:
            return Sense(known=lists.places[key], rule="place")
        kind = lists.organisations.get(key)
        if kind and (capitals or len(key) >= _SHORT or not key.isalpha()):
            return Sense(known="club" if kind == "club" else "ORG", rule=f"organisation-{kind}")
        if key in lists.cities:
            return Sense(known="city", rule="city", doubtful=key in self.register.surnames)
        if key in self.register.surnames and len(key) > 1:
            return Sense(known="surname", rule="register-surname")
        return None
