"""The index of actors, and the names that are not decided."""

import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from markupsafe import Markup

from mkdocs_briefings.corpus.actor_index import ActorEntry, Undecided, sort_word
from mkdocs_briefings.pages import addresses
from mkdocs_briefings.pages.actor_words import country, in_sentence, role_now, title_given
from mkdocs_briefings.pages.balance import Spark, spark
from mkdocs_briefings.pages.edition import Edition, Here, Link
from mkdocs_briefings.pages.matrix import matrix
from mkdocs_briefings.pages.page import Page
from mkdocs_briefings.pages.world_map import world_map

_MOST_UNDECIDED = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexRow:
    entry: ActorEntry
    link: Link
    before: str  # the name in three parts: the middle one is what it is sorted under
    sorted_under: str
    after: str
    letter: str  # under which the row stands, on the first row of each; else empty
    role: str
    country: str
    spark: Spark | None  # mentions by year, all of one scale


@dataclass(frozen=True, slots=True, kw_only=True)
class UndecidedRow:
    undecided: Undecided
    sentence: Markup
    evidence: Link
    candidates: tuple[str, ...]


def actor_index(edition: Edition) -> Page:
    here = Here(edition, addresses.ACTORS)
    listed = [entry for entry in edition.corpus.actors if entry.salient]
    rows = tuple(_index_rows(here, listed))
    passing = [entry for entry in edition.corpus.actors if not entry.salient]
    undecided = edition.corpus.actors.undecided
    html = edition.templates.render(
        "actors.html",
        here=here,
        rows=rows,
        passing=[Link(here.to(addresses.actor(entry.actor.id)), entry.actor.name) for entry in passing],
        kinds=sorted({entry.actor.type for entry in listed}),
        countries=sorted({row.country for row in rows} - {""}),
        undecided=[_undecided(here, name) for name in islice(undecided, _MOST_UNDECIDED)],
        undecided_count=len(undecided),
        matrix=matrix(here),
        map=world_map(here, {entry.actor.id: len(entry.appearances) for entry in listed}),
    )
    return Page(
        src_uri=here.src_uri,
        title=edition.say("actors.title"),
        html=html,
        description=edition.say("actors.description", len(listed)),
        updated=edition.updated,
        in_nav=True,
    )


def _index_rows(here: Here, entries: list[ActorEntry]) -> Iterator[IndexRow]:
    previous = ""
    for entry, picture in zip(entries, _sparks(here, entries), strict=True):
        actor = entry.actor
        under = sort_word(actor)
        before, found, after = actor.name.rpartition(under) if under in actor.name else ("", actor.name, "")
        letter = _letter(under)
        yield IndexRow(
            entry=entry,
            link=Link(here.to(addresses.actor(actor.id)), actor.name),
            before=before,
            sorted_under=found,
            after=after,
            letter=letter if letter != previous else "",
            role=role_now(here, actor) or title_given(entry),
            country=country(here.edition, actor),
            spark=picture,
        )
        previous = letter


def _sparks(here: Here, entries: list[ActorEntry]) -> list[Spark | None]:
    counts = [
        Counter(appearance.briefing.date.year for appearance in entry.appearances if appearance.briefing.date)
        for entry in entries
    ]
    years = [year for found in counts for year in found]
    if len(set(years)) < 2:  # noqa: PLR2004  one year shows no course
        return [None] * len(entries)
    most = max(number for found in counts for number in found.values())
    return [spark(here.words, found, min(years), max(years), most) for found in counts]


def _letter(word: str) -> str:
    """A to Z, diacritics aside; # for all others."""
    first = unicodedata.normalize("NFKD", word)[:1].upper()
    return first if "A" <= first <= "Z" else "#"


def _undecided(here: Here, undecided: Undecided) -> UndecidedRow:
    first = undecided.appearances[0]
    return UndecidedRow(
        undecided=undecided,
        sentence=in_sentence([first]),
        evidence=here.sentence(first.briefing, first.document.source.id, first.sentence),
        candidates=tuple(actor.name for actor in undecided.candidates),
    )
