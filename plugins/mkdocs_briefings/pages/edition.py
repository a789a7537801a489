"""What all pages of one build share, and what a page needs to link to the others."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Self

from mkdocs_briefings.annotations import Sentence
from mkdocs_briefings.briefing import Briefing
from mkdocs_briefings.changes import Changes
from mkdocs_briefings.corpus import Corpus
from mkdocs_briefings.corpus.actor_index import ActorEntry
from mkdocs_briefings.corpus.chronology import Chronology, Entry
from mkdocs_briefings.corpus.relations import Relation
from mkdocs_briefings.facts import Evidence
from mkdocs_briefings.pages import addresses
from mkdocs_briefings.pages.addresses import Addresses
from mkdocs_briefings.pages.anchors import Anchors
from mkdocs_briefings.pages.moves import NOTHING_MOVED, Move, Moved, by_page, of_volumes
from mkdocs_briefings.pages.page import Site
from mkdocs_briefings.pages.templates import Templates
from mkdocs_briefings.pages.volumes import Volume, bind, places
from mkdocs_briefings.pages.words import Words
from mkdocs_briefings.register import Actor
from mkdocs_briefings.text import Span


@dataclass(frozen=True, slots=True)
class Link:
    href: str
    words: str
    name: str = ""  # for a screen reader, where the words say too little


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    corpus: Corpus
    templates: Templates
    site: Site
    addresses: Addresses
    actors: dict[str, ActorEntry]
    briefings: dict[str, Briefing]  # by slug
    by_source: dict[str, Briefing]  # the briefing that is made of a source
    countries: dict[str, str]  # names of states by ISO code, as far as the briefings name them
    chronologies: dict[str, Chronology]  # by briefing
    entries: dict[str, Entry]  # by anchor
    told: dict[tuple[str, Span], Entry]  # by article and trigger
    volumes: tuple[Volume, ...]  # of the chronology
    places: dict[str, str]  # the page of the chronology on which an event stands, by anchor
    updated: datetime.date | None  # of the newest briefing or review
    day: datetime.date | None  # of the newest briefing: what lies ahead of it lies ahead for the reader
    ahead: tuple[Entry, ...]  # what is planned and may still come; what has a last day first
    relations: dict[str, tuple[Relation, ...]]  # by actor, the closest first
    states: dict[str, frozenset[str]]  # who take part in an event, themselves or through others, by its anchor
    sentence_ids: dict[tuple[str, str, str], str]  # by briefing, source and anchor, where that is not the anchor
    anchors: dict[str, Anchors]  # of facts, statements and notes, by briefing
    moved: Moved  # what the desk says has moved
    moves: dict[str, tuple[Move, ...]]  # places that were on a page once, by the page
    changes: Changes | None = None  # since the edition closed last; None: none was

    @classmethod
    def of(
        cls,
        corpus: Corpus,
        templates: Templates,
        site: Site,
        changes: Changes | None = None,
        moved: Moved = NOTHING_MOVED,
    ) -> Self:
        day = max((briefing.date for briefing in corpus.briefings if briefing.date), default=None)
        volumes = bind(corpus.chronology)
        states = (entry.actor for entry in corpus.actors if entry.actor.type == "state")
        return cls(
            corpus=corpus,
            templates=templates,
            site=site,
            addresses=Addresses(site.directory_urls),
            actors=corpus.actors.by_id(),
            briefings={briefing.slug: briefing for briefing in corpus.briefings},
            by_source={document.source.id: each for each in corpus.briefings for document in each.documents},
            countries={state.country: state.name for state in states if state.country},
            chronologies=_by_briefing(corpus),
            entries={entry.anchor: entry for entry in corpus.chronology},
            told={
                (report.document.source.id, report.event.trigger): entry
                for entry in corpus.chronology
                for report in entry.reports
            },
            volumes=volumes,
            places=places(volumes),
            ahead=tuple(entry for entry in corpus.chronology if entry.lies_ahead(day or datetime.date.min)),
            updated=max((briefing.updated for briefing in corpus.briefings if briefing.updated), default=None),
            day=day,
            relations=corpus.relations.by_actor(),
            states=_states(corpus),
            sentence_ids=dict(pair for briefing in corpus.briefings for pair in _sentence_ids(briefing)),
            anchors={briefing.slug: Anchors.of(briefing) for briefing in corpus.briefings},
            moved=moved,
            moves=by_page([*moved.moves, *of_volumes(volumes)]),
            changes=changes,
        )

    @property
    def words(self) -> Words:
        return self.templates.words

    def say(self, key: str, count: int | None = None, /, **values: object) -> str:
        return self.words.say(key, count, **values)


def _states(corpus: Corpus) -> dict[str, frozenset[str]]:
    known = {entry.actor.id for entry in corpus.actors if entry.actor.type == "state"}
    found = {entry.anchor: known.intersection(entry.actor_ids) for entry in corpus.chronology}
    for relation in corpus.relations:
        taking_part = known.intersection((relation.first.id, relation.second.id))
        for entry in relation.entries:
            found[entry.anchor] |= taking_part
    return {anchor: frozenset(states) for anchor, states in found.items()}


def _by_briefing(corpus: Corpus) -> dict[str, Chronology]:
    dated: dict[str, list[Entry]] = {briefing.slug: [] for briefing in corpus.briefings}
    undated: dict[str, list[Entry]] = {briefing.slug: [] for briefing in corpus.briefings}
    for entry in corpus.chronology:
        for slug in {report.briefing.slug for report in entry.reports}:
            (dated if entry.date else undated)[slug].append(entry)
    return {slug: Chronology(dated=tuple(dated[slug]), undated=tuple(undated[slug])) for slug in dated}


def _sentence_ids(briefing: Briefing) -> Iterator[tuple[tuple[str, str, str], str]]:
    """Anchors are made from words, which two articles of one briefing may share; an id stands on a page once."""
    taken = {sentence.anchor for sentence in briefing.documents[0].sentences}
    for number, document in enumerate(briefing.documents[1:], 2):
        for sentence in document.sentences:
            identity = sentence.anchor
            while identity in taken:
                identity = f"{identity}-s{number}"
            taken.add(identity)
            if identity != sentence.anchor:
                yield (briefing.slug, document.source.id, sentence.anchor), identity


@dataclass(frozen=True, slots=True)
class Here:
    """A page in the making: links from it, and its words."""

    edition: Edition
    src_uri: str

    def to(self, src_uri: str, fragment: str = "") -> str:
        return self.edition.addresses.link(self.src_uri, src_uri, fragment)

    @property
    def words(self) -> Words:
        return self.edition.words

    def say(self, key: str, count: int | None = None, /, **values: object) -> str:
        return self.edition.say(key, count, **values)

    def briefing(self, briefing: Briefing) -> Link:
        return Link(self.to(addresses.briefing(briefing.slug)), briefing.title)

    def successor(self, briefing: Briefing) -> Link | None:
        """The briefing that takes the place of an archived one."""
        slug = briefing.overlay.superseded_by if briefing.overlay else None
        found = self.edition.briefings.get(slug or "")
        return self.briefing(found) if found else None

    def actor(self, identity: str | None) -> Link | None:
        """The actor by name; None for nobody, or for an actor whom no mention in the briefings means."""
        entry = self.edition.actors.get(identity or "")
        return Link(self.to(addresses.actor(entry.actor.id)), entry.actor.name) if entry else None

    def actors(self, identities: tuple[str, ...]) -> tuple[Link, ...]:
        return tuple(link for identity in identities if (link := self.actor(identity)))

    def pair(self, relation: Relation) -> Link | None:
        """The page of two actors; None where there is too little between them for one."""
        if not relation.is_pair:
            return None
        first, second = relation.first, relation.second
        words = self.say("pair.title", first=first.name, second=second.name)
        return Link(self.to(addresses.pair(first.id, second.id)), words)

    def sentence_id(self, briefing: Briefing, source_id: str, anchor: str) -> str:
        return self.edition.sentence_ids.get((briefing.slug, source_id, anchor), anchor)

    def evidence(self, briefing: Briefing, evidence: Evidence) -> Link:
        """The way to the words: `¶3`, or `2:¶3` where they stand in a briefing's second source."""
        return self._reference(briefing, evidence.source_id, evidence.anchor, evidence.paragraph)

    def sentence(self, briefing: Briefing, source_id: str, sentence: Sentence) -> Link:
        return self._reference(briefing, source_id, sentence.anchor, sentence.paragraph + 1)

    def _reference(self, briefing: Briefing, source_id: str, anchor: str, paragraph: int) -> Link:
        page = addresses.briefing(briefing.slug)
        href = self.to(page, self.sentence_id(briefing, source_id, anchor))
        number = [document.source.id for document in briefing.documents].index(source_id) + 1
        words = self.say("ref.words", paragraph=paragraph)
        name = self.say("ref.name", paragraph=paragraph)
        if number > 1:
            words = self.say("ref.words_of_source", paragraph=paragraph, source=number)
            name = self.say("ref.name_of_source", paragraph=paragraph, source=number)
        if page != self.src_uri:
            name = self.say("ref.name_elsewhere", name=name, briefing=shortened(briefing.title, 80))
        return Link(href, words, name)


def shortened(words: str, most: int) -> str:
    """The words, cut at a space with an ellipsis where they are longer than `most` characters."""
    if len(words) <= most:
        return words
    cut = words[:most]
    return (cut.rsplit(None, 1)[0] if " " in cut else cut) + "…"


def tells(words: str, actor: Actor) -> bool:
    """The words name the actor, as "the Kremlin" does and "he" does not."""
    named = {word.casefold() for name in (actor.name, *actor.aliases) for word in name.split()}
    return any(word.casefold() in named for word in words.split())
