"""Whom each name means: one actor of the register or of this text, or none and the candidates."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from mkdocs_briefings.annotate.resolution.bodies import Bodies, is_acronym
from mkdocs_briefings.annotate.resolution.evidence import Evidence, peoples, sure_ids
from mkdocs_briefings.annotate.resolution.offices import OfficeFinder
from mkdocs_briefings.annotate.resolution.pairs import Pairs
from mkdocs_briefings.annotate.resolution.people import UNKNOWN, Found, People
from mkdocs_briefings.annotate.resolution.pronouns import pronouns
from mkdocs_briefings.annotate.resolution.titles import Title, read_title
from mkdocs_briefings.annotations import BY_THE_DESK, Document, Mention
from mkdocs_briefings.register import Actor, NameForm, Register, form_key
from mkdocs_briefings.rules import Rules
from mkdocs_briefings.rules.resolution import PlaceKind
from mkdocs_briefings.text import Span

Forms = tuple[NameForm, ...]

_REGION = re.compile(r", ((?:[A-Z]\.){1,2}|[A-Z][a-z]+\.?(?: [A-Z][a-z]+)?)")


def resolve(document: Document, rules: Rules, register: Register) -> Document:
    """Give every name its actor, and add the descriptions and pronouns that lead to one."""
    resolver = _Resolver.of(document, rules, register)
    names = [resolver.resolved(name) for name in resolver.names]
    offices = list(OfficeFinder.of(document, rules.resolution, register, resolver.people).mentions())
    described = [resolver.described(span, forms) for span, forms in resolver.peoples]
    free = list(_outside(described, offices))
    persons = sorted((one for one in (*names, *offices) if one.entity_type == "PER"), key=_place)
    mentions = sorted((*names, *offices, *free, *pronouns(document, rules.resolution, persons)), key=_place)
    actors = {actor.id: actor for actor in resolver.actors(mentions)}
    pairs = Pairs.of(document, rules.resolution, mentions, actors, register.states).found()
    together = sorted((*mentions, *_outside(pairs, mentions)), key=_place)
    return replace(document, mentions=tuple(together), actors=tuple(resolver.actors(together)))


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
class _Name:
    """A name of the text, and what it says by itself."""

    mention: Mention
    words: str  # without article and possessive
    forms: Forms  # what the register knows of it
    title: Title

    @classmethod
    def of(cls, mention: Mention, document: Document, rules: Rules, register: Register) -> "_Name":
        words = _bare(mention.span.of(document.text), register)
        meanings = register.meanings(words, document.source.date_published)
        return cls(
            mention,
            words,
            tuple(form for form in meanings if _may_mean(mention, form)),
            read_title(mention, document.text, rules.resolution, register),
        )


@dataclass(frozen=True, slots=True)
class _Resolver:
    document: Document
    rules: Rules
    register: Register
    names: tuple[_Name, ...]
    peoples: tuple[tuple[Span, Forms], ...]
    people: People
    bodies: Bodies
    sport: str | None  # the text reports a game

    @classmethod
    def of(cls, document: Document, rules: Rules, register: Register) -> "_Resolver":
        described = tuple(peoples(document, register))
        names = tuple(_Name.of(mention, document, rules, register) for mention in document.mentions)
        evidence = Evidence.of((*(name.forms for name in names), *(forms for _, forms in described)), register)
        people = People(register, evidence, document.source.date_published)
        named = [name for name in names if not register.is_nobody(name.words)]
        persons = [(name.words, name.title) for name in named if name.mention.entity_type == "PER"]
        people.learn([(name, title) for name, title in persons if " " in name])
        people.learn_titled((name, title) for name, title in persons if " " not in name)
        bodies = Bodies(register, evidence, rules.resolution, people.local)
        for name in named:
            if name.mention.entity_type == "ORG":
                bodies.learn(name.words, name.forms)
        sport = rules.resolution.sport(document.text, document.tokens)
        resolver = cls(document, rules, register, names, described, people, bodies, sport)
        resolver.define_acronyms()
        return resolver

    def define_acronyms(self) -> None:
        text = self.document.text
        for longer, shorter in pairwise(self.names):
            end, span = longer.mention.span.end, shorter.mention.span
            if text[end : span.start] in (" (", ' ("', " (“") and is_acronym(span.of(text)):
                found = self.bodies.find(longer.words, longer.forms)
                if found.actor_id and longer.mention.entity_type != "PER":
                    self.bodies.define(span.of(text), found.actor_id)

    def resolved(self, name: _Name) -> Mention:
        """The mention with its actor, or with the candidates."""
        mention, words, forms = name.mention, name.words, name.forms
        if self.register.is_nobody(words):
            return replace(mention, actor_id=None, candidates=(), rule=BY_THE_DESK)
        if mention.entity_type == "PER":
            return _with(mention, self.people.find(words, name.title))
        found = self._city(words, mention.span.end) if mention.entity_type != "ORG" and not forms else None
        kind: PlaceKind | None = "city" if found else None
        if found is None:
            found = self.bodies.find(words, forms)
            if found == UNKNOWN and _has_article(mention, self.document.text):
                found = self.bodies.taken_up(words)
            kind = self._place_kind(found, forms)
        if kind is None:
            return _with(mention, found if mention.entity_type == "ORG" or forms else UNKNOWN)
        span = mention.span
        reading, cue = self.rules.resolution.reading(self.document.text, span.start, span.end, kind)
        if kind in ("state", "region") and reading != "place" and self.sport and found.actor_id:
            return _with(mention, self.bodies.team(found.actor_id, self.sport))
        namesakes = tuple(self.people.called.get(form_key(words), ())) if kind in ("state", "region") else ()
        if namesakes and reading != "place":  # "Jordan said" where the text names a Jordan Vale
            return _with(mention, Found("namesake", candidates=(*namesakes, *filter(None, (found.actor_id,)))))
        if kind == "capital" and reading != "actor" and found.actor_id:  # the city itself is no actor
            found = Found(found.rule, candidates=(found.actor_id,))
        rule = f"{mention.rule} > {found.rule} > {cue}"
        return mention.meaning(found.actor_id, found.candidates, rule, reading)

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
        ids = (one for mention in mentions for one in (mention.actor_id, *mention.members) if one)
        for actor_id in dict.fromkeys(ids):
            yield self.register.actors.get(actor_id) or self.people.local.get(actor_id) or self.bodies.local[actor_id]


def _with(mention: Mention, found: Found) -> Mention:
    rule = f"{mention.rule} > {found.rule}"
    return mention.meaning(found.actor_id, found.candidates, rule)


def _has_article(mention: Mention, text: str) -> bool:
    start = mention.span.start
    return text[max(0, start - len("the ")) : start].lower() == "the "


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
