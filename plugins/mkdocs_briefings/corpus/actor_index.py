"""The actor index: everyone who is named, with all that is said by and of them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from mkdocs_briefings.annotations import BY_THE_DESK, Document, Mention, Quotation, Sentence
from mkdocs_briefings.briefing import Briefing
from mkdocs_briefings.corpus.chronology import Chronology
from mkdocs_briefings.dates import PartialDate
from mkdocs_briefings.facts import statements as given_statements
from mkdocs_briefings.register import Actor, Register


@dataclass(frozen=True, slots=True, kw_only=True)
class Appearance:
    """A mention in its place."""

    briefing: Briefing
    document: Document
    mention: Mention

    @property
    def sentence(self) -> Sentence:
        return self.document.sentence_at(self.mention.span.start)


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """A quotation in its place."""

    briefing: Briefing
    document: Document
    quotation: Quotation

    @property
    def sentence(self) -> Sentence:
        return self.document.sentence_at(self.quotation.content.start)

    @property
    def date(self) -> PartialDate | None:
        """The day its own clause gives; else that of the article, by which it was said."""
        cue, published = self.quotation.cue, self.briefing.date
        for event in self.document.events:
            if cue and event.date and event.date_source == "own" and event.trigger.overlaps(cue):
                return event.date
        return PartialDate.day(published) if published else None


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorEntry:
    actor: Actor
    appearances: tuple[Appearance, ...]  # in the order of the briefings, then of the text
    statements: tuple[Statement, ...]
    events: Chronology
    salient: bool  # at least one briefing is about this actor

    @property
    def briefings(self) -> tuple[Briefing, ...]:
        return tuple({appearance.briefing.slug: appearance.briefing for appearance in self.appearances}.values())

    @property
    def as_written(self) -> dict[str, int]:
        """How the sources write the name, and how often; "he" is no way to write one."""
        counts: dict[str, int] = {}
        for appearance in self.appearances:
            if appearance.mention.mention_type == "PRO":
                continue
            form = appearance.mention.span.of(appearance.document.text)
            counts[form] = counts.get(form, 0) + 1
        return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0])))


@dataclass(frozen=True, slots=True, kw_only=True)
class Undecided:
    """A name that stands for no actor, or for more than one: the desk decides."""

    name: str
    appearances: tuple[Appearance, ...]
    candidates: tuple[Actor, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorIndex:
    entries: tuple[ActorEntry, ...]  # by the word they are sorted under
    undecided: tuple[Undecided, ...]  # the most frequent first

    def __iter__(self) -> Iterator[ActorEntry]:
        return iter(self.entries)

    def by_id(self) -> dict[str, ActorEntry]:
        return {entry.actor.id: entry for entry in self.entries}


def index_actors(briefings: Iterable[Briefing], chronology: Chronology, register: Register) -> ActorIndex:
    """Who is named in the briefings, and the names that are not decided."""
    actors: dict[str, Actor] = {}
    appearances: dict[str, list[Appearance]] = {}
    statements: dict[str, list[Statement]] = {}
    undecided: dict[str, list[Appearance]] = {}
    salient: set[str] = set()
    for briefing in briefings:
        for document in briefing.documents:
            actors.update((actor.id, actor) for actor in document.actors if actor.id not in actors)
            salient.update(entry.actor_id for entry in document.salience if entry.salient)
            for mention in document.mentions:
                appearance = Appearance(briefing=briefing, document=document, mention=mention)
                if mention.actor_id:
                    appearances.setdefault(mention.actor_id, []).append(appearance)
                elif _is_undecided(mention):
                    undecided.setdefault(mention.span.of(document.text), []).append(appearance)
            for quotation in given_statements(document):
                if quotation.actor_id:
                    statement = Statement(briefing=briefing, document=document, quotation=quotation)
                    statements.setdefault(quotation.actor_id, []).append(statement)
    events = chronology.by_actor()
    entries = [
        ActorEntry(
            actor=actors[identity],
            appearances=tuple(found),
            statements=tuple(statements.get(identity, ())),
            events=events.get(identity, Chronology(dated=(), undated=())),
            salient=identity in salient,
        )
        for identity, found in appearances.items()
    ]
    entries.sort(key=lambda entry: (sort_word(entry.actor).casefold(), entry.actor.id))
    return ActorIndex(entries=tuple(entries), undecided=_undecided(undecided, actors, register))


def _is_undecided(mention: Mention) -> bool:
    """A name that stands for nobody, where neither the text nor the desk says that it should."""
    return mention.mention_type == "NAM" and mention.reading != "place" and mention.rule != BY_THE_DESK


def sort_word(actor: Actor) -> str:
    """The word of the name that the index sorts by: the register's, else a person's last, else the first."""
    return actor.sort_name or (actor.name.split()[-1] if actor.type == "person" else actor.name)


def _undecided(
    names: dict[str, list[Appearance]], actors: dict[str, Actor], register: Register
) -> tuple[Undecided, ...]:
    known = {**actors, **register.actors}
    found = [
        Undecided(
            name=name,
            appearances=tuple(appearances),
            candidates=tuple(
                known[identity]
                for identity in sorted({c for appearance in appearances for c in appearance.mention.candidates})
                if identity in known
            ),
        )
        for name, appearances in names.items()
    ]
    return tuple(sorted(found, key=lambda undecided: (-len(undecided.appearances), undecided.name)))
