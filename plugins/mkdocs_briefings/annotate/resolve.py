"""Whom each name means: one actor of the register or of this text, or none and the candidates."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from mkdocs_briefings.annotate.resolution.bodies import Bodies, is_acronym
from mkdocs_briefings.annotate.resolution.evidence import Evidence, peoples, sure_ids
from mkdocs_briefings.annotate.resolution.offices import OfficeFinder
from mkdocs_briefings.annotate.resolution.people import Found, People
from mkdocs_briefings.annotate.resolution.pronouns import pronouns
from mkdocs_briefings.annotate.resolution.titles import read_title
from mkdocs_briefings.annotations import Document, Mention
from mkdocs_briefings.register import Actor, NameForm, Register, form_key
from mkdocs_briefings.rules import Rules
from mkdocs_briefings.rules.resolution import PlaceKind
from mkdocs_briefings.text import Span

Forms = tuple[NameForm, ...]

_REGION = re.compile(r", ((?:[A-Z]\.){1,2}|[A-Z][a-z]+\.?(?: [A-Z][a-z]+)?)")


def resolve(document: Document, rules: Rules, register: Register) -> Document:
    """Give every name its actor, and add the descriptions and pronouns that lead to one."""
    resolver = _Resolver.of(document, rules, register)
    names = [resolver.name(mention) for mention in document.mentions]
    offices = list(OfficeFinder.of(document, rules.resolution, register, resolver.people).mentions())
    described = [resolver.described(span, forms) for span, forms in resolver.peoples]
    free = list(_outside(described, offices))
    persons = sorted((one for one in (*names, *offices) if one.entity_type == "PER"), key=_place)
    mentions = sorted((*names, *offices, *free, *pronouns(document, persons)), key=_place)
    return replace(document, mentions=tuple(mentions), actors=tuple(resolver.actors(mentions)))


def _outside(mentions: Iterable[Mention], others: Sequence[Mention]) -> Iterator[Mention]:
    """Those that lie in none of the others, which stand in order and apart."""
    starts = [other.span.start for other in others]
    for mention in mentions:
        before = bisect_left(starts, mention.span.end) - 1  # the last that starts before it ends
        if before < 0 or others[before].span.end <= mention.span.start:
            yield mention


def _place(mention: Mention) -> int:
    return mention.span.start


@dataclass(frozen=True, slots=True)
class _Resolver:
    document: Document
    rules: Rules
    register: Register
    bare: dict[Span, str]  # the words of each name without article and possessive
    forms: dict[Span, Forms]  # what the register knows of each name
    peoples: tuple[tuple[Span, Forms], ...]
    people: People
    bodies: Bodies
    sport: str | None  # the text reports a game

    @classmethod
    def of(cls, document: Document, rules: Rules, register: Register) -> "_Resolver":
        text, date = document.text, document.source.date_published
        described = tuple(peoples(document, register))
        bare = {mention.span: _bare(mention.span.of(text), register) for mention in document.mentions}
        forms = {
            mention.span: tuple(
                form for form in register.meanings(bare[mention.span], date) if _may_mean(mention, form)
            )
            for mention in document.mentions
        }
        evidence = Evidence.of((*forms.values(), *(form for _, form in described)), register)
        people = People(register, evidence, date)
        persons = [
            (bare[mention.span], read_title(mention, text, rules.resolution, register))
            for mention in document.mentions
            if mention.entity_type == "PER"
        ]
        people.learn([(name, title) for name, title in persons if " " in name])
        people.learn_titled((name, title) for name, title in persons if " " not in name)
        bodies = Bodies(register, evidence, rules.resolution, people.local)
        for mention in document.mentions:
            if mention.entity_type == "ORG":
                bodies.learn(bare[mention.span], forms[mention.span])
        sport = rules.resolution.sport(text, document.tokens)
        resolver = cls(document, rules, register, bare, forms, described, people, bodies, sport)
        resolver.define_acronyms()
        return resolver

    def define_acronyms(self) -> None:
        text = self.document.text
        for longer, shorter in pairwise(self.document.mentions):
            acronym = shorter.span.of(text)
            if text[longer.span.end : shorter.span.start] in (" (", ' ("', " (“") and is_acronym(acronym):
                found = self.bodies.find(self.bare[longer.span], self.forms[longer.span])
                if found.actor_id and longer.entity_type != "PER":
                    self.bodies.define(acronym, found.actor_id)

    def name(self, mention: Mention) -> Mention:
        """The mention with its actor, or with the candidates."""
        text = self.document.text
        words = self.bare[mention.span]
        if mention.entity_type == "PER":
            title = read_title(mention, text, self.rules.resolution, self.register)
            return _with(mention, self.people.find(words, title))
        forms = self.forms[mention.span]
        found = self._city(words, mention.span.end) if mention.entity_type != "ORG" and not forms else None
        kind: PlaceKind | None = "city" if found else None
        if found is None:
            found = self.bodies.find(words, forms)
            kind = self._place_kind(found, forms)
        if kind is None:
            return _with(mention, found if mention.entity_type == "ORG" or forms else Found("unknown"))
        reading, cue = self.rules.resolution.reading(text, mention.span.start, mention.span.end, kind)
        if kind in ("state", "region") and reading != "place" and self.sport and found.actor_id:
            return _with(mention, self.bodies.team(found.actor_id, self.sport))
        if kind == "capital" and reading != "actor" and found.actor_id:  # the city itself is no actor
            found = Found(found.rule, candidates=(found.actor_id,))
        return replace(_with(mention, found), reading=reading, rule=f"{mention.rule} > {found.rule} > {cue}")

    def _city(self, words: str, end: int) -> Found | None:
        """A city is no actor; the state it lies in is whom the desk may choose."""
        country = self.register.cities.get(form_key(words))
        if region := _REGION.match(self.document.text, end):  # "Troy, Mich."
            ids = sure_ids(self.register.meanings(region[1]))
            country = self.register.actors[ids[0]].country if len(ids) == 1 else country
        state = self.register.states.get(country or "")
        return Found("city", candidates=(state,)) if state else None

    def _place_kind(self, found: Found, forms: Forms) -> PlaceKind | None:
        """Whether the name is one of a state, region, capital or seat, which can be a place or act."""
        actor = self.register.actors.get(found.actor_id or next(iter(found.candidates), ""))
        if actor is None or not forms:
            return None
        kinds = {form.kind for form in forms if actor.id in form.actor_ids}
        if "capital" in kinds:
            return "capital"
        if "seat" in kinds:
            return "seat"
        if actor.type == "state":
            return "state"
        return "region" if forms[0].entity_type == "GPE" else None

    def described(self, span: Span, forms: Forms) -> Mention:
        """An adjective or noun for a people is a mention of their state."""
        ids = sure_ids(forms) or tuple(dict.fromkeys(one for form in forms for one in form.actor_ids))
        one = ids[0] if len(ids) == 1 and sure_ids(forms) else None
        return Mention(
            span=span,
            mention_type="NOM",
            entity_type="GPE",
            rule="people-of-state",
            actor_id=one,
            candidates=() if one else ids,
        )

    def actors(self, mentions: Iterable[Mention]) -> Iterable[Actor]:
        """Everyone a mention resolves to, in the order of the text."""
        for actor_id in dict.fromkeys(mention.actor_id for mention in mentions if mention.actor_id):
            yield self.register.actors.get(actor_id) or self.people.local.get(actor_id) or self.bodies.local[actor_id]


def _with(mention: Mention, found: Found) -> Mention:
    rule = f"{mention.rule} > {found.rule}"
    return replace(mention, actor_id=found.actor_id, candidates=found.candidates, rule=rule)


def _may_mean(mention: Mention, form: NameForm) -> bool:
    """A person is named by a person's form alone; land, such as "the Amazon", is no company."""
    if mention.entity_type == "LOC" and form.entity_type == "ORG":
        return form.kind == "seat"
    return (form.entity_type == "PER") == (mention.entity_type == "PER")


def _bare(name: str, register: Register) -> str:
    """A name without its possessive, and without its article unless the register knows it with it: "The Hague"."""
    name = " ".join(name.split())
    if name.endswith(("'s", "’s")):
        name = name[:-2]
    return name[4:] if name[:4] in ("the ", "The ") and form_key(name) not in register.forms else name
