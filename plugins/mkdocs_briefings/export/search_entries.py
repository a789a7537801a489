"""What a search can find on our pages: sentences, actors by each of their names, and the desk's own words.

Two engines read it. Nothing stands here twice: pages of actors and of the chronology repeat sentences, and are found by
their names alone.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import quote

from mkdocs_briefings.briefing import Briefing
from mkdocs_briefings.corpus.actor_index import ActorEntry
from mkdocs_briefings.facts import words
from mkdocs_briefings.markup import prose
from mkdocs_briefings.pages import Edition, addresses
from mkdocs_briefings.pages.edition import Here
from mkdocs_briefings.pages.volume_page import volume_name


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence or a note, with its place on the page."""

    anchor: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Findable:
    """A page as a search sees it; all in plain text, of which some is a source's: an engine has to escape it."""

    address: str  # below the site's: "talks/"
    title: str
    text: str = ""
    prose_at: str = ""  # the place on the page of what the desk wrote there, which MkDocs makes; empty: its beginning
    names: tuple[str, ...] = ()  # of an actor, the page's title first: whoever searches for one means this page
    titled: tuple[str, ...] = ()  # the same with what stands before it: "PM Modi"
    weight: float = 1.0  # of two actors of one name, the one who is named more comes first
    passages: tuple[Passage, ...] = ()
    language: str = ""  # of the passages, as HTML names it: that of the first source; empty where there are only names


def findable(edition: Edition) -> Iterator[Findable]:
    """Every page with what can be found on it."""
    yield from _indexes(edition)
    for briefing in edition.corpus.briefings:
        yield _briefing(edition, briefing)
    most = max((len(entry.appearances) for entry in edition.corpus.actors), default=1)
    for entry in edition.corpus.actors:
        yield _actor(edition, entry, most)
    yield from _volumes(edition)
    for relation in edition.corpus.relations:
        if relation.is_pair:
            first, second = relation.first, relation.second
            title = edition.say("pair.title", first=first.name, second=second.name)
            yield Findable(address=edition.addresses.of(addresses.pair(first.id, second.id)), title=title)


def _indexes(edition: Edition) -> Iterator[Findable]:
    """Found by their titles; the home page by what the desk wrote on it, too."""
    at = edition.addresses.of
    yield Findable(address=at(addresses.HOME), title=edition.site.home_title or edition.site.name)
    yield Findable(address=at(addresses.ACTORS), title=edition.say("actors.title"))
    yield Findable(address=at(addresses.CHRONOLOGY), title=edition.say("chronology.title"))
    if edition.changes:
        yield Findable(address=at(addresses.CHANGES), title=edition.say("changes.title"))


def _briefing(edition: Edition, briefing: Briefing) -> Findable:
    return Findable(
        address=quote(edition.addresses.of(addresses.briefing(briefing.slug))),
        title=briefing.title,
        text="" if briefing.bottom_line_evidence else briefing.bottom_line,
        prose_at="analyst" if briefing.prose else "",
        passages=tuple(_passages(edition, briefing)),
        language=briefing.documents[0].source.in_language,
    )


def _passages(edition: Edition, briefing: Briefing) -> Iterator[Passage]:
    """A sentence that two sources share is found once, in the first of them."""
    for document in briefing.documents:
        for sentence in document.sentences:
            if (briefing.slug, document.source.id, sentence.anchor) not in edition.sentence_ids:
                yield Passage(sentence.anchor, words(sentence.span, document.text))
    notes = edition.anchors[briefing.slug].notes
    for note in briefing.notes:
        yield Passage(notes[note.number], prose(note.text).striptags())
    if briefing.judgements:
        yield Passage("judgements", " ".join(placed.judgement.statement for placed in briefing.judgements))


def _actor(edition: Edition, entry: ActorEntry, most: int) -> Findable:
    names = dict.fromkeys([entry.actor.name, *entry.actor.aliases, *(name for _, name in _as_named(entry))])
    titled = dict.fromkeys(f"{title} {name}" for title, name in _as_named(entry) if title)
    return Findable(
        address=edition.addresses.of(addresses.actor(entry.actor.id)),
        title=entry.actor.name,
        names=tuple(names),
        titled=tuple(titled),
        weight=round(1 + len(entry.appearances) / most, 2),
    )


def _as_named(entry: ActorEntry) -> Iterator[tuple[str, str]]:
    """The titles and names that the sources write."""
    for appearance in entry.appearances:
        mention, text = appearance.mention, appearance.document.text
        if mention.mention_type == "NAM":
            yield words(mention.title, text) if mention.title else "", words(mention.span, text)


def _volumes(edition: Edition) -> Iterator[Findable]:
    here = Here(edition, addresses.CHRONOLOGY)
    if edition.ahead:
        yield Findable(address=edition.addresses.of(addresses.AHEAD), title=edition.say("chronology.ahead"))
    for volume in edition.volumes:
        if volume.part == 1:
            title = edition.say("chronology.volume", name=volume_name(here, volume))
            yield Findable(address=edition.addresses.of(volume.src_uri), title=title)
